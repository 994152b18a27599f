package org.postern.typeset;

import org.jspecify.annotations.Nullable;

/**
 * A shaped run, in the order of its text. Positions in em from the run's left edge, y up.
 *
 * <p>{@code texts[i]} is what glyph i reads as; null continues the glyph before it (one cluster of several glyphs).
 */
final class Glyphs {
    /** In em; no reader sees a space in that. */
    private static final float NEARLY = 0.02f;

    private static final int MOST_BLANKS = 8;

    final Face face;
    final String text;
    final int[] gids;
    final float[] xs;
    final float[] ys;
    final @Nullable String[] texts;
    final float width;
    final boolean rightToLeft;
    /** ICU's number of the first script in the text; -1 where it has only signs that every script shares. */
    final int script;

    Glyphs(Face face, String text, int[] gids, float[] xs, float[] ys, @Nullable String[] texts, float width) {
        this.face = face;
        this.text = text;
        this.gids = gids;
        this.xs = xs;
        this.ys = ys;
        this.texts = texts;
        this.width = width;
        this.rightToLeft = xs.length > 1 && xs[0] > xs[xs.length - 1];
        this.script = Scripts.first(text);
    }

    /**
     * From left to right: a mark that is moved back under its letter ends before the letter does, and readers take what is
     * left for a space between words. Blanks behind it fill that, and end where the letter ends.
     */
    Glyphs closed() {
        int blank = face.glyph(' ');
        float wide = face.advance(blank);
        int blanks = 0;
        for (int i = 0; i < gids.length; i++) {
            blanks += blanks(i, wide);
        }
        if (blanks == 0 || blank == 0) {
            return this;
        }
        int count = gids.length + blanks;
        int[] closedGids = new int[count];
        float[] closedXs = new float[count];
        float[] closedYs = new float[count];
        @Nullable String[] closedTexts = new @Nullable String[count];
        int to = 0;
        for (int i = 0; i < gids.length; i++) {
            closedGids[to] = gids[i];
            closedXs[to] = xs[i];
            closedYs[to] = ys[i];
            closedTexts[to++] = texts[i];
            for (int left = blanks(i, wide); left > 0; left--) {
                closedGids[to] = blank;
                closedXs[to++] = end(i) - left * wide;
            }
        }
        return new Glyphs(face, text, closedGids, closedXs, closedYs, closedTexts, width);
    }

    /** How many blanks reach from the end of one glyph of several of a cluster to what follows. */
    private int blanks(int i, float wide) {
        boolean one = texts[i] == null || (i + 1 < gids.length && texts[i + 1] == null);
        float gap = one ? end(i) - xs[i] - face.advance(gids[i]) : 0;
        return gap < NEARLY || wide <= 0 ? 0 : (int) Math.min(MOST_BLANKS, Math.ceil(gap / wide));
    }

    private float end(int i) {
        return i + 1 == gids.length ? width : xs[i + 1];
    }
}
