package org.postern.compose;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postern.directory.Objection;

/**
 * The photo of a form, taken in.
 *
 * @param jpeg the chosen one, clean; null if none was chosen or it cannot be used
 * @param removed whether the one that was there goes
 * @param objection why the chosen file cannot be printed; the photo that was there before stays
 */
record TakenPhoto(
        byte @Nullable [] jpeg, boolean removed, @Nullable Objection objection) {
    static final TakenPhoto NONE = new TakenPhoto(null, false, null);
    private static final String KEY = "objection.photo.";
    private static final List<String> FAULTS =
            List.of("NOT_AN_IMAGE", "TOO_MANY_BYTES", "TOO_MANY_PIXELS", "SIDE_TOO_LONG", "BROKEN");

    /** @return what the address of the next page says of it, from the question mark on; empty while nothing is wrong */
    String toSay() {
        return objection == null ? "" : "?photo=" + objection.key().substring(KEY.length());
    }

    /** @param fault as {@link #toSay} wrote it; anything else is nothing */
    static @Nullable Objection said(@Nullable String fault) {
        return fault != null && FAULTS.contains(fault) ? Objection.blocks("photo", KEY + fault) : null;
    }

    /** @return what to keep where this one was before; null for none */
    byte @Nullable [] over(byte @Nullable [] before) {
        return jpeg != null ? jpeg : removed ? null : before;
    }
}
