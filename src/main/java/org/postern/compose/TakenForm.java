package org.postern.compose;

import org.jspecify.annotations.Nullable;
import org.postern.directory.Objection;
import org.postern.web.Form;

/**
 * The form of a letter as it came, looked at before anything of it is stored.
 *
 * @param words all that was typed, its photo still apart
 * @param refusal why nothing of it can be taken now; it is given back in the page, every word
 */
record TakenForm(
        Form form, Typed words, TakenPhoto photo, @Nullable Objection refusal) {
    /** More photos at once than this machine can open. */
    static final Objection BUSY = Objection.blocks("photo", "objection.photo.BUSY");

    /** A photo is opened only with words that can be kept. */
    static TakenForm of(Form form, String pageLanguage, Darkroom darkroom) {
        Typed words = Typed.of(form, pageLanguage);
        Objection tooLong = words.tooLong();
        TakenPhoto photo = tooLong == null ? photo(form, darkroom) : TakenPhoto.NONE;
        return new TakenForm(form, words, photo, BUSY.equals(photo.objection()) ? BUSY : tooLong);
    }

    private static TakenPhoto photo(Form form, Darkroom darkroom) {
        byte[] chosen = form.file("photo");
        return chosen == null ? new TakenPhoto(null, form.has("removePhoto"), null) : darkroom.develop(chosen);
    }

    /** @return the HTTP status of a refusal: too large, or too much at once */
    int refusedWith() {
        return BUSY.equals(refusal) ? 503 : 413;
    }

    /** @param before the photo that was there */
    Typed typed(byte @Nullable [] before) {
        return words.with(photo.over(before));
    }

    boolean wants(String button) {
        return form.has(button);
    }
}
