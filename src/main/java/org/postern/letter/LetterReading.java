package org.postern.letter;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Who has read a letter, who decided on it last, and until when that may be taken back. */
@Embeddable
public class LetterReading {
    /** For so long whoever decided may take it back, and no mail tells of it. */
    public static final Duration UNDO = Duration.ofSeconds(30);

    /** The first of two who found it good, and what they saw of it. */
    @Column(name = "first_reader")
    private @Nullable Long firstReader;

    @Column(name = "first_hash")
    private @Nullable String firstHash;

    @Column(name = "decided_by")
    private @Nullable Long decidedBy;

    @Enumerated(EnumType.STRING)
    @Column(name = "decided_from")
    private @Nullable LetterState decidedFrom;

    @Column(name = "undo_until")
    private @Nullable Instant undoUntil;

    /** Everybody who changed what is printed without translating it: ids between commas, {@code ,7,12,}; empty for nobody. */
    @Column(name = "touched_by")
    private String touchedBy = "";

    /** Passages that a reader blacked out, sealed. */
    private byte @Nullable [] blackouts;

    // --- two readers --------------------------------------------------------------------------------------------

    /** @throws NotNow if this member read the same before, or had a hand in it: the second reader is another one */
    void approveFirst(long staff, @Nullable String hash) {
        if (hasFirst(hash)) {
            throw new NotNow(NotNow.Why.OWN_WORK, "Its second reader is somebody else");
        }
        this.firstReader = staff;
        this.firstHash = hash;
    }

    /** @return whether one reader has found this good, and a second one is to look at it */
    public boolean hasFirst(@Nullable String hash) {
        return firstReader != null && Objects.equals(firstHash, hash);
    }

    public boolean isFirst(long staff, @Nullable String hash) {
        return hasFirst(hash) && Objects.equals(firstReader, staff);
    }

    /** A reader changes what is printed of the words: blacks something out, says another language. */
    public void touch(long staff) {
        if (!isTouchedBy(staff)) {
            this.touchedBy = (touchedBy.isEmpty() ? "," : touchedBy) + staff + ",";
        }
    }

    boolean isTouchedBy(long staff) {
        return touchedBy.contains("," + staff + ",");
    }

    /** @param sealed null: nothing is blacked out any more */
    void blackOut(long staff, byte @Nullable [] sealed) {
        touch(staff);
        this.blackouts = sealed;
    }

    byte @Nullable [] sealedBlackouts() {
        return blackouts;
    }

    void forgetWords() {
        this.blackouts = null;
    }

    /** It has other words now. */
    void beginAnew() {
        takeBackFirst();
        forgetWords();
        this.touchedBy = "";
    }

    // --- taking back --------------------------------------------------------------------------------------------

    void decide(long staff, LetterState from, Instant now) {
        this.decidedBy = staff;
        this.decidedFrom = from;
        this.undoUntil = now.plus(UNDO);
    }

    /** A hold and its end leave a decision as it is: a lead may still take it back. */
    void move(@Nullable LetterState from, LetterState to) {
        if (to != LetterState.HELD && (from != LetterState.HELD || to != LetterState.READY)) {
            moveOn();
        }
    }

    /** Nothing is left to be taken back. */
    void moveOn() {
        this.decidedBy = null;
        this.decidedFrom = null;
        this.undoUntil = null;
    }

    /**
     * @param lead whether the member is a lead, who may take back what others decided, and later
     * @return the state before the decision
     * @throws NotNow if there is nothing to take back, not by this member any more, or somebody works on it
     */
    LetterState before(long staff, boolean lead, Claim claim, Instant now) {
        boolean own = Objects.equals(decidedBy, staff) && undoUntil != null && undoUntil.isAfter(now);
        if (decidedFrom == null || !(own || lead)) {
            throw new NotNow(NotNow.Why.STATE, "It is too late to take it back");
        }
        if (claim.isLive(now)) {
            throw new NotNow(NotNow.Why.CLAIM, "Somebody else works on it already");
        }
        return decidedFrom;
    }

    void takeBackFirst() {
        this.firstReader = null;
        this.firstHash = null;
        moveOn();
    }

    /** @return who decided last; null where nothing may be taken back */
    public @Nullable Long decidedBy() {
        return decidedBy;
    }

    /** @return the state before the decision; null where nothing may be taken back */
    public @Nullable LetterState decidedFrom() {
        return decidedFrom;
    }

    /** @return until when whoever decided may take it back, to the second; null once that is over and forgotten */
    public @Nullable Instant undoUntil() {
        return undoUntil;
    }
}
