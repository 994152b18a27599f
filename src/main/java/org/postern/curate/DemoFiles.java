package org.postern.curate;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What the demo shows: text files under {@code demo/}, listed in {@code demo/contents.txt}. */
final class DemoFiles {
    private DemoFiles() {}

    /** @return all files of one folder, in the order of the contents */
    static List<DemoFile> in(String folder) {
        return read("contents.txt")
                .lines()
                .filter(line -> line.startsWith(folder + "/"))
                .map(DemoFiles::file)
                .toList();
    }

    private static DemoFile file(String path) {
        String name = path.substring(path.indexOf('/') + 1).replaceFirst("\\.txt$", "");
        return DemoFile.parse(name, read(path));
    }

    private static String read(String path) {
        try (InputStream in = DemoFiles.class.getResourceAsStream("/demo/" + path)) {
            if (in == null) {
                throw new IllegalStateException("The demo has no file " + path);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
