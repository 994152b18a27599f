package org.postern.typeset;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A font that is looked at when a text first asks for it and read when it has the text. A broken one is as none. */
final class FontFile {
    private interface Source<T> {
        T get() throws IOException;
    }

    private final String name;
    private final Source<byte[]> bytes;
    /** Null for a font that is known to be good. */
    private final @Nullable Source<Coverage> look;

    private @Nullable Coverage coverage;
    private boolean tried;
    private @Nullable Face face;

    private FontFile(String name, Source<byte[]> bytes, @Nullable Source<Coverage> look) {
        this.name = name;
        this.bytes = bytes;
        this.look = look;
    }

    static FontFile shipped(String name) {
        return new FontFile(
                name,
                () -> {
                    try (InputStream in = FontFile.class.getResourceAsStream("/fonts/" + name + ".ttf")) {
                        if (in == null) {
                            throw new IllegalStateException("font missing from the build: " + name);
                        }
                        return LayoutScripts.oneEach(in.readAllBytes());
                    }
                },
                null);
    }

    /** @param member which of a collection, from 0; 0 for a font alone */
    static FontFile at(String name, Path path, int member) {
        return new FontFile(
                name,
                () -> member == 0 && !FontFolders.isCollection(path)
                        ? Files.readAllBytes(path)
                        : Sfnt.in(path).get(member).alone(),
                () -> Coverage.of(Sfnt.in(path).get(member)));
    }

    String name() {
        return name;
    }

    /** What the file says of itself; read once. */
    synchronized @Nullable Coverage coverage() {
        if (coverage == null && look != null) {
            try {
                coverage = look.get();
            } catch (IOException | RuntimeException e) {
                coverage = Coverage.refused(String.valueOf(e.getMessage()));
            }
            if (!coverage.refused().isEmpty()) {
                warn(coverage.refused());
            }
        }
        return coverage;
    }

    /** The face if it has every character of the text. */
    @Nullable
    Face covering(CharSequence text, int from, int to) {
        Coverage known = coverage();
        if (known != null && !known.covers(text, from, to)) {
            return null;
        }
        Face read = face();
        return read != null && read.covers(text, from, to) ? read : null;
    }

    synchronized @Nullable Face face() {
        if (!tried) {
            tried = true;
            Coverage known = coverage();
            if (known == null || known.refused().isEmpty()) {
                face = known == null ? shipped() : brought();
            }
        }
        return face;
    }

    private Face shipped() {
        try {
            return Face.read(name, bytes.get());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whatever is in somebody's file, letters are set. */
    private @Nullable Face brought() {
        try {
            Face read = Face.read(name, bytes.get());
            if (read.unitsPerEm() >= 16) {
                return read;
            }
            warn("it has no measure");
        } catch (IOException | RuntimeException e) {
            warn(String.valueOf(e.getMessage()));
        }
        return null;
    }

    private void warn(String why) {
        System.getLogger(Fonts.class.getName())
                .log(System.Logger.Level.WARNING, "font " + name + " cannot be used: " + why);
    }
}
