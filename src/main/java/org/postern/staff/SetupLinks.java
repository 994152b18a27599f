package org.postern.staff;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Optional;
import org.postern.vault.Token;

/** Set-up links that may still work. */
@Dependent
public class SetupLinks {
    private final EntityManager em;

    @Inject
    public SetupLinks(EntityManager em) {
        this.em = em;
    }

    public void add(SetupLink link) {
        em.persist(link);
    }

    /** The link while it works; empty for a used, old or invented one. */
    Optional<SetupLink> working(String token, Instant now) {
        return Token.parse(token)
                .map(parsed -> em.find(SetupLink.class, parsed.hash()))
                .filter(link -> link.worksAt(now));
    }

    /** Links without an account: those printed before a restart, so that only the newest works. */
    void endThoseOfFirstAdmin() {
        em.createQuery("delete from SetupLink l where l.used is null and l.account is null and l.roles = :roles")
                .setParameter("roles", Role.ADMIN.name())
                .executeUpdate();
    }

    /** Rows of links that nobody can use again. */
    void sweep(Instant now) {
        em.createQuery("delete from SetupLink l where l.used is not null or l.expires <= :now")
                .setParameter("now", now)
                .executeUpdate();
    }
}
