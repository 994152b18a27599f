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
}
