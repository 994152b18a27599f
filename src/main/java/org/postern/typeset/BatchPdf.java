package org.postern.typeset;

import java.io.OutputStream;
import java.util.List;

/**
 * Many letters and sheets in one PDF for a duplex printer: each begins on a front side, with an empty back before it where
 * the last one ended on a front. Pages leave memory as they are added; fonts are written once, on {@link #close}.
 */
public final class BatchPdf implements AutoCloseable {
    private final Painter painter;
    private final Shaper shaper;
    private boolean closed;

    BatchPdf(OutputStream out, Shaper shaper) {
        painter = new Painter(out);
        this.shaper = shaper;
    }

    /**
     * Adds a letter and tells the page it begins on, from 1; always odd.
     *
     * @throws IllegalStateException if the letter has findings
     */
    public int add(Typesetting letter) {
        return add(letter.about(), letter.printable());
    }

    /**
     * Adds a letter that says on each sheet's front whose it is; only where the place lets such marks through.
     *
     * @param mark such as {@code B0127-034}, ASCII
     * @throws IllegalStateException if the letter has findings
     */
    public int add(Typesetting letter, String mark) {
        return add(letter.about(), SheetMark.on(letter.printable(), mark, null, shaper));
    }

    /**
     * Adds a letter that also carries its code, for scanners and for people, in the foot of each sheet's front. The lower
     * margin must be 25 mm at least, as those of all sheets but the card's.
     *
     * @param code at most 16 characters of capitals, digits and hyphens
     * @throws IllegalStateException if the letter has findings
     */
    public int add(Typesetting letter, String mark, String code) {
        return add(letter.about(), SheetMark.on(letter.printable(), mark, code, shaper));
    }

    /** Adds a sheet and tells the page it begins on, from 1; always odd. */
    public int add(Sheet sheet) {
        return add(sheet.about(), sheet.finished());
    }

    /** Pages so far, empty backs counted; always even. */
    public int pages() {
        return painter.pages();
    }

    private int add(About about, List<Page> pages) {
        int first = painter.pages() + 1;
        painter.add(about, pages);
        if (pages.size() % 2 == 1) {
            painter.blank(pages.get(pages.size() - 1));
        }
        return first;
    }

    /** Completes the file; the stream stays open. */
    @Override
    public void close() {
        if (!closed) {
            closed = true;
            painter.end();
        }
    }
}
