package org.postern.staff;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.postern.vault.Token;

/** A link that works once, for an hour: it makes an account with given roles, or sets a new password for one. */
@Entity
@Table(name = "setup_link")
public class SetupLink {
    public static final Duration LIFE = Duration.ofHours(1);

    @Id
    @Column(name = "token_hash")
    private String tokenHash;

    @ManyToOne
    @JoinColumn(name = "account_id")
    private @Nullable StaffAccount account;

    private String roles = "";
    private boolean lead;

    @SuppressWarnings("UnusedVariable") // for whoever looks into the table
    private Instant created = Instant.EPOCH;

    private Instant expires = Instant.EPOCH;
    private @Nullable Instant used;

    @Version
    private int version;

    @SuppressWarnings("NullAway.Init")
    protected SetupLink() {}

    private SetupLink(Token token, Instant now) {
        this.tokenHash = token.hash();
        this.created = now;
        this.expires = now.plus(LIFE);
    }

    /** For a new member. */
    public static SetupLink forNewMember(Token token, Collection<Role> roles, boolean lead, Instant now) {
        SetupLink link = new SetupLink(token, now);
        link.roles = roles.stream().map(Role::name).sorted().collect(Collectors.joining(" "));
        link.lead = lead;
        return link;
    }

    /** For a member who lost the password. */
    public static SetupLink forNewPassword(Token token, StaffAccount account, Instant now) {
        SetupLink link = new SetupLink(token, now);
        link.account = account;
        return link;
    }

    boolean worksAt(Instant now) {
        return used == null && now.isBefore(expires) && (account == null || account.living());
    }

    /** @throws IllegalStateException if it does not work any more */
    void use(Instant now) {
        if (!worksAt(now)) {
            throw new IllegalStateException("used or too old");
        }
        used = now;
    }

    /** Whose password it sets anew; null for a new member. */
    public @Nullable StaffAccount account() {
        return account;
    }

    Set<Role> roles() {
        return roles.isEmpty()
                ? EnumSet.noneOf(Role.class)
                : EnumSet.copyOf(
                        Arrays.stream(roles.split(" ", -1)).map(Role::valueOf).toList());
    }

    boolean lead() {
        return lead;
    }
}
