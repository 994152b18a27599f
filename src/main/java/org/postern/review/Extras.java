package org.postern.review;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.postern.web.Form;

/**
 * What a translator typed beside the text: it stands there again until it was taken.
 *
 * @param wrong the message that says why it could not be taken; empty for nothing
 * @param field the id of the field it is about
 * @param about the paragraph that the question is about, {@code 0} for the whole
 * @param reasons why marks are not taken, by the id of the mark
 */
public record Extras(
        String wrong,
        String field,
        String question,
        String about,
        String term,
        String meaning,
        String note,
        Map<String, String> reasons) {
    static final Extras NONE = new Extras("", "", "", "0", "", "", "", Map.of());

    static Extras of(Form form) {
        return new Extras(
                "",
                "",
                form.text("question"),
                form.text("about"),
                form.text("term"),
                form.text("meaning"),
                form.text("note"),
                form.beginning("why-"));
    }

    /** @return the same, with what must be looked at */
    Extras but(String itsWrong, String itsField) {
        return new Extras(itsWrong, itsField, question, about, term, meaning, note, reasons);
    }

    /** @return the same after the question was asked */
    Extras asked() {
        return new Extras(wrong, field, "", "0", term, meaning, note, reasons);
    }

    /** @return the same after the word was added */
    Extras added() {
        return new Extras(wrong, field, question, about, "", "", "", reasons);
    }

    /** @return the same after these marks were answered */
    Extras answered(Collection<String> marks) {
        Map<String, String> left = new LinkedHashMap<>(reasons);
        left.keySet().removeAll(marks);
        return new Extras(wrong, field, question, about, term, meaning, note, left);
    }

    boolean isNothing() {
        return text().isEmpty();
    }

    /** @return all words, to copy from */
    String text() {
        return Stream.concat(Stream.of(question, term, meaning, note), reasons.values().stream())
                .filter(words -> !words.isEmpty())
                .collect(Collectors.joining("\n\n"));
    }
}
