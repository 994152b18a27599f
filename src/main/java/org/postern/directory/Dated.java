package org.postern.directory;

import java.util.List;

/**
 * One line of a timeline.
 *
 * @param when in the words of the source, e.g. "July 2023"
 */
public record Dated(String when, String what) {

    /** @param text "when | what" a line */
    public static List<Dated> all(String text) {
        return Lines.of(text).stream()
                .map(line -> line.split("\\s*\\|\\s*", 2))
                .map(parts -> parts.length == 2 ? new Dated(parts[0], parts[1]) : new Dated("", parts[0]))
                .toList();
    }
}
