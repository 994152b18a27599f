package org.postern.compose;

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

    /** @return what to keep where this one was before; null for none */
    byte @Nullable [] over(byte @Nullable [] before) {
        return jpeg != null ? jpeg : removed ? null : before;
    }
}
