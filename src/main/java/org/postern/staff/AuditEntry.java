package org.postern.staff;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** That someone did something, to the hour. Never changed. */
@Entity
@Table(name = "audit_entry")
public class AuditEntry {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "audit_entry_seq")
    @SequenceGenerator(name = "audit_entry_seq", sequenceName = "audit_entry_seq", allocationSize = 1)
    private @Nullable Long id;

    private Instant happened = Instant.EPOCH;
    private @Nullable Long actor;
    private String action = "";
    private String object = "";
    private String detail = "";

    protected AuditEntry() {}

    AuditEntry(@Nullable Long actor, String action, String object, String detail, Instant now) {
        this.happened = now.truncatedTo(ChronoUnit.HOURS);
        this.actor = actor;
        this.action = action;
        this.object = object;
        this.detail = detail;
    }

    public long id() {
        if (id == null) {
            throw new IllegalStateException("not recorded yet");
        }
        return id;
    }

    /** The hour. */
    public Instant happened() {
        return happened;
    }

    /** An account's id; null for Postern itself. */
    public @Nullable Long actor() {
        return actor;
    }

    /** Such as {@code account.ended}; its words are the message {@code audit.account.ended}. */
    public String action() {
        return action;
    }

    public String object() {
        return object;
    }

    public String detail() {
        return detail;
    }
}
