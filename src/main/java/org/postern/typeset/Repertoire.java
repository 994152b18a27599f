package org.postern.typeset;

import java.util.BitSet;

/**
 * What most letters are made of. A letter whose glyphs are all in one of these carries that part of the face, which is
 * made once; the choice is the letter's alone, so the same letter stays the same file.
 */
enum Repertoire {
    WESTERN("ÀÿŒœŸŸﬁﬂ"),
    SLAVIC("ЀџҐґ"),
    TURKIC("ЀџҐҝҠңҪҫҮҹҺһӘәӢӣӨөӮӯ"),
    GREEK("΄ώ");

    /** It has at most so many times the glyphs that a letter needs. */
    static final int MOST = 4;

    /** First and last of each range: ASCII, spaces, dashes, quotation marks. */
    private static final String SIGNS = " ~\u00a0\u00a0§§««°°··»»\u2002…\u202f\u202f€€№№";

    private final String ranges;

    /** @param letters first and last of each range */
    Repertoire(String letters) {
        this.ranges = letters;
    }

    BitSet glyphs(Face face) {
        var glyphs = new BitSet();
        String all = SIGNS + ranges;
        for (int i = 0; i < all.length(); i += 2) {
            for (int letter = all.charAt(i); letter <= all.charAt(i + 1); letter++) {
                glyphs.set(face.glyph(letter));
            }
        }
        return glyphs;
    }
}
