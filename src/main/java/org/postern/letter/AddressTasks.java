package org.postern.letter;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.postern.directory.Facilities;
import org.postern.directory.Facility;
import org.postern.directory.People;
import org.postern.directory.Recipient;
import org.postern.letter.LetterState.Reason;

/**
 * What an organiser has to clear up before letters arrive. There is no list of it that could become untrue: a task
 * stands here while a doubt, an age and waiting letters say so.
 */
@Dependent
public class AddressTasks {
    private final People people;
    private final Facilities facilities;
    private final Letters letters;

    @Inject
    public AddressTasks(People people, Facilities facilities, Letters letters) {
        this.people = people;
        this.facilities = facilities;
        this.letters = letters;
    }

    /** What is open about a place; the first one is the weightiest. Words {@code addresses.why.<name>}. */
    public enum Why {
        /** Nothing is printed for it. */
        SUSPENDED,
        /** A letter came back: not enough of an address. Nothing is printed for it. */
        DOUBTED,
        /** Nobody looked at the address for 60 days, and letters wait. */
        OLD,
        /** A letter came back, one more suspends it. */
        CAME_BACK,
        /** The censor sent a letter back: the rules want a look. Letters go on. */
        CENSORED
    }

    /**
     * @param held letters there that wait for the address
     * @param ready letters there that are to be printed next
     */
    public record PlaceTask(Facility place, Set<Why> why, long held, long ready) {}

    /** @param held letters that wait, for whatever reason */
    public record PersonTask(Recipient person, long held) {}

    /** All of it; the longest first. */
    public record Open(List<PlaceTask> places, List<PersonTask> people) {
        public int count() {
            return places.size() + people.size();
        }
    }

    public Open open(LocalDate today) {
        List<Recipient> doubted = people.doubted();
        Map<Long, Long> held = letters.to(ids(doubted), LetterState.HELD).stream()
                .collect(Collectors.groupingBy(Letter::recipientId, Collectors.counting()));
        return new Open(
                places(today),
                doubted.stream()
                        .map(one -> new PersonTask(one, held.getOrDefault(one.id(), 0L)))
                        .toList());
    }

    private List<PlaceTask> places(LocalDate today) {
        Map<Long, Long> held = byPlace(letters.heldByPerson(Reason.ADDRESS));
        Map<Long, Long> ready = byPlace(letters.readyByPerson());
        Map<Long, Facility> places = new LinkedHashMap<>();
        Stream.concat(
                        facilities.thatGaveBack().stream(),
                        facilities.uncheckedSince(today.minusDays(Facility.ADDRESS_HOLDS_DAYS)).stream()
                                .filter(place -> held.containsKey(place.id()) || ready.containsKey(place.id())))
                .forEach(place -> places.putIfAbsent(place.id(), place));
        return places.values().stream()
                .map(place -> new PlaceTask(
                        place,
                        why(place, today),
                        held.getOrDefault(place.id(), 0L),
                        ready.getOrDefault(place.id(), 0L)))
                .toList();
    }

    private static Set<Why> why(Facility place, LocalDate today) {
        Set<Why> all = EnumSet.noneOf(Why.class);
        if (place.suspendedSince() != null) {
            all.add(Why.SUSPENDED);
        }
        if (place.addressDoubtedSince() != null) {
            all.add(Why.DOUBTED);
        }
        if (place.mustBeChecked(today)) {
            all.add(Why.OLD);
        }
        if (place.returned() > 0 && place.suspendedSince() == null) {
            all.add(Why.CAME_BACK);
        }
        if (place.censoredSince() != null) {
            all.add(Why.CENSORED);
        }
        return all;
    }

    private Map<Long, Long> byPlace(Map<Long, Long> byPerson) {
        Map<Long, Recipient> persons = people.byIds(byPerson.keySet());
        Map<Long, Long> sums = new HashMap<>();
        persons.values()
                .forEach(one -> sums.merge(one.facility().id(), byPerson.getOrDefault(one.id(), 0L), Long::sum));
        return sums;
    }

    private static List<Long> ids(Collection<Recipient> persons) {
        return persons.stream().map(Recipient::id).toList();
    }
}
