package org.postern.compose;

import org.postern.directory.Objection;
import org.postern.web.View;

/** An objection in the reader's language. */
public final class ObjectionWords {
    private ObjectionWords() {}

    public static String of(Objection objection, View view) {
        return view.against(objection.key(), objection.arguments());
    }

    /** The same; what cannot be printed is hard to see, so its place is named by the words before it. */
    public static String placed(Objection objection, View view) {
        String words = of(objection, view);
        return afterItsQuote(objection) ? view.t("writing.after", objection.quote()) + " " + words : words;
    }

    /** @return whether the quoted words stand before the fault instead of being it */
    public static boolean afterItsQuote(Objection objection) {
        return objection.quote() != null && objection.key().startsWith("finding.");
    }
}
