package org.postern.curate;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import org.postern.letter.Letters;
import org.postern.web.OneByOne;

/** Moves letters whose time is over, as {@code LetterState} says. */
@ApplicationScoped
class LetterTimeOuts {
    private static final int AT_ONCE = 500;

    private Letters letters;
    private OneByOne oneByOne;
    private Clock clock;

    @SuppressWarnings("NullAway.Init")
    protected LetterTimeOuts() {}

    @Inject
    public LetterTimeOuts(Letters letters, OneByOne oneByOne, Clock clock) {
        this.letters = letters;
        this.oneByOne = oneByOne;
        this.clock = clock;
    }

    /** @return how many letters were looked after */
    public int runOut() {
        Instant now = clock.instant();
        return oneByOne.each(
                "letter",
                () -> letters.runOut(now, AT_ONCE),
                id -> letters.lock(id).filter(letter -> letter.isDue(now)).ifPresent(letter -> letter.runOut(now)));
    }
}
