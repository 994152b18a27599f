package org.postern.print;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.postern.directory.People;
import org.postern.directory.Recipient;
import org.postern.letter.Actor;
import org.postern.letter.Batch;
import org.postern.letter.Batches;
import org.postern.letter.Frozen;
import org.postern.letter.Holds;
import org.postern.letter.Letter;
import org.postern.letter.LetterState.Reason;
import org.postern.letter.Letters;
import org.postern.letter.Letters.Waiting;
import org.postern.letter.Onward;
import org.postern.letter.StackWanted;
import org.postern.site.PrintSite;
import org.postern.staff.StaffAccounts;
import org.postern.typeset.Typesetting;
import org.postern.vault.PieceCode;

/**
 * A volunteer takes an evening's letters: locked, checked, frozen, set into one file, in one transaction. What cannot
 * be printed is held, with its reason, and never keeps the others back.
 */
@ApplicationScoped
class ClaimBatch {
    static final int MOST = 120;

    private StaffAccounts accounts;
    private Letters letters;
    private Batches batches;
    private People people;
    private Ready ready;
    private Onward onward;
    private Freezer freezer;
    private Holds holds;
    private BatchFile file;
    private Clock clock;

    @SuppressWarnings("NullAway.Init")
    protected ClaimBatch() {}

    @Inject
    ClaimBatch(
            StaffAccounts accounts,
            Letters letters,
            Batches batches,
            People people,
            Ready ready,
            Onward onward,
            Freezer freezer,
            Holds holds,
            BatchFile file,
            Clock clock) {
        this.accounts = accounts;
        this.letters = letters;
        this.batches = batches;
        this.people = people;
        this.ready = ready;
        this.onward = onward;
        this.freezer = freezer;
        this.holds = holds;
        this.file = file;
        this.clock = clock;
    }

    /**
     * What became of the wish.
     *
     * @param number the batch's, null if no letter was left for it
     * @param letters in it; 0 if the same form had claimed it before
     * @param held how many letters stay out and are held, for a fault or until something is known or mended
     */
    record Claimed(@Nullable Long number, int letters, int held) {}

    /**
     * Claims once for each form: a button pressed twice finds the batch of its first press.
     *
     * @param wanted how many letters at most; between 1 and {@value #MOST}
     * @param newest the volunteer's newest batch when the form was drawn, 0 for none
     */
    @Transactional
    public Claimed claim(PrintSite site, Destination destination, int wanted, long staff, long newest) {
        Instant now = clock.instant();
        accounts.lock(staff);
        long since = batches.newestOf(staff);
        if (since > newest) {
            return new Claimed(since, 0, 0);
        }
        // Nobody is moved and no address is mended from here on: what is frozen below is true when this is committed.
        Set<Long> still = Set.copyOf(people.standStill(
                letters.waitingToBePrinted().stream().map(Waiting::recipientId).toList(), destination.country()));
        Map<Long, Recipient> persons = new HashMap<>();
        ready.at(site).stream()
                .filter(group -> group.destination().equals(destination))
                .flatMap(group -> group.recipients().stream())
                .filter(person -> still.contains(person.id()))
                .forEach(person -> persons.put(person.id(), person));
        List<Entry> entries = new ArrayList<>();
        int held = 0;
        for (Letter letter : letters.lockReady(persons.keySet(), Math.max(1, Math.min(wanted, MOST)))) {
            Recipient to = Objects.requireNonNull(persons.get(letter.recipientId()));
            // Approved perhaps weeks ago: wishes, routes and addresses are asked again.
            Reason waits = onward.of(to, letter.printLanguage(), now).reason();
            Freezer.Outcome outcome = waits == null ? freezer.freeze(letter, to, site) : Freezer.Outcome.WAITS;
            if (outcome.frozen() == null || outcome.set() == null) {
                holds.hold(letter, waits == null ? Reason.FAULT : waits, Actor.staff(staff), now);
                held++;
            } else {
                entries.add(new Entry(letter, outcome.frozen(), outcome.set()));
            }
        }
        if (entries.isEmpty()) {
            return new Claimed(null, 0, held);
        }
        entries.sort(IN_THE_STACK);
        return new Claimed(enter(entries, site, destination, staff, now), entries.size(), held);
    }

    /** A stack that was chosen already, at a time that may be past. */
    void claim(@Observes StackWanted wanted) {
        List<Entry> entries = new ArrayList<>();
        wanted.letters().forEach((letter, to) -> {
            Freezer.Outcome outcome = freezer.freeze(letter, to, wanted.site());
            if (outcome.frozen() == null || outcome.set() == null) {
                throw new IllegalStateException(
                        "Letter " + letter.id() + " to " + to.slug() + ": " + outcome.trouble());
            }
            entries.add(new Entry(letter, outcome.frozen(), outcome.set()));
        });
        entries.sort(IN_THE_STACK);
        Recipient first = wanted.letters().values().iterator().next();
        enter(entries, wanted.site(), freezer.destination(first, wanted.site()), wanted.staff(), wanted.at());
    }

    /** Thin letters first, so that one stamp serves a run; then place by place, person by person. */
    private static final Comparator<Entry> IN_THE_STACK = Comparator.comparingInt(
                    (Entry entry) -> (entry.set().pages() + 1) / 2)
            .thenComparing(entry -> entry.frozen().outside().misfit() != null)
            .thenComparing(entry -> entry.frozen().to().place())
            .thenComparing(entry -> entry.frozen().to().latinName())
            .thenComparing(entry -> entry.letter().seq());

    private record Entry(Letter letter, Frozen frozen, Typesetting set) {}

    private long enter(List<Entry> entries, PrintSite site, Destination destination, long staff, Instant now) {
        Batch batch = batches.open(site, destination.text(), staff, now, Deadline.after(now, site.zone()));
        List<Piece> stack = new ArrayList<>();
        for (Entry entry : entries) {
            stack.add(new Piece(stack.size() + 1, PieceCode.random(), entry.frozen(), entry.set()));
        }
        BatchFile.Drawn drawn = file.draw(batch, stack);
        for (Piece piece : stack) {
            batches.enter(
                    batch,
                    entries.get(piece.no() - 1).letter(),
                    piece.code(),
                    piece.frozen().toBytes(),
                    BatchFile.hash(piece.pages().pdf()),
                    piece.pages().pages(),
                    drawn.firstPages().get(piece.no() - 1),
                    now);
        }
        batches.keepPdf(batch, drawn.pdf(), drawn.hash());
        return batch.number();
    }
}
