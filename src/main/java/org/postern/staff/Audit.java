package org.postern.staff;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What members did that others must be able to check. Rows are only added, in the transaction of the deed. */
@Dependent
public class Audit {
    private final EntityManager em;
    private final Clock clock;

    @Inject
    public Audit(EntityManager em, Clock clock) {
        this.em = em;
        this.clock = clock;
    }

    /**
     * Adds a line without detail.
     *
     * @param actor an account's id; null for Postern itself
     * @param action at most 40 characters, such as {@code account.ended}
     * @param object an id or a number of what was acted on, at most 80 characters; never content
     */
    public void record(@Nullable Long actor, String action, String object) {
        record(actor, action, object, "");
    }

    /**
     * Adds a line.
     *
     * @param detail what changed, such as roles; at most 200 characters; never content
     */
    public void record(@Nullable Long actor, String action, String object, String detail) {
        em.persist(new AuditEntry(actor, action, object, detail, clock.instant()));
    }

    /**
     * A page of the list.
     *
     * @param before the id of the last one shown; {@link Long#MAX_VALUE} for the newest
     * @return the newest first
     */
    public List<AuditEntry> page(long before, int most) {
        return em.createQuery("select e from AuditEntry e where e.id < :before order by e.id desc", AuditEntry.class)
                .setParameter("before", before)
                .setMaxResults(most)
                .getResultList();
    }
}
