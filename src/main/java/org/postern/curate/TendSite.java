package org.postern.curate;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.postern.directory.People;
import org.postern.directory.Recipient;
import org.postern.letter.Act;
import org.postern.letter.Actor;
import org.postern.letter.LetterState.Reason;
import org.postern.letter.Letters;
import org.postern.letter.Preview;
import org.postern.letter.Touched;
import org.postern.letter.Unprinted;
import org.postern.letter.WaysOut;
import org.postern.letter.WaysOut.Missing;
import org.postern.letter.WaysOut.Way;
import org.postern.site.PrintSite;
import org.postern.site.PrintSites;
import org.postern.staff.Staff;

/** Ways of the post open and close at a print site, and letters wait or go on with them. */
@Dependent
class TendSite {
    private final PrintSites sites;
    private final People people;
    private final Letters letters;
    private final Unprinted unprinted;
    private final Preview preview;
    private final WaysOut ways;
    private final Staff staff;
    private final Clock clock;

    @Inject
    TendSite(
            PrintSites sites,
            People people,
            Letters letters,
            Unprinted unprinted,
            Preview preview,
            WaysOut ways,
            Staff staff,
            Clock clock) {
        this.sites = sites;
        this.people = people;
        this.letters = letters;
        this.unprinted = unprinted;
        this.preview = preview;
        this.ways = ways;
        this.staff = staff;
        this.clock = clock;
    }

    /** @param waiting letters that wait from now on, {@code went}: that go on */
    record Changed(int waiting, int went) {}

    /** @return all that the sites' posts offer */
    Set<Way> reached() {
        return WaysOut.of(sites.all());
    }

    /** @return what happens to letters if this site stopped posting to a country where it alone may post some */
    NavigableMap<String, Touched> ifClosed(PrintSite site) {
        Set<Way> mine = WaysOut.of(List.of(site));
        Set<Way> others = WaysOut.of(
                sites.all().stream().filter(other -> other.id() != site.id()).toList());
        Map<String, List<Recipient>> alone = new TreeMap<>();
        countries(mine).forEach(country -> {
            List<Recipient> there = people.in(country).stream()
                    .filter(person -> ways.isThere(person, mine) && !ways.isThere(person, others))
                    .toList();
            if (!there.isEmpty() || !others.contains(new Way(country, null))) {
                alone.put(country, there);
            }
        });
        Preview.Standing standing =
                preview.of(alone.values().stream().flatMap(List::stream).toList(), clock.instant());
        NavigableMap<String, Touched> all = new TreeMap<>();
        alone.forEach((country, persons) -> all.put(country, standing.by(Act.ROUTE_CLOSED, persons)));
        return all;
    }

    /**
     * The routes, or what the sites write as their sender, are other ones since {@code before}: letters whose last way
     * closed wait, those with a new one go on.
     */
    Changed routes(Set<Way> before) {
        Set<Way> after = reached();
        Set<Way> other = new HashSet<>(before);
        other.addAll(after);
        other.removeIf(way -> before.contains(way) && after.contains(way));
        int waiting = 0;
        List<Recipient> reachedNow = new ArrayList<>();
        for (String country : countries(other)) {
            for (Recipient person : people.in(country)) {
                boolean is = ways.isThere(person, after);
                if (is == ways.isThere(person, before)) {
                    continue;
                }
                if (is) {
                    reachedNow.add(person);
                } else {
                    // First what is ready: what a volunteer claims meanwhile is found in the batch.
                    waiting += unprinted.hold(person, Reason.NO_ROUTE, by(), now());
                    waiting += unprinted.backFromBatches(person, Reason.NO_ROUTE, by(), now());
                }
            }
        }
        return new Changed(waiting, unprinted.letGo(reachedNow, Set.of(Reason.NO_ROUTE), by(), now()));
    }

    private static Set<String> countries(Set<Way> some) {
        return some.stream().map(Way::country).collect(Collectors.toCollection(TreeSet::new));
    }

    /** @return letters that wait because of this, by country */
    NavigableMap<String, Long> waitingFor(Missing missing) {
        Map<Long, Long> held = letters.heldByPerson(Reason.NO_ROUTE);
        NavigableMap<String, Long> all = new TreeMap<>();
        people.byIds(held.keySet()).values().stream()
                .filter(person -> ways.missing(person) == missing)
                .forEach(person -> all.merge(person.country(), held.getOrDefault(person.id(), 0L), Long::sum));
        return all;
    }

    private Actor by() {
        return Actor.staff(staff.id());
    }

    private Instant now() {
        return clock.instant();
    }
}
