package org.postern.post;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.postern.letter.Actor;
import org.postern.letter.Batch;
import org.postern.letter.BatchLine;
import org.postern.letter.BatchLines;
import org.postern.letter.BatchLines.Found;
import org.postern.letter.Batches;
import org.postern.letter.Letter;
import org.postern.letter.LetterState;
import org.postern.letter.Letters;
import org.postern.letter.NotNow;
import org.postern.letter.Reprints;
import org.postern.staff.Role;
import org.postern.staff.Staff;
import org.postern.vault.PieceCode;

/** One code is scanned: whose it is, what its letter allows, and the deed. The same code again changes nothing. */
@Dependent
class ScanLetter {
    private final Batches batches;
    private final BatchLines batchLines;
    private final Letters letters;
    private final MarkPosted markPosted;
    private final Reprints reprints;
    private final Staff staff;
    private final Clock clock;

    @Inject
    ScanLetter(
            Batches batches,
            BatchLines batchLines,
            Letters letters,
            MarkPosted markPosted,
            Reprints reprints,
            Staff staff,
            Clock clock) {
        this.batches = batches;
        this.batchLines = batchLines;
        this.letters = letters;
        this.markPosted = markPosted;
        this.reprints = reprints;
        this.staff = staff;
        this.clock = clock;
    }

    /** @return whether this member may act on it: whoever claimed the batch, or an organiser */
    boolean mayTouch(Found found) {
        return found.claimedBy() == staff.id() || staff.is(Role.ORGANISER);
    }

    /** @return where a code stands, if this member may act on it */
    Optional<Found> mine(PieceCode code) {
        return batchLines.find(code).filter(this::mayTouch);
    }

    /** @return the number of the batch whose cover or separator was scanned, if this member may look at it */
    @Transactional
    public Optional<Long> cover(PieceCode code) {
        return batches.byCode(code)
                .filter(batch -> batch.claimedBy() == staff.id() || staff.is(Role.ORGANISER))
                .map(Batch::number);
    }

    /**
     * @param day on which letters go into the post box
     * @param place empty: the site's
     */
    @Transactional
    public Answer scan(Mode mode, PieceCode code, LocalDate day, String place) {
        Optional<Found> found = batchLines.find(code);
        if (found.isEmpty()) {
            return Answer.UNKNOWN;
        }
        if (!mayTouch(found.get())) {
            return Answer.NOT_YOURS;
        }
        return switch (mode) {
            case POSTED -> posted(found.get(), day, place);
            case RETURNED -> mayReturn(found.get());
            case REPLY -> answered(found.get());
            case SPOILED -> maySpoil(found.get());
        };
    }

    /** The volunteer says that the paper is destroyed. */
    @Transactional
    public Answer spoiled(PieceCode code, int copy) {
        Found found = mine(code).orElseThrow(() -> new NotNow(NotNow.Why.CLAIM, "Somebody else's"));
        Batch batch = batches.lock(found.number()).orElseThrow();
        boolean counted = reprints.spoil(batch, line(batch, found), copy, staff.id(), clock.instant());
        return counted ? Answer.DONE : Answer.TWICE;
    }

    private Answer posted(Found found, LocalDate day, String place) {
        Batch batch = batches.lock(found.number()).orElseThrow();
        BatchLine line = line(batch, found);
        if (!line.isOpen()) {
            return line.leftAs() == LetterState.POSTED
                    ? Answer.TWICE
                    : line.pull() == null ? Answer.OUT : Answer.REMOVE;
        }
        if (line.pull() != null) {
            return Answer.REMOVE;
        }
        if (line.again() != null) {
            return Answer.AGAIN;
        }
        LetterState state = letters.lock(found.letterId()).map(Letter::state).orElseThrow();
        if (state == LetterState.UNSURE) {
            // Its paper is in somebody's hand: that is the answer.
            markPosted.answer(found.number(), found.stackNo(), BatchLines.Answer.POSTED, staff.id(), true);
            return Answer.DONE;
        }
        boolean done = state == LetterState.PRINTED
                && markPosted.posted(found.number(), found.stackNo(), day, place, staff.id());
        return done ? Answer.DONE : Answer.NOT_PRINTED;
    }

    /**
     * A posting by mistake.
     *
     * @return whether it is undone
     */
    @Transactional
    public boolean undone(PieceCode code) {
        Found found = mine(code).orElseThrow(() -> new NotNow(NotNow.Why.CLAIM, "Somebody else's"));
        return markPosted.undo(found.number(), List.of(found.stackNo()), staff.id(), staff.is(Role.ORGANISER)) > 0;
    }

    private Answer mayReturn(Found found) {
        LetterState state = state(found);
        if (state == LetterState.RETURNED || state == LetterState.REPLIED) {
            return Answer.TWICE;
        }
        return state == LetterState.POSTED ? Answer.ASK : Answer.NOT_POSTED;
    }

    private Answer answered(Found found) {
        Letter letter = letters.lock(found.letterId()).orElseThrow();
        if (letter.state() == LetterState.REPLIED) {
            return Answer.TWICE;
        }
        if (letter.state() != LetterState.POSTED && letter.state() != LetterState.RETURNED) {
            return Answer.NOT_POSTED;
        }
        letter.beAnswered(Actor.staff(staff.id()), clock.instant());
        return Answer.DONE;
    }

    private Answer maySpoil(Found found) {
        Batch batch = batches.lock(found.number()).orElseThrow();
        BatchLine line = line(batch, found);
        if (line.pull() != null) {
            return Answer.REMOVE;
        }
        if (!line.isOpen()) {
            return Answer.OUT;
        }
        LetterState state = state(found);
        if (line.again() != null) {
            return Answer.TWICE;
        }
        boolean inHand = state == LetterState.PRINTED || state == LetterState.BATCHED;
        return inHand && batch.filesTakenAt() != null ? Answer.ASK : Answer.NOT_PRINTED;
    }

    private LetterState state(Found found) {
        return letters.byId(found.letterId()).map(Letter::state).orElseThrow();
    }

    private static BatchLine line(Batch batch, Found found) {
        return batch.lines().get(found.stackNo() - 1);
    }
}
