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
 * structure. PDF counts y upwards, so every y is turned in {@link Writing} and {@link Drawings}.
 */
final class PageContent {
    private final Page page;
    private final Tongue tongue;
    private final Structure structure;
    private final Function<Face, EmbeddedFont> embedded;
    private final Set<EmbeddedFont> fonts = new LinkedHashSet<>();
    /** Latin-1: one char a byte, glyph codes as binary strings. */
    private final StringBuilder out = new StringBuilder(4096);

    private final Writing writing;
    private final Drawings drawings;

    /** The element that the marks belong to, and the one whose piece of the page is open. */
    private Tag tag = Tag.ARTIFACT;

    private @Nullable Tag open;
    private @Nullable String language;

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
        this.writing = new Writing(page.height(), out);
        this.drawings = new Drawings(page.height(), out, picture);
    }

    Set<EmbeddedFont> fonts() {
        return fonts;
    }

    List<Integer> pictures() {
        return drawings.pictures();
    }

    byte[] paint() {
        turn();
        for (Mark mark : page.marks()) {
            if (mark instanceof Mark.Run run) {
                enter(tag, true);
                speak(run);
                EmbeddedFont font = embedded.apply(run.glyphs().face);
                fonts.add(font);
                writing.run(run, font);
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
        writing.end();
        return out.toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    private void turn() {
        String width = PdfFile.number(page.width());
        String height = PdfFile.number(page.height());
        switch (page.turn()) {
            case 90 -> out.append("0 -1 1 0 0 ").append(width).append(" cm\n");
            case 180 ->
                out.append("-1 0 0 -1 ")
                        .append(width)
                        .append(' ')
                        .append(height)
                        .append(" cm\n");
            case 270 -> out.append("0 1 -1 0 ").append(height).append(" 0 cm\n");
            default -> {}
        }
    }

    /** What is painted next belongs to the element. */
    private void enter(Tag element, boolean text) {
        if (element == open && text == writing.begun()) {
            return;
        }
        leave();
        if (text) {
            writing.begin();
        } else {
            writing.end();
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
        writing.pause();
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
                writing.pause();
                out.append("/Span<</Lang(").append(other).append(")>>BDC\n");
                language = other;
            }
        }
    }

    private void endLanguage() {
        if (language != null) {
            writing.pause();
            out.append("EMC\n");
            language = null;
        }
    }
}
