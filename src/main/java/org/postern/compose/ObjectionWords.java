package org.postern.compose;

import java.util.List;
import org.postern.directory.Objection;
import org.postern.web.View;

/** An objection in the reader's language. */
public final class ObjectionWords {
    /** Messages whose first arguments are language tags, to be named. */
    private static final List<String> OF_LANGUAGES = List.of("objection.languages");

    private ObjectionWords() {}

    public static String of(Objection objection, View view) {
        Object[] arguments = objection.arguments().stream()
                .map(argument -> OF_LANGUAGES.contains(objection.key()) ? view.language(argument.toString()) : argument)
                .toArray();
        return view.t(objection.key(), arguments);
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
