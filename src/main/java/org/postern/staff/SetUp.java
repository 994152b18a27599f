package org.postern.staff;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.postern.vault.Token;

/** Uses a set-up link: makes the account it stands for, or changes its password, and signs in. */
@Dependent
class SetUp {
    private final SetupLinks links;
    private final StaffAccounts accounts;
    private final StaffSessions sessions;
    private final OpenSession open;
    private final Passwords passwords;
    private final Audit audit;
    private final Clock clock;

    @Inject
    SetUp(
            SetupLinks links,
            StaffAccounts accounts,
            StaffSessions sessions,
            OpenSession open,
            Passwords passwords,
            Audit audit,
            Clock clock) {
        this.links = links;
        this.accounts = accounts;
        this.sessions = sessions;
        this.open = open;
        this.passwords = passwords;
        this.audit = audit;
        this.clock = clock;
    }

    /** What a member chose. */
    record Choice(String name, String password, String again) {}

    /** Either the new session, or what is wrong with the choice: keys of messages. */
    record Outcome(Optional<Token> session, List<String> objections) {}

    /** The link while it works. */
    @Transactional
    Optional<SetupLink> link(String token) {
        return links.working(token, clock.instant());
    }

    /** Empty if the link works no more. */
    @Transactional
    Optional<Outcome> use(String token, Choice choice) {
        Instant now = clock.instant();
        SetupLink link = links.working(token, now).orElse(null);
        if (link == null) {
            return Optional.empty();
        }
        List<String> objections = objections(link, choice);
        if (!objections.isEmpty()) {
            return Optional.of(new Outcome(Optional.empty(), objections));
        }
        link.use(now);
        String hash = passwords.hash(choice.password());
        StaffAccount account = link.account();
        if (account == null) {
            account = StaffAccount.of(choice.name(), link.roles(), link.lead(), hash, now);
            accounts.add(account);
            audit.record(account.id(), "account.made", account.name());
        } else {
            account.changePassword(hash);
            sessions.endAllOf(account);
            audit.record(account.id(), "password.changed", account.name());
        }
        return Optional.of(new Outcome(Optional.of(open.of(account)), List.of()));
    }

    private List<String> objections(SetupLink link, Choice choice) {
        List<String> objections = new ArrayList<>();
        if (link.account() == null) {
            if (!StaffAccount.isName(choice.name())) {
                objections.add("name");
            } else if (accounts.byName(choice.name()).isPresent()) {
                objections.add("taken");
            }
        }
        if (!Passwords.isPassword(choice.password())) {
            objections.add("short");
        } else if (!choice.password().equals(choice.again())) {
            objections.add("again");
        }
        return objections;
    }
}
