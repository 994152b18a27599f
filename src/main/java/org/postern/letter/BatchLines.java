package org.postern.letter;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.postern.vault.PieceCode;

/** The letters in batches, each on its line: at the printer, at the post box, going back, and where a code stands. */
@ApplicationScoped
public class BatchLines {
    @PersistenceContext
    private EntityManager em;

    @Inject
    private Letters letters;

    @SuppressWarnings("NullAway.Init")
    public BatchLines() {}

    /** For tests. */
    public BatchLines(EntityManager em, Letters letters) {
        this.em = em;
        this.letters = letters;
    }

    // --- at the printer and the post box -------------------------------------------------------------------------

    /** @return how many of the chosen letters became PRINTED by this call; those that were already are not counted */
    public int print(Batch batch, Collection<Integer> stackNos, long staff, Instant now) {
        return each(
                batch, stackNos, staff, LetterState.BATCHED, (line, letter) -> letter.print(Actor.staff(staff), now));
    }

    /** @return how many of the chosen letters became POSTED by this call */
    public int post(Batch batch, Collection<Integer> stackNos, String city, long staff, Instant now) {
        batch.mustBeOf(staff);
        return post(batch, stackNos, city, now, staff, now);
    }

    /**
     * For whoever was asked before whether they may.
     *
     * @param when they went into the post box
     * @return how many of the chosen letters became POSTED by this call
     */
    public int post(Batch batch, Collection<Integer> stackNos, String city, Instant when, long staff, Instant now) {
        int posted = each(batch, stackNos, LetterState.PRINTED, (line, letter) -> {
            letter.post(Actor.staff(staff), city, when);
            line.leave(LetterState.POSTED);
        });
        batch.closeIfSettled(now);
        return posted;
    }

    /**
     * A paper was spoiled and is destroyed, by a person's word: it is counted, and the same batch prints the letter again.
     *
     * @param copy which of its papers; the same one said twice counts once
     * @return whether it was counted by this call
     * @throws NotNow if the letter is not in the batch any more, or nobody is sure about it
     */
    public boolean spoil(Batch batch, BatchLine line, int copy, long staff, Instant now) {
        batch.mustBeOpen();
        Letter letter = letters.lock(line.letterId()).orElseThrow();
        boolean inHand = letter.state() == LetterState.PRINTED || letter.state() == LetterState.BATCHED;
        if (!line.isOpen() || !inHand || batch.filesTakenAt() == null) {
            throw new NotNow(NotNow.Why.STATE, "No paper of it is in this batch");
        }
        if (line.copy() != copy) {
            return false;
        }
        if (letter.state() == LetterState.PRINTED) {
            letter.bePrintedAgain(Actor.staff(staff), now);
        }
        line.spoil();
        return true;
    }

    /**
     * The volunteer gives letters back, printed or not. Before the files were taken they are READY again; afterwards a
     * paper may exist, so they become UNSURE until a person has said what became of it.
     *
     * @param destroyedOrNeverPrinted the volunteer's word that no paper exists
     */
    public int giveBack(
            Batch batch, Collection<Integer> stackNos, boolean destroyedOrNeverPrinted, long staff, Instant now) {
        boolean noPaper = batch.filesTakenAt() == null || destroyedOrNeverPrinted;
        Deed back = (line, letter) -> goBack(line, letter, noPaper, Actor.staff(staff), now);
        int given = each(batch, stackNos, staff, LetterState.BATCHED, back)
                + each(batch, stackNos, staff, LetterState.PRINTED, back);
        batch.closeIfSettled(now);
        return given;
    }

    /** The clock ends a claim that ran out: the same as giving back, but nobody's word is given. */
    public void runOut(Batch batch, Instant now) {
        boolean noPaper = batch.filesTakenAt() == null;
        for (BatchLine line : batch.lines()) {
            Letter letter = letters.lock(line.letterId()).orElseThrow();
            if (line.isOpen() && (letter.state() == LetterState.BATCHED || letter.state() == LetterState.PRINTED)) {
                goBack(line, letter, noPaper, Actor.CLOCK, now);
            }
        }
        batch.closeIfSettled(now);
    }

    /** What became of a paper of which nobody was sure. */
    public enum Answer {
        POSTED,
        NOT_PRINTED,
        DESTROYED
    }

    /**
     * A person answers for one letter that is UNSURE.
     *
     * @param forAnybody whether {@code staff} may answer for papers of other volunteers
     */
    public void answer(BatchLine line, Answer answer, long staff, boolean forAnybody, Instant now) {
        if (!forAnybody) {
            line.batch().mustBeOf(staff);
        }
        Letter letter = letters.lock(line.letterId()).orElseThrow();
        mustBeUnsure(line, letter);
        if (answer == Answer.POSTED) {
            letter.post(Actor.staff(staff), line.batch().site().city(), now);
            line.leave(LetterState.POSTED);
        } else {
            letter.leaveBatchUnprinted(Actor.staff(staff), now);
            line.leave(letter.state());
        }
        line.batch().closeIfSettled(now);
    }

    private static void mustBeUnsure(BatchLine line, Letter letter) {
        if (!line.isOpen() || letter.state() != LetterState.UNSURE) {
            throw new NotNow(NotNow.Why.STATE, "Nobody is unsure about this letter any more");
        }
    }

