package org.postern.typeset;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which characters each glyph stands for, so that the text can be read back out of the PDF. */
final class Clusters {
    private Clusters() {}

    /** @param clusters for each glyph the index of its first character; ascending, equal within a cluster */
    static @Nullable String[] texts(Face face, String run, int[] gids, int[] clusters) {
        @Nullable String[] texts = new @Nullable String[gids.length];
        for (int first = 0; first < gids.length; ) {
            int next = first + 1;
            while (next < gids.length && clusters[next] == clusters[first]) {
                next++;
            }
            int from = first == 0 ? 0 : clusters[first];
            String text = run.substring(from, next < gids.length ? clusters[next] : run.length());
            if (next - first == 1 || !partByPart(face, text, gids, first, next, texts)) {
                texts[first] = text;
            }
            first = next;
        }
        return texts;
    }

    /** A letter and its marks as separate glyphs each keep their own character, which every reader understands. */
    private static boolean partByPart(
            Face face, String text, int[] gids, int first, int next, @Nullable String[] texts) {
        List<Integer> parts = Scripts.decomposed(text);
        if (parts.size() != next - first) {
            return false;
        }
        for (int i = first; i < next; i++) {
            if (face.glyph(parts.get(i - first)) != gids[i]) {
                return false;
            }
        }
        for (int i = first; i < next; i++) {
            texts[i] = Character.toString(parts.get(i - first));
        }
        return true;
    }
}
