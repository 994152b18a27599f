package org.postern.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Files under {@code templates/}: those of {@code postern.templates} first, then the WAR's own. Read anew each time, so
 * that a changed file is the next one used.
 */
@ApplicationScoped
public class TemplateFiles {
    private @Nullable Path overlay;

    /** For CDI's proxy only. */
    protected TemplateFiles() {}

    @Inject
    public TemplateFiles(Settings settings) {
        this.overlay = settings.templates().map(Path::toAbsolutePath).orElse(null);
    }

    /**
     * @param path below {@code templates/}, e.g. {@code mail/en/posted.txt}
     * @return its text, UTF-8; empty if there is none
     * @throws IllegalArgumentException if the path leads out of the folder
     */
    public Optional<String> text(String path) {
        return bytes(path).map(bytes -> new String(bytes, StandardCharsets.UTF_8));
    }

    /** The same, as bytes. */
    public Optional<byte[]> bytes(String path) {
        Path asked = Path.of(path);
        if (asked.isAbsolute() || !asked.equals(asked.normalize()) || asked.startsWith("..")) {
            throw new IllegalArgumentException("Not a template: " + path);
        }
        try {
            if (overlay != null && Files.isRegularFile(overlay.resolve(asked))) {
                return Optional.of(Files.readAllBytes(overlay.resolve(asked)));
            }
            try (InputStream in = TemplateFiles.class.getResourceAsStream("/templates/" + path)) {
                return in == null ? Optional.empty() : Optional.of(in.readAllBytes());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
