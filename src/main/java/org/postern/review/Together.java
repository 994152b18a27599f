package org.postern.review;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.BadRequestException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.postern.letter.Advice;
import org.postern.letter.LetterState;
import org.postern.letter.LetterState.Reason;
import org.postern.letter.NotNow;
import org.postern.review.ReadAlike.Undone;
import org.postern.web.OwnTransaction;

/** Decides on several letters that read alike, each in a transaction of its own and as it was seen. */
@Dependent
class Together {
    /** More at once is not reading any more. */
    private static final int MOST = 20;

    private final Decide decide;
    private final Readings readings;
    private final OwnTransaction transaction;

    @Inject
    public Together(Decide decide, Readings readings, OwnTransaction transaction) {
        this.decide = decide;
        this.readings = readings;
        this.transaction = transaction;
    }

    /** One letter of the form: which, and what was seen of it. */
    record Seen(UUID letter, long fence, String hash) {
        static List<Seen> all(List<String> texts) {
            return texts.stream().limit(MOST).map(Seen::of).toList();
        }

        private static Seen of(String text) {
            String[] parts = text.split(" ", -1);
            try {
                return new Seen(UUID.fromString(parts[0]), Long.parseLong(parts[1]), parts[2]);
            } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
                throw new BadRequestException(e);
            }
        }

        static String text(Reading reading) {
            return reading.id() + " " + reading.fence() + " " + reading.hash();
        }
    }

    /** @param left those of the undone that this reader has open once more, as they are now */
    record Outcome(int decided, List<Undone> undone, List<Reading> left) {}

    /** Takes up those like a letter that nobody else has. */
    void takeUp(Reading first, long staff, Instant now) {
        first.alike().stream().limit(MOST - 1).forEach(letter -> claimed(letter, staff, now));
    }

    /** @return a letter and those like it that this reader has open; empty unless that letter is */
    List<Reading> open(UUID id, long staff, Instant now) {
        return opened(id, staff, now)
                .map(first -> Stream.concat(
                                Stream.of(first),
                                first.alike().stream()
                                        .flatMap(other -> opened(other, staff, now).stream())
                                        .limit(MOST - 1))
                        .toList())
                .orElse(List.of());
    }

    /** @param decision {@code approve}, {@code changes}, {@code refuse} or {@code release} */
    Outcome decide(String decision, List<Seen> ticked, Typed typed, long staff, Instant now) {
        List<Undone> undone = new ArrayList<>();
        List<Reading> left = new ArrayList<>();
        for (Seen seen : ticked) {
            try {
                Reader.deed(() -> transaction.of(() -> {
                    one(decision, seen, typed, staff, now);
                    return seen;
                }));
            } catch (NotNow e) {
                // A second press of the same button finds its own deed.
                if (!transaction.of(() -> readings.decided(seen.letter(), LetterState.IN_REVIEW, staff))) {
                    claimed(seen.letter(), staff, now);
                    Optional<Reading> asItIs = opened(seen.letter(), staff, now);
                    boolean changed = asItIs.filter(reading -> !reading.hash().equals(seen.hash()))
                            .isPresent();
                    String to = transaction.of(() -> readings.to(seen.letter()));
                    undone.add(new Undone(to, changed ? "changed" : word(e.why())));
                    asItIs.ifPresent(left::add);
                }
            }
        }
        return new Outcome(ticked.size() - undone.size(), undone, left);
    }

    private void one(String decision, Seen seen, Typed typed, long staff, Instant now) {
        switch (decision) {
            case "approve" -> decide.approve(seen.letter(), staff, seen.fence(), seen.hash(), now);
            case "changes" -> decide.askForChanges(seen.letter(), staff, seen.fence(), typed.asAdvice(), now);
            case "refuse" -> {
                Reason why = typed.reason().orElseThrow(BadRequestException::new);
                Advice words = new Advice("", typed.refusalWords(), Set.of());
                decide.refuse(seen.letter(), staff, seen.fence(), why, words, now);
            }
            case "release" -> decide.giveBack(seen.letter(), staff, now);
            default -> throw new BadRequestException();
        }
    }

    private static String word(NotNow.Why why) {
        return switch (why) {
            case CHANGED -> "changed";
            case STATE -> "state";
            case BUSY -> "busy";
            case CLAIM, OWN_WORK, NOT_YOURS -> "claim";
        };
    }

    private Optional<Reading> opened(UUID id, long staff, Instant now) {
        return transaction.of(() -> readings.open(id, staff, now));
    }

    private void claimed(UUID id, long staff, Instant now) {
        try {
            Reader.deed(() -> transaction.of(() -> {
                decide.claim(id, LetterState.IN_REVIEW, staff, now);
                return id;
            }));
        } catch (NotNow e) {
            // Somebody else reads it: it is decided there.
        }
    }
}
