package org.postern.print;

import org.jspecify.annotations.Nullable;
import org.postern.letter.BatchLine.Again;
import org.postern.letter.LetterState;
import org.postern.letter.LetterState.Reason;
import org.postern.site.Stamp;

/**
 * A letter of the stack.
 *
 * @param born a year, or null
 * @param code grouped
 * @param grams what it weighs, rounded up; 0 before the files are built
 * @param isOut whether it is no longer in the batch, although not posted
 * @param run how many letters in this run of the same thickness, where a run begins here; else 0
 * @param pull why its paper is to be taken out; null: it may go
 * @param again why it is to be printed once more; null: it is not
 * @param copy which of its papers: 2 once the first was destroyed
 * @param tracking the number the post gave it, or null
 * @param stamp by its weight and the site's prices; null where none was typed
 * @param mayUndo whether its posting may still be undone
 */
public record StackRow(
        int no,
        String name,
        @Nullable String born,
        String place,
        String code,
        int sheets,
        int sheetsUsed,
        long grams,
        LetterState state,
        boolean open,
        boolean isOut,
        int run,
        @Nullable Reason pull,
        @Nullable Again again,
        int copy,
        @Nullable String tracking,
        @Nullable Stamp stamp,
        boolean mayUndo) {

    public boolean canBePosted() {
        return open && pull == null && state == LetterState.PRINTED;
    }

    public boolean canBePrinted() {
        return open && pull == null && state == LetterState.BATCHED;
    }

    public boolean canBeTaken() {
        return canBePosted() || canBePrinted();
    }

    public boolean isPosted() {
        return !open && !isOut;
    }

    /** @return whether somebody has to take its paper out of the stack */
    public boolean isToRemove() {
        return pull != null && state != LetterState.UNSURE;
    }

    /** @return whether it is one of those that ask for a hand, and so the only ones with a colour */
    public boolean isException() {
        return isToRemove() || again != null || (open && state == LetterState.UNSURE);
    }

    /** @return whether its writer or an organiser took it out, and not the volunteer */
    public boolean isTakenBack() {
        return isOut && (state == LetterState.WITHDRAWN || state == LetterState.HELD);
    }

    /** @return the nos of the run that begins here */
    public String nos() {
        return run > 1 ? no + "–" + (no + run - 1) : String.valueOf(no);
    }
}
