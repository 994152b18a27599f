package org.postern.typeset;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of a paragraph that no line end may cut, with the space behind it. Widths in em of the paragraph's size.
 *
 * @param pieces the word, shaped; parts of one script, style and direction in the order of the text
 * @param space the space behind it, empty or one piece; it vanishes at a line's end
 * @param endsLine a line end must follow
 * @param clings a word of one letter, or half of a compound beside a short one: it should not end a line
 * @param soft where the writer allows the word to be divided: indices in its text
 * @param hyphen what a line shows that ends here, inside a word; null where a line end needs no hyphen
 * @param whole the word that this is a part of; null for whole words
 */
record Segment(
        List<Piece> pieces,
        List<Piece> space,
        boolean endsLine,
        boolean clings,
        List<Integer> soft,
        @Nullable Piece hyphen,
        @Nullable Segment whole) {

    /** @param level the bidi level: odd runs from right to left */
    record Piece(Glyphs glyphs, int level, FontStyle style) {
        String text() {
            return glyphs.text;
        }
    }

    Segment(List<Piece> pieces, List<Piece> space, boolean endsLine, boolean clings) {
        this(pieces, space, endsLine, clings, List.of(), null, null);
    }

    float width() {
        return sum(pieces);
    }

    float spaceWidth() {
        return sum(space);
    }

    float hyphenWidth() {
        return hyphen == null ? 0 : hyphen.glyphs().width;
    }

    String text() {
        if (pieces.size() == 1) {
            return pieces.get(0).text();
        }
        var text = new StringBuilder();
        pieces.forEach(piece -> text.append(piece.text()));
        return text.toString();
    }

    /** Chinese and Japanese have no spaces: their lines are evened between the characters. */
    boolean evensBefore(Segment next) {
        if (!space.isEmpty() || pieces.isEmpty() || next.pieces.isEmpty()) {
            return false;
        }
        String text = pieces.get(pieces.size() - 1).text();
        return Scripts.ideographic(text.codePointBefore(text.length()))
                && Scripts.ideographic(next.pieces.get(0).text().codePointAt(0));
    }

    private static float sum(List<Piece> pieces) {
        float width = 0;
        for (int i = 0; i < pieces.size(); i++) {
            width += pieces.get(i).glyphs().width;
        }
        return width;
    }
}
