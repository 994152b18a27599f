package org.postern.staff;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import org.postern.vault.Token;

/** A browser in which a member is signed in. The cookie holds the token, the row its hash. */
@Entity
@Table(name = "staff_session")
public class StaffSession {
    /** However busy: sign in again after this. */
    public static final Duration LIFE = Duration.ofHours(12);

    /** Without a click. */
    public static final Duration IDLE = Duration.ofHours(2);

    /** How exactly {@code seen} is kept: a row need not be written on each click, nor tell each click's moment. */
    private static final Duration GRAIN = Duration.ofMinutes(5);

    @Id
    @Column(name = "token_hash")
    private String tokenHash;

    @ManyToOne(optional = false)
    @JoinColumn(name = "account_id")
    private StaffAccount account;

    @SuppressWarnings("UnusedVariable") // for whoever looks into the table
    private Instant created = Instant.EPOCH;

    private Instant seen = Instant.EPOCH;
    private Instant expires = Instant.EPOCH;

    @SuppressWarnings("NullAway.Init")
    protected StaffSession() {}

    StaffSession(Token token, StaffAccount account, Instant now) {
        this.tokenHash = token.hash();
        this.account = account;
        this.created = now;
        this.seen = grain(now);
        this.expires = now.plus(LIFE);
    }

    /** Ends a little early rather than late, by the grain of {@code seen}. */
    boolean livesAt(Instant now) {
        return now.isBefore(expires) && now.isBefore(seen.plus(IDLE)) && account.living();
    }

    void see(Instant now) {
        Instant then = grain(now);
        if (then.isAfter(seen)) {
            seen = then;
        }
    }

    StaffAccount account() {
        return account;
    }

    String tokenHash() {
        return tokenHash;
    }

    private static Instant grain(Instant now) {
        long grain = GRAIN.toSeconds();
        return Instant.ofEpochSecond(Math.floorDiv(now.getEpochSecond(), grain) * grain);
    }
}
