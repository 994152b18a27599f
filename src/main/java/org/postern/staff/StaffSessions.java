package org.postern.staff;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.postern.vault.Token;

/** All browsers that are signed in. */
@Dependent
public class StaffSessions {
    private final EntityManager em;

    @Inject
    public StaffSessions(EntityManager em) {
        this.em = em;
    }

    void add(StaffSession session) {
        em.persist(session);
    }

    @Nullable
    StaffSession find(Token token) {
        return em.find(StaffSession.class, token.hash());
    }

    /** Signs one browser out. */
    void end(Token token) {
        em.createQuery("delete from StaffSession s where s.tokenHash = :hash")
                .setParameter("hash", token.hash())
                .executeUpdate();
    }

    /** Signs a member out everywhere, at once on all nodes. */
    public void endAllOf(StaffAccount account) {
        em.createQuery("delete from StaffSession s where s.account = :account")
                .setParameter("account", account)
                .executeUpdate();
    }

    /** Rows of browsers that were closed and never signed out. */
    void sweep(Instant now) {
        em.createQuery("delete from StaffSession s where s.expires <= :now or s.seen <= :idle")
                .setParameter("now", now)
                .setParameter("idle", now.minus(StaffSession.IDLE))
                .executeUpdate();
    }
}
