package org.postern.staff;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.postern.vault.Token;
import org.postern.web.Settings;

/** Signs a member in: by password, by a set-up link that was just used, or by the strip of the demo. */
@Dependent
class OpenSession {
    private final StaffAccounts accounts;
    private final StaffSessions sessions;
    private final Settings settings;
    private final Clock clock;

    @Inject
    OpenSession(StaffAccounts accounts, StaffSessions sessions, Settings settings, Clock clock) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.settings = settings;
        this.clock = clock;
    }

    /** What a password must match; null for an unknown name or an account that has ended. */
    @Transactional
    @Nullable
    String hash(String name) {
        return accounts.byName(name).map(StaffAccount::passwordHash).orElse(null);
    }

    /** A session, unless the account ended or changed while its password was being checked against a hash. */
    @Transactional
    Optional<Token> ifStill(String name, String hash) {
        return accounts.byName(name)
                .filter(account -> hash.equals(account.passwordHash()))
                .map(this::of);
    }

    /** A session of the first account with a role; empty if there is none, and always empty outside the demo. */
    @Transactional
    Optional<Token> inDemo(String role) {
        return settings.demo()
                ? Role.of(role)
                        .flatMap(its -> accounts.living(its).stream().findFirst())
                        .map(this::of)
                : Optional.empty();
    }

    /** In the caller's transaction. */
    @Transactional
    Token of(StaffAccount account) {
        Instant now = clock.instant();
        sessions.sweep(now);
        Token token = Token.random();
        sessions.add(new StaffSession(token, account, now));
        return token;
    }

    /** Nothing happens if it has ended already. */
    @Transactional
    void end(Token token) {
        sessions.end(token);
    }
}
