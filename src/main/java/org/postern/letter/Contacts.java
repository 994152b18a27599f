package org.postern.letter;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
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
    @SuppressWarnings("UnnecessaryAssignment")
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

    // --- how long an address is kept --------------------------------------------------------------------------------

    /** Letters of which their writer will still hear something. */
    private static final Set<LetterState> ON_THEIR_WAY = EnumSet.of(
            LetterState.DRAFT,
            LetterState.UNCONFIRMED,
            LetterState.IN_REVIEW,
            LetterState.CHANGES_ASKED,
            LetterState.IN_TRANSLATION,
            LetterState.TRANSLATION_CHECK,
            LetterState.READY,
            LetterState.HELD,
            LetterState.BATCHED,
            LetterState.PRINTED,
            LetterState.UNSURE,
            LetterState.BANKED);

    /**
     * The rule: an address is kept while a mail to it waits, and while a letter of its writer is on its way; for {@link
     * Keeping#TO_CONFIRM} only while one is not yet confirmed. Then it goes: at once, or with {@link
     * Keeping#FOR_A_REPLY} twelve months after the last posting.
     */
    private static final String SETTLED = " from Contact c where c.email is not null and c.keepUntil is null"
            + " and not exists (select n.id from Notice n where n.contactId = c.id"
            + " and n.state = org.postern.notice.Notice.State.WAITING)"
            + " and not exists (select l.id from Letter l where l.submission.contact = c and l.state in :onTheirWay"
            + " and (c.keeping <> org.postern.letter.Keeping.TO_CONFIRM or l.state in :unconfirmed))";

    /** Sets one address's last day, if the rule says that nothing keeps it any longer. */
    public void settle(UUID id, Instant now) {
        settled("select c" + SETTLED + " and c.id = :id", Contact.class)
                .setParameter("id", id)
                .getResultStream()
                .forEach(contact -> contact.keepUntil(lastDay(contact, now)));
    }

    /** @return addresses that nothing keeps any longer and that have no last day yet */
    public List<UUID> settled(int most) {
        return settled("select c.id" + SETTLED, UUID.class).setMaxResults(most).getResultList();
    }

    private <T> TypedQuery<T> settled(String query, Class<T> of) {
        return em.createQuery(query, of)
                .setParameter("onTheirWay", ON_THEIR_WAY)
                .setParameter("unconfirmed", EnumSet.of(LetterState.DRAFT, LetterState.UNCONFIRMED));
    }

    private Instant lastDay(Contact contact, Instant now) {
        Duration kept = contact.keeping().afterPosting();
        if (kept == null || kept.isZero()) {
            return now;
        }
        Instant posted = em.createQuery(
                        "select max(e.hour) from LetterEvent e where e.letter.submission.contact = :contact and e.to in"
                                + " (org.postern.letter.LetterState.POSTED, org.postern.letter.LetterState.SELF_POSTED)",
                        Instant.class)
                .setParameter("contact", contact)
                .getSingleResult();
        return posted == null ? now : posted.plus(kept);
    }

    /** @return contacts whose time is over */
    public List<UUID> due(Instant now, int most) {
        return em.createQuery("select c.id from Contact c where c.keepUntil <= :now", UUID.class)
                .setParameter("now", now)
                .setMaxResults(most)
                .getResultList();
    }

    /** Destroys the key of one address, unless its writer began another letter since. */
    public void erase(UUID id, Instant now) {
        Contact found = em.find(Contact.class, id, LockModeType.PESSIMISTIC_WRITE);
        Optional.ofNullable(found).filter(contact -> contact.isDue(now)).ifPresent(contact -> {
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
