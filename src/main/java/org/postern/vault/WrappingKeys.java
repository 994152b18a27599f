package org.postern.vault;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;

/** The weeks' keys of this database that are not destroyed yet. */
@Dependent
class WrappingKeys {
    private final EntityManager em;

    @Inject
    WrappingKeys(EntityManager em) {
        this.em = em;
    }

    /** The one that wraps what is sealed now; none before the first rotation. */
    Optional<WrappingKey> newest() {
        return em.createQuery("select w from WrappingKey w order by w.id desc", WrappingKey.class)
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }

    List<WrappingKey> olderThan(WrappingKey newest) {
        return em.createQuery("select w from WrappingKey w where w.id < :id order by w.id", WrappingKey.class)
                .setParameter("id", newest.id())
                .getResultList();
    }

    void add(WrappingKey key) {
        em.persist(key);
        em.flush();
    }

    /** @throws jakarta.persistence.PersistenceException if a sealing key refers to it */
    void remove(WrappingKey key) {
        em.createQuery("delete from WrappingKey w where w.id = :id")
                .setParameter("id", key.id())
                .executeUpdate();
    }
}
