package org.postern.letter;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.postern.letter.Escalation.Why;

/** Letters that readers left to others: to a lead, or, because they were too heavy, to anybody else. */
@ApplicationScoped
public class Escalations {
    private static final String NOTE = "escalation";

    @PersistenceContext
    private EntityManager em;

    @Inject
    private Letters letters;

    @SuppressWarnings("NullAway.Init")
    public Escalations() {}

    /** For tests. */
    public Escalations(EntityManager em, Letters letters) {
        this.em = em;
        this.letters = letters;
    }

    /**
     * A reader gives a letter up for a lead.
     *
     * @param note to the lead; may be empty
     * @throws NotNow unless this member has it open under this claim
     */
    public void escalate(Letter letter, long staff, long fence, Why why, String note, Instant now) {
        letter.mustHold(LetterState.IN_REVIEW, staff, fence, now);
        byte[] sealed = note.isEmpty() ? null : letters.sealFor(letter, NOTE, note.getBytes(UTF_8));
        Escalation before = em.find(Escalation.class, letter.id());
        if (before == null) {
            em.persist(new Escalation(letter, staff, why, sealed, now));
        } else {
            before.again(staff, why, sealed, now);
        }
        letter.release();
    }

    /** Too heavy for this member, who is never dealt it again. Nobody is asked why, and nobody learns who it was. */
    public void passOn(Letter letter, long staff) {
        if (!hasPassed(letter, staff)) {
            em.createNativeQuery("insert into passed_on (letter_id, staff_id) values (?1, ?2)")
                    .setParameter(1, letter.id())
                    .setParameter(2, staff)
                    .executeUpdate();
        }
        letter.release();
    }

    public Optional<Escalation> of(UUID letter) {
        return Optional.ofNullable(em.find(Escalation.class, letter));
    }

    /** @return what the lead is told; empty for nothing, or once the words are erased */
    public String noteOn(Letter letter) {
        return of(letter.id())
                .map(Escalation::sealedNote)
                .map(bytes -> new String(letters.openFor(letter, NOTE, bytes), UTF_8))
                .orElse("");
    }

    public boolean hasPassed(Letter letter, long staff) {
        return count(em.createNativeQuery("select count(*) from passed_on where letter_id = ?1 and staff_id = ?2")
                        .setParameter(1, letter.id())
                        .setParameter(2, staff)
                        .getSingleResult())
                > 0;
    }

    private static long count(Object column) {
        return ((Number) column).longValue();
    }

    static void forget(EntityManager em, UUID letter) {
        em.createQuery("delete from Escalation e where e.letterId = :id")
                .setParameter("id", letter)
                .executeUpdate();
        em.createNativeQuery("delete from passed_on where letter_id = ?1")
                .setParameter(1, letter)
                .executeUpdate();
    }
}
