package org.postern.letter;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.postern.vault.Seal;
import org.postern.vault.Vault;

/** The addresses of writers; nobody has a list of them, and only {@link #emailOf} opens one. */
@ApplicationScoped
public class Contacts {
    private static final String INDEX = "contact.email";

    @PersistenceContext
    private EntityManager em;

    @Inject
    private Vault vault;

    @SuppressWarnings("NullAway.Init")
    public Contacts() {}

    /** For tests. */
    public Contacts(EntityManager em, Vault vault) {
        this.em = em;
        this.vault = vault;
    }

    /** @return the living contact of this address, or a new one */
    public Contact of(String email, String language, Keeping keeping) {
        String index = indexOf(email);
        List<Contact> known = em.createQuery(
                        "select c from Contact c where c.emailIndex = :index and c.email is not null", Contact.class)
                .setParameter("index", index)
                .setMaxResults(1)
                .getResultList();
        if (!known.isEmpty()) {
            known.get(0).keepAlso(keeping);
            return known.get(0);
        }
        UUID id = UUID.randomUUID();
        UUID key = vault.newKey(Seal.CONTACT);
        Contact contact = new Contact(id, key, vault.sealText(key, context(id), email), index, language, keeping);
        em.persist(contact);
        return contact;
    }

    public Optional<Contact> byId(UUID id) {
        return Optional.ofNullable(em.find(Contact.class, id));
    }

    /** @return the address to send one mail to; empty once it is erased */
    public Optional<String> emailOf(Contact contact) {
        byte[] sealed = contact.sealedEmail();
        return sealed == null || !vault.holds(contact.contactKey())
                ? Optional.empty()
                : Optional.of(new String(
                        vault.open(contact.contactKey(), context(contact.id()), sealed), StandardCharsets.UTF_8));
    }

    /** @return how many submissions this address began lately, to keep anyone from flooding a stranger's mailbox */
    public long submissionsLately(String email, Duration within, Instant now) {
        return em.createQuery(
                        "select count(s) from Submission s where s.contact.emailIndex = :index and s.started > :since",
                        Long.class)
                .setParameter("index", indexOf(email))
                .setParameter("since", now.minus(within))
                .getSingleResult();
    }

    /** @return contacts whose time is over */
    List<UUID> due(Instant now, int most) {
        return em.createQuery("select c.id from Contact c where c.keepUntil <= :now", UUID.class)
                .setParameter("now", now)
                .setMaxResults(most)
                .getResultList();
    }

    /** Destroys the key of one address. */
    void erase(UUID id) {
        byId(id).ifPresent(contact -> {
            vault.erase(contact.contactKey());
            contact.forget();
        });
    }

    private String indexOf(String email) {
        return vault.blindIndex(INDEX, email.strip().toLowerCase(Locale.ROOT));
    }

    private static String context(UUID id) {
        return "contact.email:" + id;
    }
}
