package org.postern.typeset;

import java.util.List;

/**
 * A stretch of a paragraph that no line end may cut, with the space behind it. Widths in em of the paragraph's size.
 *
 * @param pieces the word, shaped; parts of one script, style and direction in the order of the text
 * @param space the space behind it, empty or one piece; it vanishes at a line's end
 * @param endsLine a line end must follow
 * @param clings a word of one letter that should not end a line
 */
record Segment(List<Piece> pieces, List<Piece> space, boolean endsLine, boolean clings) {

    /** @param level the bidi level: odd runs from right to left */
    record Piece(Glyphs glyphs, int level, FontStyle style) {
        String text() {
            return glyphs.text;
        }
    }

    float width() {
        return sum(pieces);
    }

    float spaceWidth() {
        return sum(space);
    }

    private static float sum(List<Piece> pieces) {
        float width = 0;
        for (Piece piece : pieces) {
            width += piece.glyphs().width;
        }
        return width;
    }
}
