package org.postern.journey;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What whoever carries the disk away can read. */
final class Disk {
    private static final List<Charset> WAYS_TO_WRITE =
            List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16BE, StandardCharsets.UTF_16LE);

    private Disk() {}

    /** @return the files below a folder, logs and write-ahead logs too, that hold these words in clear */
    static List<Path> filesThatSay(Path folder, String words) throws IOException {
        List<Path> found = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (says(file, words)) {
                    found.add(file);
                }
            }
        }
        return found;
    }

    private static boolean says(Path file, String words) throws IOException {
        try {
            // One byte is one character in Latin-1, so that looking for bytes is looking for text.
            String bytes = Files.readString(file, StandardCharsets.ISO_8859_1);
            return WAYS_TO_WRITE.stream()
                    .anyMatch(way -> bytes.contains(new String(words.getBytes(way), StandardCharsets.ISO_8859_1)));
        } catch (NoSuchFileException e) {
            return false; // A database removes its own files while we look.
        }
    }
}
