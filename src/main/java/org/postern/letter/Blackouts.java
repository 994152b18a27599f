package org.postern.letter;

import java.util.Arrays;
import java.util.Comparator;
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

    /** @return the words with each passage blacked out wherever it stands */
    static Words in(Words words, List<String> passages) {
        String body = words.body();
        // The longer first: one may be a part of another.
        for (String passage : passages.stream()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList()) {
            body = body.replace(passage, BLOCK);
        }
        return words.saying(body);
    }

    static String text(List<String> passages) {
        return String.join(BETWEEN, passages);
    }

    static List<String> parse(String text) {
        return Arrays.stream(text.split(BETWEEN)).filter(one -> !one.isEmpty()).toList();
    }
}
