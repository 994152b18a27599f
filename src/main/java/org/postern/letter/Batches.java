package org.postern.letter;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.postern.letter.LetterState.Reason;
import org.postern.site.PrintSite;
import org.postern.site.Printer;
import org.postern.vault.PieceCode;
import org.postern.vault.Seal;
import org.postern.vault.Vault;

/** Batches, and the deeds on the letters in them: entering, printing, posting, going back. */
@ApplicationScoped
public class Batches {
    @PersistenceContext
    private EntityManager em;

    @Inject
    private Letters letters;

    @Inject
    private Vault vault;

    @SuppressWarnings("NullAway.Init")
    public Batches() {}

    /** For tests. */
    public Batches(EntityManager em, Letters letters, Vault vault) {
        this.em = em;
        this.letters = letters;
        this.vault = vault;
    }

    // --- claiming -----------------------------------------------------------------------------------------------

    /** @return an empty batch for a volunteer; {@link #enter} fills it in stack order */
    public Batch open(PrintSite site, String destination, long staff, Instant now, Instant until) {
        Batch batch = new Batch(site, destination, staff, vault.newKey(Seal.BATCH), now, until);
        em.persist(batch);
        em.flush();
        return batch;
    }

    /**
     * Freezes one letter into a batch.
     *
     * @param frozen what is printed, with its address, as the step serialised it; sealed under the letter's key
     * @param pdfHash SHA-256 of the letter's own PDF
     * @param firstPage in the batch's PDF, from 1
     */
    public BatchLine enter(
            Batch batch,
            Letter letter,
            PieceCode code,
            byte[] frozen,
            String pdfHash,
            int pages,
            int firstPage,
            Instant now) {
        long fence = letter.enterBatch(Actor.staff(batch.claimedBy()), now);
        byte[] sealed = letters.sealFor(letter, "frozen", frozen);
        BatchLine line = new BatchLine(
                batch,
                batch.lines().size() + 1,
                letter,
                fence,
                code.text().replace("-", ""),
                sealed,
                pdfHash,
                pages,
                firstPage);
        batch.add(line);
        em.persist(line);
        return line;
    }

    /** Keeps the batch's file, sealed under a key of its own. */
    public void keepPdf(Batch batch, byte[] pdf, String hash) {
        batch.keep(vault.seal(batch.batchKey(), context(batch), pdf), hash, pdf.length);
    }

    /** @return the batch's file, byte by byte the same each time; empty once its time is over */
    public Optional<byte[]> pdfOf(Batch batch) {
        byte[] sealed = batch.sealedPdf();
        return sealed == null || !vault.holds(batch.batchKey())
                ? Optional.empty()
                : Optional.of(vault.open(batch.batchKey(), context(batch), sealed));
    }

    /** @return what was frozen of one letter; empty once its words are erased */
    public Optional<byte[]> frozen(BatchLine line) {
        byte[] sealed = line.sealedManuscript();
        return letters.byId(line.letterId())
                .filter(letter -> sealed != null && vault.holds(letter.textKey()))
                .map(letter -> letters.openFor(letter, "frozen", java.util.Objects.requireNonNull(sealed)));
    }

    /** @return the batch that holds a letter now */
    public Optional<Batch> holding(Letter letter) {
        return em.createQuery("select l.batch from BatchLine l where l.liveLetterId = :id", Batch.class)
                .setParameter("id", letter.id())
                .getResultStream()
                .findFirst();
    }

    /**
     * An organiser takes a letter out of its batch and holds it; {@link Holds#tell} tells its writer.
     *
     * @param letter locked, behind its batch
     * @throws NotNow if its paper may exist
     */
    public void hold(Letter letter, Reason why, Actor by, Instant now) {
        if (letter.state() != LetterState.BATCHED
                || holding(letter).map(Batch::filesTakenAt).isPresent()) {
            throw new NotNow(NotNow.Why.STATE, "A paper of it may exist");
        }
        letter.holdOutOfBatch(why, by, now);
        pullOut(letter, now);
    }

