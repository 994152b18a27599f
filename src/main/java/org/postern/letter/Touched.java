package org.postern.letter;

import java.util.List;

/**
 * How many letters a deed of an organiser touches, said before it is done.
 *
 * @param goOn are printed, with the address of then
 * @param waiting approved ones that wait
 * @param back leave batches whose files nobody took
 * @param bySlip stand in files that somebody took, printed or not: a slip tells the volunteer to take them out
 * @param onPaper nobody is sure whether they are on paper or in the post; nothing is called back
 */
public record Touched(long goOn, long waiting, List<InBatch> back, List<InBatch> bySlip, long onPaper) {
    /** @param batch its name, e.g. B0127 */
    public record InBatch(String batch, long letters) {}

    public boolean isNothing() {
        return goOn == 0 && waiting == 0 && back.isEmpty() && bySlip.isEmpty() && onPaper == 0;
    }
}
