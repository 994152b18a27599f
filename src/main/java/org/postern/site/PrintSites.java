package org.postern.site;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The places where letters are printed and posted. */
@ApplicationScoped
public class PrintSites {
    @PersistenceContext
    private EntityManager em;

    @SuppressWarnings("NullAway.Init")
    public PrintSites() {}

    /** For tests. */
    public PrintSites(EntityManager em) {
        this.em = em;
    }

    public void add(PrintSite site) {
        em.persist(site);
        em.flush();
    }

    public Optional<PrintSite> byId(long id) {
        return Optional.ofNullable(em.find(PrintSite.class, id));
    }

    /** @return the site, locked until the transaction ends */
    public Optional<PrintSite> lock(long id) {
        return Optional.ofNullable(em.find(PrintSite.class, id, LockModeType.PESSIMISTIC_WRITE));
    }

    /** @return whether another site has this name */
    public boolean isTaken(String name, @Nullable Long besides) {
        return all().stream().anyMatch(site -> site.name().equals(name) && !Objects.equals(site.id(), besides));
    }

    /** Numbers what is new. */
    public void flush() {
        em.flush();
    }

    public List<PrintSite> all() {
        return em.createQuery("select s from PrintSite s order by s.name", PrintSite.class)
                .getResultList();
    }

    /** @return whether any site's post reaches a country */
    public boolean anyServes(String iso2) {
        // A count and not the sites themselves: a claim asks it for each of its letters.
        return em.createQuery(
                                "select count(s) from PrintSite s join s.routes r where r.country = :country and r.served = true",
                                Long.class)
                        .setParameter("country", iso2)
                        .getSingleResult()
                > 0;
    }
}
