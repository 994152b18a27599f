package org.postern.compose;

import org.postern.letter.LetterState;

/** How the postmark of a step is drawn: green for done, red for what ended badly, grey for what waits. */
public final class StepTone {
    private StepTone() {}

    /** @return as the part {@code postmark.jte} takes it */
    public static String of(LetterState state) {
        return switch (state) {
            case REFUSED, RETURNED, EXPIRED -> "none";
            case CHANGES_ASKED, HELD, UNSURE -> "late";
            case DRAFT, UNCONFIRMED, WITHDRAWN -> "wait";
            case IN_REVIEW,
                    IN_TRANSLATION,
                    TRANSLATION_CHECK,
                    READY,
                    BATCHED,
                    PRINTED,
                    POSTED,
                    REPLIED,
                    BANKED,
                    SELF_POSTED -> "done";
        };
    }
}
