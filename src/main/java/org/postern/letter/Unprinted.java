package org.postern.letter;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.postern.directory.Recipient;
import org.postern.letter.LetterState.Reason;

/**
 * Approved letters that are not on paper yet follow their person: an address is taken when a batch is claimed, so they
 * wait while nobody knows it, and go on when somebody does.
 */
@Dependent
public class Unprinted {
    private final Letters letters;
    private final Batches batches;
    private final BatchLines batchLines;
    private final Holds holds;

    @Inject
    public Unprinted(Letters letters, Batches batches, BatchLines batchLines, Holds holds) {
        this.letters = letters;
        this.batches = batches;
        this.batchLines = batchLines;
        this.holds = holds;
    }

    /**
     * Other rules: where they demand a sender's address that no site puts, letters wait.
     *
     * @return how many
     */
    public int holdWithoutAWay(Collection<Recipient> people, Actor by, Instant now) {
        int waiting = 0;
        for (Recipient person : people) {
            if (holds.hasNoWay(person, now)) {
                waiting += hold(person, Reason.NO_ROUTE, by, now);
                waiting += backFromBatches(person, Reason.NO_ROUTE, by, now);
            }
        }
        return waiting;
    }

    /** @return how many letters wait from now on */
    public int hold(Recipient person, Reason why, Actor by, Instant now) {
        int held = 0;
        for (Letter ready : letters.to(List.of(person.id()), LetterState.READY)) {
            Letter letter = letters.lock(ready.id()).orElseThrow();
            // Until it was locked it may have entered a batch, or gone back to its writer.
            if (letter.state() == LetterState.READY) {
                holds.hold(letter, why, by, now);
                held++;
            }
        }
        return held;
    }

    /**
     * What held letters to some people is mended. A letter that something else still stands against stays, with that
     * reason; one that the place would not let in any more goes back to the readers.
     *
     * @return how many are ready now
     */
    public int letGo(Collection<Recipient> people, Set<Reason> mended, Actor by, Instant now) {
        Map<Long, Recipient> persons = people.stream().collect(Collectors.toMap(Recipient::id, Function.identity()));
        int gone = 0;
        for (Letter held : letters.to(persons.keySet(), LetterState.HELD)) {
            Recipient to = persons.get(held.recipientId());
            if (to != null && held.reason() != null && mended.contains(held.reason())) {
                Letter letter = letters.lock(held.id()).orElseThrow();
                boolean still = letter.state() == LetterState.HELD && mended.contains(letter.reason());
                gone += still && holds.letGo(letter, to, by, now) == LetterState.READY ? 1 : 0;
            }
        }
        return gone;
    }

    /**
     * Takes letters out of batches whose files nobody has taken: they carry the old address, and no paper of them can
     * exist. They are ready again, or held where something stands against them. A paper that may exist is to be taken out
     * of its stack, which its volunteer is told.
     *
     * @param why the old address is not to be printed
     * @return how many went back; papers that are to be taken out are not counted
     */
    public int backFromBatches(Recipient person, Reason why, Actor by, Instant now) {
        int back = 0;
        List<Letter> inBatches = Stream.of(LetterState.BATCHED, LetterState.PRINTED)
                .flatMap(state -> letters.to(List.of(person.id()), state).stream())
                .toList();
        for (Letter letter : inBatches) {
            Optional<Batch> batch = batches.holding(letter).flatMap(found -> batches.lock(found.number()));
            if (batch.isPresent()) {
                Letter locked = letters.lock(letter.id()).orElseThrow();
                if (batch.get().filesTakenAt() != null) {
                    batchLines.pull(locked, why);
                } else if (locked.state() == LetterState.BATCHED) {
                    batches.hold(locked, why, by, now);
                    holds.tell(locked, now);
                    holds.letGo(locked, person, by, now);
                    back++;
                }
            }
        }
        return back;
    }

    /** What is printed for these people changed: files that were built with it, and that nobody took, are built anew. */
    public void buildAgain(Collection<Recipient> people) {
        batches.buildAgainFor(people.stream().map(Recipient::id).toList());
    }

    /** @return letters that wait for a reason already */
    public List<Letter> heldFor(Recipient person, Reason why) {
        return letters.to(List.of(person.id()), LetterState.HELD).stream()
                .filter(held -> held.reason() == why)
                .toList();
    }

    /** Their writers are not told yet: an organiser makes sure first that it is so. */
    public void hush(Collection<Letter> held) {
        held.forEach(holds::hush);
    }

    /** It is so: the writers of letters that were held without a word are told now. */
    public void tell(Collection<Letter> held, Instant now) {
        held.forEach(letter -> holds.tell(letter, now));
    }

    /** @return how many letters are with volunteers, so that their papers may exist */
    public long onPaper(Recipient person) {
        return Stream.of(LetterState.BATCHED, LetterState.PRINTED, LetterState.UNSURE)
                .mapToLong(state -> letters.to(List.of(person.id()), state).size())
                .sum();
    }
}
