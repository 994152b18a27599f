package org.postern.letter;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;

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

    public List<PrintSite> all() {
        return em.createQuery("select s from PrintSite s order by s.name", PrintSite.class)
                .getResultList();
    }

    /** @return whether any site's post reaches a country */
    public boolean anyServes(String iso2) {
        return all().stream().anyMatch(site -> site.serves(iso2));
    }
}
