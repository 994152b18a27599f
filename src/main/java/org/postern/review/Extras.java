package org.postern.review;

import org.postern.web.Form;

/**
 * What a translator typed beside the text: it stands there again when it could not be taken.
 *
 * @param wrong the message that says why not; empty for nothing
 * @param field the id of the field it is about
 * @param about the paragraph that the question is about, {@code 0} for the whole
 * @param why why a mark is not taken
 */
public record Extras(
        String wrong,
        String field,
        String question,
        String about,
        String term,
        String meaning,
        String note,
        String why) {
    static final Extras NONE = new Extras("", "", "", "0", "", "", "", "");

    static Extras of(Form form, String wrong, String field) {
        return new Extras(
                wrong,
                field,
                form.text("question"),
                form.text("about"),
                form.text("term"),
                form.text("meaning"),
                form.text("note"),
                "");
    }
}
