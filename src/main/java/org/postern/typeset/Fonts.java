package org.postern.typeset;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The faces at hand and the order in which they are asked: the stationery's family, Noto Sans for the other scripts,
 * DejaVu for Armenian and signs, then whatever the caller's folders hold, by file name. A face is read when first asked.
 */
final class Fonts {
    private static final List<String> STYLES = List.of("Regular", "Bold", "Italic", "BoldItalic");
    private static final List<String> SHIPPED = List.of("LiberationSerif", "LiberationSans", "LiberationMono");
    private static final List<String> FALLBACK = List.of("NotoSans", "NotoSansMerged", "DejaVuSans");

    /** family to style to face; families in the order in which they are asked. */
    private final Map<String, Map<String, Lazy>> families = new LinkedHashMap<>();

    private final Map<FontStyle, List<Lazy>> chains = new ConcurrentHashMap<>();

    private Fonts() {}

    /** @param folders searched for {@code *.ttf}, not their subfolders; one that does not exist is skipped */
    static Fonts in(List<Path> folders) {
        var fonts = new Fonts();
        SHIPPED.forEach(family -> STYLES.forEach(style -> fonts.shipped(family, style, family + "-" + style)));
        fonts.shipped("NotoSansMerged", "Regular", "NotoSansMerged-Regular");
        fonts.shipped("NotoSansMerged", "Bold", "NotoSansMerged-Bold");
        // the merged bold has thin commas and full stops; the plain one is right for Latin, Cyrillic and Greek
        fonts.shipped("NotoSans", "Bold", "NotoSans-Bold");
        fonts.same("NotoSans", "Regular", "NotoSansMerged");
        fonts.shipped("DejaVuSans", "Regular", "DejaVuSans");
        fonts.shipped("DejaVuSans", "Bold", "DejaVuSans-Bold");
        folders.forEach(fonts::folder);
        return fonts;
    }

    private void shipped(String family, String style, String file) {
        add(family, style, new Lazy(file, () -> {
            try (InputStream in = Fonts.class.getResourceAsStream("/fonts/" + file + ".ttf")) {
                if (in == null) {
                    throw new IllegalStateException("font missing from the build: " + file);
                }
                return in.readAllBytes();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }));
    }

    private void same(String family, String style, String as) {
        Lazy face = families.getOrDefault(as, Map.of()).get(style);
        if (face != null) {
            add(family, style, face);
        }
    }

    private void folder(Path folder) {
        if (!Files.isDirectory(folder)) {
            return;
        }
        var files = new TreeMap<String, Path>();
        try (var found = Files.newDirectoryStream(folder, "*.ttf")) {
            found.forEach(path -> files.put(path.getFileName().toString(), path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        files.forEach((name, path) -> {
            String base = name.substring(0, name.length() - 4);
            int dash = base.lastIndexOf('-');
            String style = dash < 0 ? "Regular" : base.substring(dash + 1);
            boolean known = STYLES.contains(style);
            add(known && dash > 0 ? base.substring(0, dash) : base, known ? style : "Regular", new Lazy(base, () -> {
                try {
                    return Files.readAllBytes(path);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }));
        });
    }

    private void add(String family, String style, Lazy face) {
        families.computeIfAbsent(family, key -> new LinkedHashMap<>()).putIfAbsent(style, face);
    }

    boolean has(String family) {
        return families.containsKey(family);
    }

    /** The face that sets the whole text; failing that null, and the text is to be tried in smaller parts. */
    @Nullable
    Face faceFor(FontStyle style, CharSequence text, int from, int to) {
        for (Lazy lazy : chains.computeIfAbsent(style, this::chain)) {
            Face face = lazy.face();
            if (face != null && face.covers(text, from, to)) {
                return face;
            }
        }
        return null;
    }

    /** The first face of the chain: it gives the spaces and the height of lines. */
    Face first(FontStyle style) {
        for (Lazy lazy : chains.computeIfAbsent(style, this::chain)) {
            Face face = lazy.face();
            if (face != null) {
                return face;
            }
        }
        throw new IllegalStateException("no readable font");
    }

    private List<Lazy> chain(FontStyle style) {
        var chain = new ArrayList<Lazy>();
        addStyled(chain, style.family(), style);
        FALLBACK.forEach(family -> addStyled(chain, family, style));
        families.keySet().stream()
                .filter(family -> !SHIPPED.contains(family) && !FALLBACK.contains(family))
                .forEach(family -> addStyled(chain, family, style));
        return List.copyOf(chain);
    }

    /** Where a family has no italic, emphasis is bold: a slanted copy of an upright face is nobody's design. */
    private void addStyled(List<Lazy> chain, String family, FontStyle style) {
        var faces = families.getOrDefault(family, Map.of());
        String wanted = style.bold() ? style.italic() ? "BoldItalic" : "Bold" : style.italic() ? "Italic" : "Regular";
        for (String name : List.of(wanted, style.bold() || style.italic() ? "Bold" : "Regular", "Regular")) {
            Lazy face = faces.get(name);
            if (face != null && !chain.contains(face)) {
                chain.add(face);
            }
        }
        if (chain.isEmpty()) {
            chain.addAll(faces.values());
        }
    }

    /** A font file that is read once, when a character first asks for it. A broken one is as if it were not there. */
    private static final class Lazy {
        private final String name;
        private final Supplier<byte[]> file;
        private boolean tried;
        private @Nullable Face face;

        Lazy(String name, Supplier<byte[]> file) {
            this.name = name;
            this.file = file;
        }

        synchronized @Nullable Face face() {
            if (!tried) {
                tried = true;
                try {
                    face = Face.read(name, file.get());
                } catch (IOException | UncheckedIOException e) {
                    System.getLogger(Fonts.class.getName())
                            .log(System.Logger.Level.WARNING, "font " + name + " cannot be used: " + e.getMessage());
                }
            }
            return face;
        }
    }
}
