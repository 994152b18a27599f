package org.postern.compose;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.postern.letter.LetterState;

/** When readers or translators are late, a writer is told how late, not how quick they mostly are. */
final class Backlog {
    private Backlog() {}

    /**
     * @param oldest when the letter that waits longest in this state came into it; null if there is none
     * @return for how many days letters now wait there; null while nobody is late, or where no person is waited for
     */
    static @Nullable Long days(LetterState state, @Nullable Instant oldest, Instant now) {
        Duration patience = state.patience();
        if (!isRead(state) || patience == null || oldest == null) {
            return null;
        }
        Duration waits = Duration.between(oldest, now);
        return waits.compareTo(patience) > 0 ? waits.toDays() : null;
    }

    private static boolean isRead(LetterState state) {
        return state == LetterState.IN_REVIEW
                || state == LetterState.IN_TRANSLATION
                || state == LetterState.TRANSLATION_CHECK;
    }
}
