package org.postern.cause;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;

/** All campaigns. */
@ApplicationScoped
public class Campaigns {
    @PersistenceContext
    private EntityManager em;

    @SuppressWarnings("NullAway.Init")
    public Campaigns() {}

    /** For tests. */
    public Campaigns(EntityManager em) {
        this.em = em;
    }

    public void add(Campaign campaign) {
        em.persist(campaign);
        em.flush();
    }

    public Optional<Campaign> bySlug(String slug) {
        return em.createQuery("select c from Campaign c where c.slug = :slug", Campaign.class)
                .setParameter("slug", slug)
                .getResultStream()
                .findFirst();
    }

    public Optional<Campaign> byId(long id) {
        return Optional.ofNullable(em.find(Campaign.class, id));
    }

    /** @return running ones first */
    public List<Campaign> all() {
        return em.createQuery("select c from Campaign c order by c.running desc, c.id", Campaign.class)
                .getResultList();
    }
}
