package org.postern.typeset;

/**
 * How words look on a {@link Sheet}.
 *
 * @param family as in the font's file name, such as {@code NotoSans}
 * @param size in points
 * @param struck with a line through
 * @param inverse white on black, which survives a bad copier
 */
public record Type(
        String family, double size, boolean bold, boolean italic, Align align, boolean struck, boolean inverse) {

    /** Sans serif, upright, from the start of the line. */
    public static Type of(double size) {
        return new Type("NotoSans", size, false, false, Align.START, false, false);
    }

    /** @param points of the letters */
    public Type sized(double points) {
        return new Type(family, points, bold, italic, align, struck, inverse);
    }

    public Type strong() {
        return new Type(family, size, true, italic, align, struck, inverse);
    }

    /** For codes: all characters of one width, 0 and O apart. */
    public Type mono() {
        return new Type("LiberationMono", size, bold, italic, align, struck, inverse);
    }

    public Type serif() {
        return new Type("LiberationSerif", size, bold, italic, align, struck, inverse);
    }

    public Type aligned(Align other) {
        return new Type(family, size, bold, italic, other, struck, inverse);
    }

    public Type crossedOut() {
        return new Type(family, size, bold, italic, align, true, inverse);
    }

    public Type whiteOnBlack() {
        return new Type(family, size, bold, italic, align, struck, true);
    }

    /** Height of a line in mm. */
    double pitch() {
        return Page.mm((float) size) * 1.32;
    }

    FontStyle style() {
        return new FontStyle(family, bold, italic);
    }
}
