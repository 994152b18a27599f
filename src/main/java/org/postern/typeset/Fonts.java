package org.postern.typeset;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The faces at hand and the order in which they are asked: the stationery's family, Noto Sans for the other scripts,
 * DejaVu for Armenian and signs, then whatever the caller's folders hold, by file name, then the machine's own. A face is
 * read when first asked.
 */
final class Fonts {
    private static final List<String> STYLES = List.of("Regular", "Bold", "Italic", "BoldItalic");
    private static final List<String> SHIPPED = List.of("LiberationSerif", "LiberationSans", "LiberationMono");
    private static final List<String> FALLBACK = List.of("NotoSans", "NotoSansMerged", "DejaVuSans");

    /** family to style to face; families in the order in which they are asked. */
    private final Map<String, Map<String, FontFile>> families = new LinkedHashMap<>();

    private final Map<FontStyle, List<FontFile>> chains = new ConcurrentHashMap<>();

    private final Set<String> told = ConcurrentHashMap.newKeySet();
    private final SystemFonts system;

    private Fonts(SystemFonts system) {
        this.system = system;
    }

    /** @param folders searched for {@code *.ttf} and {@code *.ttc}, subfolders too; one that does not exist is skipped */
    static Fonts in(List<Path> folders) {
        return in(folders, List.of());
    }

    /** @param system searched when no other font has a character */
    static Fonts in(List<Path> folders, List<Path> system) {
        var fonts = new Fonts(new SystemFonts(system));
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
        add(family, style, FontFile.shipped(file));
    }

    private void same(String family, String style, String as) {
        FontFile face = families.getOrDefault(as, Map.of()).get(style);
        if (face != null) {
            add(family, style, face);
        }
    }

    private void folder(Path folder) {
        FontFolders.files(folder).forEach((file, path) -> {
            for (FontFile font : FontFolders.fonts(file, path)) {
                String base = font.name();
                int dash = base.lastIndexOf('-');
                String style = dash < 0 ? "Regular" : base.substring(dash + 1);
                boolean known = STYLES.contains(style) && dash > 0;
                add(known ? base.substring(0, dash) : base, known ? style : "Regular", font);
            }
        });
    }

    private void add(String family, String style, FontFile face) {
        families.computeIfAbsent(family, key -> new LinkedHashMap<>()).putIfAbsent(style, face);
    }

    boolean has(String family) {
        return families.containsKey(family);
    }

    /** The face that sets the whole text; failing that null, and the text is to be tried in smaller parts. */
    @Nullable
    Face faceFor(FontStyle style, CharSequence text, int from, int to) {
        for (FontFile font : chains.computeIfAbsent(style, this::chain)) {
            Face face = font.covering(text, from, to);
            if (face != null) {
                return face;
            }
        }
        return system.faceFor(style, text, from, to);
    }

    /** Whoever runs the program learns once a run what is missing; no log says what was written. */
    void missing(int codePoint) {
        String script = Scripts.code(codePoint);
        if (told.add(script)) {
            System.getLogger(Fonts.class.getName())
                    .log(
                            System.Logger.Level.WARNING,
                            "no font has " + (script.isEmpty() ? "some signs" : Scripts.english(script) + " script")
                                    + " that somebody typed; " + Finding.remedy(codePoint));
        }
    }

    /** The first face of the chain: it gives the spaces and the height of lines. */
    Face first(FontStyle style) {
        for (FontFile font : chains.computeIfAbsent(style, this::chain)) {
            Face face = font.face();
            if (face != null) {
                return face;
            }
        }
        throw new IllegalStateException("no readable font");
    }

    private List<FontFile> chain(FontStyle style) {
        var chain = new ArrayList<FontFile>();
        addStyled(chain, style.family(), style);
        FALLBACK.forEach(family -> addStyled(chain, family, style));
        families.keySet().stream()
                .filter(family -> !SHIPPED.contains(family) && !FALLBACK.contains(family))
                .forEach(family -> addStyled(chain, family, style));
        return List.copyOf(chain);
    }

    /** Where a family has no italic, emphasis is bold: a slanted copy of an upright face is nobody's design. */
    private void addStyled(List<FontFile> chain, String family, FontStyle style) {
        var faces = families.getOrDefault(family, Map.of());
        String wanted = style.bold() ? style.italic() ? "BoldItalic" : "Bold" : style.italic() ? "Italic" : "Regular";
        for (String name : List.of(wanted, style.bold() || style.italic() ? "Bold" : "Regular", "Regular")) {
            FontFile face = faces.get(name);
            if (face != null && !chain.contains(face)) {
                chain.add(face);
            }
        }
        if (chain.isEmpty()) {
            chain.addAll(faces.values());
        }
    }
}
