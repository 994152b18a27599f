package org.postern.typeset;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.Comparator;
import org.lwjgl.system.Configuration;

/**
 * Where HarfBuzz's native library is unpacked. A JVM refuses to load one file from two class loaders, so every
 * deployment of the WAR into a running server unpacks into a folder of its own; the ones left by earlier runs go.
 */
final class Natives {
    private static final Duration LEFT_BEHIND = Duration.ofDays(1);
    private static boolean ready;

    private Natives() {}

    /** Must run before the first touch of LWJGL; later calls in the same class loader change nothing. */
    static synchronized void unpackInto(Path folder) {
        if (ready) {
            return;
        }
        try {
            Files.createDirectories(folder);
            Path own = Files.createTempDirectory(folder, "hb");
            forgetOlderThan(Files.getLastModifiedTime(own), folder);
            Configuration.SHARED_LIBRARY_EXTRACT_PATH.set(own.toAbsolutePath().toString());
            ready = true;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot unpack native libraries into " + folder, e);
        }
    }

    private static void forgetOlderThan(FileTime now, Path folder) throws IOException {
        try (var siblings = Files.newDirectoryStream(folder, "hb*")) {
            for (Path sibling : siblings) {
                var age = Duration.between(Files.getLastModifiedTime(sibling).toInstant(), now.toInstant());
                if (age.compareTo(LEFT_BEHIND) > 0) {
                    delete(sibling);
                }
            }
        }
    }

    private static void delete(Path folder) {
        try (var inside = Files.walk(folder)) {
            for (Path path : inside.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException | UncheckedIOException e) {
            // Windows keeps a library that another process has loaded; the next start tries again
            return;
        }
    }
}
