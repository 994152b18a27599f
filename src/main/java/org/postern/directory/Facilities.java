package org.postern.directory;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The places where people are held or hold office. */
@ApplicationScoped
public class Facilities {
    @PersistenceContext
    private EntityManager em;

    @SuppressWarnings("NullAway.Init")
    public Facilities() {}

    /** For tests. */
    public Facilities(EntityManager em) {
        this.em = em;
    }

    public void add(Facility facility) {
        em.persist(facility);
        em.flush();
    }

    public Optional<Facility> bySlug(String slug) {
        return em.createQuery("select f from Facility f where f.slug = :slug", Facility.class)
                .setParameter("slug", slug)
                .getResultStream()
                .findFirst();
    }

    /** @return the same, locked until the transaction ends: of two who edit, the second sees what the first saved */
    public Optional<Facility> lock(String slug) {
        return bySlug(slug).map(found -> em.find(Facility.class, found.id(), LockModeType.PESSIMISTIC_WRITE));
    }

    public Map<Long, Facility> byIds(Collection<Long> ids) {
        return ids.isEmpty()
                ? Map.of()
                : em.createQuery("select f from Facility f where f.id in :ids", Facility.class)
                        .setParameter("ids", ids)
                        .getResultStream()
                        .collect(Collectors.toMap(Facility::id, place -> place));
    }

    public List<Facility> all() {
        return em.createQuery("select f from Facility f order by f.country, f.latinName", Facility.class)
                .getResultList();
    }

    /** @return places whose address nobody has checked since a day, the oldest first */
    public List<Facility> uncheckedSince(LocalDate day) {
        return em.createQuery("select f from Facility f where f.checkedOn < :day order by f.checkedOn", Facility.class)
                .setParameter("day", day)
                .getResultList();
    }

    /** @return places for which nothing is printed because letters came back, longest first */
    public List<Facility> suspended() {
        return em.createQuery(
                        "select f from Facility f where f.suspendedSince is not null order by f.suspendedSince, f.latinName",
                        Facility.class)
                .getResultList();
    }

    /** @return places from which letters came back, unexplained or from the censor, longest first */
    public List<Facility> thatGaveBack() {
        return em.createQuery(
                        "select f from Facility f where f.suspendedSince is not null or f.addressDoubtedSince is not null"
                                + " or f.censoredSince is not null or f.returned > 0 order by f.suspendedSince, f.id",
                        Facility.class)
                .getResultList();
    }

    public boolean isEmpty() {
        return em.createQuery("select count(f) from Facility f", Long.class).getSingleResult() == 0;
    }
}
