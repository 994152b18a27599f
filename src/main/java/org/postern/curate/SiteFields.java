package org.postern.curate;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.postern.directory.Objection;
import org.postern.site.PrintSite;
import org.postern.site.ReturnAddress;
import org.postern.site.Route;
import org.postern.typeset.Paper;
import org.postern.typeset.Stationery;
import org.postern.typeset.Stock;
import org.postern.typeset.StockEnvelope;
import org.postern.typeset.Typesetter;

/** A print site as fields of a form: routes and free days a line each, so that a long list is one paste. */
final class SiteFields {
    static final List<Paper> PAPERS = List.of(Paper.A4, Paper.LETTER);
    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
    private static final Map<String, Integer> MOST =
            Map.of("site-name", 80, "site-city", 80, "site-return-line", 200, "site-language", 8, "site-zone", 40);

    private SiteFields() {}

    /** @return for a new one */
    static Map<String, String> none() {
        return of(new PrintSite("", "", "DE", "", ZoneId.of("Europe/Berlin"), null));
    }

    static Map<String, String> of(PrintSite site) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("site-name", site.name());
        fields.put("site-city", site.city());
        fields.put("site-country", site.country());
        fields.put("site-language", site.language());
        fields.put("site-zone", site.zone().getId());
        String line = site.returnLine();
        fields.put("site-return-line", line == null ? "" : line);
        fields.put("site-return-address", site.returnAddress().name());
        fields.put("site-paper", site.paper().name());
        fields.put("site-gsm", String.valueOf(site.paperGsm()));
        fields.put("site-stationery", site.stationery());
        for (StockEnvelope one : Stock.envelopes()) {
            fields.put("stock-" + one.code(), site.stock().contains(one.code()) ? "yes" : "");
        }
        fields.put(
                "site-routes",
                site.routes().entrySet().stream()
                        .map(route -> route.getKey()
                                + (route.getValue().served() ? " yes " : " no ")
                                + route.getValue().checkedOn())
                        .collect(Collectors.joining("\n")));
        fields.put(
                "site-closed",
                site.closed().entrySet().stream()
                        .map(day -> day.getKey() + " " + day.getValue())
                        .collect(Collectors.joining("\n")));
        return fields;
    }

    /** @return all objections, at most one a field */
    static List<Objection> objections(
            Map<String, String> fields, Typesetter typesetter, boolean taken, LocalDate today) {
        List<Objection> all = new ArrayList<>();
        for (String needed : List.of("site-name", "site-city")) {
            if (at(fields, needed).isEmpty()) {
                all.add(Objection.blocks(needed, "curate.fault.needed"));
            }
        }
        if (taken) {
            all.add(Objection.blocks("site-name", "curate.fault.taken"));
        }
        if (!COUNTRIES.contains(at(fields, "site-country"))) {
            all.add(Objection.blocks("site-country", "curate.fault.country"));
        }
        if (!PersonFields.isLanguage(at(fields, "site-language"))) {
            all.add(Objection.blocks("site-language", "curate.fault.language"));
        }
        if (zone(at(fields, "site-zone")).isEmpty()) {
            all.add(Objection.blocks("site-zone", "curate.fault.zone"));
        }
        if (PAPERS.stream().noneMatch(paper -> paper.name().equals(at(fields, "site-paper")))) {
            all.add(Objection.blocks("site-paper", "curate.fault.needed"));
        }
        if (Arrays.stream(ReturnAddress.values())
                .noneMatch(where -> where.name().equals(at(fields, "site-return-address")))) {
            all.add(Objection.blocks("site-return-address", "curate.fault.needed"));
        }
        if (!at(fields, "site-gsm").matches("[0-9]{2,3}")) {
            all.add(Objection.blocks("site-gsm", "curate.fault.gsm"));
        }
        MOST.forEach((field, most) -> {
            if (at(fields, field).length() > most) {
                all.add(Objection.blocks(field, "curate.fault.long", most));
            }
        });
        stationery(fields, typesetter).ifPresent(all::add);
        wrongLine(fields, "site-routes", line -> route(line, today) != null)
                .ifPresent(no -> all.add(Objection.blocks("site-routes", "curate.fault.routes", no)));
        wrongLine(fields, "site-closed", line -> day(line) != null)
                .ifPresent(no -> all.add(Objection.blocks("site-closed", "curate.fault.closed", no)));
        return all;
    }

    /** The sheet must be for the site's paper. */
    private static Optional<Objection> stationery(Map<String, String> fields, Typesetter typesetter) {
        String name = at(fields, "site-stationery");
        if (!stationeries(typesetter).contains(name)) {
            return Optional.of(Objection.blocks("site-stationery", "curate.fault.stationery"));
        }
        Paper made = typesetter.stationery(name).paper();
        return made == null || made.name().equals(at(fields, "site-paper"))
                ? Optional.empty()
                : Optional.of(Objection.blocks("site-stationery", "curate.fault.stationery-paper", made.name()));
    }

    /** @return those for letters, not cards */
    static List<String> stationeries(Typesetter typesetter) {
        return typesetter.stationeries().stream()
                .filter(name -> isForLetters(typesetter.stationery(name)))
                .toList();
    }

    private static boolean isForLetters(Stationery stationery) {
        Paper paper = stationery.paper();
        return paper == null || PAPERS.contains(paper);
    }

    /** Writes good fields to a site. */
    static void onto(PrintSite site, Map<String, String> fields, LocalDate today) {
        site.lies(
                at(fields, "site-name"),
                at(fields, "site-city"),
                at(fields, "site-country"),
                at(fields, "site-language"),
                zone(at(fields, "site-zone")).orElseThrow());
        String line = at(fields, "site-return-line");
        site.answersTo(line.isEmpty() ? null : line, ReturnAddress.valueOf(at(fields, "site-return-address")));
        site.printsOn(
                Paper.valueOf(at(fields, "site-paper")),
                Integer.parseInt(at(fields, "site-gsm")),
                at(fields, "site-stationery"));
        Set<String> stock = new LinkedHashSet<>();
        Stock.envelopes().stream()
                .map(StockEnvelope::code)
                .filter(code -> !at(fields, "stock-" + code).isEmpty())
                .forEach(stock::add);
        site.stocks(stock);
        Map<String, Route> routes = new TreeMap<>();
        lines(fields, "site-routes").forEach(text -> {
            Map.Entry<String, Route> route = java.util.Objects.requireNonNull(route(text, today));
            routes.put(route.getKey(), route.getValue());
        });
        site.reaches(routes);
        Map<LocalDate, String> closed = new TreeMap<>();
        lines(fields, "site-closed").forEach(text -> {
            Map.Entry<LocalDate, String> day = java.util.Objects.requireNonNull(day(text));
            closed.put(day.getKey(), day.getValue());
        });
        site.isClosedOn(closed);
    }

    private static Map.@Nullable Entry<String, Route> route(String line, LocalDate today) {
        String[] words = line.split("\\s+", -1);
        boolean readable = words.length == 3
                && COUNTRIES.contains(words[0])
                && words[1].matches("yes|no")
                && PersonFields.isPast(words[2], today);
        return readable
                ? Map.entry(words[0], new Route(words[0], words[1].equals("yes"), LocalDate.parse(words[2])))
                : null;
    }

    private static Map.@Nullable Entry<LocalDate, String> day(String line) {
        String[] words = line.split("\\s+", 2);
        try {
            return words.length == 2 && words[1].length() <= 80 ? Map.entry(LocalDate.parse(words[0]), words[1]) : null;
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static Optional<ZoneId> zone(String text) {
        return ZoneId.getAvailableZoneIds().contains(text) ? Optional.of(ZoneId.of(text)) : Optional.empty();
    }

    private interface Legible {
        boolean is(String line);
    }

    private static Optional<Integer> wrongLine(Map<String, String> fields, String field, Legible readable) {
        List<String> lines = at(fields, field).lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            if (!lines.get(i).isBlank() && !readable.is(lines.get(i).strip())) {
                return Optional.of(i + 1);
            }
        }
        return Optional.empty();
    }

    private static List<String> lines(Map<String, String> fields, String field) {
        return at(fields, field)
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
    }

    private static String at(Map<String, String> fields, String field) {
        return java.util.Objects.requireNonNull(fields.get(field), field);
    }
}
