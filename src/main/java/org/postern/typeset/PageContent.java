package org.postern.typeset;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/**
 * The operators that paint one page, in the order in which it is read, each piece marked with its element of the
 * structure. PDF counts y upwards, so every y is turned here and in {@link Drawings}.
 */
final class PageContent {
    private final Page page;
    private final Tongue tongue;
    private final Structure structure;
    private final Function<Face, EmbeddedFont> embedded;
    private final Set<EmbeddedFont> fonts = new LinkedHashSet<>();
    /** Latin-1: one char a byte, glyph codes as binary strings. */
    private final StringBuilder out = new StringBuilder(4096);

    private final Drawings drawings;

    private @Nullable Glyphs current;
    private float currentSize;
    private float currentGrey;
    /** The element that the marks belong to, and the one whose piece of the page is open. */
    private Tag tag = Tag.ARTIFACT;

    private @Nullable Tag open;
    private @Nullable String language;
    private boolean inText;
    private boolean inArray;
    private boolean inString;
    /** Where the next glyph would stand by itself, and the baseline. */
    private double pen;

    private float baseline;

    /** @param language BCP 47 of the page */
    PageContent(
            Page page,
            String language,
            Function<Face, EmbeddedFont> embedded,
            ToIntFunction<Mark.Picture> picture,
            Structure structure) {
        this.page = page;
        this.tongue = Tongue.of(language);
        this.structure = structure;
        this.embedded = embedded;
        this.drawings = new Drawings(page.height(), out, picture);
    }

    Set<EmbeddedFont> fonts() {
        return fonts;
    }

    List<Integer> pictures() {
        return drawings.pictures();
    }

    byte[] paint() {
        for (Mark mark : page.marks()) {
            if (mark instanceof Mark.Run run) {
                enter(tag, true);
                text(run);
            } else if (mark instanceof Mark.Of of) {
                tag = of.tag();
                if (!tag.artifact()) {
                    structure.element(tag);
                }
            } else {
                enter(tag.kind() == Tag.Kind.FIGURE || tag.artifact() ? tag : Tag.ARTIFACT, false);
                drawings.add(mark);
            }
        }
        leave();
        endText();
        return out.toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    /** What is painted next belongs to the element. */
    private void enter(Tag element, boolean text) {
        if (element == open && text == inText) {
            return;
        }
        leave();
        if (text && !inText) {
            out.append("BT\n");
            inText = true;
            current = null;
            currentGrey = Float.NaN;
        } else if (!text) {
            endText();
        }
        open = element;
        switch (element.kind()) {
            case ARTIFACT -> out.append("/Artifact BMC\n");
            case HEADER -> out.append("/Artifact<</Type/Pagination/Subtype/Header/Attached[/Top]>>BDC\n");
            case FOOTER -> out.append("/Artifact<</Type/Pagination/Subtype/Footer/Attached[/Bottom]>>BDC\n");
            default ->
                out.append('/')
                        .append(element.kind().pdf())
                        .append("<</MCID ")
                        .append(structure.piece(element))
                        .append(">>BDC\n");
        }
    }

    private void leave() {
        endLanguage();
        endArray();
        if (open != null) {
            out.append("EMC\n");
            open = null;
        }
    }

    /** Signs that every script shares are read with the words before them. */
    private void speak(Mark.Run run) {
        int script = run.glyphs().script;
        String other = script < 0 || tag.artifact() ? language : tongue.other(script);
        if (!Objects.equals(other, language)) {
            endLanguage();
            if (other != null) {
                endArray();
                out.append("/Span<</Lang(").append(other).append(")>>BDC\n");
                language = other;
            }
        }
    }

    private void endLanguage() {
        if (language != null) {
            endArray();
            out.append("EMC\n");
            language = null;
        }
    }

    private void text(Mark.Run run) {
        speak(run);
        EmbeddedFont font = embedded.apply(run.glyphs().face);
        fonts.add(font);
        begin(run, font);
        Glyphs glyphs = run.glyphs();
        for (int i = 0; i < glyphs.gids.length; i++) {
            String text = glyphs.texts[i];
            boolean actual = text != null && i + 1 < glyphs.gids.length && glyphs.texts[i + 1] == null;
            if (actual) {
                endArray();
                out.append("/Span<</ActualText<FEFF")
                        .append(EmbeddedFont.utf16(text))
                        .append(">>>BDC\n");
            }
            // a reader that does not know ActualText finds the cluster at its first glyph
            glyph(run, font, i, text == null ? "" : text);
            if (text == null && (i + 1 == glyphs.gids.length || glyphs.texts[i + 1] != null)) {
                endArray();
                out.append("EMC\n");
            }
        }
    }

    private void begin(Mark.Run run, EmbeddedFont font) {
        if (currentGrey != run.grey()) {
            endArray();
            out.append(number(run.grey())).append(" g\n");
            currentGrey = run.grey();
        }
        if (current == null || current.face != run.glyphs().face || currentSize != run.size()) {
            endArray();
            out.append('/')
                    .append(font.resourceName())
                    .append(' ')
                    .append(number(run.size()))
                    .append(" Tf\n");
            currentSize = run.size();
        }
        current = run.glyphs();
    }

    private void glyph(Mark.Run run, EmbeddedFont font, int i, String text) {
        Glyphs glyphs = run.glyphs();
        double x = run.x() + glyphs.xs[i] * (double) run.size();
        float y = run.y() - glyphs.ys[i] * run.size();
        if (!inArray || y != baseline || Math.abs(x - pen) > 4 * run.size()) {
            endArray();
            out.append("1 0 0 1 ");
            PdfFile.number(out, x);
            out.append(' ');
            PdfFile.number(out, page.height() - y);
            out.append(" Tm\n[");
            inArray = true;
            pen = x;
            baseline = y;
        }
        long adjust = Math.round((pen - x) * 1000 / run.size());
        if (adjust != 0) {
            endString();
            out.append(adjust);
            pen -= adjust * run.size() / 1000d;
        }
        if (!inString) {
            out.append('(');
            inString = true;
        }
        int code = font.code(glyphs.gids[i], text);
        literal(code >> 8);
        literal(code & 0xFF);
        pen += font.width(glyphs.gids[i]) * run.size() / 1000;
    }

    private void literal(int value) {
        if (value == '\r') {
            out.append("\\r");
            return;
        }
        if (value == '(' || value == ')' || value == '\\') {
            out.append('\\');
        }
        out.append((char) value);
    }

    private void endString() {
        if (inString) {
            out.append(')');
            inString = false;
        }
    }

    private void endArray() {
        endString();
        if (inArray) {
            out.append("]TJ\n");
            inArray = false;
        }
    }

    private void endText() {
        endArray();
        if (inText) {
            out.append("ET\n");
            inText = false;
        }
    }

    private static String number(double value) {
        return PdfFile.number(value);
    }
}
