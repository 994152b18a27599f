package org.postern.letter;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Who works on a letter at this time; the fence grows with each claim, so that who comes late with an old one is seen. */
@Embeddable
class Claim {
    @Column(name = "claimed_by")
    private @Nullable Long by;

    @Column(name = "claimed_until")
    private @Nullable Instant until;

    private long fence;

    /** @throws NotNow if somebody else has it */
    void take(long staff, Duration time, Instant now) {
        boolean mine = Objects.equals(by, staff);
        if (isLive(now) && !mine) {
            throw new NotNow(NotNow.Why.CLAIM, "Somebody else works on it");
        }
        if (!isLive(now) || !mine) {
            raiseFence();
        }
        this.by = staff;
        this.until = now.plus(time);
    }

    void release() {
        this.by = null;
        this.until = null;
    }

    void lastUntil(Instant end) {
        this.until = end;
    }

    boolean isLive(Instant now) {
        return by != null && until != null && until.isAfter(now);
    }

    boolean isOf(long staff, Instant now) {
        return isLive(now) && Objects.equals(by, staff);
    }

    /** @throws NotNow if it ran out, or is another one */
    void mustBeOf(long staff, long withFence, Instant now) {
        if (!isOf(staff, now) || withFence != fence) {
            throw new NotNow(NotNow.Why.CLAIM, "The claim ran out, or somebody else has it");
        }
    }

    long raiseFence() {
        return ++fence;
    }

    @Nullable
    Long by() {
        return by;
    }

    @Nullable
    Instant until() {
        return until;
    }

    long fence() {
        return fence;
    }
}
