package org.postern.curate;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.postern.directory.Facility;
import org.postern.directory.Facility.Place;
import org.postern.directory.Objection;

/** A place's address as fields of a form: read from the directory, judged, and written back. */
final class PlaceFields {
    private static final Map<String, Integer> MOST = Map.of(
            "name", 200,
            "street", 200,
            "town", 120,
            "region", 120,
            "postcode", 20,
            "latin-name", 200,
            "latin-street", 200,
            "latin-town", 120,
            "latin-region", 120,
            "source", 300);

    private PlaceFields() {}

    /** @return each field's text, empty for none */
    static Map<String, String> of(Facility facility) {
        Map<String, String> fields = new LinkedHashMap<>();
        put(fields, "", facility.local());
        fields.put("postcode", text(facility.local().postcode()));
        put(fields, "latin-", facility.latin());
        fields.put("language", facility.language());
        fields.put("checked-on", facility.checkedOn().toString());
        fields.put("source", facility.source());
        return fields;
    }

    private static void put(Map<String, String> fields, String script, Place place) {
        fields.put(script + "name", place.name());
        fields.put(script + "street", text(place.street()));
        fields.put(script + "town", text(place.town()));
        fields.put(script + "region", text(place.region()));
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }

    /** @return all objections, at most one a field */
    static List<Objection> objections(Map<String, String> fields, LocalDate today) {
        List<Objection> all = new ArrayList<>();
        for (String needed : List.of("name", "latin-name")) {
            if (at(fields, needed).isEmpty()) {
                all.add(Objection.blocks(needed, "curate.fault.needed"));
            }
        }
        if (at(fields, "source").isEmpty()) {
            all.add(Objection.blocks("source", "curate.fault.source"));
        }
        if (!PersonFields.isLanguage(at(fields, "language"))) {
            all.add(Objection.blocks("language", "curate.fault.language"));
        }
        if (!PersonFields.isPast(at(fields, "checked-on"), today)) {
            all.add(Objection.blocks("checked-on", "curate.fault.day"));
        }
        MOST.forEach((field, most) -> {
            if (at(fields, field).length() > most) {
                all.add(Objection.blocks(field, "curate.fault.long", most));
            }
        });
        return all;
    }

    /** Writes good fields to a place. */
    static void onto(Facility facility, Map<String, String> fields) {
        facility.addressed(place(fields, ""), place(fields, "latin-"), at(fields, "language"));
        facility.checked(LocalDate.parse(at(fields, "checked-on")), at(fields, "source"));
    }

    private static Place place(Map<String, String> fields, String script) {
        return new Place(
                at(fields, script + "name"),
                orNull(at(fields, script + "street")),
                orNull(at(fields, script + "town")),
                orNull(at(fields, script + "region")),
                orNull(at(fields, "postcode")));
    }

    private static String at(Map<String, String> fields, String field) {
        return Objects.requireNonNull(fields.get(field), field);
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }

    /** No place that is stored: the same with other fields, to look at an address before it is saved. */
    static Facility like(Facility facility, Map<String, String> fields) {
        Facility copy = new Facility(
                facility.slug(),
                facility.local(),
                facility.latin(),
                facility.country(),
                facility.language(),
                facility.checkedOn(),
                facility.source());
        copy.ruledBy(facility.rulesText());
        onto(copy, fields);
        return copy;
    }
}
