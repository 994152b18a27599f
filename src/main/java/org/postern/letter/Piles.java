package org.postern.letter;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** What lies in the readers' rooms, counted; and what of it a reader had, or has read. */
@ApplicationScoped
public class Piles {
    /** So long a reader is told that a letter went back. */
    private static final Duration TOLD = Duration.ofDays(1);

    private static final Set<LetterState> BEFORE_IT_IS_APPROVED = EnumSet.of(
            LetterState.UNCONFIRMED,
            LetterState.IN_REVIEW,
            LetterState.CHANGES_ASKED,
            LetterState.IN_TRANSLATION,
            LetterState.TRANSLATION_CHECK);

    @PersistenceContext
    private EntityManager em;

    @SuppressWarnings("NullAway.Init")
    public Piles() {}

    /** For tests. */
    public Piles(EntityManager em) {
        this.em = em;
    }

    /**
     * Letters in one language to one person that nobody has open.
     *
     * @param language BCP 47, of what was written
     * @param oldest since when the first of them waits
     */
    public record Pile(String language, long recipientId, long letters, Instant oldest) {}

    /** @return what is free in a room, the same for everybody: who is kept from which letter shows in no number */
    public List<Pile> in(LetterState room, Instant now) {
        List<Pile> piles = new ArrayList<>();
        for (Object row : em.createNativeQuery("select language, recipient_id, count(*), min(state_since) from letter"
                        + " where state = ?1 and (claimed_until is null or claimed_until <= ?2)"
                        + " group by language, recipient_id")
                .setParameter(1, room.name())
                .setParameter(2, java.sql.Timestamp.from(now))
                .getResultList()) {
            Object[] column = (Object[]) row;
            piles.add(new Pile(
                    (String) column[0],
                    ((Number) column[1]).longValue(),
                    ((Number) column[2]).longValue(),
                    Letters.instant(column[3])));
        }
        return piles;
    }

    /** @return how many letters a reader may be dealt at this moment, those of their own with them */
    public long dealable(long staff, Instant now) {
        return ((Number) em.createNativeQuery("select count(*) from letter where state = ?1"
                                + " and (claimed_until is null or claimed_until <= ?2)"
                                + Deal.counted(LetterState.IN_REVIEW))
                        .setParameter(1, LetterState.IN_REVIEW.name())
                        .setParameter(2, java.sql.Timestamp.from(now))
                        .setParameter(3, staff)
                        .setParameter(4, "%," + staff + ",%")
                        .getSingleResult())
                .longValue();
    }

    /** @return those of these letters of a room that a member may be dealt, whoever has them open */
    public Set<UUID> dealable(Collection<UUID> letters, LetterState room, long staff) {
        Set<UUID> may = new HashSet<>();
        if (!letters.isEmpty()) {
            em.createNativeQuery("select id from letter where state = ?1 and id in ("
                            + letters.stream().map(id -> "'" + id + "'").collect(Collectors.joining(",")) + ")"
                            + Deal.conditions(room))
                    .setParameter(1, room.name())
                    .setParameter(3, staff)
                    .setParameter(4, "%," + staff + ",%")
                    .getResultStream()
                    .forEach(id -> may.add(Letters.uuid(id)));
        }
        return may;
    }

    /** @return BCP 47, of what readers and translators have before them or will have */
    public List<String> languages() {
        return em.createQuery("select distinct l.language from Letter l where l.state in :rooms", String.class)
                .setParameter("rooms", BEFORE_IT_IS_APPROVED)
                .getResultList();
    }

    /**
     * A letter that went back because the reader's time was over.
     *
     * @param at when it was over
     */
    public record Lapsed(UUID id, long recipientId, Instant at) {}

    /** @return of the last day, while nobody else has taken it up; the last first */
    public List<Lapsed> lapsed(LetterState room, long staff, Instant now) {
        return em.createQuery(
                        "select l from Letter l where l.state = :state and l.claim.by = :staff and l.claim.until <= :now"
                                + " and l.claim.until > :before order by l.claim.until desc",
                        Letter.class)
                .setParameter("state", room)
                .setParameter("staff", staff)
                .setParameter("now", now)
                .setParameter("before", now.minus(TOLD))
                .getResultStream()
                .map(letter ->
                        new Lapsed(letter.id(), letter.recipientId(), Objects.requireNonNull(letter.claimedUntil())))
                .toList();
    }

    /** @return how many letters a member has decided on since a day, each once */
    public long readBy(long staff, LetterState room, LocalDate since) {
        return em.createQuery(
                        "select count(distinct e.letter.id) from LetterEvent e where e.actor = :actor"
                                + " and e.from = :room and e.day >= :since",
                        Long.class)
                .setParameter("actor", Actor.staff(staff).text())
                .setParameter("room", room)
                .setParameter("since", since)
                .getSingleResult();
    }
}
