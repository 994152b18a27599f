package org.postern.typeset;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * What of a page shows through the window while the folded sheet slides in its envelope. Millimetres of the page.
 *
 * @param always shows wherever the sheet lies: the address belongs here; width or height 0 where nothing always shows
 * @param may shows in some position: nothing else belongs here
 */
record WindowFit(Window always, Window may) {

    /** @param sheetHeight folded; the page's top lies at the folded sheet's top */
    static WindowFit of(Envelope envelope, double sheetWidth, double sheetHeight) {
        double playX = Math.max(0, envelope.width() - sheetWidth);
        double playY = Math.max(0, envelope.height() - sheetHeight);
        double x = envelope.left();
        double y = envelope.top();
        double width = envelope.windowWidth();
        double height = envelope.windowHeight();
        return new WindowFit(
                new Window(x, y, Math.max(0, width - playX), Math.max(0, height - playY)),
                new Window(x - playX, y - playY, width + playX, height + playY));
    }

    /**
     * As above for a sheet folded at these heights. The first fold is the packet's lower edge, so where the first part is
     * not the tallest, as in DIN 5008 A, the page begins below the packet's top.
     */
    static WindowFit of(Envelope envelope, PageSize paper, List<Double> folds) {
        var edges = new ArrayList<Double>(folds);
        edges.add(0d);
        edges.add(paper.height());
        Collections.sort(edges);
        double tallest = 0;
        for (int i = 0; i + 1 < edges.size(); i++) {
            tallest = Math.max(tallest, edges.get(i + 1) - edges.get(i));
        }
        WindowFit packet = of(envelope, paper.width(), tallest);
        double hidden = tallest - edges.get(1);
        return new WindowFit(packet.always.moved(0, -hidden), packet.may.moved(0, -hidden));
    }

    /**
     * What shows on a page of this stationery, by all its envelopes and its tolerance; its window alone where no envelope is
     * known.
     *
     * @return nothing where the stationery prints no address
     */
    static Optional<WindowFit> of(Stationery stationery) {
        Window window = stationery.window();
        if (window == null) {
            return Optional.empty();
        }
        PageSize paper = stationery.size(Paper.A4);
        WindowFit all = null;
        for (Envelope envelope : stationery.envelopes()) {
            List<Double> folds = envelope.folds().isEmpty() ? stationery.foldMarks() : envelope.folds();
            WindowFit one = of(envelope, paper, folds);
            all = all == null ? one : all.and(one);
        }
        WindowFit exact = all == null ? new WindowFit(window, window) : all;
        return Optional.of(exact.within(stationery.tolerance()).on(paper));
    }

    /** What holds for either of two envelopes. */
    WindowFit and(WindowFit other) {
        double left = Math.max(always.x(), other.always.x());
        double top = Math.max(always.y(), other.always.y());
        double right = Math.min(always.right(), other.always.right());
        double bottom = Math.min(always.bottom(), other.always.bottom());
        double x = Math.min(may.x(), other.may.x());
        double y = Math.min(may.y(), other.may.y());
        return new WindowFit(
                new Window(left, top, Math.max(0, right - left), Math.max(0, bottom - top)),
                new Window(
                        x,
                        y,
                        Math.max(may.right(), other.may.right()) - x,
                        Math.max(may.bottom(), other.may.bottom()) - y));
    }

    /** With so many millimetres for what is cut, folded and printed a little aside. */
    WindowFit within(double tolerance) {
        return new WindowFit(always.grown(-tolerance), may.grown(tolerance));
    }

    /** Only what is on the sheet. */
    WindowFit on(PageSize paper) {
        double x = Math.max(0, may.x());
        double y = Math.max(0, may.y());
        return new WindowFit(
                always,
                new Window(x, y, Math.min(paper.width(), may.right()) - x, Math.min(paper.height(), may.bottom()) - y));
    }
}
