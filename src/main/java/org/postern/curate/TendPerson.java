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
import org.postern.letter.Actor;
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
        audit.record(staff.id(), "person.rules", person.slug(), "went on: " + letGo(person, Reason.FAULT));
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

    /** "Enough, please": letters that are not in a batch yet wait. */
    void pause(Recipient person) {
        person.pause();
        int held = unprinted.hold(person, Reason.ENOUGH, by(), now());
        audit.record(staff.id(), "person.paused", person.slug(), "waiting: " + held);
    }

    void hide(Recipient person) {
        person.hide();
        audit.record(staff.id(), "person.hidden", person.slug());
    }

    /** Moved to a known place: what is not on paper goes there. */
    void move(Recipient person, Facility to, String source) {
        boolean doubted = person.doubt() != null;
        people.move(person, to, today(), source);
        int back = unprinted.backFromBatches(person, Reason.TRANSFER, by(), now());
        int gone = letGo(person, Reason.TRANSFER, Reason.ADDRESS, Reason.FAULT)
                + (doubted ? letGo(person, Reason.RELEASED, Reason.DIED) : 0);
        long late = unprinted.onPaper(person);
        audit.record(
                staff.id(),
                "person.moved",
                person.slug(),
                to.slug() + "; went on: " + gone + ", out of batches: " + back + ", on paper: " + late);
    }

    /** Moved, and nobody knows where to: what is not on paper waits, and so does whatever is approved from now on. */
    void gone(Recipient person, String source) {
        person.isLost(today(), source);
        int back = unprinted.backFromBatches(person, Reason.TRANSFER, by(), now());
        int held = unprinted.hold(person, Reason.TRANSFER, by(), now());
        long late = unprinted.onPaper(person);
        audit.record(
                staff.id(),
                "person.gone",
                person.slug(),
                "waiting: " + held + ", out of batches: " + back + ", on paper: " + late);
    }

    /**
     * Letters came back, and somebody made sure that the next ones arrive.
     *
     * @return how many held letters went on
     */
    int arrives(Recipient person, String source) {
        person.noDoubt();
        int gone = letGo(person, Reason.ADDRESS, Reason.RELEASED, Reason.DIED, Reason.FAULT);
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
