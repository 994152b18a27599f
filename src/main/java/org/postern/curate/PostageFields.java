package org.postern.curate;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.postern.directory.Objection;
import org.postern.site.PostageSteps;
import org.postern.site.PostageTable;

/** A list of prices as fields of a form: its steps a line each, as the post's own list has them. */
final class PostageFields {
    static final List<String> NAMES = List.of(
            "postage-name",
            "postage-countries",
            "postage-currency",
            "postage-steps",
            "postage-from",
            "postage-until",
            "postage-source");

    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
    private static final Set<String> CURRENCIES = Currency.getAvailableCurrencies().stream()
            .map(Currency::getCurrencyCode)
            .collect(Collectors.toSet());

    private static final Map<String, Integer> MOST =
            Map.of("postage-name", 80, "postage-countries", 900, "postage-steps", 600, "postage-source", 300);

    private PostageFields() {}

    /** @param currency that the site used before, empty if none */
    static Map<String, String> none(String currency) {
        Map<String, String> fields = new LinkedHashMap<>();
        NAMES.forEach(name -> fields.put(name, ""));
        fields.put("postage-countries", PostageTable.ELSEWHERE);
        fields.put("postage-currency", currency);
        return fields;
    }

    static Map<String, String> of(PostageTable table) {
        Map<String, String> fields = none(table.currency());
        fields.put("postage-name", table.name());
        fields.put("postage-countries", String.join(" ", table.countries()));
        fields.put("postage-steps", table.steps().typed());
        fields.put("postage-from", table.validFrom().toString());
        LocalDate until = table.validUntil();
        fields.put("postage-until", until == null ? "" : until.toString());
        fields.put("postage-source", table.source());
        return fields;
    }

    /**
     * What is against them.
     *
     * @param taken whether another table of the site has this name
     * @return all objections, at most one a field
     */
    static List<Objection> objections(Map<String, String> fields, boolean taken) {
        List<Objection> all = new ArrayList<>();
        for (String needed : List.of("postage-name", "postage-source")) {
            if (at(fields, needed).isEmpty()) {
                all.add(Objection.blocks(needed, "curate.fault.needed"));
            }
        }
        MOST.forEach((field, most) -> {
            if (at(fields, field).length() > most) {
                all.add(Objection.blocks(field, "curate.fault.long", most));
            }
        });
        if (taken) {
            all.add(Objection.blocks("postage-name", "curate.fault.taken"));
        }
        Set<String> to = countries(fields);
        if (to.isEmpty() || !to.stream().allMatch(one -> one.equals("*") || COUNTRIES.contains(one))) {
            all.add(Objection.blocks("postage-countries", "curate.fault.countries"));
        }
        againstPrices(fields).ifPresent(all::add);
        LocalDate from = day(at(fields, "postage-from"));
        if (from == null) {
            all.add(Objection.blocks("postage-from", "curate.fault.any-day"));
        }
        String until = at(fields, "postage-until");
        LocalDate last = day(until);
        if (!until.isEmpty() && (last == null || (from != null && last.isBefore(from)))) {
            all.add(Objection.blocks("postage-until", "curate.fault.until"));
        }
        return all;
    }

    private static Optional<Objection> againstPrices(Map<String, String> fields) {
        String currency = at(fields, "postage-currency");
        if (!CURRENCIES.contains(currency)) {
            return Optional.of(Objection.blocks("postage-currency", "curate.fault.currency"));
        }
        PostageSteps.Read read = PostageSteps.read(at(fields, "postage-steps"), currency);
        return read.steps().isPresent()
                ? Optional.empty()
                : Optional.of(
                        read.wrongLine() == 0
                                ? Objection.blocks("postage-steps", "curate.fault.needed")
                                : Objection.blocks("postage-steps", "curate.fault.steps", read.wrongLine()));
    }

    /** Writes good fields to a table. */
    static void onto(PostageTable table, Map<String, String> fields) {
        table.says(
                at(fields, "postage-name"),
                countries(fields),
                PostageSteps.read(at(fields, "postage-steps"), at(fields, "postage-currency"))
                        .steps()
                        .orElseThrow(),
                LocalDate.parse(at(fields, "postage-from")),
                day(at(fields, "postage-until")),
                at(fields, "postage-source"));
    }

    private static Set<String> countries(Map<String, String> fields) {
        return Arrays.stream(at(fields, "postage-countries").strip().split("[\\s,]+", -1))
                .filter(one -> !one.isEmpty())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static @Nullable LocalDate day(String text) {
        try {
            return text.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}") ? LocalDate.parse(text) : null;
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static String at(Map<String, String> fields, String field) {
        return Objects.requireNonNull(fields.get(field), field);
    }
}
