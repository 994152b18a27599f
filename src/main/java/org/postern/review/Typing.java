package org.postern.review;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.postern.web.Form;

/**
 * What a translator's form holds of the text: a field a paragraph, or one for all where they do not go side by side.
 *
 * @param whole null where the form has a field a paragraph
 * @param paragraphs by number, from 1
 */
record Typing(@Nullable String whole, Map<Integer, String> paragraphs) {
    private static final int MOST = 1_000;

    static Typing of(Form form) {
        if (form.has("whole")) {
            return new Typing(form.raw("whole"), Map.of());
        }
        Map<Integer, String> typed = new TreeMap<>();
        for (int n = 1; n <= MOST; n++) {
            if (form.has("p" + n)) {
                typed.put(n, form.raw("p" + n));
            }
        }
        return new Typing(null, typed);
    }

    /**
     * A form never shortens a translation: a paragraph that it lacks stays as it was kept. One that was emptied is empty.
     *
     * @param count of the original's paragraphs
     * @param kept what was kept before; empty for nothing
     * @return the whole, as it is to be kept
     */
    String over(int count, String kept) {
        if (whole != null) {
            return Paragraphs.join(Paragraphs.of(whole));
        }
        List<String> before = kept.isEmpty() ? List.of() : Paragraphs.kept(kept);
        boolean sideBySide = before.isEmpty() || before.size() == count;
        if (paragraphs.isEmpty() || (!sideBySide && paragraphs.size() < count)) {
            return kept;
        }
        List<String> all = new ArrayList<>();
        for (int n = 1; n <= count; n++) {
            String old = sideBySide && n <= before.size() ? before.get(n - 1) : "";
            all.add(paragraphs.getOrDefault(n, old));
        }
        return Paragraphs.join(all);
    }

    /** @return what was typed, to be copied from where it cannot be kept */
    String text() {
        return whole != null ? whole : Paragraphs.join(List.copyOf(paragraphs.values()));
    }
}
