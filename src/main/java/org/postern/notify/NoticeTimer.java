package org.postern.notify;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.Duration;
import org.postern.web.Timer;

/** What this step does by itself; also in {@code journey.md}. */
@ApplicationScoped
class NoticeTimer {
    @Produces
    Timer notices(SendNotices sending) {
        return new Timer("notices", Duration.ofSeconds(5), sending::sendWhatIsDue);
    }
}
