package org.postern.curate;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.postern.letter.LetterState;

/** Counting for organisers: never a letter, only how many there are. */
final class Shown {
    /** Sent, and not yet in the post. */
    private static final Set<LetterState> WAITING = EnumSet.of(
            LetterState.IN_REVIEW,
            LetterState.CHANGES_ASKED,
            LetterState.IN_TRANSLATION,
            LetterState.TRANSLATION_CHECK,
            LetterState.READY,
            LetterState.HELD,
            LetterState.BATCHED,
            LetterState.PRINTED,
            LetterState.UNSURE);

    private Shown() {}

    /** @param counts by state, of one person */
    static long waiting(Map<LetterState, Long> counts) {
        return WAITING.stream()
                .mapToLong(state -> counts.getOrDefault(state, 0L))
                .sum();
    }
}
