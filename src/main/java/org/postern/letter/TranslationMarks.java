package org.postern.letter;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Second readers' marks under the paragraphs of a translation. They are erased with the letter's words. */
@ApplicationScoped
public class TranslationMarks {
    /** What became of a mark: nothing yet, the translator changed the text, or kept it and said why. */
    public enum State {
        OPEN,
        TAKEN,
        KEPT
    }

    @PersistenceContext
    private EntityManager em;

    @Inject
    private Letters letters;

    @SuppressWarnings("NullAway.Init")
    public TranslationMarks() {}

    /** For tests. */
    public TranslationMarks(EntityManager em, Letters letters) {
        this.em = em;
        this.letters = letters;
    }

    /**
     * A mark as translator and second reader see it.
     *
     * @param paragraph from 1
     * @param suggestion the paragraph as the second reader would have it; empty for none
     * @param answer why the translator keeps theirs; empty unless they do
     */
    public record Mark(UUID id, int paragraph, String words, String suggestion, String answer, State state) {
        public boolean isOpen() {
            return state == State.OPEN;
        }
    }

    /**
     * @param paragraph from 1
     * @param suggestion empty for none
     */
    public void make(Letter letter, long staff, int paragraph, String words, String suggestion) {
        UUID id = UUID.randomUUID();
        em.persist(new TranslationMark(
                id,
                letter,
                paragraph,
                staff,
                seal(letter, id, "words", words),
                suggestion.isEmpty() ? null : seal(letter, id, "suggestion", suggestion)));
    }

    /** @return in the order of the paragraphs */
    public List<Mark> on(Letter letter) {
        return em.createQuery(
                        "select m from TranslationMark m where m.letterId = :id order by m.paragraph, m.id",
                        TranslationMark.class)
                .setParameter("id", letter.id())
                .getResultStream()
                .map(mark -> shown(letter, mark))
                .toList();
    }

    private Mark shown(Letter letter, TranslationMark mark) {
        return new Mark(
                mark.id(),
                mark.paragraph(),
                open(letter, mark.id(), "words", mark.sealedWords()),
                open(letter, mark.id(), "suggestion", mark.sealedSuggestion()),
                open(letter, mark.id(), "answer", mark.sealedAnswer()),
                mark.state());
    }

    /** @return the mark that the translator took; its suggestion is theirs to put into the text. Empty if there is none */
    public Optional<Mark> take(Letter letter, UUID id) {
        return of(letter, id).map(mark -> {
            mark.beTaken();
            if (mark.sealedSuggestion() != null) {
                letter.isPartlyBy(mark.byStaff());
            }
            return shown(letter, mark);
        });
    }

    /** The translator keeps the text. */
    public void keep(Letter letter, UUID id, String why) {
        of(letter, id).ifPresent(mark -> mark.beAnswered(seal(letter, id, "answer", why)));
    }

    private Optional<TranslationMark> of(Letter letter, UUID id) {
        return Optional.ofNullable(em.find(TranslationMark.class, id))
                .filter(mark -> mark.letterId().equals(letter.id()));
    }

    /** The letter's words are erased, or are others now. */
    static void forget(EntityManager em, UUID letter) {
        em.createQuery("delete from TranslationMark m where m.letterId = :id")
                .setParameter("id", letter)
                .executeUpdate();
    }

    private byte[] seal(Letter letter, UUID id, String what, String words) {
        return letters.sealFor(letter, "mark." + what + "." + id, words.getBytes(StandardCharsets.UTF_8));
    }

    private String open(Letter letter, UUID id, String what, byte @Nullable [] sealed) {
        return sealed == null
                ? ""
                : new String(letters.openFor(letter, "mark." + what + "." + id, sealed), StandardCharsets.UTF_8);
    }
}
