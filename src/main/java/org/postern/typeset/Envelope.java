package org.postern.typeset;

import java.util.List;

/**
 * An envelope, with a window or without. Millimetres.
 *
 * @param left of the window, from the envelope's left edge
 * @param bottom of the window, from the envelope's lower edge, as makers of envelopes give it
 * @param windowWidth 0 where there is none
 * @param folds where a sheet for it is folded, from the sheet's top; empty: at the stationery's marks
 */
public record Envelope(
        String name,
        double width,
        double height,
        double left,
        double bottom,
        double windowWidth,
        double windowHeight,
        List<Double> folds) {

    /** Without a window. */
    public static Envelope closed(String name, double width, double height, List<Double> folds) {
        return new Envelope(name, width, height, 0, 0, 0, 0, folds);
    }

    public boolean hasWindow() {
        return windowWidth > 0;
    }

    /** @return its name and measures as one asks for it in a shop */
    public String size() {
        return name + ", " + number(width) + " × " + number(height) + " mm";
    }

    private static String number(double value) {
        return value == Math.rint(value) ? String.valueOf((long) value) : String.valueOf(value);
    }

    /**
     * Where its window lies over a sheet that was pushed into its lower left corner.
     *
     * @param folded where the sheet is folded, from its top
     */
    public Window window(double sheetHeight, List<Double> folded) {
        double first = folded.isEmpty() ? sheetHeight : folded.get(0);
        return new Window(left, first - bottom - windowHeight, windowWidth, windowHeight);
    }

    double top() {
        return height - bottom - windowHeight;
    }
}
