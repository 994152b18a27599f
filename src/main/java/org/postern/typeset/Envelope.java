package org.postern.typeset;

import java.util.List;

/**
 * An envelope with a window. Millimetres.
 *
 * @param left of the window, from the envelope's left edge
 * @param bottom of the window, from the envelope's lower edge, as makers of envelopes give it
 * @param folds where a sheet for it is folded, from the sheet's top; empty: at the stationery's marks
 */
record Envelope(
        String name,
        double width,
        double height,
        double left,
        double bottom,
        double windowWidth,
        double windowHeight,
        List<Double> folds) {

    double top() {
        return height - bottom - windowHeight;
    }
}
