package org.postern.typeset;

import java.util.ArrayList;
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

    double top() {
        return height - bottom - windowHeight;
    }

    /** @return whether the window lies on the envelope, and a sheet folded like this goes in */
    public boolean takes(Paper paper) {
        List<Double> edges = new ArrayList<>(folds);
        edges.add(0d);
        edges.add(paper.height());
        edges.sort(null);
        double tallest = 0;
        for (int i = 0; i + 1 < edges.size(); i++) {
            tallest = Math.max(tallest, edges.get(i + 1) - edges.get(i));
        }
        return left + windowWidth <= width
                && bottom + windowHeight <= height
                && tallest <= height
                && paper.width() <= width;
    }
}
