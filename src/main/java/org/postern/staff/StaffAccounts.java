package org.postern.staff;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** All members, those who left included. */
@Dependent
public class StaffAccounts {
    private final EntityManager em;

    @Inject
    public StaffAccounts(EntityManager em) {
        this.em = em;
    }

    /** Inserts at once: two who choose one name at one moment are told apart by the database. */
    public void add(StaffAccount account) {
        em.persist(account);
        em.flush();
    }

    public @Nullable StaffAccount find(long id) {
        return em.find(StaffAccount.class, id);
    }

    /** Until the transaction ends, other deeds of this member that lock wait: one click at a time. */
    public void lock(long id) {
        em.find(StaffAccount.class, id, LockModeType.PESSIMISTIC_WRITE);
    }

    /** By name in any spelling of its case; also an account that has ended. */
    public Optional<StaffAccount> byName(String name) {
        return em.createQuery("select a from StaffAccount a where a.nameKey = :key", StaffAccount.class)
                .setParameter("key", StaffAccount.key(name))
                .getResultStream()
                .findFirst();
    }

    /** The living first, then those who left; each by name. */
    public List<StaffAccount> all() {
        return em.createQuery(
                        "select a from StaffAccount a order by case when a.leftAt is null then 0 else 1 end, a.nameKey",
                        StaffAccount.class)
                .getResultList();
    }

    public List<StaffAccount> living() {
        return em.createQuery("select a from StaffAccount a where a.leftAt is null order by a.id", StaffAccount.class)
                .getResultList();
    }

    /** In the order in which they joined. */
    public List<StaffAccount> living(Role role) {
        return living().stream().filter(account -> account.is(role)).toList();
    }

    /** @return BCP 47 of what the living moderators read; empty if one of them reads all */
    public Optional<Set<String>> languagesRead() {
        List<StaffAccount> moderators = living(Role.MODERATOR);
        return moderators.stream().anyMatch(account -> account.languages().isEmpty())
                ? Optional.empty()
                : Optional.of(moderators.stream()
                        .flatMap(account -> account.languages().stream())
                        .collect(Collectors.toSet()));
    }

    /**
     * Whether others administrate beside this one. Locks the living accounts until the transaction ends, so that two
     * administrators cannot end each other at the same moment.
     */
    public boolean anotherAdmin(StaffAccount leaving) {
        return em.createQuery("select a from StaffAccount a where a.leftAt is null order by a.id", StaffAccount.class)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultStream()
                .anyMatch(account -> account.is(Role.ADMIN) && account.id() != leaving.id());
    }

    public boolean isEmpty() {
        return em.createQuery("select count(a) from StaffAccount a", Long.class).getSingleResult() == 0;
    }

    /** The names of those ids that there are. */
    public Map<Long, String> names(Collection<Long> ids) {
        Map<Long, String> names = new HashMap<>();
        if (!ids.isEmpty()) {
            em.createQuery("select a from StaffAccount a where a.id in :ids", StaffAccount.class)
                    .setParameter("ids", ids)
                    .getResultStream()
                    .forEach(account -> names.put(account.id(), account.name()));
        }
        return names;
    }
}
