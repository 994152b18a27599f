package org.postern.curate;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.postern.directory.Facility;
import org.postern.directory.People;
import org.postern.directory.Recipient;
import org.postern.letter.Actor;
import org.postern.letter.LetterState.Reason;
import org.postern.letter.Unprinted;
import org.postern.staff.Audit;
import org.postern.staff.Staff;
import org.postern.web.Settings;

/** What an organiser does for one place, and what it means for the letters on their way. Each deed is audited. */
@Dependent
class TendPlace {
    private final People people;
    private final Unprinted unprinted;
    private final Audit audit;
    private final Staff staff;
    private final Settings settings;
    private final Clock clock;

    @Inject
    TendPlace(People people, Unprinted unprinted, Audit audit, Staff staff, Settings settings, Clock clock) {
        this.people = people;
        this.unprinted = unprinted;
        this.audit = audit;
        this.staff = staff;
        this.settings = settings;
        this.clock = clock;
    }

    /** @throws org.postern.directory.Rule.Unreadable naming the line; nothing is changed then */
    void rule(Facility place, String lines) {
        place.ruledBy(lines);
        unprinted.buildAgain(people.at(place));
        int waiting = unprinted.holdWithoutAWay(people.at(place), Actor.staff(staff.id()), clock.instant());
        int went = letGo(place, EnumSet.of(Reason.FAULT, Reason.NO_ROUTE));
        audit.record(staff.id(), "place.rules", place.slug(), "went on: " + went + ", waiting: " + waiting);
    }

    /**
     * Somebody made sure today that the address is true: letters that waited for that go on.
     *
     * @return how many
     */
    int check(Facility place, String source) {
        place.checked(LocalDate.ofInstant(clock.instant(), settings.zone()), source);
        int went = letGo(place, EnumSet.of(Reason.ADDRESS));
        audit.record(staff.id(), "place.checked", place.slug(), "went on: " + went);
        return went;
    }

    /**
     * Letters had come back, and somebody knows why the next ones will not.
     *
     * @return how many held letters went on
     */
    int open(Facility place, String source) {
        place.openAgain();
        int went = letGo(place, EnumSet.of(Reason.ADDRESS));
        String why = source.length() > 150 ? source.substring(0, 150) : source;
        audit.record(staff.id(), "place.opened", place.slug(), why + "; went on: " + went);
        return went;
    }

    /**
     * The address as it was typed. Letters whose files nobody took yet go there; on paper it stays as it was frozen.
     *
     * @return how many held letters went on
     */
    int address(Facility place, Edited edited) {
        Facility.Place before = place.local();
        PlaceFields.onto(place, edited.typed());
        int back = place.local().equals(before) ? 0 : backFromBatches(place);
        int went = letGo(place, EnumSet.of(Reason.ADDRESS, Reason.FAULT));
        long late = people.at(place).stream().mapToLong(unprinted::onPaper).sum();
        audit.record(
                staff.id(),
                "place.address",
                place.slug(),
                String.join(" ", edited.changes()) + "; went on: " + went + ", out of batches: " + back + ", on paper: "
                        + late);
        return went;
    }

    private int backFromBatches(Facility place) {
        Instant now = clock.instant();
        Actor by = Actor.staff(staff.id());
        return people.at(place).stream()
                .mapToInt(person -> unprinted.backFromBatches(person, Reason.ADDRESS, by, now))
                .sum();
    }

    private int letGo(Facility place, Set<Reason> mended) {
        List<Recipient> there = people.at(place);
        Instant now = clock.instant();
        return unprinted.letGo(there, mended, Actor.staff(staff.id()), now);
    }
}
