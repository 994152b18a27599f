package org.postern.review;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.postern.letter.LetterState;
import org.postern.letter.NotNow;
import org.postern.letter.OpenClaims;
import org.postern.letter.Piles;
import org.postern.web.OwnTransaction;

/** Takes up and opens letters to several people that read alike, each in a transaction of its own. */
@Dependent
class Alike {
    private final Decide decide;
    private final Readings readings;
    private final Piles piles;
    private final OwnTransaction transaction;

    @Inject
    public Alike(Decide decide, Readings readings, Piles piles, OwnTransaction transaction) {
        this.decide = decide;
        this.readings = readings;
        this.piles = piles;
        this.transaction = transaction;
    }

    /**
     * Takes up a letter and those like it that nobody else has and that this member may be dealt: none is given to them here
     * that the room would keep from them. No more than one claim holds. What they have open already they have for longer.
     */
    void takeUp(UUID letter, long staff, Instant now) {
        claimed(letter, staff, now);
        List<UUID> others = opened(letter, staff, now).map(Reading::alike).orElse(List.of());
        OpenClaims claims = claims(staff, now);
        Set<UUID> mine = claims.letters();
        Set<UUID> free = transaction.of(() -> piles.dealable(others, LetterState.IN_REVIEW, staff));
        int room = claims.roomBeside(letter);
        for (UUID other : others) {
            if (mine.contains(other)) {
                claimed(other, staff, now);
            } else if (room > 0 && free.contains(other) && claimed(other, staff, now)) {
                room--;
            }
        }
    }

    /**
     * @param wanted in the order in which they matter
     * @return the first of them that this member has open, those like it that they have open, and the other wanted ones
     */
    List<Reading> open(Collection<UUID> wanted, long staff, Instant now) {
        Optional<Reading> first = wanted.stream()
                .flatMap(letter -> opened(letter, staff, now).stream())
                .findFirst();
        Set<UUID> others = new LinkedHashSet<>(first.map(Reading::alike).orElse(List.of()));
        others.addAll(wanted);
        others.retainAll(claims(staff, now).letters());
        first.ifPresent(reading -> others.remove(reading.id()));
        return Stream.concat(first.stream(), others.stream().flatMap(other -> opened(other, staff, now).stream()))
                .limit(OpenClaims.MOST_TOGETHER)
                .toList();
    }

    Optional<Reading> opened(UUID letter, long staff, Instant now) {
        return transaction.of(() -> readings.open(letter, staff, now));
    }

    /** @return whether this member has it now; not if somebody else reads it, who decides on it then */
    boolean claimed(UUID letter, long staff, Instant now) {
        try {
            Reader.deed(() -> transaction.of(() -> {
                decide.claim(letter, LetterState.IN_REVIEW, staff, now);
                return letter;
            }));
            return true;
        } catch (NotNow e) {
            return false;
        }
    }

    private OpenClaims claims(long staff, Instant now) {
        return transaction.of(() -> readings.claims(LetterState.IN_REVIEW, staff, now));
    }
}