    private static void goBack(BatchLine line, Letter letter, boolean noPaper, Actor by, Instant now) {
        if (noPaper) {
            letter.leaveBatchUnprinted(by, now);
            line.leave(letter.state());
        } else {
            // The line keeps holding the letter: until somebody answers, no other batch may take it.
            letter.becomeUnsure(by, now);
        }
    }

    private interface Deed {
        void on(BatchLine line, Letter letter);
    }

    private int each(Batch batch, Collection<Integer> stackNos, long staff, LetterState needed, Deed deed) {
        batch.mustBeOf(staff);
        return each(batch, stackNos, needed, deed);
    }

    private int each(Batch batch, Collection<Integer> stackNos, LetterState needed, Deed deed) {
        batch.mustBeOpen();
        Set<Integer> wanted = new HashSet<>(stackNos);
        int done = 0;
        for (BatchLine line : batch.lines()) {
            if (wanted.contains(line.stackNo()) && line.isOpen()) {
                Letter letter = letters.lock(line.letterId()).orElseThrow();
                if (letter.state() == needed && letter.fence() == line.fence()) {
                    deed.on(line, letter);
                    done++;
                }
            }
        }
        return done;
    }

    // --- finding ------------------------------------------------------------------------------------------------

    /**
     * A batch whose letters are on paper, but nobody said that they are in the post.
     *
     * @param since when the first of them was printed, to the hour
     */
    public record NotPosted(long number, long letters, Instant since) {
        /** @return e.g. B0127 */
        public String name() {
            return Batch.name(number);
        }
    }

    /** @return of one volunteer, those printed before {@code olderThan} and not yet marked posted, oldest first */
    public List<NotPosted> printedNotPosted(long staff, Instant olderThan) {
        return em.createQuery(
                        "select l.batch.number, count(l), min(t.stateSince) from BatchLine l, Letter t"
                                + " where t.id = l.liveLetterId and t.state = :printed and t.stateSince < :before"
                                + " and l.batch.claimedBy = :staff group by l.batch.number order by l.batch.number",
                        Object[].class)
                .setParameter("printed", LetterState.PRINTED)
                .setParameter("before", olderThan)
                .setParameter("staff", staff)
                .getResultStream()
                .map(row -> new NotPosted((Long) row[0], (Long) row[1], (Instant) row[2]))
                .toList();
    }

    /** @return sheets a letter has had so far, 1 while there was none */
    public double sheetsALetter() {
        Double average = em.createQuery("select avg(l.sheets) from BatchLine l", Double.class)
                .getSingleResult();
        return average == null ? 1 : average;
    }

    /** @return those of {@link #unsure()} whose papers one volunteer had */
    public List<BatchLine> unsureOf(long staff) {
        return unsure().stream()
                .filter(line -> line.batch().claimedBy() == staff)
                .toList();
    }

    /** @return the lines that hold letters of which nobody is sure whether a paper exists */
    public List<BatchLine> unsure() {
        return em.createQuery(
                        "select l from BatchLine l, Letter t where t.id = l.liveLetterId and t.state ="
                                + " org.postern.letter.LetterState.UNSURE order by l.batch.number, l.stackNo",
                        BatchLine.class)
                .getResultList();
    }

    public Optional<BatchLine> line(long number, int stackNo) {
        return em.createQuery(
                        "select l from BatchLine l where l.batch.number = :number and l.stackNo = :no", BatchLine.class)
                .setParameter("number", number)
                .setParameter("no", stackNo)
                .getResultStream()
                .findFirst();
    }

    /**
     * Where a code stands, asked before anything is locked.
     *
     * @param claimedBy whose batch it is
     */
    public record Found(long number, int stackNo, long claimedBy, UUID letterId) {}

    public Optional<Found> find(PieceCode code) {
        return em.createQuery(
                        "select l.batch.number, l.stackNo, l.batch.claimedBy, l.letterId from BatchLine l"
                                + " where l.pieceCode = :code and l.stackNo is not null",
                        Object[].class)
                .setParameter("code", code.symbols())
                .getResultStream()
                .findFirst()
                .map(row -> new Found((Long) row[0], (Integer) row[1], (Long) row[2], (UUID) row[3]));
    }

    /**
     * Lines of letters to some people, newest first.
     *
     * @param staff of whose batches; null: of all
     */
    public List<BatchLine> linesTo(Collection<Long> recipients, @Nullable Long staff, int most) {
        return recipients.isEmpty()
                ? List.of()
                : em.createQuery(
                                "select l from BatchLine l, Letter t where t.id = l.letterId and t.recipientId in :to"
                                        + (staff == null ? "" : " and l.batch.claimedBy = " + staff)
                                        + " order by l.batch.number desc, l.stackNo",
                                BatchLine.class)
                        .setParameter("to", recipients)
                        .setMaxResults(most)
                        .getResultList();
    }

    /** @return the batch's letters by id, loaded at once */
    public Map<UUID, Letter> lettersOf(Batch batch) {
        return em.createQuery(
                        "select t from Letter t where t.id in (select l.letterId from BatchLine l where l.batch = :batch)",
                        Letter.class)
                .setParameter("batch", batch)
                .getResultStream()
                .collect(Collectors.toMap(Letter::id, letter -> letter));
    }
}
