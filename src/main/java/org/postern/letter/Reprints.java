package org.postern.letter;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.postern.letter.BatchLine.Again;

/** Jams and spills: letters that the same batch prints once more, and the paper that it cost. */
@Dependent
public class Reprints {
    private final Letters letters;
    private final LedgerEntries ledger;

    @Inject
    public Reprints(Letters letters, LedgerEntries ledger) {
        this.letters = letters;
        this.ledger = ledger;
    }

    /**
     * A paper was spoiled and is destroyed, by a person's word: it is counted, and the same batch prints the letter again.
     *
     * @param batch locked
     * @param copy which of its papers; the same one said twice counts once
     * @return whether it was counted by this call
     * @throws NotNow if the letter is not in the batch any more, is to be taken out, or nobody is sure about it
     */
    public boolean spoil(Batch batch, BatchLine line, int copy, long staff, Instant now) {
        batch.mustBeOpen();
        Letter letter = letters.lock(line.letterId()).orElseThrow();
        if (!mayBePrintedAgain(batch, line, letter)) {
            throw new NotNow(NotNow.Why.STATE, "No paper of it is in this batch");
        }
        if (line.copy() != copy || line.again() != null) {
            return false;
        }
        printAgain(line, letter, Again.SPOILED, line.sheets(), Actor.staff(staff), now);
        ledger.spoiled(batch, line.sheets(), staff, today(batch, now));
        return true;
    }

    /**
     * The printer jammed, or tea was spilled, and whatever came out of these letters is destroyed: the same batch prints
     * them again. One that is to be printed again already stays as it is, and no sheet is counted twice.
     *
     * @param batch locked
     * @param spoiled sheets that the jam took; of spilled letters each sheet counts, and this does not
     * @return how many are to be printed again by this call
     */
    public int again(Batch batch, Collection<Integer> stackNos, Again why, int spoiled, long staff, Instant now) {
        batch.mustBeOf(staff);
        batch.mustBeOpen();
        Set<Integer> wanted = new HashSet<>(stackNos);
        int marked = 0;
        int sheets = 0;
        for (BatchLine line : batch.lines()) {
            if (!wanted.contains(line.stackNo()) || !line.isOpen() || line.again() != null) {
                continue;
            }
            Letter letter = letters.lock(line.letterId()).orElseThrow();
            if (mayBePrintedAgain(batch, line, letter)) {
                int lost = why == Again.SPOILED ? line.sheets() : marked == 0 ? spoiled : 0;
                printAgain(line, letter, why, lost, Actor.staff(staff), now);
                sheets += lost;
                marked++;
            }
        }
        if (sheets > 0) {
            ledger.spoiled(batch, sheets, staff, today(batch, now));
        }
        return marked;
    }

    private static boolean mayBePrintedAgain(Batch batch, BatchLine line, Letter letter) {
        boolean inHand = letter.state() == LetterState.PRINTED || letter.state() == LetterState.BATCHED;
        return line.isOpen() && line.pull() == null && inHand && batch.filesTakenAt() != null;
    }

    private static void printAgain(BatchLine line, Letter letter, Again why, int spoiled, Actor by, Instant now) {
        if (letter.state() == LetterState.PRINTED) {
            letter.bePrintedAgain(by, now);
        }
        line.printAgain(why, spoiled);
    }

    private static LocalDate today(Batch batch, Instant now) {
        return LocalDate.ofInstant(now, batch.site().zone());
    }
}
