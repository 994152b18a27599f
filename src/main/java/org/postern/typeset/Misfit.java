package org.postern.typeset;

import java.util.Locale;

/**
 * What is wrong with a page in a window envelope.
 *
 * @param text the line, or what else stands there, e.g. {@code fold mark}
 * @param side for a hidden line, where it may be cut off; for what shows, where to move it
 * @param millimetres how much is cut off at most; how far to move it; above 0
 */
public record Misfit(Kind kind, String text, Side side, double millimetres) {

    /** The two ways to fail. */
    public enum Kind {
        /** A line of the address does not always show. */
        ADDRESS_HIDDEN,
        /** Something that is not the address may show. */
        OTHER_SHOWS
    }

    /** Of the window. */
    public enum Side {
        LEFT,
        TOP,
        RIGHT,
        BOTTOM
    }

    /** One English line, for logs and the tables of a designer. */
    public String line() {
        return String.format(
                Locale.ROOT,
                kind == Kind.ADDRESS_HIDDEN
                        ? "“%s” may be cut off at the %s by %.1f mm"
                        : "“%s” may show: move it %s by %.1f mm",
                text,
                side.name().toLowerCase(Locale.ROOT),
                millimetres);
    }
}
