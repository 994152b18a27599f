package org.postern.staff;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Set;
import org.postern.vault.Token;
import org.postern.vault.Vault;
import org.postern.web.Settings;
import org.postern.web.Starting;

/** At the start: somebody must be able to get in. */
@Dependent
class FirstStaff {
    private final StaffAccounts accounts;
    private final SetupLinks links;
    private final Passwords passwords;
    private final Audit audit;
    private final Vault vault;
    private final Settings settings;
    private final Clock clock;

    @Inject
    public FirstStaff(
            StaffAccounts accounts,
            SetupLinks links,
            Passwords passwords,
            Audit audit,
            Vault vault,
            Settings settings,
            Clock clock) {
        this.accounts = accounts;
        this.links = links;
        this.passwords = passwords;
        this.audit = audit;
        this.vault = vault;
        this.settings = settings;
        this.clock = clock;
    }

    /** Before anything else: sessions and form tokens are signed, and every step that starts may want to seal. */
    public void makeKeys(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) Starting starting) {
        vault.rotate(clock.instant());
    }

    /** Says accounts or a set-up link, once; neither can be shown again, for only hashes are kept. */
    @Transactional
    public void prepare(@Observes Starting starting) {
        links.sweep(clock.instant());
        if (settings.demo()) {
            inviteDemo(starting);
        } else if (accounts.isEmpty()) {
            sayLink(starting);
        } else if (settings.newAdminLink()) {
            sayLink(starting);
            audit.record(null, "admin-link.made", "postern.new-admin-link");
        }
    }

    private void inviteDemo(Starting starting) {
        if (!accounts.isEmpty()) {
            starting.say(
                    "staff accounts: the passwords were printed at the first start; \"look in as\" on each page signs"
                            + " in without one");
            return;
        }
        for (DemoStaff member : DemoStaff.ALL) {
            String password = DemoStaff.password();
            accounts.add(StaffAccount.of(
                    member.name(), member.roles(), member.lead(), passwords.hash(password), clock.instant()));
            starting.say("staff account: " + member.role().word() + " " + member.name() + " " + password);
        }
    }

    private void sayLink(Starting starting) {
        links.endThoseOfFirstAdmin();
        Token token = Token.random();
        links.add(SetupLink.forNewMember(token, Set.of(Role.ADMIN), false, clock.instant()));
        starting.say("set-up link (one hour, once): " + settings.link("/desk/setup/" + token.text()));
    }
}
