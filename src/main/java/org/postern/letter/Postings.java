package org.postern.letter;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.postern.vault.Seal;
import org.postern.vault.Vault;

/** All postings; each receipt under a key of its own. */
@ApplicationScoped
public class Postings {
    @PersistenceContext
    private EntityManager em;

    @Inject
    private Vault vault;

    @SuppressWarnings("NullAway.Init")
    public Postings() {}

    /** For tests. */
    public Postings(EntityManager em, Vault vault) {
        this.em = em;
        this.vault = vault;
    }

    /**
     * One scan after the other is one way to the post box.
     *
     * @param batch locked
     */
    public Posting of(Batch batch, LocalDate day, String place, long staff, Instant now) {
        return em.createQuery(
                        "select p from Posting p where p.batch = :batch and p.day = :day and p.place = :place"
                                + " and p.staff = :staff",
                        Posting.class)
                .setParameter("batch", batch)
                .setParameter("day", day)
                .setParameter("place", place)
                .setParameter("staff", staff)
                .getResultStream()
                .findFirst()
                .orElseGet(() -> {
                    Posting posting =
                            new Posting(batch, day, place, staff, Hour.after(now, Retention.RECEIPT_PHOTO.kept()));
                    em.persist(posting);
                    return posting;
                });
    }

    /**
     * What one posting carries.
     *
     * @param letters how many; those that were undone are not counted
     */
    public record Carried(Posting posting, long letters) {}

    /** @return the postings of a batch that carry letters, oldest first */
    public List<Carried> from(Batch batch) {
        return em.createQuery(
                        "select p, (select count(l) from BatchLine l where l.posting = p.id) from Posting p"
                                + " where p.batch = :batch order by p.day, p.place",
                        Object[].class)
                .setParameter("batch", batch)
                .getResultStream()
                .map(row -> new Carried((Posting) row[0], (Long) row[1]))
                .filter(carried -> carried.letters() > 0)
                .toList();
    }

    /** @return the day on which a letter went into the post; empty once its posting is erased */
    Optional<LocalDate> dayOf(BatchLine line) {
        return Optional.ofNullable(line.posting()).flatMap(this::byId).map(Posting::day);
    }

    public Optional<Posting> byId(UUID id) {
        return Optional.ofNullable(em.find(Posting.class, id));
    }

    /** @param jpeg made anew from its pixels; a photo that was there before is erased */
    public void keepReceipt(Posting posting, byte[] jpeg) {
        eraseKey(posting);
        UUID key = vault.newKey(Seal.PICTURE);
        posting.keepReceipt(key, vault.seal(key, context(posting.id()), jpeg));
    }

    /** @return the JPEG; empty if there is none */
    public Optional<byte[]> receipt(Posting posting) {
        UUID key = posting.receiptKey();
        byte[] sealed = posting.sealedReceipt();
        return key == null || sealed == null || !vault.holds(key)
                ? Optional.empty()
                : Optional.of(vault.open(key, context(posting.id()), sealed));
    }

    public List<UUID> due(Instant now, int most) {
        return em.createQuery("select p.id from Posting p where p.until <= :now", UUID.class)
                .setParameter("now", now)
                .setMaxResults(most)
                .getResultList();
    }

    /** Destroys the receipt's key; the row goes with it, and so do the tracking numbers of its letters. */
    public void erase(UUID id) {
        byId(id).ifPresent(posting -> {
            eraseKey(posting);
            em.createQuery("select l from BatchLine l where l.posting = :id", BatchLine.class)
                    .setParameter("id", id)
                    .getResultList()
                    .forEach(BatchLine::forgetPosting);
            em.remove(posting);
        });
    }

    private void eraseKey(Posting posting) {
        if (posting.hasReceipt()) {
            vault.erase(Objects.requireNonNull(posting.receiptKey()));
        }
    }

    private static String context(UUID id) {
        return "posting.receipt:" + id;
    }
}
