package org.postern.letter;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.postern.letter.LetterState.Reason;
import org.postern.site.Stamp;
import org.postern.vault.PieceCode;

/** The letters in batches, each on its line: at the printer, at the post box, going back, and where a code stands. */
@ApplicationScoped
public class BatchLines {
    @PersistenceContext
    private EntityManager em;

    @Inject
    private Letters letters;

    @Inject
    private Postings postings;

    @Inject
    private LedgerEntries ledger;

    @SuppressWarnings("NullAway.Init")
    public BatchLines() {}

    /** For tests. */
    public BatchLines(EntityManager em, Letters letters, Postings postings, LedgerEntries ledger) {
        this.em = em;
        this.letters = letters;
        this.postings = postings;
        this.ledger = ledger;
    }

    // --- at the printer and the post box -------------------------------------------------------------------------

    /** @return how many of the chosen letters became PRINTED by this call; those that were already are not counted */
    public int print(Batch batch, Collection<Integer> stackNos, long staff, Instant now) {
        batch.mustBeOf(staff);
        return each(batch, stackNos, LetterState.BATCHED, BatchLines::mayGoOn, (line, letter) -> {
            letter.print(Actor.staff(staff), now);
            line.printed();
        });
    }

    /** A paper that is to be taken out is neither printed nor posted. */
    private static boolean mayGoOn(BatchLine line) {
        return line.pull() == null;
    }

    /** Today, in the site's city; for whoever tells a story of letters. */
    public int post(Batch batch, Collection<Integer> stackNos, String city, long staff, Instant now) {
        batch.mustBeOf(staff);
        LocalDate day = LocalDate.ofInstant(now, batch.site().zone());
        return post(batch, stackNos, new ByPost(day, now, city, Map.of(), null, Duration.ZERO), staff, now)
                .size();
    }

    /**
     * For whoever was asked before whether they may.
     *
     * @return the lines of the chosen letters that became POSTED by this call
     */
    public List<BatchLine> post(Batch batch, Collection<Integer> stackNos, ByPost how, long staff, Instant now) {
        List<BatchLine> posted = new ArrayList<>();
        each(batch, stackNos, LetterState.PRINTED, BatchLines::mayGoOn, (line, letter) -> {
            letter.post(Actor.staff(staff), how.place(), how.when());
            posted.add(line);
        });
        leavePosted(batch, posted, how, staff, now);
        return posted;
    }

    /**
     * Papers that were to be taken out went into the post before anybody could do so, marked printed or not.
     *
     * @return the lines of the chosen letters that became POSTED by this call
     */
    public List<BatchLine> wentAlready(Batch batch, Collection<Integer> stackNos, ByPost how, long staff, Instant now) {
        List<BatchLine> posted = new ArrayList<>();
        Actor by = Actor.staff(staff);
        Deed gone = (line, letter) -> {
            if (letter.state() == LetterState.BATCHED) {
                letter.print(by, how.when());
            }
            letter.post(by, how.place(), how.when());
            posted.add(line);
        };
        each(batch, stackNos, LetterState.BATCHED, line -> line.pull() != null, gone);
        each(batch, stackNos, LetterState.PRINTED, line -> line.pull() != null && !posted.contains(line), gone);
        leavePosted(batch, posted, how, staff, now);
        return posted;
    }

    /** Without a word of what was paid, each costs the stamp that its site typed for its weight. */
    private void leavePosted(Batch batch, List<BatchLine> posted, ByPost how, long staff, Instant now) {
        if (!posted.isEmpty()) {
            Posting posting = postings.of(batch, how.day(), how.place(), staff, now);
            for (int i = 0; i < posted.size(); i++) {
                BatchLine line = posted.get(i);
                ByPost.Paid paid = how.paid();
                Optional<Stamp> stamp = paid == null ? line.stamp() : Optional.empty();
                line.leave(LetterState.POSTED);
                line.wentWith(
                        posting,
                        how.tracking().get(line.stackNo()),
                        paid == null
                                ? stamp.map(Stamp::price).orElse(null)
                                : Long.valueOf(paid.share(i, posted.size())),
                        paid == null ? stamp.map(Stamp::currency).orElse(null) : paid.currency(),
                        now.plus(how.undo()));
            }
            ledger.posted(batch, posted, staff, how.day());
        }
        batch.closeIfSettled(now);
    }

    /**
     * A letter is in the post by mistake only: its batch holds it again, printed, as if it had never been marked.
     *
     * @param letter locked, behind its batch; nobody has told its writer
     * @throws NotNow if it is not posted from this batch, or the time for that is over
     */
    public void unpost(BatchLine line, Letter letter, long staff, Instant now) {
        if (!line.mayUndo(now) || letter.state() != LetterState.POSTED || letter.fence() != line.fence()) {
            throw new NotNow(NotNow.Why.STATE, "It cannot be undone any more");
        }
        LocalDate day = postings.dayOf(line)
                .orElseGet(() -> LocalDate.ofInstant(
                        letter.stateSince(), line.batch().site().zone()));
        letter.takeBackPosting(Actor.staff(staff));
        ledger.undone(line.batch(), List.of(line), staff, day);
        line.comeBack();
        line.batch().reopen();
    }

