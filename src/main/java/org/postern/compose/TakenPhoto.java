package org.postern.compose;

import org.jspecify.annotations.Nullable;
import org.postern.directory.Objection;
import org.postern.typeset.Photo;
import org.postern.web.Form;

/**
 * The photo of a form, taken in: decoded, turned upright, written anew from its pixels without place and time.
 *
 * @param jpeg what to keep; null for none
 * @param objection why the chosen file cannot be printed; the photo that was there before stays
 */
record TakenPhoto(byte @Nullable [] jpeg, @Nullable Objection objection) {

    static TakenPhoto of(Form form, byte @Nullable [] before) {
        byte[] chosen = form.file("photo");
        if (chosen == null) {
            return new TakenPhoto(form.has("removePhoto") ? null : before, null);
        }
        try {
            return new TakenPhoto(Photo.of(chosen).jpeg(), null);
        } catch (Photo.Unusable e) {
            return new TakenPhoto(before, Objection.blocks("photo", "objection.photo." + e.reason()));
        }
    }
}
