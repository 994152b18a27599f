package org.postern.post;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.postern.letter.LetterState;

/**
 * One letter in hand.
 *
 * @param born empty where nobody knows
 * @param posted how many of its batch are in the post
 * @param canGo how many more of its batch can be posted now
 * @param stay how many of its batch are there and cannot
 * @param isToRemove whether its paper is to be taken out of the stack
 * @param isAgain whether it is to be printed once more
 * @param mayUndo whether its posting may still be undone
 */
public record Piece(
        String code,
        long number,
        String batch,
        int no,
        String name,
        String born,
        String place,
        @Nullable LocalDate written,
        LetterState state,
        int copy,
        long posted,
        long canGo,
        long stay,
        String town,
        boolean isToRemove,
        boolean isAgain,
        boolean mayUndo) {

    /** @return how many letters its batch can post */
    public long all() {
        return posted + canGo + stay;
    }

    /** @return whether it is where it should be, so that it needs no second look */
    public boolean isDone() {
        return state == LetterState.POSTED || state == LetterState.REPLIED;
    }
}