    /** A letter leaves a batch because its writer withdrew it or an organiser held it; the last one ends the batch. */
    public void pullOut(Letter letter, Instant now) {
        em.createQuery("select l from BatchLine l where l.liveLetterId = :id", BatchLine.class)
                .setParameter("id", letter.id())
                .getResultStream()
                .forEach(line -> {
                    line.leave(letter.state());
                    line.pull(letter.reason() == null ? Reason.WITHDRAWN : letter.reason());
                    closeUnlessLocked(line.batch().number(), now);
                });
    }

    /**
     * A volunteer locks the batch and then its letters; here a letter is locked already, so waiting for the batch would
     * be a deadlock. Whoever has it locked leaves it to the clock: {@link #emptied}.
     */
    private void closeUnlessLocked(long number, Instant now) {
        em.flush();
        boolean free = !em.createNativeQuery("select number from batch where number = ?1 for update skip locked")
                .setParameter(1, number)
                .getResultList()
                .isEmpty();
        if (free) {
            lock(number).ifPresent(batch -> batch.closeIfSettled(now));
        }
    }

    /** @return batches that are open although no letter is in them any more */
    public List<Long> emptied(int most) {
        return em.createQuery(
                        "select b.number from Batch b where b.closedAt is null and not exists"
                                + " (select l.id from BatchLine l where l.batch = b and l.liveLetterId is not null)",
                        Long.class)
                .setMaxResults(most)
                .getResultList();
    }

    public void closeIfEmptied(Batch batch, Instant now) {
        batch.closeIfSettled(now);
    }

    /** @return the number of the batch that a volunteer claimed last, 0 before the first */
    public long newestOf(long staff) {
        return em.createQuery("select coalesce(max(b.number), 0) from Batch b where b.claimedBy = :staff", Long.class)
                .setParameter("staff", staff)
                .getSingleResult();
    }

    // --- finding ------------------------------------------------------------------------------------------------

    /** @return the batch, locked until the transaction ends */
    public Optional<Batch> lock(long number) {
        return Optional.ofNullable(em.find(Batch.class, number, LockModeType.PESSIMISTIC_WRITE));
    }

    public Optional<Batch> byNumber(long number) {
        return Optional.ofNullable(em.find(Batch.class, number));
    }

    /** @return a printer of the site of a batch */
    public Optional<Printer> printer(long number, long printer) {
        return em.createQuery(
                        "select p from Printer p, Batch b where b.number = :number and p.site = b.site and p.id = :id",
                        Printer.class)
                .setParameter("number", number)
                .setParameter("id", printer)
                .getResultStream()
                .findFirst();
    }

    public List<Batch> openOf(long staff) {
        return em.createQuery(
                        "select b from Batch b where b.claimedBy = :staff and b.closedAt is null order by b.number",
                        Batch.class)
                .setParameter("staff", staff)
                .getResultList();
    }

    public List<Batch> lately(int most) {
        return em.createQuery("select b from Batch b order by b.number desc", Batch.class)
                .setMaxResults(most)
                .getResultList();
    }

    /** @return the batches that a volunteer finished, newest first */
    public List<Batch> closedOf(long staff, int most) {
        return em.createQuery(
                        "select b from Batch b where b.claimedBy = :staff and b.closedAt is not null order by b.number desc",
                        Batch.class)
                .setParameter("staff", staff)
                .setMaxResults(most)
                .getResultList();
    }

    /** @return batches whose time is over and that still hold letters */
    public List<Long> overdue(Instant now, int most) {
        return em.createQuery(
                        "select b.number from Batch b where b.closedAt is null and b.claimedUntil <= :now and exists"
                                + " (select l.id from BatchLine l, Letter t where l.batch = b and t.id = l.liveLetterId"
                                + " and t.state in (org.postern.letter.LetterState.BATCHED, org.postern.letter.LetterState.PRINTED))",
                        Long.class)
                .setParameter("now", now)
                .setMaxResults(most)
                .getResultList();
    }

    // --- time ---------------------------------------------------------------------------------------------------

    public List<Long> fileDue(Instant now, int most) {
        return em.createQuery("select b.number from Batch b where b.pdfUntil <= :now", Long.class)
                .setParameter("now", now)
                .setMaxResults(most)
                .getResultList();
    }

    public void eraseFile(long number) {
        lock(number).ifPresent(batch -> {
            vault.erase(batch.batchKey());
            batch.forgetFile();
        });
    }

    private static String context(Batch batch) {
        return "batch.pdf:" + batch.number();
    }
}
