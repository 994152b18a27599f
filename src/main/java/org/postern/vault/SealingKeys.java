package org.postern.vault;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.FlushModeType;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** All living sealing keys. */
@Dependent
class SealingKeys {
    private final EntityManager em;

    @Inject
    SealingKeys(EntityManager em) {
        this.em = em;
    }

    /**
     * Inserts at once, without flushing the caller's half-made entities: from here on the row holds its wrapping key,
     * which rotation can then not destroy under an open transaction.
     */
    void add(SealingKey key) {
        em.createNativeQuery("insert into sealing_key (id, seal, wrapping_key, wrapped) values (?, ?, ?, ?)")
                .setParameter(1, key.id())
                .setParameter(2, key.seal().name())
                .setParameter(3, key.wrappingKey().id())
                .setParameter(4, key.wrapped())
                .setFlushMode(FlushModeType.COMMIT)
                .executeUpdate();
    }

    @Nullable
    SealingKey find(UUID id) {
        return em.find(SealingKey.class, id);
    }

    /** As the database has it now, whatever this transaction read before. */
    void reload(SealingKey key) {
        em.refresh(key);
    }

    void remove(Collection<UUID> ids) {
        if (!ids.isEmpty()) {
            em.createQuery("select k from SealingKey k where k.id in :ids", SealingKey.class)
                    .setParameter("ids", ids)
                    .getResultStream()
                    .forEach(em::remove);
        }
    }

    /** The next at most 200 that a key wraps, in order of id, locked until the transaction ends. */
    List<SealingKey> wrappedBy(WrappingKey key, UUID after) {
        // EclipseLink puts H2's limit behind its lock, which is no SQL: so first the ids, then the rows
        List<UUID> ids = em.createQuery(
                        "select k.id from SealingKey k where k.wrappingKey.id = :key and k.id > :after order by k.id",
                        UUID.class)
                .setParameter("key", key.id())
                .setParameter("after", after)
                .setMaxResults(200)
                .getResultList();
        return ids.isEmpty() ? List.of() : lock(key, ids);
    }

    private List<SealingKey> lock(WrappingKey key, List<UUID> ids) {
        return em.createQuery(
                        "select k from SealingKey k where k.id in :ids and k.wrappingKey.id = :key order by k.id",
                        SealingKey.class)
                .setParameter("ids", ids)
                .setParameter("key", key.id())
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList();
    }

    boolean anyWrappedBy(WrappingKey key) {
        return em.createQuery("select count(k) from SealingKey k where k.wrappingKey.id = :key", Long.class)
                        .setParameter("key", key.id())
                        .getSingleResult()
                > 0;
    }
}
