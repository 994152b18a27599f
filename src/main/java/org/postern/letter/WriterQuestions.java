package org.postern.letter;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postern.notice.NoticeKind;

/** Questions of translators to writers, and the answers. They are never printed, and erased with the letter's words. */
@ApplicationScoped
public class WriterQuestions {
    /** So many of one letter may be without an answer. */
    public static final int MOST_OPEN = 3;

    /** In characters. */
    public static final int LONGEST = 500;

    /** In characters. */
    public static final int LONGEST_ANSWER = 1_000;

    /** Then the translator goes on without an answer. */
    private static final Duration PATIENCE = Duration.ofDays(14);

    @PersistenceContext
    private EntityManager em;

    @Inject
    private Letters letters;

    @Inject
    private Writers writers;

    @SuppressWarnings("NullAway.Init")
    public WriterQuestions() {}

    /** For tests. */
    public WriterQuestions(EntityManager em, Letters letters, Writers writers) {
        this.em = em;
        this.letters = letters;
        this.writers = writers;
    }

    /**
     * A question as both sides see it.
     *
     * @param paragraph from 1; 0: about the letter as a whole
     * @param answer null while there is none
     */
    public record Asked(
            UUID id,
            int paragraph,
            String question,
            @Nullable String answer) {
        public boolean isOpen() {
            return answer == null;
        }
    }

    /** @return in the order of the paragraphs */
    public List<Asked> of(Letter letter) {
        return all(letter).stream()
                .map(one -> new Asked(
                        one.id(),
                        one.paragraph(),
                        open(letter, one.id(), "question", one.sealedQuestion()),
                        said(letter, one)))
                .toList();
    }

    /** @return what its writer sees; nothing while nobody translates the letter, for then nobody reads an answer */
    public List<Asked> toWriterOf(Letter letter) {
        return letter.state() == LetterState.IN_TRANSLATION ? of(letter) : List.of();
    }

    private @Nullable String said(Letter letter, WriterQuestion one) {
        byte[] sealed = one.sealedAnswer();
        return sealed == null ? null : open(letter, one.id(), "answer", sealed);
    }

    /**
     * Asks, and tells the writer; the claim lasts until there is an answer, 14 days at most.
     *
     * @param letter locked
     * @param paragraph from 1; 0: about the letter as a whole
     * @return false if there are too many without an answer
     * @throws NotNow if the claim ran out
     */
    public boolean ask(Letter letter, long staff, long fence, int paragraph, String words, Instant now) {
        if (letter.state() != LetterState.IN_TRANSLATION
                || letter.fence() != fence
                || !letter.isClaimedBy(staff, now)) {
            throw new NotNow(NotNow.Why.CLAIM, "The claim ran out, or somebody else has it");
        }
        List<WriterQuestion> open =
                all(letter).stream().filter(WriterQuestion::isOpen).toList();
        if (open.size() >= MOST_OPEN) {
            return false;
        }
        UUID id = UUID.randomUUID();
        em.persist(new WriterQuestion(id, letter, paragraph, staff, seal(letter, id, "question", words), now));
        Instant first = open.stream()
                .map(WriterQuestion::askedHour)
                .min(Instant::compareTo)
                .orElse(Hour.of(now));
        Instant end = first.plus(PATIENCE);
        Instant claimed = Objects.requireNonNull(letter.claimedUntil());
        letter.isTranslatedUntil(end.isAfter(claimed) ? end : claimed, now);
        if (open.isEmpty()) {
            // One mail is enough for all that wait on the page behind it.
            writers.tell(letter, NoticeKind.QUESTION, now);
        }
        return true;
    }

    /**
     * The writer answers; with the last answer the translator has the letter for as long as with a new claim.
     *
     * @param letter locked
     * @return false if this was not asked about this letter, was answered before, or nobody translates it any more
     */
    public boolean answer(Letter letter, UUID question, String words, Instant now) {
        List<WriterQuestion> open =
                all(letter).stream().filter(WriterQuestion::isOpen).toList();
        WriterQuestion asked = open.stream()
                .filter(one -> one.id().equals(question))
                .findFirst()
                .orElse(null);
        if (asked == null || letter.state() != LetterState.IN_TRANSLATION) {
            return false;
        }
        asked.answer(seal(letter, question, "answer", words), now);
        if (open.size() == 1) {
            letter.isTranslatedUntil(
                    now.plus(Objects.requireNonNull(letter.state().claim())), now);
            writers.unsay(letter, NoticeKind.QUESTION);
        }
        return true;
    }

    /** Its words are erased, or are others now. */
    static void forget(EntityManager em, UUID letter) {
        em.createQuery("delete from WriterQuestion q where q.letterId = :id")
                .setParameter("id", letter)
                .executeUpdate();
    }

    private List<WriterQuestion> all(Letter letter) {
        return em.createQuery(
                        "select q from WriterQuestion q where q.letterId = :id order by q.paragraph, q.askedHour, q.id",
                        WriterQuestion.class)
                .setParameter("id", letter.id())
                .getResultList();
    }

    private byte[] seal(Letter letter, UUID id, String what, String words) {
        return letters.sealFor(letter, what + "." + id, words.getBytes(StandardCharsets.UTF_8));
    }

    private String open(Letter letter, UUID id, String what, byte[] sealed) {
        return new String(letters.openFor(letter, what + "." + id, sealed), StandardCharsets.UTF_8);
    }
}
