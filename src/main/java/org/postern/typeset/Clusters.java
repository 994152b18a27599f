package org.postern.typeset;

import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Which characters each glyph stands for, so that the text can be read back out of the PDF. */
final class Clusters {
    /** Nearly every glyph reads as one of these: one string each, not one a glyph. */
    private static final String[] LETTERS =
            IntStream.range(0, 0x600).mapToObj(Character::toString).toArray(String[]::new);

    private Clusters() {}

    /**
     * From left to right a letter and its marks are one cluster: readers that go by where a mark stands would put it
     * elsewhere. From right to left they turn a cluster of several characters around, so there each keeps its own.
     *
     * @param clusters for each glyph the index of its first character; ascending, equal within a cluster
     */
    static @Nullable String[] texts(String run, int[] gids, int[] clusters, boolean rightToLeft) {
        @Nullable String[] texts = new @Nullable String[gids.length];
        for (int first = 0; first < gids.length; ) {
            int next = first + 1;
            while (next < gids.length
                    && (clusters[next] == clusters[first]
                            || (!rightToLeft && Scripts.combines(run.codePointAt(clusters[next]))))) {
                next++;
            }
            int from = first == 0 ? 0 : clusters[first];
            texts[first] = text(run, from, next < gids.length ? clusters[next] : run.length());
            first = next;
        }
        return texts;
    }

    private static String text(String run, int from, int to) {
        boolean letter = to - from == 1 && run.charAt(from) < LETTERS.length;
        return letter ? LETTERS[run.charAt(from)] : run.substring(from, to);
    }
}
