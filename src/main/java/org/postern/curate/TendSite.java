package org.postern.curate;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
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
    private final Staff staff;
    private final Clock clock;

    @Inject
    TendSite(
            PrintSites sites,
            People people,
            Letters letters,
            Unprinted unprinted,
            Preview preview,
            Staff staff,
            Clock clock) {
        this.sites = sites;
        this.people = people;
        this.letters = letters;
        this.unprinted = unprinted;
        this.preview = preview;
        this.staff = staff;
        this.clock = clock;
    }

    /** @param waiting letters that wait from now on, {@code went}: that go on */
    record Changed(int waiting, int went) {}

    /** @return countries, ISO 3166 alpha-2, that some site's post reaches */
    Set<String> reached() {
        return sites.all().stream()
                .flatMap(site -> site.routes().entrySet().stream())
                .filter(route -> route.getValue().served())
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** @return what happens to letters if this site stopped posting to a country to which no other one posts */
    NavigableMap<String, Touched> ifClosed(PrintSite site) {
        Set<String> others = sites.all().stream()
                .filter(other -> other.id() != site.id())
                .flatMap(other -> other.routes().entrySet().stream())
                .filter(route -> route.getValue().served())
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        Map<String, List<Recipient>> alone = new TreeMap<>();
        site.routes().forEach((country, route) -> {
            if (route.served() && !others.contains(country)) {
                alone.put(country, people.in(country));
            }
        });
        Preview.Standing standing =
                preview.of(alone.values().stream().flatMap(List::stream).toList(), clock.instant());
        NavigableMap<String, Touched> all = new TreeMap<>();
        alone.forEach((country, persons) -> all.put(country, standing.by(Act.ROUTE_CLOSED, persons)));
        return all;
    }

    /** The routes are other ones since {@code before}: letters whose last way closed wait, those with a new one go on. */
    Changed routes(Set<String> before) {
        Set<String> after = reached();
        int waiting = 0;
        for (String country : without(before, after)) {
            for (Recipient person : people.in(country)) {
                // First what is ready: what a volunteer claims meanwhile is found in the batch.
                waiting += unprinted.hold(person, Reason.NO_ROUTE, by(), now());
                waiting += unprinted.backFromBatches(person, Reason.NO_ROUTE, by(), now());
            }
        }
        int went = 0;
        for (String country : without(after, before)) {
            went += unprinted.letGo(people.in(country), Set.of(Reason.NO_ROUTE), by(), now());
        }
        return new Changed(waiting, went);
    }

    /** @return letters that wait because no site prints for their country, by country */
    NavigableMap<String, Long> waitingForARoute() {
        Map<Long, Long> held = letters.heldByPerson(Reason.NO_ROUTE);
        NavigableMap<String, Long> all = new TreeMap<>();
        people.byIds(held.keySet())
                .values()
                .forEach(person -> all.merge(person.country(), held.getOrDefault(person.id(), 0L), Long::sum));
        return all;
    }

    private static Set<String> without(Collection<String> these, Collection<String> those) {
        Set<String> left = new TreeSet<>(these);
        left.removeAll(those);
        return left;
    }

    private Actor by() {
        return Actor.staff(staff.id());
    }

    private Instant now() {
        return clock.instant();
    }
}
