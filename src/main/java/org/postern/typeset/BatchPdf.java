package org.postern.typeset;

import java.io.OutputStream;
import java.util.List;

/**
 * Many letters and sheets in one PDF for a duplex printer: each begins on a front side, with an empty back before it where
 * the last one ended on a front. Pages leave memory as they are added; fonts are written once, on {@link #close}.
 */
public final class BatchPdf implements AutoCloseable {
    private final Painter painter;
    private boolean closed;

    BatchPdf(OutputStream out) {
        painter = new Painter(out);
    }

    /**
     * Adds a letter and tells the page it begins on, from 1; always odd.
     *
     * @throws IllegalStateException if the letter has findings
     */
    public int add(Typesetting letter) {
        return add(letter.about(), letter.printable());
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
