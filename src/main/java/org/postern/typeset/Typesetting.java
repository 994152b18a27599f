package org.postern.typeset;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A letter that has been set: what is in its way, its pages, and the same pages as PDF and as pictures. */
public final class Typesetting {
    private final About about;
    private final List<Page> pages;
    private final List<Finding> findings;
    private final List<Extent> address;
    private volatile byte @Nullable [] pdf;

    Typesetting(About about, List<Page> pages, List<Finding> findings, List<Extent> address) {
        this.about = about;
        this.pages = pages;
        this.findings = findings;
        this.address = address;
    }

    /** Why it cannot be printed; empty when it can. */
    public List<Finding> findings() {
        return findings;
    }

    /** Pages, counted as if the findings were mended; 0 when the text is beyond all bounds. */
    public int pages() {
        return pages.size();
    }

    /** Lines of writing on the last page, without its foot; 0 when there is no page. */
    public int linesOnLastPage() {
        return pages.isEmpty() ? 0 : pages.get(pages.size() - 1).lines();
    }

    /** Where each address line stands on the first page; empty where the stationery prints no address. */
    public List<Extent> address() {
        return address;
    }

    /**
     * The letter as PDF; the same manuscript, options and stationery give the same bytes.
     *
     * @throws IllegalStateException while there are findings
     */
    public byte[] pdf() {
        byte[] known = pdf;
        if (known == null) {
            known = Painter.pdf(about, printable());
            pdf = known;
        }
        return known.clone();
    }

    /**
     * A page as a grey PNG, drawn from {@link #pdf} itself.
     *
     * @param pageIndex from 0
     * @param dpi 110 for a screen
     * @throws IllegalStateException while there are findings
     */
    public byte[] png(int pageIndex, int dpi) {
        byte[] file = pdf();
        return RecentPictures.SHARED.of(file, pageIndex, dpi, () -> Preview.png(file, pageIndex, dpi));
    }

    About about() {
        return about;
    }

    List<Page> printable() {
        if (!findings.isEmpty()) {
            throw new IllegalStateException("not printable: " + findings.get(0).field() + " "
                    + findings.get(0).kind());
        }
        return pages;
    }
}
