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
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.postern.letter.Advice;
import org.postern.letter.Advice.About;
import org.postern.letter.LetterState;
import org.postern.letter.LetterState.Reason;
import org.postern.letter.NotNow;
import org.postern.review.AlikeLetters.Undone;
import org.postern.staff.Audit;
import org.postern.web.OwnTransaction;

/** Decides on several letters that read alike, each in a transaction of its own and as it was seen. */
@Dependent
class Together {
    private final Decide decide;
    private final Readings readings;
    private final Alike alike;
    private final Audit audit;
    private final OwnTransaction transaction;

    @Inject
    public Together(Decide decide, Readings readings, Alike alike, Audit audit, OwnTransaction transaction) {
        this.decide = decide;
        this.readings = readings;
        this.alike = alike;
        this.audit = audit;
        this.transaction = transaction;
    }

    /** @param left those of the undone that this reader has open once more, as they are now, and what is open beside them */
    record Outcome(int decided, List<Undone> undone, List<Reading> left) {}

    /**
     * @param read the letter that the others were compared with
     * @param decision {@code approve}, {@code changes}, {@code refuse} or {@code release}
     */
    Outcome decide(UUID read, String decision, List<Seen> ticked, Typed typed, long staff, Instant now) {
        List<Undone> undone = new ArrayList<>();
        int done = 0;
        for (Seen seen : ticked) {
            try {
                Reader.deed(() -> transaction.of(() -> {
                    one(decision, seen, typed, staff, now);
                    return seen;
                }));
                done++;
            } catch (NotNow e) {
                why(decision, seen, e, staff, now)
                        .map(why -> new Undone(seen.letter(), transaction.of(() -> readings.to(seen.letter())), why))
                        .ifPresent(undone::add);
            }
        }
        if (done > 0 && !decision.equals("release")) {
            record(staff, read, codes(decision, ticked, typed) + " " + done);
        }
        List<Reading> left = undone.isEmpty()
                ? List.of()
                : alike.open(undone.stream().map(Undone::letter).toList(), staff, now);
        return new Outcome(ticked.size() - undone.size(), undone, left);
    }

    private void one(String decision, Seen seen, Typed typed, long staff, Instant now) {
        switch (decision) {
            case "approve" -> {
                String goes = Readings.onto(decide.approve(seen.letter(), staff, seen.fence(), seen.hash(), now));
                if (!goes.equals(seen.goes())) {
                    throw new NotNow(NotNow.Why.CHANGED, "It would go elsewhere than its reader was told");
                }
            }
            case "changes" -> decide.askForChanges(seen.letter(), staff, seen.fence(), typed.asAdvice(), now);
            case "refuse" -> {
                Advice words = new Advice("", typed.refusalWords(), Set.of());
                decide.refuse(seen.letter(), staff, seen.fence(), refusal(typed), words, now);
            }
            case "release" -> decide.giveBack(seen.letter(), staff, now);
            default -> throw new BadRequestException();
        }
    }

    private static Reason refusal(Typed typed) {
        return typed.reason().orElseThrow(BadRequestException::new);
    }

    /** The reader has it once more where nobody else does, to read it again. */
    private Optional<String> why(String decision, Seen seen, NotNow e, long staff, Instant now) {
        Optional<LetterState> became =
                transaction.of(() -> readings.became(seen.letter(), LetterState.IN_REVIEW, staff));
        if (became.isPresent()) {
            // A second press of the same button finds its own deed.
            return isDone(decision, became.get()) ? Optional.empty() : Optional.of("otherwise");
        }
        if (e.why() == NotNow.Why.NOT_YOURS || e.why() == NotNow.Why.OWN_WORK) {
            transaction.of(() -> {
                decide.giveBack(seen.letter(), staff, now);
                return seen;
            });
            return Optional.of(e.why() == NotNow.Why.NOT_YOURS ? "not-yours" : "second");
        }
        alike.claimed(seen.letter(), staff, now);
        Optional<Reading> asItIs = alike.opened(seen.letter(), staff, now);
        if (asItIs.isEmpty()) {
            return Optional.of(e.why() == NotNow.Why.STATE ? "state" : "claim");
        }
        if (e.why() == NotNow.Why.CHANGED || !seen.isOf(asItIs.get())) {
            return Optional.of("changed");
        }
        return Optional.of(e.why() == NotNow.Why.BUSY ? "busy" : "lapsed");
    }

    /** @return a letter that is not before its reader any more as they saw it */
    Undone lost(Seen seen, List<Reading> open) {
        boolean changed = open.stream().anyMatch(reading -> reading.id().equals(seen.letter()));
        return new Undone(
                seen.letter(), transaction.of(() -> readings.to(seen.letter())), changed ? "changed" : "claim");
    }

    private static boolean isDone(String decision, LetterState became) {
        return switch (decision) {
            case "changes" -> became == LetterState.CHANGES_ASKED;
            case "refuse" -> became == LetterState.REFUSED;
            case "approve" -> became != LetterState.CHANGES_ASKED && became != LetterState.REFUSED;
            default -> false;
        };
    }

    /** @return what was decided, named as in the lines of the letters themselves */
    private static String codes(String decision, List<Seen> ticked, Typed typed) {
        return switch (decision) {
            case "approve" -> ticked.get(0).goes().equals("first") ? "first-approved" : "approved";
            case "changes" ->
                Stream.concat(
                                Stream.of("changes"),
                                typed.asAdvice().about().stream().sorted().map(About::name))
                        .collect(Collectors.joining(" "));
            default -> "refused " + refusal(typed);
        };
    }

    private void record(long staff, UUID read, String codes) {
        transaction.of(() -> {
            audit.record(staff, "letter.group", read.toString(), codes);
            return read;
        });
    }
}
