package org.postern.site;

import org.postern.typeset.Paper;

/** What a letter weighs. */
public final class Weight {
    private Weight() {}

    /**
     * Weighs it.
     *
     * @param gsm weight of a sheet, grams a square metre
     * @param envelope grams; 0 for a card
     * @param enclosed grams of what else is in it
     * @return grams
     */
    public static double of(int sheets, Paper paper, int gsm, double envelope, double enclosed) {
        return sheets * paper.width() * paper.height() / 1_000_000 * gsm + envelope + enclosed;
    }
}
