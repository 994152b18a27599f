package org.postern.compose;

import jakarta.ws.rs.NotFoundException;
import org.postern.typeset.Typesetting;

/** One page as a picture, made from the very PDF. */
final class PagePicture {
    /** Small enough for an old phone over Tor; the large one is a link. */
    private static final int DPI = 72;

    private static final int LARGE_DPI = 150;

    private PagePicture() {}

    /**
     * @param number from 1
     * @param dpi anything above the small size gives the large one
     */
    static byte[] of(Typesetting set, int number, int dpi) {
        if (!set.findings().isEmpty() || number < 1 || number > set.pages()) {
            throw new NotFoundException();
        }
        return set.png(number - 1, dpi > DPI ? LARGE_DPI : DPI);
    }
}
