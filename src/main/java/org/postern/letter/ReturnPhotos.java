package org.postern.letter;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.postern.vault.Seal;
import org.postern.vault.Vault;

/** Photos of what came back, each under a key of its own. */
@ApplicationScoped
public class ReturnPhotos {
    @PersistenceContext
    private EntityManager em;

    @Inject
    private Vault vault;

    @SuppressWarnings("NullAway.Init")
    public ReturnPhotos() {}

    /** For tests. */
    public ReturnPhotos(EntityManager em, Vault vault) {
        this.em = em;
        this.vault = vault;
    }

    /** @param jpeg made anew from its pixels */
    public void keep(Letter letter, byte[] jpeg, Instant now) {
        UUID id = UUID.randomUUID();
        UUID key = vault.newKey(Seal.PICTURE);
        byte[] sealed = vault.seal(key, context(id), jpeg);
        em.persist(new ReturnPhoto(id, letter, key, sealed, Hour.after(now, Retention.RETURN_PHOTO.kept())));
    }

    /** @return those of letters to some people, oldest first */
    public List<ReturnPhoto> to(Collection<Long> recipients) {
        return recipients.isEmpty()
                ? List.of()
                : em.createQuery(
                                "select p from ReturnPhoto p where p.recipientId in :to order by p.until, p.id",
                                ReturnPhoto.class)
                        .setParameter("to", recipients)
                        .getResultList();
    }

    /** @return the JPEG; empty once it is erased */
    public Optional<byte[]> open(UUID id) {
        return Optional.ofNullable(em.find(ReturnPhoto.class, id))
                .filter(photo -> vault.holds(photo.photoKey()))
                .map(photo -> vault.open(photo.photoKey(), context(id), photo.sealed()));
    }

    public List<UUID> due(Instant now, int most) {
        return em.createQuery("select p.id from ReturnPhoto p where p.until <= :now", UUID.class)
                .setParameter("now", now)
                .setMaxResults(most)
                .getResultList();
    }

    /** Destroys its key, and the row with it. */
    public void erase(UUID id) {
        Optional.ofNullable(em.find(ReturnPhoto.class, id)).ifPresent(photo -> {
            vault.erase(photo.photoKey());
            em.remove(photo);
        });
    }

    private static String context(UUID id) {
        return "return.photo:" + id;
    }
}
