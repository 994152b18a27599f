package org.postern.track;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;
import java.time.Duration;
import org.postern.letter.LetterFold;
import org.postern.web.Timer;

/** Keeps counting fast: hourly, because a week that is over is folded once and a second asking costs nothing. */
@ApplicationScoped
class FoldTimer {
    @Produces
    Timer counts(LetterFold fold, Clock clock) {
        return new Timer("counts", Duration.ofHours(1), () -> fold.fold(clock.instant()));
    }
}
