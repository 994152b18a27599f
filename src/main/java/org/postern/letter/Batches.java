package org.postern.letter;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.postern.letter.LetterState.Reason;
import org.postern.site.Family;
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

    /**
     * Whoever picks letters holds the turn until the transaction ends, first of all that it locks: of many at once each
     * sees what the one before left, and nobody is told "nothing left" because of rows that were only being looked at.
     */
    public void takeTurn() {
        em.createNativeQuery("select id from claim_turn where id = 1 for update")
                .getSingleResult();
    }

    /** @return an empty batch for a volunteer; {@link #enter} fills it */
    public Batch open(PrintSite site, Family family, long staff, Instant now, Instant until) {
        Batch batch = new Batch(site, family, staff, vault.newKey(Seal.BATCH), now, until);
        em.persist(batch);
        em.flush();
        return batch;
    }

    /** From here on the letter is in this batch and in no other; what is printed of it is frozen later. */
    public BatchLine enter(Batch batch, Letter letter, PieceCode code, Instant now) {
        long fence = letter.enterBatch(Actor.staff(batch.claimedBy()), now);
        BatchLine line = new BatchLine(batch, letter, fence, code.symbols());
        batch.add(line);
        em.persist(line);
        return line;
    }

    /** @param iso2 ISO 3166 alpha-2 of the places */
    public void goesTo(Batch batch, Collection<String> iso2) {
        batch.goesTo(iso2);
    }

    // --- building -----------------------------------------------------------------------------------------------

    /** @return open batches whose files are to be built, the smallest first */
    public List<Long> waitingToBeBuilt(int most) {
        return em.createQuery(
                        "select b.number from Batch b where b.closedAt is null and b.filesTakenAt is null"
                                + " and b.buildFault is null and exists"
                                + " (select l.id from BatchLine l where l.batch = b and l.liveLetterId is not null)"
                                + " and (b.builtRound < b.buildRound or exists (select l.id from BatchLine l"
                                + " where l.batch = b and l.stackNo is not null and l.liveLetterId is null))"
                                + " order by b.claimed, b.number",
                        Long.class)
                .setMaxResults(most)
                .getResultList();
    }

    /** Says how far the building of one round is; whoever works on the batch meanwhile is not disturbed. */
    public void progress(long number, int round, int done) {
        em.createQuery("update Batch b set b.buildDone = :done where b.number = :number and b.buildRound = :round")
                .setParameter("done", done)
                .setParameter("number", number)
                .setParameter("round", round)
                .executeUpdate();
    }

    /**
     * One letter's place in the stack.
     *
     * @param frozen what is printed, with its address, as the step serialised it; sealed under the letter's key
     * @param pdfHash SHA-256 of the letter's own PDF
     * @param firstPage in the batch's PDF, from 1
     * @param grams with its envelope and all that is in it
     * @param country ISO 3166 alpha-2, where its post goes
     */
    public record Placed(
            BatchLine line,
            Letter letter,
            byte[] frozen,
            String pdfHash,
            int pages,
            int firstPage,
            double grams,
            String country) {}

    /**
     * The files are there; they hold these letters and no other.
     *
     * @param batch locked, like its letters
     * @param stack in order
     * @param hash SHA-256 of the PDF
     */
    public void built(Batch batch, List<Placed> stack, byte[] pdf, String hash) {
        // Written before the new numbers: two lines must not have the same one for a moment.
        batch.all().forEach(BatchLine::giveUpItsPlace);
        em.flush();
        for (Placed one : stack) {
            one.line()
                    .stand(
                            stack.indexOf(one) + 1,
                            letters.sealFor(one.letter(), "frozen", one.frozen()),
                            one.pdfHash(),
                            one.pages(),
                            one.firstPage());
            one.line().weighs(one.grams(), one.country());
        }
        batch.keep(vault.seal(batch.batchKey(), context(batch), pdf), hash, pdf.length);
        batch.built();
    }

    /** None of its letters can be printed. */
    public void builtOfNothing(Batch batch, Instant now) {
        batch.all().forEach(BatchLine::giveUpItsPlace);
        batch.built();
        batch.closeIfSettled(now);
    }

    /**
     * A letter that cannot be printed leaves while the files are built; {@link Holds#tell} tells its writer.
     *
     * @param letter locked, behind its batch
     * @param trouble what must be mended, in a word; null where the reason says it
     */
    public void leaveOut(BatchLine line, Letter letter, Reason why, @Nullable String trouble, Instant now) {
        letter.holdOutOfBatch(why, Actor.CLOCK, now);
        letter.isTroubledBy(trouble);
        line.leave(LetterState.HELD, trouble == null ? why.name() : trouble);
    }

    /** @param what for the log and whoever mends it; nothing of a letter */
    public void buildFailed(Batch batch, String what) {
        batch.buildFailed(what);
    }

    /** Somebody asks for another try, or knows that what was built is true no more. Nothing, once files were taken. */
    public void buildAgain(Batch batch) {
        batch.buildAgain();
    }

    /**
     * Rules or an address of these people changed: what was built for them and nobody took is built anew.
     *
     * @return how many batches
     */
    public int buildAgainFor(Collection<Long> recipients) {
        if (recipients.isEmpty()) {
            return 0;
        }
        List<Long> numbers = em.createQuery(
                        "select distinct l.batch.number from BatchLine l, Letter t where t.id = l.liveLetterId"
                                + " and t.recipientId in :to and l.batch.filesTakenAt is null order by l.batch.number",
                        Long.class)
                .setParameter("to", recipients)
                .getResultList();
        numbers.forEach(number -> lock(number).ifPresent(Batch::buildAgain));
        return numbers.size();
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
                    Reason why = letter.reason();
                    line.leave(letter.state(), why == null ? null : why.name());
                    if (line.batch().filesTakenAt() != null) {
                        line.pull(why == null ? Reason.WITHDRAWN : why);
                    }
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

    /** @return the batch whose cover carries this code */
    public Optional<Batch> byCode(PieceCode code) {
        return em.createQuery("select b from Batch b where b.code = :code", Batch.class)
                .setParameter("code", code.symbols())
                .getResultStream()
                .findFirst();
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
