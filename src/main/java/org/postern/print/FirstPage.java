package org.postern.print;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.postern.letter.Frozen;
import org.postern.letter.Pages;
import org.postern.site.PrintSite;
import org.postern.typeset.Stationery;
import org.postern.typeset.WindowPicture;

/** A small picture of a letter's first page with the envelope's window over it: what one looks at before printing. */
@ApplicationScoped
class FirstPage {
    private static final int DPI = 40;

    private Pages pages;

    @SuppressWarnings("NullAway.Init")
    protected FirstPage() {}

    @Inject
    FirstPage(Pages pages) {
        this.pages = pages;
    }

    /** @return a PNG, A4 at 40 dots an inch: about 330 by 470 */
    byte[] draw(Frozen letter, PrintSite site) {
        Stationery stationery = pages.stationery(letter.manuscript().stationery(), site);
        return WindowPicture.page(pages.set(letter), stationery, DPI);
    }
}
