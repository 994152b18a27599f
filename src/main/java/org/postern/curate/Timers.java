package org.postern.curate;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;
import java.time.Duration;
import org.postern.vault.Vault;
import org.postern.web.Timer;

/** What happens to letters by itself, a line each; also in {@code journey.md}. */
@ApplicationScoped
class Timers {
    @Produces
    Timer letters(LetterTimeOuts letters) {
        return new Timer("letters", Duration.ofMinutes(5), letters::runOut);
    }

    @Produces
    Timer batches(OverdueBatches batches) {
        return new Timer("batches", Duration.ofMinutes(1), batches::runOut);
    }

    @Produces
    Timer addresses(SettledContacts contacts) {
        return new Timer("addresses", Duration.ofHours(1), contacts::settle);
    }

    @Produces
    Timer erasing(Eraser eraser) {
        return new Timer("erasing", Duration.ofMinutes(10), eraser::eraseWhatIsDue);
    }

    /** Asked hourly, because the key of the week before may go an hour after the new one came. */
    @Produces
    Timer keys(Vault vault, Clock clock) {
        return new Timer("keys", Duration.ofHours(1), () -> vault.rotate(clock.instant()));
    }
}
