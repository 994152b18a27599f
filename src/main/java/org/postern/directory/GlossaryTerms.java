package org.postern.directory;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.LocalDate;
import java.util.List;

/** The words that translators share, by the pair of languages. */
@ApplicationScoped
public class GlossaryTerms {
    private static final int MOST = 500;

    @PersistenceContext
    private EntityManager em;

    @SuppressWarnings("NullAway.Init")
    public GlossaryTerms() {}

    /** For tests. */
    public GlossaryTerms(EntityManager em) {
        this.em = em;
    }

    /** @return in the order of the alphabet, as the database sorts */
    public List<GlossaryTerm> of(String from, String into) {
        return em.createQuery(
                        "select t from GlossaryTerm t where t.from = :from and t.into = :into order by t.term",
                        GlossaryTerm.class)
                .setParameter("from", from)
                .setParameter("into", into)
                .setMaxResults(MOST)
                .getResultList();
    }

    /** Adds a term, or says one that is there in another way. */
    public void say(String from, String into, String term, String meaning, String note, long staff, LocalDate today) {
        em.createQuery(
                        "select t from GlossaryTerm t where t.from = :from and t.into = :into"
                                + " and lower(t.term) = lower(:term)",
                        GlossaryTerm.class)
                .setParameter("from", from)
                .setParameter("into", into)
                .setParameter("term", term)
                .getResultStream()
                .findFirst()
                .ifPresentOrElse(
                        known -> known.means(meaning, note, staff, today),
                        () -> em.persist(new GlossaryTerm(from, into, term, meaning, note, staff, today)));
    }
}
