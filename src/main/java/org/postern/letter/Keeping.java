package org.postern.letter;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** How long a writer's e-mail address is kept; the writer ticks it. */
public enum Keeping {
    /** Only to confirm: erased as soon as that is done. */
    TO_CONFIRM,
    /** Until the letter is posted, to say so; the default. */
    UNTIL_POSTED,
    /** Twelve months from the posting, so that a reply and our questions find the writer. */
    FOR_A_REPLY;

    /** @return how long after the posting; null: it is gone before that */
    public @Nullable Duration afterPosting() {
        return switch (this) {
            case TO_CONFIRM -> null;
            case UNTIL_POSTED -> Duration.ZERO;
            case FOR_A_REPLY -> Duration.ofDays(365);
        };
    }

    /** @return the longer of two wishes of one person */
    public Keeping orLonger(Keeping other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
