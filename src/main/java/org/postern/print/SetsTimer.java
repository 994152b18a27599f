package org.postern.print;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.Duration;
import org.postern.web.Timer;

/** Somebody sits in front of a progress bar. */
@ApplicationScoped
class SetsTimer {
    @Produces
    Timer sets(BuildBatch buildBatch) {
        return new Timer("sets", Duration.ofSeconds(1), buildBatch::buildWhatWaits);
    }
}
