package org.postern.staff;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.postern.vault.Token;
import org.postern.vault.Vault;

/** Asks on each request whose session a cookie names: one ended a second ago, on any node, is nobody's. */
@Dependent
class RecogniseStaff {
    private final StaffSessions sessions;
    private final Vault vault;
    private final Clock clock;

    @Inject
    RecogniseStaff(StaffSessions sessions, Vault vault, Clock clock) {
        this.sessions = sessions;
        this.vault = vault;
        this.clock = clock;
    }

    @Transactional
    Optional<Staff.Recognised> by(Token token) {
        Instant now = clock.instant();
        StaffSession session = sessions.find(token);
        if (session == null || !session.livesAt(now)) {
            return Optional.empty();
        }
        session.see(now);
        StaffAccount account = session.account();
        return Optional.of(new Staff.Recognised(
                account.id(),
                account.name(),
                account.roles(),
                account.lead(),
                account.siteId(),
                account.locale(),
                account.shortcuts(),
                vault.sign("csrf", session.tokenHash())));
    }
}
