package org.postern.letter;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** Letters by the language they are in and whom they are for: what translators choose from, thousands at once. */
@ApplicationScoped
public class LetterPairs {
    /** More are nobody's to look through. */
    private static final int MOST = 50;

    /** In {@code ?1}, and nobody has it open; not from an address that the member, {@code ?3}, named. */
    private static final String FREE = "state = 'IN_TRANSLATION' and language = ?1"
            + " and (claimed_until is null or claimed_until <= ?2)" + Deal.NOT_OWN + " and ";

    @PersistenceContext
    private EntityManager em;

    @Inject
    private Letters letters;

    @SuppressWarnings("NullAway.Init")
    public LetterPairs() {}

    /** For tests. */
    public LetterPairs(EntityManager em, Letters letters) {
        this.em = em;
        this.letters = letters;
    }

    /**
     * Claims the letter that waits longest of those to some people; those sent without an address wait a day longer
     * than the others.
     *
     * @param language BCP 47, of the words
     * @param recipients whose places let one language in, which is not this
     */
    public Optional<Letter> claimNext(String language, Collection<Long> recipients, long staff, Instant now) {
        if (recipients.isEmpty()) {
            return Optional.empty();
        }
        String theirs =
                "recipient_id in (" + recipients.stream().map(String::valueOf).collect(Collectors.joining(",")) + ")";
        List<?> oldest = asked(Lanes.oldest(FREE + theirs, MOST), language, staff, now);
        if (oldest.isEmpty()) {
            return Optional.empty();
        }
        // Only these few are locked: the embedded database locks whatever it sorts. Asked again behind the lock.
        String few = oldest.stream().map(id -> "'" + id + "'").collect(Collectors.joining(",", "id in (", ")"));
        return asked(
                        "select id from letter where " + FREE + few + Lanes.OLDEST_FIRST
                                + " fetch first 1 rows only for update skip locked",
                        language,
                        staff,
                        now)
                .stream()
                .findFirst()
                .map(id -> {
                    Letter letter = letters.byId(UUID.fromString(id.toString())).orElseThrow();
                    letter.claim(staff, now);
                    return letter;
                });
    }

    /** Native: see {@link Letters#claimNext}. */
    private List<?> asked(String sql, String language, long staff, Instant now) {
        return em.createNativeQuery(sql)
                .setParameter(1, language)
                .setParameter(2, Timestamp.from(now))
                .setParameter(3, staff)
                .getResultList();
    }

    /** @return letters of whose translation some is this member's, back from a second reader and free, oldest first */
    public List<Letter> backWith(long staff, Instant now) {
        return em.createQuery(
                        "select l from Letter l where l.state = :in and l.translators like :staff"
                                + " and (l.claim.until is null or l.claim.until <= :now) order by l.stateSince, l.seq",
                        Letter.class)
                .setParameter("in", LetterState.IN_TRANSLATION)
                .setParameter("staff", "%," + staff + ",%")
                .setParameter("now", now)
                .setMaxResults(MOST)
                .getResultList();
    }

    /** @return how many translations wait for a second reader whose work is not in them */
    public long toCheckBy(long staff, Instant now) {
        Object count = em.createNativeQuery("select count(*) from letter where state = 'TRANSLATION_CHECK'"
                        + " and (claimed_until is null or claimed_until <= ?2)"
                        + Deal.counted(LetterState.TRANSLATION_CHECK))
                .setParameter(2, Timestamp.from(now))
                .setParameter(4, "%," + staff + ",%")
                .getSingleResult();
        return ((Number) count).longValue();
    }
}
