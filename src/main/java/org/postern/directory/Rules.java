package org.postern.directory;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.postern.directory.Rule.Languages;
import org.postern.directory.Rule.Line;
import org.postern.directory.Rule.MaxPages;

/**
 * The rules that hold for one person: the country's, overruled by the place's, overruled by the person's own. Word
 * lists and topics add up. What nobody knows is the careful set: two pages, the country's language, no code, no
 * window, no label, no colour, no enclosure.
 */
public final class Rules {
    private static final int CAREFUL_PAGES = 2;

    private final List<Inherited> lines;

    private Rules(List<Inherited> lines) {
        this.lines = List.copyOf(lines);
    }

    /** Where a rule was laid down. */
    public enum Level {
        CAREFUL,
        COUNTRY,
        FACILITY,
        PERSON
    }

    /** A rule with the level that it comes from. */
    public record Inherited(Level level, Line line) {
        boolean isOfOneSourceWith(Inherited other) {
            return level == other.level
                    && line.source().equals(other.line.source())
                    && Objects.equals(line.checkedOn(), other.line.checkedOn());
        }
    }

    /** @param language the country's, for the careful set */
    public static Rules of(String language, List<Line> country, List<Line> facility, List<Line> person) {
        Map<String, Inherited> nearest = new LinkedHashMap<>();
        List<Inherited> adding = new ArrayList<>();
        List<Line> careful = List.of(
                new Line(new Languages(List.of(language)), "", null), new Line(new MaxPages(CAREFUL_PAGES), "", null));
        take(Level.CAREFUL, careful, nearest, adding);
        take(Level.COUNTRY, country, nearest, adding);
        take(Level.FACILITY, facility, nearest, adding);
        take(Level.PERSON, person, nearest, adding);
        List<Inherited> all = new ArrayList<>(nearest.values());
        all.addAll(adding);
        return new Rules(all);
    }

    private static void take(Level level, List<Line> from, Map<String, Inherited> nearest, List<Inherited> adding) {
        for (Line line : from) {
            Inherited inherited = new Inherited(level, line);
            if (line.rule().addsUp()) {
                addTo(adding, inherited);
            } else {
                nearest.put(line.rule().kind(), inherited);
            }
        }
    }

    /** Words and topics of one source are one line: a page need not repeat where they come from. */
    private static void addTo(List<Inherited> adding, Inherited more) {
        for (int i = 0; i < adding.size(); i++) {
            Inherited before = adding.get(i);
            Optional<Rule> together = before.isOfOneSourceWith(more)
                    ? before.line().rule().togetherWith(more.line().rule())
                    : Optional.empty();
            if (together.isPresent()) {
                adding.set(
                        i,
                        new Inherited(
                                more.level(),
                                new Line(
                                        together.get(),
                                        more.line().source(),
                                        more.line().checkedOn())));
                return;
            }
        }
        adding.add(more);
    }

    /** @return everything that holds, for the person's page */
    public List<Inherited> all() {
        return lines;
    }

    /** @return what a letter does against them, the gravest first */
    public List<Objection> objectionsTo(Judged letter) {
        return lines.stream()
                .flatMap(inherited -> inherited.line().rule().objectionsTo(letter).stream())
                .distinct()
                .sorted(Comparator.comparing(Objection::severity))
                .toList();
    }

    /** @return BCP 47 of what is let in; a letter is translated into the first */
    public List<String> languages() {
        return find(Languages.class).orElseThrow().tags();
    }

    public int maxPages() {
        return find(MaxPages.class).orElseThrow().pages();
    }

    /** @return how many photos may be in a letter: one where nothing is known */
    public int maxPhotos() {
        return find(Rule.MaxPhotos.class).map(Rule.MaxPhotos::photos).orElse(1);
    }

    /** @return whether a letter in a language that is not let in may lie behind its translation */
    public boolean letInOriginals() {
        return lines.stream().noneMatch(each -> each.line().rule().equals(new Rule.NotAllowed("original")));
    }

    public boolean allow(Class<? extends Rule> what) {
        return find(what).isPresent();
    }

    private <R extends Rule> Optional<R> find(Class<R> kind) {
        return lines.stream()
                .map(inherited -> inherited.line().rule())
                .filter(kind::isInstance)
                .map(kind::cast)
                .findFirst();
    }
}
