package org.postern.letter;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * Passages that a reader blacked out: they stand in the writer's own words alone. Whoever reads, translates or prints the
 * letter gets blocks of one length instead, so that not even the length of a name is told.
 */
final class Blackouts {
    static final String BLOCK = "\u2588".repeat(6);

    /** ASCII made it to stand between parts of a text; nobody types it. */
    private static final String BETWEEN = "\u001e";

    private Blackouts() {}

    /** @return the words with each passage blacked out wherever it stands, also where two overlap */
    static Words in(Words words, List<String> passages) {
        String body = words.body();
        BitSet black = new BitSet(body.length());
        for (String passage : passages) {
            for (int at = body.indexOf(passage); at >= 0 && !passage.isEmpty(); at = body.indexOf(passage, at + 1)) {
                black.set(at, at + passage.length());
            }
        }
        StringBuilder seen = new StringBuilder();
        int from = 0;
        for (int at = black.nextSetBit(0); at >= 0; at = black.nextSetBit(from)) {
            seen.append(body, from, at).append(BLOCK);
            from = black.nextClearBit(at);
        }
        return words.saying(seen.append(body.substring(from)).toString());
    }

    static String text(List<String> passages) {
        return String.join(BETWEEN, passages);
    }

    static List<String> parse(String text) {
        return Arrays.stream(text.split(BETWEEN)).filter(one -> !one.isEmpty()).toList();
    }
}
