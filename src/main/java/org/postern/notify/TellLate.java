package org.postern.notify;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.postern.letter.LetterState;
import org.postern.letter.Letters;
import org.postern.letter.Writers;
import org.postern.notice.NoticeKind;
import org.postern.notice.Outbox;
import org.postern.web.OneByOne;
import org.postern.web.Timer;

/** Tells writers whose letters no reader came to in time how late the readers are; at most once a week. */
@ApplicationScoped
class TellLate {
    private static final int AT_ONCE = 200;

    private Letters letters;
    private Outbox outbox;
    private Writers writers;
    private OneByOne oneByOne;
    private Clock clock;

    @SuppressWarnings("NullAway.Init")
    protected TellLate() {}

    @Inject
    public TellLate(Letters letters, Outbox outbox, Writers writers, OneByOne oneByOne, Clock clock) {
        this.letters = letters;
        this.outbox = outbox;
        this.writers = writers;
        this.oneByOne = oneByOne;
        this.clock = clock;
    }

    @Produces
    Timer late(TellLate telling) {
        return new Timer("late", Duration.ofHours(1), telling::tellWhoWaits);
    }

    /** @return what came to the readers after this is in time yet */
    static Instant promised(Instant now) {
        return now.minus(Objects.requireNonNull(LetterState.IN_REVIEW.patience()));
    }

    /** @return how many were told */
    public int tellWhoWaits() {
        Instant now = clock.instant();
        return oneByOne.each(
                "word of a late reader to",
                () -> letters.toTellOfDelay(promised(now), now, AT_ONCE),
                id -> letters.lock(id)
                        .filter(letter -> letter.state() == LetterState.IN_REVIEW
                                && !letter.stateSince().isAfter(promised(now))
                                && !outbox.holds(NoticeKind.LATE, letter.id()))
                        .ifPresent(letter -> writers.tell(letter, NoticeKind.LATE, now)));
    }
}
