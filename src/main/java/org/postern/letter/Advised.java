package org.postern.letter;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.postern.letter.Advice.Passage;

/**
 * An advice beside the words that it is about.
 *
 * @param rows in the order of the letter
 * @param mended advice on words that are not in the letter any more
 */
public record Advised(Advice advice, List<Row> rows, List<Passage> mended) {
    /** The paragraph in which a passage stands: before it, itself, after it. */
    public record Row(String before, Passage passage, String after) {}

    private record Found(int at, Row row) {}

    /** @param body the letter as it is now, as its writer typed it */
    public static Advised of(Advice advice, String body) {
        List<Found> found = new ArrayList<>();
        List<Passage> mended = new ArrayList<>();
        for (Passage passage : advice.passages()) {
            int at = passage.quote().isEmpty() ? -1 : body.indexOf(passage.quote());
            if (at < 0) {
                mended.add(passage);
            } else {
                found.add(new Found(at, row(body, at, passage)));
            }
        }
        found.sort(Comparator.comparingInt(Found::at));
        return new Advised(advice, found.stream().map(Found::row).toList(), List.copyOf(mended));
    }

    private static Row row(String body, int at, Passage passage) {
        int end = at + passage.quote().length();
        int from = body.lastIndexOf("\n\n", at);
        int to = body.indexOf("\n\n", end);
        return new Row(
                body.substring(from < 0 ? 0 : from, at).stripLeading(),
                passage,
                body.substring(end, to < 0 ? body.length() : to).stripTrailing());
    }
}
