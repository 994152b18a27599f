package org.postern.print;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.postern.directory.People;
import org.postern.directory.Prisoner;
import org.postern.directory.Recipient;
import org.postern.letter.Actor;
import org.postern.letter.Batch;
import org.postern.letter.Batches;
import org.postern.letter.Holds;
import org.postern.letter.Letter;
import org.postern.letter.Letter.Approval;
import org.postern.letter.LetterState.Reason;
import org.postern.letter.Onward;
import org.postern.letter.ReadyLetters;
import org.postern.letter.ReadyLetters.Candidate;
import org.postern.letter.StackWanted;
import org.postern.site.Family;
import org.postern.site.PrintSite;
import org.postern.staff.StaffAccounts;
import org.postern.vault.PieceCode;

/**
 * A volunteer takes an evening's letters, in one short transaction: one claim after the other, nothing is typeset. What
 * must not be printed today is held, with its reason, and never keeps the others back. {@link BuildBatch} does the rest.
 */
@ApplicationScoped
class ClaimBatch {
    static final int MOST = 500;

    private StaffAccounts accounts;
    private ReadyLetters letters;
    private Batches batches;
    private People people;
    private Ready ready;
    private Onward onward;
    private Holds holds;
    private Freezer freezer;
    private BuildBatch buildBatch;
    private Clock clock;

    @SuppressWarnings("NullAway.Init")
    protected ClaimBatch() {}

    @Inject
    ClaimBatch(
            StaffAccounts accounts,
            ReadyLetters letters,
            Batches batches,
            People people,
            Ready ready,
            Onward onward,
            Holds holds,
            Freezer freezer,
            BuildBatch buildBatch,
            Clock clock) {
        this.accounts = accounts;
        this.letters = letters;
        this.batches = batches;
        this.people = people;
        this.ready = ready;
        this.onward = onward;
        this.holds = holds;
        this.freezer = freezer;
        this.buildBatch = buildBatch;
        this.clock = clock;
    }

    /**
     * What became of the wish.
     *
     * @param number the batch's, null if no letter was left for it
     * @param letters in it; 0 if the same form had claimed it before
     * @param held how many letters stay out and are held, until something is known or mended
     */
    record Claimed(@Nullable Long number, int letters, int held) {}

    /**
     * Claims once for each form: a button pressed twice finds the batch of its first press.
     *
     * @param wanted how many letters at most; between 1 and {@value #MOST}
     * @param newest the volunteer's newest batch when the form was drawn, 0 for none
     */
    @Transactional
    public Claimed claim(PrintSite site, Pile pile, int wanted, long staff, long newest) {
        Instant now = clock.instant();
        LocalDate today = LocalDate.ofInstant(now, site.zone());
        // Before the turn, so that it is short: whom a site may print for does not hang on other claims.
        Map<Long, Recipient> mayHave = ready.people(site, pile, today);
        // Everybody locks in this order: turn, account, people, places, batch, letters.
        batches.takeTurn();
        accounts.lock(staff);
        long since = batches.newestOf(staff);
        if (since > newest) {
            return new Claimed(since, 0, 0);
        }
        int most = Math.max(1, Math.min(wanted, MOST));
        Map<Letter, Recipient> taken = new LinkedHashMap<>();
        Set<UUID> asked = new HashSet<>();
        int held = 0;
        while (taken.size() < most) {
            List<UUID> next = pick(mayHave, asked, now, today, most - taken.size());
            if (next.isEmpty()) {
                break;
            }
            asked.addAll(next);
            held += take(next, site, pile, staff, now, mayHave, taken);
        }
        return taken.isEmpty()
                ? new Claimed(null, 0, held)
                : new Claimed(open(site, pile.family(), taken, staff, now).number(), taken.size(), held);
    }

    private List<UUID> pick(Map<Long, Recipient> mayHave, Set<UUID> asked, Instant now, LocalDate today, int most) {
        List<Candidate> candidates = letters.candidates(mayHave.keySet(), today, most + asked.size()).stream()
                .filter(one -> !asked.contains(one.id()))
                .toList();
        Set<Long> birthdays = mayHave.values().stream()
                .filter(person -> person instanceof Prisoner prisoner
                        && Fair.isInTime(
                                prisoner.birthday(),
                                today,
                                person.facility().postWeeksFrom(),
                                person.facility().postWeeksTo()))
                .map(Recipient::id)
                .collect(Collectors.toSet());
        Map<Long, Long> lately = letters.postedSince(
                today.minusDays(Fair.LATELY_DAYS),
                candidates.stream().map(Candidate::recipientId).collect(Collectors.toSet()));
        return Fair.pick(candidates, lately, birthdays, now, most);
    }

    /** @return how many of them are held, because they were approved weeks ago and must not be printed today */
    private int take(
            List<UUID> ids,
            PrintSite site,
            Pile pile,
            long staff,
            Instant now,
            Map<Long, Recipient> mayHave,
            Map<Letter, Recipient> taken) {
        int held = 0;
        Map<Long, Recipient> still = people.standStill(letters.recipientsOf(ids));
        Map<Question, Approval> answers = new HashMap<>();
        for (Letter letter : letters.lockReady(ids)) {
            Recipient to = Objects.requireNonNull(still.get(letter.recipientId()));
            if (!ready.mayHave(to, site, pile)) {
                // Moved, or ruled differently, a moment ago: another pile's.
                mayHave.remove(to.id());
                continue;
            }
            Reason waits = answers.computeIfAbsent(
                            new Question(to.id(), letter.printLanguage()),
                            asked -> onward.of(to, asked.language(), now))
                    .reason();
            if (waits == null) {
                taken.put(letter, to);
            } else {
                holds.hold(letter, waits, Actor.staff(staff), now);
                held++;
            }
        }
        return held;
    }

    /** What today's rules say of a letter; asked once for all that go to the same person, since others wait meanwhile. */
    private record Question(long person, String language) {}

    /** A stack that was chosen already, at a time that may be past; its files are there when this returns. */
    void claim(@Observes StackWanted wanted) {
        Recipient first = wanted.letters().values().iterator().next();
        Family family = freezer.family(first, wanted.site());
        Batch batch = open(wanted.site(), family, wanted.letters(), wanted.staff(), wanted.at());
        buildBatch.here(batch, wanted.at());
        if (!batch.leftOut().isEmpty()) {
            throw new IllegalStateException(
                    batch.name() + ": " + batch.leftOut().get(0).leftWhy());
        }
    }

    private Batch open(PrintSite site, Family family, Map<Letter, Recipient> taken, long staff, Instant now) {
        Batch batch = batches.open(site, family, staff, now, Deadline.after(now, site));
        taken.keySet().forEach(letter -> batches.enter(batch, letter, PieceCode.random(), now));
        List<String> countries = new ArrayList<>();
        taken.values().forEach(person -> countries.add(person.country()));
        batches.goesTo(batch, countries);
        return batch;
    }
}
