package org.postern.print;

import org.postern.letter.Frozen;
import org.postern.typeset.Typesetting;
import org.postern.vault.PieceCode;

/**
 * One letter of a stack, set and ready for paper.
 *
 * @param no in the stack, from 1
 */
record Piece(int no, PieceCode code, Frozen frozen, Typesetting pages) {
    /** @return whether no window shows its address: it must be on the envelope */
    boolean isPlain() {
        return pages.address().isEmpty();
    }

    /** @return of paper, printed on both sides */
    int sheets() {
        return (pages.pages() + 1) / 2;
    }
}
