package org.postern.review;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postern.directory.People;
import org.postern.directory.Recipient;
import org.postern.letter.Actor;
import org.postern.letter.Holds;
import org.postern.letter.Letter;
import org.postern.letter.LetterState;
import org.postern.letter.LetterState.Reason;
import org.postern.letter.Letters;
import org.postern.letter.NotNow;
import org.postern.letter.StillPrintable;
import org.postern.letter.StillPrintable.Trouble;

/** Letters that are held: whom for and why, never their words; and the two ways out of it. */
@Dependent
public class HeldLetters {
    /** Where somebody is, is said at the person, and the letters go on by that; to the free and the dead none goes on. */
    private static final Set<Reason> MENDED_HERE =
            EnumSet.of(Reason.ENOUGH, Reason.ADDRESS, Reason.NO_ROUTE, Reason.FAULT, Reason.ORGANISER);

    private static final int MOST = 100;

    private final Letters letters;
    private final People people;
    private final Holds holds;
    private final StillPrintable stillPrintable;

    @Inject
    public HeldLetters(Letters letters, People people, Holds holds, StillPrintable stillPrintable) {
        this.letters = letters;
        this.people = people;
        this.holds = holds;
        this.stillPrintable = stillPrintable;
    }

    /**
     * One letter.
     *
     * @param since to the hour
     * @param trouble that keeps it from the printer today; asked only where a fault holds it
     * @param mendable whether it may be let go, or sent back to the readers, here
     */
    public record Row(
            UUID id,
            Recipient to,
            Reason reason,
            Instant since,
            @Nullable Trouble trouble,
            boolean mendable) {}

    /** @param all how many there are; {@code rows}: those that wait longest */
    public record Held(long all, List<Row> rows) {}

    @Transactional
    public Held all() {
        List<Letter> longest = letters.in(LetterState.HELD, MOST);
        Map<Long, Recipient> persons =
                people.byIds(longest.stream().map(Letter::recipientId).toList());
        return new Held(
                letters.count(LetterState.HELD),
                longest.stream()
                        .map(letter -> row(letter, Objects.requireNonNull(persons.get(letter.recipientId()))))
                        .toList());
    }

    private Row row(Letter letter, Recipient to) {
        Reason why = Objects.requireNonNull(letter.reason());
        return new Row(
                letter.id(),
                to,
                why,
                letter.stateSince(),
                why == Reason.FAULT ? stillPrintable.troubleOf(letter, to).orElse(null) : null,
                MENDED_HERE.contains(why));
    }

    /**
     * What held it is mended; rules, address and page are looked at again.
     *
     * @return where it is now: READY, IN_REVIEW, or HELD still
     * @throws NotNow if it is not held any more, or not for anything that is mended here
     */
    @Transactional
    public LetterState letGo(UUID id, long staff, Instant now) {
        Letter letter = locked(id);
        return holds.letGo(letter, to(letter), Actor.staff(staff), now);
    }

    /** @throws NotNow if it is not held any more, not for anything that is mended here, or cannot be opened */
    @Transactional
    public void backToReaders(UUID id, long staff, Instant now) {
        Letter letter = locked(id);
        holds.backToReaders(letter, to(letter), Actor.staff(staff), now);
    }

    private Letter locked(UUID id) {
        return letters.lock(id)
                .filter(letter -> letter.state() == LetterState.HELD && MENDED_HERE.contains(letter.reason()))
                .orElseThrow(() -> new NotNow(NotNow.Why.STATE, "It is not held, or not to be let go here"));
    }

    private Recipient to(Letter letter) {
        return people.byId(letter.recipientId()).orElseThrow();
    }
}
