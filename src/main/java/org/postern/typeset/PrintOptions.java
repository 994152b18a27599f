package org.postern.typeset;

/**
 * What is known only when a letter is printed.
 *
 * @param sample every page says SAMPLE in its top margin: it must never be posted
 * @param colour the photo keeps its colours; otherwise it is printed in greys, which no facility refuses
 * @param paper the sheet in the printer; the stationery's margins hold on each
 */
public record PrintOptions(boolean sample, boolean colour, Paper paper) {

    /** A4, greys, no mark. */
    public static PrintOptions plain() {
        return new PrintOptions(false, false, Paper.A4);
    }

    /** A4, greys, every page marked SAMPLE. */
    public static PrintOptions asSample() {
        return new PrintOptions(true, false, Paper.A4);
    }
}
