package org.postern.review;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/** Our own data beside these classes: a line each, fields between bars, {@code #} for a comment. */
final class DataLines {
    private DataLines() {}

    /** @return the fields of each line, stripped */
    static List<List<String>> of(String file) {
        try (InputStream in = Objects.requireNonNull(DataLines.class.getResourceAsStream(file), file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> Arrays.stream(line.split("\\|", -1))
                            .map(String::strip)
                            .toList())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<String> commas(String field) {
        return Arrays.stream(field.split(",")).map(String::strip).toList();
    }
}
