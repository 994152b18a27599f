package org.postern.typeset;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/**
 * The operators that paint one page, in the order in which it is read, each piece marked with its element of the
 * structure. PDF counts y upwards, so every y is turned here and nowhere else.
 */
final class PageContent {
    private final Page page;
    private final Tongue tongue;
    private final Structure structure;
    private final Function<Face, EmbeddedFont> embedded;
    private final ToIntFunction<Mark.Picture> picture;
    private final Set<EmbeddedFont> fonts = new LinkedHashSet<>();
    private final List<Integer> pictures = new ArrayList<>();
    /** Latin-1: one char a byte, glyph codes as binary strings. */
    private final StringBuilder out = new StringBuilder(4096);

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
        this.picture = picture;
    }

    Set<EmbeddedFont> fonts() {
        return fonts;
    }

    List<Integer> pictures() {
        return pictures;
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
                drawing(mark);
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

    private void drawing(Mark mark) {
        if (mark instanceof Mark.Rule m) {
            String dash = m.dash() == 0 ? "[]0 d " : "[" + number(m.dash()) + "]0 d ";
            out.append("0 G ").append(number(m.thickness())).append(" w ").append(dash);
            out.append(point(m.x1(), m.y1()))
                    .append("m ")
                    .append(point(m.x2(), m.y2()))
                    .append("l S\n");
        } else if (mark instanceof Mark.Path m) {
            out.append("0 G []0 d 1 j 1 J ").append(number(m.thickness())).append(" w ");
            for (int i = 0; i + 1 < m.points().size(); i += 2) {
                out.append(point(m.points().get(i), m.points().get(i + 1))).append(i == 0 ? "m " : "l ");
            }
            out.append("S 0 j 0 J\n");
        } else if (mark instanceof Mark.Frame m) {
            out.append("0 G []0 d ").append(number(m.thickness())).append(" w ");
            out.append(rectangle(m.x(), m.y(), m.width(), m.height())).append("S\n");
        } else if (mark instanceof Mark.Fill m) {
            out.append(number(m.grey())).append(" g ");
            out.append(rectangle(m.x(), m.y(), m.width(), m.height())).append("f\n");
        } else if (mark instanceof Mark.Picture m) {
            int object = picture.applyAsInt(m);
            pictures.add(object);
            out.append("q ")
                    .append(number(m.width()))
                    .append(" 0 0 ")
                    .append(number(m.height()))
                    .append(' ');
            out.append(point(m.x(), m.y() + m.height()))
                    .append("cm /I")
                    .append(object)
                    .append(" Do Q\n");
        } else if (mark instanceof Mark.Code m) {
            modules(m);
        }
    }

    /** Dark modules in runs of a row, slightly overlapping downwards, so that no printer leaves hairlines between. */
    private void modules(Mark.Code code) {
        int count = code.modules().getWidth();
        float module = code.size() / count;
        out.append("0 g\n");
        for (int row = 0; row < count; row++) {
            for (int from = 0; from < count; from++) {
                if (code.modules().get(from, row)) {
                    int to = from;
                    while (to < count && code.modules().get(to, row)) {
                        to++;
                    }
                    out.append(
                            rectangle(code.x() + from * module, code.y() + row * module, (to - from) * module, module));
                    from = to;
                }
            }
        }
        out.append("f\n");
    }

    private String point(float x, float y) {
        return number(x) + " " + number(page.height() - y) + " ";
    }

    private String rectangle(float x, float y, float width, float height) {
        return point(x, y + height) + number(width) + " " + number(height) + " re ";
    }

    private static String number(double value) {
        return PdfFile.number(value);
    }
}
