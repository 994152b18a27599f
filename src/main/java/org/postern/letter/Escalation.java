package org.postern.letter;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A reader leaves a letter to a lead, and says why. It goes with the letter's words. */
@Entity
@Table(name = "escalation")
public class Escalation {
    /** Why, in codes. */
    public enum Why {
        /** It may endanger the person, or somebody near. */
        DANGER,
        /** Its writer, or somebody it tells of, may be in need. */
        NEED,
        /** It may be a trap, or not from whom it says. */
        TRUST,
        /** The rules of the place do not say. */
        RULES,
        OTHER
    }

    @Id
    @Column(name = "letter_id")
    private UUID letterId;

    @Column(name = "by_staff")
    private long by;

    @Enumerated(EnumType.STRING)
    private Why why;

    private byte @Nullable [] note;

    @Column(name = "at_hour")
    private Instant hour;

    @SuppressWarnings("NullAway.Init")
    protected Escalation() {}

    Escalation(Letter letter, long by, Why why, byte @Nullable [] sealedNote, Instant now) {
        this.letterId = letter.id();
        this.hour = Hour.of(now);
        this.by = by;
        this.why = why;
        this.note = sealedNote;
    }

    /** Once more, by another reader or with other words. */
    void again(long newBy, Why newWhy, byte @Nullable [] sealedNote, Instant now) {
        this.hour = Hour.of(now);
        this.by = newBy;
        this.why = newWhy;
        this.note = sealedNote;
    }

    public UUID letterId() {
        return letterId;
    }

    public long by() {
        return by;
    }

    public Why why() {
        return why;
    }

    /** @return to the hour */
    public Instant hour() {
        return hour;
    }

    byte @Nullable [] sealedNote() {
        return note;
    }
}
