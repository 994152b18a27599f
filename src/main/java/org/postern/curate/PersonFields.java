package org.postern.curate;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.postern.directory.Facility;
import org.postern.directory.Name;
import org.postern.directory.Objection;
import org.postern.directory.Official;
import org.postern.directory.Prisoner;
import org.postern.directory.Recipient;

/** A person as fields of a form: read from the directory, judged, and written back. */
final class PersonFields {
    /** Fields of many lines. */
    static final Set<String> LONG = Set.of(
            "story", "glad", "left-out", "interests", "timeline", "ask", "site-routes", "site-closed", "postage-steps");

    private static final int LONGEST = 20_000;
    private static final String LANGUAGE = "[a-z]{2,3}(-[A-Za-z]{2,4})?";
    private static final Map<String, Integer> MOST = Map.ofEntries(
            Map.entry("family", 120),
            Map.entry("given", 120),
            Map.entry("patronymic", 120),
            Map.entry("latin-family", 120),
            Map.entry("latin-given", 120),
            Map.entry("latin-patronymic", 120),
            Map.entry("language", 8),
            Map.entry("lead", 400),
            Map.entry("number", 40),
            Map.entry("reads", 80),
            Map.entry("since", 40),
            Map.entry("title", 200),
            Map.entry("office", 200),
            Map.entry("salutation", 200),
            Map.entry("agreed-by", 200),
            Map.entry("agreed-source", 300));

    private PersonFields() {}

