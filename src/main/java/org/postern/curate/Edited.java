package org.postern.curate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.postern.directory.Objection;
import org.postern.web.Form;

/**
 * What an organiser typed over what is stored, so that nothing of it is lost and nobody's work is overwritten unseen.
 *
 * @param typed what stands in each field
 * @param stored what is stored in each field now: what this form was drawn over when it is sent again
 * @param theirs what somebody else stored meanwhile in a field that was typed over, too
 * @param objections all at once, by field
 */
public record Edited(
        Map<String, String> typed, Map<String, String> stored, Map<String, String> theirs, List<Objection> objections) {

    static Edited fresh(Map<String, String> stored) {
        return new Edited(stored, stored, Map.of(), List.of());
    }

    /** Three texts a field: mine, the one it was drawn over ({@code was-<field>}), and the one stored now. */
    static Edited of(Form form, Map<String, String> stored) {
        Map<String, String> typed = new LinkedHashMap<>();
        Map<String, String> theirs = new LinkedHashMap<>();
        stored.forEach((field, now) -> {
            String mine = form.has(field) ? tidy(field, form.text(field)) : now;
            String was = form.has("was-" + field) ? tidy(field, form.text("was-" + field)) : now;
            boolean untouched = mine.equals(was);
            typed.put(field, untouched ? now : mine);
            if (!untouched && !now.equals(was) && !now.equals(mine)) {
                theirs.put(field, now);
            }
        });
        return new Edited(typed, stored, theirs, List.of());
    }

    /** One line where the field has one. */
    private static String tidy(String field, String text) {
        return PersonFields.LONG.contains(field) ? text : text.replaceAll("\\s+", " ");
    }

    Edited against(List<Objection> found) {
        List<Objection> all = new ArrayList<>(objections);
        all.addAll(found);
        return new Edited(typed, stored, theirs, List.copyOf(all));
    }

    /** @return whether it may be saved */
    boolean isGood() {
        return theirs.isEmpty() && objections.isEmpty();
    }

    /** @return the fields that are not as stored */
    List<String> changes() {
        return typed.keySet().stream()
                .filter(field -> !get(field).equals(stored.get(field)))
                .toList();
    }

    public String get(String field) {
        return Objects.requireNonNull(typed.get(field), field);
    }

    public String was(String field) {
        return Objects.requireNonNull(stored.get(field), field);
    }

    public @Nullable String theirs(String field) {
        return theirs.get(field);
    }

    public Optional<Objection> objectionTo(String field) {
        return objections.stream()
                .filter(objection -> objection.field().equals(field))
                .findFirst();
    }
}
