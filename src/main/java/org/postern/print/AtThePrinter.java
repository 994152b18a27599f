package org.postern.print;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.NotFoundException;
import java.time.Clock;
import java.util.Collection;
import java.util.Optional;
import java.util.function.Function;
import org.postern.letter.Batch;
import org.postern.letter.BatchLines;
import org.postern.letter.Batches;
import org.postern.letter.NotNow;
import org.postern.staff.Audit;

/** What a volunteer does with a claimed batch before the post box; each deed is one transaction. */
@ApplicationScoped
class AtThePrinter {
    private Batches batches;
    private BatchLines batchLines;
    private Audit audit;
    private Clock clock;

    @SuppressWarnings("NullAway.Init")
    protected AtThePrinter() {}

    @Inject
    AtThePrinter(Batches batches, BatchLines batchLines, Audit audit, Clock clock) {
        this.batches = batches;
        this.batchLines = batchLines;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * One of the batch's files, or all of them: from now on papers may exist, and whoever has it has names and addresses.
     *
     * @param kind for the audit, e.g. {@code letters.pdf}
     * @throws NotNow if the batch is finished or somebody else's, or there is no such file
     */
    @Transactional
    public byte[] takeFile(long number, long staff, String kind, Function<Batch, Optional<byte[]>> file) {
        Batch batch = lock(number);
        if (batch.closedAt() != null) {
            // Its letters are in the post, or somebody else's to print.
            throw new NotNow(NotNow.Why.STATE, "This batch is finished");
        }
        batch.takeFiles(staff, clock.instant());
        audit.record(staff, "batch.files", batch.name(), kind);
        return file.apply(batch)
                .orElseThrow(() -> new NotNow(NotNow.Why.STATE, "Nothing of this batch is to be on such paper"));
    }

    /** @return how many became printed by this */
    @Transactional
    public int markPrinted(long number, Collection<Integer> stackNos, long staff) {
        Batch batch = lock(number);
        if (batch.filesTakenAt() == null) {
            throw new NotNow(NotNow.Why.STATE, "Nobody took the files, so nothing can be printed");
        }
        return batchLines.print(batch, stackNos, staff, clock.instant());
    }

    /**
     * Gives letters back.
     *
     * @param noPaper the volunteer's word that no paper of them exists, never printed or destroyed
     * @return how many went back by this
     */
    @Transactional
    public int giveBack(long number, Collection<Integer> stackNos, boolean noPaper, long staff) {
        return batchLines.giveBack(lock(number), stackNos, noPaper, staff, clock.instant());
    }

    /**
     * Two more days, once for each time they are asked for.
     *
     * @param seenUntil when the claim ended as the page said that asked, in seconds
     */
    @Transactional
    public void extend(long number, long seenUntil, long staff) {
        Batch batch = lock(number);
        if (batch.claimedUntil().getEpochSecond() == seenUntil) {
            batch.extend(staff, clock.instant());
        }
    }

    private Batch lock(long number) {
        return batches.lock(number).orElseThrow(NotFoundException::new);
    }
}
