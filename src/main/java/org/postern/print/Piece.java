package org.postern.print;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.postern.letter.Frozen;
import org.postern.typeset.Typesetting;
import org.postern.vault.PieceCode;

/**
 * One letter of a stack.
 *
 * @param no in the stack, from 1
 * @param sheets of paper, printed on both sides
 * @param isPlain whether no window shows its address: it must be on the envelope
 * @param set its pages; null where only lists are drawn
 */
record Piece(
        int no,
        PieceCode code,
        Frozen frozen,
        int sheets,
        boolean isPlain,
        @Nullable Typesetting set) {
    /** A letter that is set, and ready for paper. */
    Piece(int no, PieceCode code, Frozen frozen, Typesetting set) {
        this(no, code, frozen, (set.pages() + 1) / 2, set.address().isEmpty(), set);
    }

    /** @throws NullPointerException if it was not set */
    Typesetting pages() {
        return Objects.requireNonNull(set);
    }
}
