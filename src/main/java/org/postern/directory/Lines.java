package org.postern.directory;

import java.util.List;
import java.util.stream.Stream;

/** Text that organisers type: an item a line, or paragraphs with a blank line between. */
public final class Lines {
    private Lines() {}

    public static List<String> of(String text) {
        return text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    }

    public static List<String> paragraphs(String text) {
        return Stream.of(text.split("\\n\\s*\\n"))
                .map(String::strip)
                .filter(paragraph -> !paragraph.isEmpty())
                .toList();
    }
}
