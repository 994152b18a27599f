package org.postern.curate;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.postern.directory.Recipient;
import org.postern.directory.Recipient.Listing;
import org.postern.letter.Actor;
import org.postern.letter.Batch;
import org.postern.letter.Batches;
import org.postern.letter.Letter;
import org.postern.letter.LetterState;
import org.postern.letter.LetterState.Reason;
import org.postern.letter.Letters;
import org.postern.letter.PrintSites;

/**
 * Approved letters that are not on paper yet follow their person: an address is taken when a batch is claimed, so they
 * wait while nobody knows it, and go on when somebody does.
 */
@Dependent
class Unprinted {
    private final Letters letters;
    private final Batches batches;
    private final PrintSites sites;

    @Inject
    Unprinted(Letters letters, Batches batches, PrintSites sites) {
        this.letters = letters;
        this.batches = batches;
        this.sites = sites;
    }

    /** @return how many letters wait from now on */
    int hold(Recipient person, Reason why, Actor by, Instant now) {
        List<Letter> ready = letters.to(List.of(person.id()), LetterState.READY);
        ready.forEach(letter -> letters.lock(letter.id()).orElseThrow().hold(why, by, now));
        return ready.size();
    }

    /**
     * What held letters to some people is mended. A letter that something else still stands against stays, with that
     * reason.
     *
     * @return how many are ready now
     */
    int letGo(Collection<Recipient> people, Set<Reason> mended, Actor by, Instant now) {
        Map<Long, Recipient> persons = people.stream().collect(Collectors.toMap(Recipient::id, Function.identity()));
        int gone = 0;
        for (Letter held : letters.to(persons.keySet(), LetterState.HELD)) {
            Recipient to = persons.get(held.recipientId());
            if (to != null && held.reason() != null && mended.contains(held.reason())) {
                gone += goOn(letters.lock(held.id()).orElseThrow(), to, by, now);
            }
        }
        return gone;
    }

    private int goOn(Letter letter, Recipient to, Actor by, Instant now) {
        Optional<Reason> still = standsAgainst(to, now);
        if (still.isPresent() && still.get() == letter.reason()) {
            return 0;
        }
        letter.letGo(by, now);
        if (still.isPresent() && letter.state() == LetterState.READY) {
            letter.hold(still.get(), by, now);
        }
        return letter.state() == LetterState.READY ? 1 : 0;
    }

    private Optional<Reason> standsAgainst(Recipient to, Instant now) {
        if (to.listing() == Listing.PAUSED) {
            return Optional.of(Reason.ENOUGH);
        }
        if (!sites.anyServes(to.country())) {
            return Optional.of(Reason.NO_ROUTE);
        }
        return to.facility().mustBeChecked(LocalDate.ofInstant(now, ZoneOffset.UTC))
                ? Optional.of(Reason.ADDRESS)
                : Optional.empty();
    }

    /**
     * Takes letters out of batches whose files nobody has taken: they carry the old address, and no paper of them can
     * exist. One whose paper may exist is left alone.
     *
     * @return how many are ready again
     */
    int backFromBatches(Recipient person, Actor by, Instant now) {
        int back = 0;
        for (Letter letter : letters.to(List.of(person.id()), LetterState.BATCHED)) {
            Optional<Batch> batch = batches.holding(letter).flatMap(found -> batches.lock(found.number()));
            if (batch.isPresent() && batch.get().filesTakenAt() == null) {
                Letter locked = letters.lock(letter.id()).orElseThrow();
                locked.hold(Reason.TRANSFER, by, now);
                batches.pullOut(locked, now);
                locked.letGo(by, now);
                back++;
            }
        }
        return back;
    }

    /** @return how many letters are with volunteers, so that their papers may exist */
    long onPaper(Recipient person) {
        return Stream.of(LetterState.BATCHED, LetterState.PRINTED, LetterState.UNSURE)
                .mapToLong(state -> letters.to(List.of(person.id()), state).size())
                .sum();
    }
}
