package org.postern.typeset;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The stationeries shipped with the program and those in the caller's folder, which come first. */
final class Stationeries {
    private static final String SHIPPED = "/templates/stationery";

    private final @Nullable Path overlay;
    private final Map<String, Stationery> known = new ConcurrentHashMap<>();

    /** @param templates a folder that has {@code stationery/<name>/stationery.properties}, or null */
    Stationeries(@Nullable Path templates) {
        this.overlay = templates == null ? null : templates.resolve("stationery");
    }

    /** Sorted. Those on the class path are found where it is made of folders, as in a server or a build, or of jars. */
    List<String> names() {
        var names = new TreeSet<String>();
        URL shipped = Stationeries.class.getResource(SHIPPED);
        try {
            if (shipped != null && "file".equals(shipped.getProtocol())) {
                addFolders(Path.of(shipped.toURI()), names);
            } else if (shipped != null) {
                try (var jar = FileSystems.newFileSystem(shipped.toURI(), Map.of())) {
                    addFolders(jar.getPath(SHIPPED), names);
                }
            }
            if (overlay != null && Files.isDirectory(overlay)) {
                addFolders(overlay, names);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
        return List.copyOf(names);
    }

    private static void addFolders(Path parent, Set<String> names) throws IOException {
        try (var folders = Files.newDirectoryStream(parent)) {
            for (Path folder : folders) {
                if (Files.exists(folder.resolve("stationery.properties"))) {
                    names.add(folder.getFileName().toString().replace("/", ""));
                }
            }
        }
    }

    @Nullable
    Stationery named(String name) {
        Stationery stationery = known.get(name);
        if (stationery == null && name.matches("[A-Za-z0-9][A-Za-z0-9_-]{0,63}")) {
            stationery = read(name);
            if (stationery != null) {
                known.put(name, stationery);
            }
        }
        return stationery;
    }

    private @Nullable Stationery read(String name) {
        try (InputStream in = open(name)) {
            if (in == null) {
                return null;
            }
            var properties = new Properties();
            try (Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
                properties.load(reader);
            }
            return Stationery.read(name, properties);
        } catch (IOException e) {
            throw new UncheckedIOException("stationery " + name + " cannot be read", e);
        }
    }

    private @Nullable InputStream open(String name) throws IOException {
        if (overlay != null) {
            Path file = overlay.resolve(name).resolve("stationery.properties");
            if (Files.exists(file)) {
                return Files.newInputStream(file);
            }
        }
        return Stationeries.class.getResourceAsStream(SHIPPED + "/" + name + "/stationery.properties");
    }
}