    /** @return each field's text, empty for none */
    static Map<String, String> of(Recipient person) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("family", person.name().family());
        fields.put("given", person.name().given());
        fields.put("patronymic", text(person.name().patronymic()));
        fields.put("latin-family", person.latinName().family());
        fields.put("latin-given", person.latinName().given());
        fields.put("latin-patronymic", text(person.latinName().patronymic()));
        fields.put("language", person.language());
        if (person instanceof Prisoner prisoner) {
            Prisoner.Told told = prisoner.told();
            fields.put("gender", prisoner.gender().name());
            fields.put(
                    "birth", text(prisoner.birthDate() != null ? prisoner.birthDate() : (Object) prisoner.birthYear()));
            fields.put("number", text(prisoner.number()));
            fields.put("reads", String.join(" ", prisoner.reads()));
            fields.put("since", text(prisoner.imprisonedSince()));
            fields.put("lead", person.lead());
            fields.put("story", told.words().strip());
            fields.put("glad", told.glad().strip());
            fields.put("left-out", told.better().strip());
            fields.put("interests", told.likes().strip());
            fields.put("timeline", told.events().strip());
        } else if (person instanceof Official official) {
            fields.put("lead", person.lead());
            fields.put("title", official.title());
            fields.put("office", official.office());
            fields.put("salutation", official.salutation());
            fields.put("ask", official.ask().strip());
        }
        fields.put("agreed-by", text(person.agreedBy()));
        fields.put("agreed-on", text(person.agreedOn()));
        fields.put("agreed-source", text(person.agreedSource()));
        return fields;
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }

    /** @return all objections, at most one a field */
    static List<Objection> objections(Map<String, String> fields, boolean shown, LocalDate today) {
        List<Objection> all = new ArrayList<>();
        if (at(fields, "family").isEmpty() && at(fields, "given").isEmpty()) {
            all.add(Objection.blocks("family", "curate.fault.name"));
        }
        if (at(fields, "latin-family").isEmpty() && at(fields, "latin-given").isEmpty()) {
            all.add(Objection.blocks("latin-family", "curate.fault.name"));
        }
        for (String needed : List.of("lead", "title", "office", "salutation", "ask")) {
            if (fields.getOrDefault(needed, "-").isEmpty()) {
                all.add(Objection.blocks(needed, "curate.fault.needed"));
            }
        }
        if (!isLanguage(at(fields, "language"))) {
            all.add(Objection.blocks("language", "curate.fault.language"));
        }
        if (fields.containsKey("reads")
                && !languages(at(fields, "reads")).stream().allMatch(PersonFields::isLanguage)) {
            all.add(Objection.blocks("reads", "curate.fault.language"));
        }
        if (Arrays.stream(Prisoner.Gender.values())
                .noneMatch(gender -> gender.name().equals(fields.getOrDefault("gender", "THEY")))) {
            all.add(Objection.blocks("gender", "curate.fault.needed"));
        }
        String birth = fields.getOrDefault("birth", "");
        if (!birth.isEmpty() && !isBirth(birth, today)) {
            all.add(Objection.blocks("birth", "curate.fault.birth"));
        }
        all.addAll(againstConsent(fields, shown, today));
        fields.forEach((field, text) -> {
            int most = MOST.getOrDefault(field, LONGEST);
            if (text.length() > most) {
                all.add(Objection.blocks(field, "curate.fault.long", most));
            }
        });
        return all;
    }

    private static List<Objection> againstConsent(Map<String, String> fields, boolean shown, LocalDate today) {
        List<Objection> all = new ArrayList<>();
        if (shown) {
            for (String needed : List.of("agreed-by", "agreed-on", "agreed-source")) {
                if (at(fields, needed).isEmpty()) {
                    all.add(Objection.blocks(needed, "curate.fault.consent"));
                }
            }
        }
        String on = at(fields, "agreed-on");
        if (!on.isEmpty() && !isPast(on, today)) {
            all.add(Objection.blocks("agreed-on", "curate.fault.day"));
        }
        return all;
    }

    /** @return whether it is a tag of BCP 47, such as ru or zh-Hant */
    static boolean isLanguage(String text) {
        return text.length() <= 8 && text.matches(LANGUAGE);
    }

    /** @return whether it is a day, such as 2026-11-22, that has come */
    static boolean isPast(String text, LocalDate today) {
        try {
            return !LocalDate.parse(text).isAfter(today);
        } catch (DateTimeParseException e) {
            return false;
        }
    }

    private static boolean isBirth(String text, LocalDate today) {
        if (text.matches("[0-9]{4}")) {
            int year = Integer.parseInt(text);
            return year >= 1900 && year <= today.getYear();
        }
        return isPast(text, today) && LocalDate.parse(text).getYear() >= 1900;
    }

    private static List<String> languages(String typed) {
        return Arrays.asList(typed.strip().split("[\\s,;]+"));
    }

    /** Writes good fields to a person. */
    static void onto(Recipient person, Map<String, String> fields) {
        person.introduced(at(fields, "language"), name(fields, ""), name(fields, "latin-"), at(fields, "lead"));
        if (person instanceof Prisoner prisoner) {
            prisoner.spokenOfAs(Prisoner.Gender.valueOf(at(fields, "gender")));
            born(prisoner, at(fields, "birth"));
            prisoner.numbered(orNull(at(fields, "number")));
            prisoner.reading(languages(at(fields, "reads")));
            prisoner.imprisoned(orNull(at(fields, "since")));
            prisoner.told(
                    at(fields, "story"),
                    at(fields, "glad"),
                    at(fields, "left-out"),
                    at(fields, "interests"),
                    at(fields, "timeline"));
        } else if (person instanceof Official official) {
            official.holds(at(fields, "title"), at(fields, "office"), at(fields, "salutation"), at(fields, "ask"));
        }
        String on = at(fields, "agreed-on");
        person.agreed(
                orNull(at(fields, "agreed-by")),
                on.isEmpty() ? null : LocalDate.parse(on),
                orNull(at(fields, "agreed-source")));
    }

    private static void born(Prisoner prisoner, String birth) {
        if (birth.isEmpty()) {
            prisoner.birthUnknown();
        } else if (birth.length() == 4) {
            prisoner.bornIn(Integer.parseInt(birth));
        } else {
            prisoner.born(LocalDate.parse(birth));
        }
    }

    private static Name name(Map<String, String> fields, String script) {
        return new Name(
                at(fields, script + "family"), at(fields, script + "given"), orNull(at(fields, script + "patronymic")));
    }

    private static String at(Map<String, String> fields, String field) {
        return Objects.requireNonNull(fields.get(field), field);
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }

    /** Nobody who is stored: the same person at a place, to look at an address before it is saved. */
    static Recipient like(Recipient person, Facility place) {
        Recipient copy = person instanceof Official official
                ? new Official(
                        person.slug(),
                        place,
                        person.language(),
                        person.name(),
                        person.latinName(),
                        official.title(),
                        official.office(),
                        official.salutation(),
                        official.ask(),
                        person.lead())
                : new Prisoner(
                        person.slug(),
                        place,
                        person.language(),
                        person.name(),
                        person.latinName(),
                        ((Prisoner) person).gender(),
                        ((Prisoner) person).reads(),
                        person.lead());
        copy.ruledBy(person.rulesText());
        onto(copy, of(person));
        return copy;
    }
}
