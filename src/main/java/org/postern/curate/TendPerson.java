package org.postern.curate;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.postern.address.PostalAddress;
import org.postern.directory.Facility;
import org.postern.directory.People;
import org.postern.directory.Recipient;
import org.postern.directory.Recipient.Fate;
import org.postern.letter.Act;
import org.postern.letter.Actor;
import org.postern.letter.Letter;
import org.postern.letter.LetterState.Reason;
import org.postern.letter.Unprinted;
import org.postern.staff.Audit;
import org.postern.staff.Staff;
import org.postern.web.Settings;

/** What an organiser does for one person, and what it means for the letters on their way. Each deed is audited. */
@Dependent
class TendPerson {
    private final People people;
    private final Unprinted unprinted;
    private final Audit audit;
    private final Staff staff;
    private final Settings settings;
    private final Clock clock;

    @Inject
    TendPerson(People people, Unprinted unprinted, Audit audit, Staff staff, Settings settings, Clock clock) {
        this.people = people;
        this.unprinted = unprinted;
        this.audit = audit;
        this.staff = staff;
        this.settings = settings;
        this.clock = clock;
    }

    /** @throws org.postern.directory.Rule.Unreadable naming the line; nothing is changed then */
    void rule(Recipient person, String lines) {
        person.ruledBy(lines);
        unprinted.buildAgain(List.of(person));
        int waiting = unprinted.holdWithoutAWay(List.of(person), by(), now());
        int went = letGo(person, Reason.FAULT, Reason.NO_ROUTE);
        audit.record(staff.id(), "person.rules", person.slug(), "went on: " + went + ", waiting: " + waiting);
    }

    /** What is told of somebody, as it was typed. Letters whose files nobody took yet are printed so. */
    void edit(Recipient person, Edited edited) {
        PostalAddress before = person.address();
        PersonFields.onto(person, edited.typed());
        boolean mended = !person.address().equals(before);
        if (mended && person.doubt() == Recipient.Doubt.ADDRESS) {
            person.noDoubt();
        }
        int back = mended ? unprinted.backFromBatches(person, Reason.ADDRESS, by(), now()) : 0;
        int gone = letGo(person, Reason.FAULT) + (mended ? letGo(person, Reason.ADDRESS) : 0);
        audit.record(
                staff.id(),
                "person.edited",
                person.slug(),
                String.join(" ", edited.changes()) + "; went on: " + gone + ", out of batches: " + back);
    }

    /** Shown from now on; letters that "enough" had held go on. */
    void list(Recipient person, String agreedBy, String source) {
        person.list(agreedBy, today(), source);
        int gone = letGo(person, Reason.ENOUGH);
        audit.record(staff.id(), "person.listed", person.slug(), "went on: " + gone);
    }

    /** "Enough, please": letters that are not on paper wait. */
    void pause(Recipient person) {
        person.pause();
        audit.record(staff.id(), "person.paused", person.slug(), stop(person, Reason.ENOUGH));
    }

    /** Free: what is not on paper waits, to be handed over or asked about. */
    void freed(Recipient person, String source) {
        person.ended(Fate.RELEASED, today(), source);
        String stopped = stop(person, Reason.RELEASED);
        audit.record(staff.id(), "person.freed", person.slug(), stopped);
    }

    /** Dead, as somebody made sure: what is not on paper waits, and now its writers are told. */
    void died(Recipient person, String source) {
        person.ended(Fate.DIED, today(), source);
        List<Letter> quiet = unprinted.heldFor(person, Reason.DIED);
        String stopped = stop(person, Reason.DIED);
        unprinted.tell(quiet, now());
        audit.record(staff.id(), "person.died", person.slug(), stopped);
    }

    private String stop(Recipient person, Reason why) {
        int back = unprinted.backFromBatches(person, why, by(), now());
        int held = unprinted.hold(person, why, by(), now());
        return "waiting: " + (held + back) + ", out of batches: " + back + ", on paper: " + unprinted.onPaper(person);
    }

    void hide(Recipient person) {
        person.hide();
        audit.record(staff.id(), "person.hidden", person.slug());
    }

    /** Moved to a known place: what is not on paper goes there, if any site posts there. */
    void move(Recipient person, Facility to, String source) {
        boolean doubted = person.doubt() != null || person.fate() != null;
        people.move(person, to, today(), source);
        int back = unprinted.backFromBatches(person, Reason.TRANSFER, by(), now());
        int waiting = unprinted.holdWithoutAWay(List.of(person), by(), now());
        int gone = letGo(person, Reason.TRANSFER, Reason.ADDRESS, Reason.FAULT, Reason.ORGANISER, Reason.NO_ROUTE)
                + (doubted ? letGo(person, Reason.RELEASED, Reason.DIED) : 0);
        long late = unprinted.onPaper(person);
        audit.record(
                staff.id(),
                "person.moved",
                person.slug(),
                to.slug() + "; went on: " + gone + ", waiting: " + waiting + ", out of batches: " + back
                        + ", on paper: " + late);
    }

    /** Moved, and nobody knows where to: what is not on paper waits, and so does whatever is approved from now on. */
    void gone(Recipient person, String source) {
        person.isLost(today(), source);
        audit.record(staff.id(), "person.gone", person.slug(), stop(person, Reason.TRANSFER));
    }

    /**
     * Letters came back, and somebody made sure that the next ones arrive.
     *
     * @return how many held letters went on
     */
    int arrives(Recipient person, String source) {
        person.noDoubt();
        int gone = letGo(person, Act.ARRIVES.mends().toArray(Reason[]::new));
        audit.record(staff.id(), "person.arrives", person.slug(), source(source) + "; went on: " + gone);
        return gone;
    }

    private static String source(String text) {
        return text.length() > 150 ? text.substring(0, 150) : text;
    }

    private int letGo(Recipient person, Reason... mended) {
        return unprinted.letGo(List.of(person), Set.of(mended), by(), now());
    }

    private Actor by() {
        return Actor.staff(staff.id());
    }

    private Instant now() {
        return clock.instant();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(now(), settings.zone());
    }
}
