package org.postern.letter;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;

/** What happened to letters and may still be taken back. */
@ApplicationScoped
public class LetterEvents {
    @PersistenceContext
    private EntityManager em;

    @SuppressWarnings("NullAway.Init")
    public LetterEvents() {}

    /** For tests. */
    public LetterEvents(EntityManager em) {
        this.em = em;
    }

    /** @return letters on which this member decided within the last seconds, the latest first */
    public List<Letter> decidedJustNow(long staff, Instant now) {
        return em.createQuery(
                        "select l from Letter l where l.reading.decidedBy = :staff and l.reading.undoUntil > :now"
                                + " order by l.reading.undoUntil desc, l.seq",
                        Letter.class)
                .setParameter("staff", staff)
                .setParameter("now", now)
                .getResultList();
    }

    /** @return letters whose last decision a lead may take back, the latest first; nobody works on them */
    public List<Letter> decided(Instant now, int most) {
        return em.createQuery(
                        "select l from Letter l where l.reading.decidedBy is not null and l.words is not null"
                                + " and (l.claim.by is null or l.claim.until <= :now) order by l.stateSince desc, l.seq desc",
                        Letter.class)
                .setParameter("now", now)
                .setMaxResults(most)
                .getResultList();
    }

    /** @return how many letters one reader found good, and nobody here may be the second one */
    public long waitingForNobody() {
        return ((Number) em.createNativeQuery("select count(*) from letter where state = ?1" + Deal.FOR_NOBODY)
                        .setParameter(1, LetterState.IN_REVIEW.name())
                        .getSingleResult())
                .longValue();
    }

    /** @return this instant, if any letter keeps a second before it: its maker cannot take that decision back any more */
    public List<Instant> undoOver(Instant now) {
        long over = em.createQuery("select count(l) from Letter l where l.reading.undoUntil <= :now", Long.class)
                .setParameter("now", now)
                .getSingleResult();
        return over == 0 ? List.of() : List.of(now);
    }

    /** In one statement: a claim passes over letters on which somebody else is at work, be it for an instant. */
    public void forgetUndo(Instant until) {
        em.createQuery("update Letter l set l.reading.undoUntil = null where l.reading.undoUntil <= :until")
                .setParameter("until", until)
                .executeUpdate();
    }
}
