package org.postern.curate;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import org.postern.letter.BatchLines;
import org.postern.letter.Batches;
import org.postern.web.OneByOne;

/**
 * Ends claims that ran out: letters go back, or wait for a person's word where a paper may exist. Ends batches, too, that
 * lost their last letter while somebody was at work on them.
 */
@ApplicationScoped
class OverdueBatches {
    private static final int AT_ONCE = 100;

    private Batches batches;
    private BatchLines batchLines;
    private OneByOne oneByOne;
    private Clock clock;

    @SuppressWarnings("NullAway.Init")
    protected OverdueBatches() {}

    @Inject
    public OverdueBatches(Batches batches, BatchLines batchLines, OneByOne oneByOne, Clock clock) {
        this.batches = batches;
        this.batchLines = batchLines;
        this.oneByOne = oneByOne;
        this.clock = clock;
    }

    /** @return how many batches were looked after */
    public int runOut() {
        Instant now = clock.instant();
        int overdue = oneByOne.each(
                "batch",
                () -> batches.overdue(now, AT_ONCE),
                number -> batches.lock(number)
                        .filter(batch -> batch.isOverdue(now))
                        .ifPresent(batch -> batchLines.runOut(batch, now)));
        int emptied = oneByOne.each(
                "emptied batch",
                () -> batches.emptied(AT_ONCE),
                number -> batches.lock(number).ifPresent(batch -> batches.closeIfEmptied(batch, now)));
        return overdue + emptied;
    }
}
