package org.postern.review;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.postern.letter.LetterState;
import org.postern.letter.NotNow;
import org.postern.letter.OpenClaims;
import org.postern.review.Readings.Mine;
import org.postern.staff.Staff;
import org.postern.web.Conflict;
import org.postern.web.Form;
import org.postern.web.Page;

/** The member of staff who reads or translates now: which letters are theirs, what they may see, what they take up. */
@Dependent
class Reader {
    /** More open claims than these are letters that wait for nobody. */
    static final int MOST_OPEN = 5;

    private final Readings readings;
    private final Decide decide;
    private final Staff staff;
    private final Clock clock;

    @Inject
    public Reader(Readings readings, Decide decide, Staff staff, Clock clock) {
        this.readings = readings;
        this.decide = decide;
        this.staff = staff;
        this.clock = clock;
    }

    long id() {
        return staff.id();
    }

    Instant now() {
        return clock.instant();
    }

    // --- a room -------------------------------------------------------------------------------------------------

    Waiting waiting(LetterState room) {
        return readings.waiting(room, now());
    }

    /** @return the letters that this member has open there */
    List<Mine> mine(LetterState room) {
        return readings.mine(room, id(), now());
    }

    OpenClaims claims(LetterState room) {
        return readings.claims(room, id(), now());
    }

    boolean hasEnough(LetterState room) {
        return claims(room).count() >= MOST_OPEN;
    }

    boolean has(UUID letter, LetterState room) {
        return mine(room).stream().anyMatch(mine -> mine.id().equals(letter));
    }

    /** @param passedOver what this member gave back just now */
    Optional<UUID> claimNext(LetterState room, List<UUID> passedOver) {
        return deed(() -> decide.claimNext(room, id(), passedOver, now()));
    }

    // --- one letter ---------------------------------------------------------------------------------------------

    /**
     * Takes up a certain letter, or has it for longer.
     *
     * @throws NotNow if it is not in this room any more, or is somebody else's
     */
    void claim(UUID letter, LetterState room) {
        deed(() -> {
            decide.claim(letter, room, id(), now());
            return letter;
        });
    }

    void giveBack(UUID letter) {
        decide.giveBack(letter, id(), now());
    }

    /**
     * A decision came too late. Where nobody else has the letter, this member takes it up once more.
     *
     * @return empty if it is this member's now; else why not, as {@code review.said.<why>}
     */
    Optional<String> lost(UUID letter, LetterState room) {
        if (readings.decided(letter, room, id())) {
            return Optional.of("done");
        }
        try {
            claim(letter, room);
            return Optional.empty();
        } catch (NotNow e) {
            return Optional.of(said(e));
        }
    }

    /** @return why a letter cannot be taken up, as {@code review.said.<why>} */
    static String said(NotNow e) {
        return switch (e.why()) {
            case STATE -> "not-now-state";
            case NOT_YOURS -> "not-yours";
            case CLAIM, CHANGED, OWN_WORK, BUSY -> "not-now-claim";
        };
    }

    /** @return empty unless this member holds it */
    Optional<Reading> open(UUID letter) {
        return readings.open(letter, id(), now());
    }

    /** @throws NotFoundException unless this member holds it and there is such a page */
    byte[] picture(UUID letter, LetterState room, int page) {
        return readings.picture(letter, room, page, id(), now()).orElseThrow(NotFoundException::new);
    }

    /**
     * One deed, as a form asks for it; the same form may come twice at once.
     *
     * @throws NotNow also if something else is being written to the letter
     */
    static <T> T deed(Supplier<T> deed) {
        try {
            return deed.get();
        } catch (RuntimeException e) {
            if (Conflict.isIn(e)) {
                throw new NotNow(NotNow.Why.BUSY, "Something else was written to it at this moment");
            }
            throw e;
        }
    }

    // --- what every form of the rooms needs ---------------------------------------------------------------------

    /** @return the number of the claim under which the form was drawn */
    static long fence(Form form) {
        try {
            return Long.parseLong(form.text("fence"));
        } catch (NumberFormatException e) {
            throw new BadRequestException(e);
        }
    }

    static Response show(Page page, int status) {
        return Response.ok(page.keptSecret().withStatus(status)).build();
    }
}
