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
    /** @return of paper, printed on both sides */
    int sheets() {
        return (pages.pages() + 1) / 2;
    }
}
