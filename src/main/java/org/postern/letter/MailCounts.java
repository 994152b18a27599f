package org.postern.letter;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.postern.vault.Vault;

/**
 * Keeps anyone from flooding a stranger's mailbox. Counted apart from contacts, so that forgetting one begins no new
 * count; and whoever asks learns nothing, for over the limit all looks the same and no mail goes.
 */
@ApplicationScoped
public class MailCounts {
    private static final String INDEX = "mail.day";

    @PersistenceContext
    private EntityManager em;

    @Inject
    private Vault vault;

    @SuppressWarnings("NullAway.Init")
    public MailCounts() {}

    /** For tests. */
    public MailCounts(EntityManager em, Vault vault) {
        this.em = em;
        this.vault = vault;
    }

    /**
     * Counts one mail; the day's row is locked until the transaction ends. The first two mails of a day at the same
     * instant meet on its key, and one of the two begins again.
     *
     * @param most a day
     * @return whether it may go
     */
    public boolean take(String email, LocalDate day, int most) {
        String index = index(email, day);
        return find(index)
                .orElseGet(() -> {
                    MailCount first = new MailCount(index, day);
                    em.persist(first);
                    em.flush();
                    return first;
                })
                .take(most);
    }

    /** Somebody at this address confirmed one: it does not count. */
    public void giveBack(String email, LocalDate day) {
        find(index(email, day)).ifPresent(MailCount::giveBack);
    }

    /** @return rows of days before this one */
    public List<String> before(LocalDate day, int most) {
        return em.createQuery("select c.index from MailCount c where c.day < :day", String.class)
                .setParameter("day", day)
                .setMaxResults(most)
                .getResultList();
    }

    /** @param row as {@link #before} gave it */
    public void delete(String row) {
        find(row).ifPresent(em::remove);
    }

    private Optional<MailCount> find(String index) {
        return Optional.ofNullable(em.find(MailCount.class, index, LockModeType.PESSIMISTIC_WRITE));
    }

    /** What stands behind a plus leads to the same mailbox. */
    private String index(String email, LocalDate day) {
        String plain = email.strip().toLowerCase(Locale.ROOT).replaceAll("\\+.*@", "@");
        return vault.blindIndex(INDEX, day + " " + plain);
    }
}
