package org.postern.typeset;

import org.jspecify.annotations.Nullable;

/**
 * A shaped run, in the order of its text. Positions in em from the run's left edge, y up.
 *
 * <p>{@code texts[i]} is what glyph i reads as; null continues the glyph before it (one cluster of several glyphs).
 */
final class Glyphs {
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
}
