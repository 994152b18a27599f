package org.postern.print;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.NotFoundException;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.postern.letter.Actor;
import org.postern.letter.Batch;
import org.postern.letter.BatchLine;
import org.postern.letter.BatchLine.Again;
import org.postern.letter.BatchLines;
import org.postern.letter.Batches;
import org.postern.letter.NotNow;
import org.postern.letter.PulledOut;
import org.postern.letter.Reprints;
import org.postern.staff.Audit;

/** What a volunteer does with a claimed batch before the post box; each deed is one transaction. */
@ApplicationScoped
class AtThePrinter {
    private Batches batches;
    private BatchLines batchLines;
    private Reprints reprints;
    private PulledOut pulledOut;
    private Audit audit;
    private Clock clock;

    @SuppressWarnings("NullAway.Init")
    protected AtThePrinter() {}

    @Inject
    AtThePrinter(
            Batches batches, BatchLines batchLines, Reprints reprints, PulledOut pulledOut, Audit audit, Clock clock) {
        this.batches = batches;
        this.batchLines = batchLines;
        this.reprints = reprints;
        this.pulledOut = pulledOut;
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
        Instant now = clock.instant();
        Batch batch = lock(number);
        List<BatchLine> pulled = PulledOut.of(batch);
        int given = batchLines.giveBack(batch, stackNos, noPaper, staff, now);
        pulledOut.settle(pulled, Actor.staff(staff), now);
        return given;
    }

    /**
     * Papers that a writer or an organiser wanted out are taken out and destroyed.
     *
     * @return how many
     */
    @Transactional
    public int takenOut(long number, Collection<Integer> stackNos, long staff) {
        Instant now = clock.instant();
        Batch batch = lock(number);
        List<BatchLine> pulled = PulledOut.of(batch);
        int out = batchLines.takenOut(batch, stackNos, staff, now);
        pulledOut.settle(pulled, Actor.staff(staff), now);
        return out;
    }

    /**
     * A jam, or spilled tea; whatever came out of these letters is destroyed.
     *
     * @param spoiled sheets that a jam took
     * @return how many are to be printed again by this
     */
    @Transactional
    public int again(long number, Collection<Integer> stackNos, Again why, int spoiled, long staff) {
        return reprints.again(lock(number), stackNos, why, spoiled, staff, clock.instant());
    }

    /** "Files deleted, lists shredded." */
    @Transactional
    public void tidy(long number, long staff) {
        lock(number).tidy(staff, clock.instant());
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
