package org.postern.site;

/** Where a site's return address may stand; words {@code site.return.<name>}. */
public enum ReturnAddress {
    /** Above the address in a window, and on envelopes that are printed. */
    EVERYWHERE,
    /** Only on envelopes that are printed: never on the letter itself. */
    ENVELOPE,
    /** Nowhere. */
    NONE
}