    /**
     * A letter must not go into the post although its paper may exist: its volunteer takes the paper out. Until then it
     * stays where it is, and can neither be printed nor posted.
     *
     * @param letter locked, behind its batch
     * @param why one of the reasons of {@link LetterState#HELD}
     * @return whether a paper is to be taken out; not where its volunteer has marked it posted, or nobody is sure of it
     */
    public boolean pull(Letter letter, Reason why) {
        if (letter.state() != LetterState.BATCHED && letter.state() != LetterState.PRINTED) {
            return false;
        }
        Optional<BatchLine> line = em.createQuery(
                        "select l from BatchLine l where l.liveLetterId = :id", BatchLine.class)
                .setParameter("id", letter.id())
                .getResultStream()
                .findFirst();
        line.ifPresent(found -> found.pull(why));
        return line.isPresent();
    }

    /**
     * The volunteer took papers out of the stack and destroyed them.
     *
     * @param batch locked; it may be closed, when all that is left are papers of letters that were withdrawn
     * @return how many were to be taken out
     */
    public int takenOut(Batch batch, Collection<Integer> stackNos, long staff, Instant now) {
        batch.mustBeOf(staff);
        Set<Integer> wanted = new HashSet<>(stackNos);
        int out = 0;
        for (BatchLine line : batch.lines()) {
            if (wanted.contains(line.stackNo()) && line.pull() != null) {
                if (line.isOpen()) {
                    Letter letter = letters.lock(line.letterId()).orElseThrow();
                    if (letter.state() != LetterState.BATCHED && letter.state() != LetterState.PRINTED) {
                        continue;
                    }
                    goBack(line, letter, true, Actor.staff(staff), now);
                }
                line.removed();
                out++;
            }
        }
        batch.closeIfSettled(now);
        return out;
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
        batch.mustBeOf(staff);
        Deed back = (line, letter) -> goBack(line, letter, noPaper, Actor.staff(staff), now);
        int given = each(batch, stackNos, LetterState.BATCHED, line -> true, back)
                + each(batch, stackNos, LetterState.PRINTED, line -> true, back);
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
     * @param how it was posted, if that is the answer
     * @param forAnybody whether {@code staff} may answer for papers of other volunteers
     */
    public void answer(BatchLine line, Answer answer, ByPost how, long staff, boolean forAnybody, Instant now) {
        if (!forAnybody) {
            line.batch().mustBeOf(staff);
        }
        Letter letter = letters.lock(line.letterId()).orElseThrow();
        mustBeUnsure(line, letter);
        if (answer == Answer.POSTED) {
            letter.post(Actor.staff(staff), how.place(), how.when());
            leavePosted(line.batch(), List.of(line), how, staff, now);
        } else {
            goBack(line, letter, true, Actor.staff(staff), now);
            line.batch().closeIfSettled(now);
        }
    }

    private static void mustBeUnsure(BatchLine line, Letter letter) {
        if (!line.isOpen() || letter.state() != LetterState.UNSURE) {
            throw new NotNow(NotNow.Why.STATE, "Nobody is unsure about this letter any more");
        }
    }

    private static void goBack(BatchLine line, Letter letter, boolean noPaper, Actor by, Instant now) {
        if (noPaper) {
            Reason pulled = line.pull();
            if (pulled == null) {
                letter.leaveBatchUnprinted(by, now);
            } else {
                letter.leaveBatchPulled(pulled, by, now);
            }
            line.leave(letter.state());
        } else {
            // The line keeps holding the letter: until somebody answers, no other batch may take it.
            letter.becomeUnsure(by, now);
        }
    }

    private interface Deed {
        void on(BatchLine line, Letter letter);
    }

    private int each(
            Batch batch, Collection<Integer> stackNos, LetterState needed, Predicate<BatchLine> may, Deed deed) {
        batch.mustBeOpen();
        Set<Integer> wanted = new HashSet<>(stackNos);
        int done = 0;
        for (BatchLine line : batch.lines()) {
            if (wanted.contains(line.stackNo()) && line.isOpen() && may.test(line)) {
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

    /** In which a stack that was printed is to be in the post, days without post not counted. */
    private static final Duration TO_THE_POST = Duration.ofDays(2);

    /**
     * @param staff of which volunteer; null: of all
     * @return those printed two days ago or earlier and not yet marked posted, oldest batch first; a day on which the
     *     site's post is closed counts as none
     */
    public List<NotPosted> printedNotPosted(@Nullable Long staff, Instant now) {
        return em.createQuery(
                        "select l.batch.number, count(l), min(t.stateSince) from BatchLine l, Letter t"
                                + " where t.id = l.liveLetterId and t.state = :printed and t.stateSince < :before"
                                + (staff == null ? "" : " and l.batch.claimedBy = " + staff)
                                + " group by l.batch.number order by l.batch.number",
                        Object[].class)
                .setParameter("printed", LetterState.PRINTED)
                .setParameter("before", now.minus(TO_THE_POST))
                .getResultStream()
                .map(row -> new NotPosted((Long) row[0], (Long) row[1], (Instant) row[2]))
                .filter(one -> em.find(Batch.class, one.number())
                        .site()
                        .afterPost(one.since(), TO_THE_POST)
                        .isBefore(now))
                .toList();
    }

    /** @return lines whose posting cannot be undone any more, and that still say until when it could */
    public List<UUID> undoOver(Instant now, int most) {
        return em.createQuery("select l.id from BatchLine l where l.undoUntil <= :now", UUID.class)
                .setParameter("now", now)
                .setMaxResults(most)
                .getResultList();
    }

    /** The minute of a posting is nobody's business longer than it has to be. */
    public void forgetUndo(UUID line) {
        Optional.ofNullable(em.find(BatchLine.class, line)).ifPresent(BatchLine::forgetUndo);
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
