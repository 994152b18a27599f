package org.postern.compose;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import org.postern.web.Brake;
import org.postern.web.VisitorAddress;

/**
 * Wrong codes: five an hour from one network are free. After that ten a second are tried from all together: with 50 bits
 * a code and 100,000 letters, the first hit is then 27 years away.
 */
@ApplicationScoped
class CodeTries {
    static final int FREE = 5;
    static final int LANE_PER_SECOND = 10;

    private final VisitorAddress visitors;
    private final Brake brake;

    @Inject
    CodeTries(VisitorAddress visitors, Clock clock) {
        this.visitors = visitors;
        this.brake = new Brake(FREE, Duration.ofHours(1), LANE_PER_SECOND, clock);
    }

    /** For CDI's proxy only. */
    @SuppressWarnings("NullAway")
    protected CodeTries() {
        this.visitors = null;
        this.brake = null;
    }

    boolean mayTry(HttpServletRequest request) {
        return brake.mayTry(visitors.network(request));
    }

    void right(HttpServletRequest request) {
        brake.right(visitors.network(request));
    }
}
