package org.postern.notice;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** All notices. */
@ApplicationScoped
public class Outbox {
    @PersistenceContext
    private EntityManager em;

    @SuppressWarnings("NullAway.Init")
    public Outbox() {}

    /** For tests. */
    public Outbox(EntityManager em) {
        this.em = em;
    }

    /** Written in the transaction of the fact: either both stand or neither. */
    public Notice tell(NoticeKind kind, UUID contactId, UUID letterId, String language, Instant now) {
        Notice notice = new Notice(kind, contactId, letterId, language, now);
        em.persist(notice);
        return notice;
    }

    /** @return whether a mail of this kind waits, was begun or sent */
    public boolean holds(NoticeKind kind, UUID letterId) {
        return em.createQuery("select count(n) from Notice n where n.kind = :kind and n.letterId = :letter", Long.class)
                        .setParameter("kind", kind)
                        .setParameter("letter", letterId)
                        .getSingleResult()
                > 0;
    }

    /**
     * What should be said is not so any more: it goes, unless somebody has begun to send it.
     *
     * @return whether one went
     */
    public boolean takeBack(NoticeKind kind, UUID letterId) {
        return em.createQuery("delete from Notice n where n.kind = :kind and n.letterId = :letter and n.attempts = 0"
                                + " and n.state = org.postern.notice.Notice.State.WAITING")
                        .setParameter("kind", kind)
                        .setParameter("letter", letterId)
                        .executeUpdate()
                > 0;
    }

    /** @return what should be sent now, oldest first */
    public List<UUID> due(Instant now, int most) {
        return em.createQuery(
                        "select n.id from Notice n where n.state = org.postern.notice.Notice.State.WAITING"
                                + " and n.nextTry <= :now order by n.nextTry, n.seq",
                        UUID.class)
                .setParameter("now", now)
                .setMaxResults(most)
                .getResultList();
    }

    /** @return the notice, locked until the transaction ends, so that two nodes do not send it at once */
    public Optional<Notice> lock(UUID id) {
        return Optional.ofNullable(em.find(Notice.class, id, LockModeType.PESSIMISTIC_WRITE));
    }

    public long count(Notice.State state) {
        return em.createQuery("select count(n) from Notice n where n.state = :state", Long.class)
                .setParameter("state", state)
                .getSingleResult();
    }

    /** @return those that the mail server did not take so far, oldest first */
    public List<Notice> late(int most) {
        return em.createQuery(
                        "select n from Notice n where n.state = org.postern.notice.Notice.State.WAITING"
                                + " and n.answer is not null order by n.seq",
                        Notice.class)
                .setMaxResults(most)
                .getResultList();
    }

    /** @return in a state, newest first */
    public List<Notice> in(Notice.State state, int most) {
        return em.createQuery("select n from Notice n where n.state = :state order by n.seq desc", Notice.class)
                .setParameter("state", state)
                .setMaxResults(most)
                .getResultList();
    }

    /** @return those that ended well, or had nobody to go to, and were made before this hour */
    public List<UUID> endedBefore(Instant hour, int most) {
        return em.createQuery(
                        "select n.id from Notice n where n.state in (org.postern.notice.Notice.State.SENT,"
                                + " org.postern.notice.Notice.State.DROPPED) and n.made < :hour",
                        UUID.class)
                .setParameter("hour", hour)
                .setMaxResults(most)
                .getResultList();
    }

    public void delete(UUID id) {
        lock(id).ifPresent(em::remove);
    }
}
