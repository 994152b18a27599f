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
import java.time.temporal.ChronoUnit;
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
    public Contacts(EntityManager em, Vault vault) {
        this.em = em;
        this.vault = vault;
    }

    /** @return a contact of one submission's own: nobody has confirmed yet that the address is the writer's */
    public Contact of(String email, String language, Keeping keeping) {
        UUID id = UUID.randomUUID();
        UUID key = vault.newKey(Seal.CONTACT);
        Contact contact = new Contact(id, key, vault.sealText(key, context(id), email), language, keeping);
        em.persist(contact);
        return contact;
    }

    /**
     * The letter is its writer's, and so is the address: the submission comes from the one confirmed contact of that
     * address. Two first ones at the same instant meet on its unique index, and one of them begins again.
     */
    public void confirm(Submission submission, Instant now) {
        submission.confirm(now);
        Contact own = submission.contact().orElse(null);
        String email = own == null ? null : emailOf(own).orElse(null);
        if (own == null || email == null) {
            return;
        }
        String index = indexOf(email);
        Contact known = confirmedAs(index).orElse(null);
        if (known == null) {
            own.confirmedAs(index);
            em.flush();
        } else if (known != own) {
            known.keepAlso(own.keeping());
            submission.comesFrom(known);
            em.createQuery("update Notice n set n.contactId = :known where n.contactId = :own")
                    .setParameter("known", known.id())
                    .setParameter("own", own.id())
                    .executeUpdate();
            remove(own);
        }
    }

    /** The contact of an address, locked so that the eraser waits; one that is to be forgotten is forgotten first. */
    private Optional<Contact> confirmedAs(String index) {
        Optional<Contact> found = em.createQuery("select c.id from Contact c where c.emailIndex = :index", UUID.class)
                .setParameter("index", index)
                .getResultStream()
                .findFirst()
                .map(id -> em.find(Contact.class, id, LockModeType.PESSIMISTIC_WRITE))
                .filter(contact -> contact.isConfirmedAs(index));
        if (found.filter(Contact::isToBeForgotten).isPresent()) {
            forget(found.get());
            em.flush();
            return Optional.empty();
        }
        return found;
    }

    /** The address was mistyped: nothing of it stays, and whoever reads its mails confirms nothing. */
    public void letGo(Submission submission) {
        Contact own = submission.contact().orElse(null);
        if (own == null || submission.isConfirmed()) {
            return;
        }
        em.createQuery("delete from Notice n where n.contactId = :own")
                .setParameter("own", own.id())
                .executeUpdate();
        submission.comesFrom(null);
        remove(own);
    }

    private void remove(Contact contact) {
        vault.erase(contact.contactKey());
        em.remove(contact);
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
    private static final String UNNEEDED = " from Contact c where c.email is not null"
            + " and not exists (select n.id from Notice n where n.contactId = c.id"
            + " and n.state = org.postern.notice.Notice.State.WAITING)"
            + " and not exists (select l.id from Letter l where l.submission.contact = c and l.state in :onTheirWay"
            + " and (c.keeping <> org.postern.letter.Keeping.TO_CONFIRM or l.state in :unconfirmed))";

    private static final String SETTLED = UNNEEDED + " and c.keepUntil is null";

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
            return Hour.of(now);
        }
        Instant posted = em.createQuery(
                        "select max(e.hour) from LetterEvent e where e.letter.submission.contact = :contact and e.to in"
                                + " (org.postern.letter.LetterState.POSTED, org.postern.letter.LetterState.SELF_POSTED)",
                        Instant.class)
                .setParameter("contact", contact)
                .getSingleResult();
        // Posted at some minute of that hour: twelve months are never less.
        return posted == null ? Hour.of(now) : posted.plus(1, ChronoUnit.HOURS).plus(kept);
    }

    /** @return contacts whose time is over */
    public List<UUID> due(Instant now, int most) {
        return em.createQuery("select c.id from Contact c where c.keepUntil <= :now", UUID.class)
                .setParameter("now", now)
                .setMaxResults(most)
                .getResultList();
    }

    /** Destroys the key of one address, unless another letter needs it since; a wish to be forgotten asks no letter. */
    public void erase(UUID id, Instant now) {
        Contact found = em.find(Contact.class, id, LockModeType.PESSIMISTIC_WRITE);
        if (found == null || !found.isDue(now)) {
            return;
        }
        if (found.isToBeForgotten() || isUnneeded(id)) {
            forget(found);
        } else {
            found.keepOn();
        }
    }

    private boolean isUnneeded(UUID id) {
        return !settled("select c.id" + UNNEEDED + " and c.id = :id", UUID.class)
                .setParameter("id", id)
                .getResultList()
                .isEmpty();
    }

    private void forget(Contact contact) {
        vault.erase(contact.contactKey());
        contact.forget();
    }

    /** @return forgotten contacts to which nothing leads any more */
    public List<UUID> leftOver(int most) {
        return em.createQuery(LEFT_OVER, UUID.class).setMaxResults(most).getResultList();
    }

    private static final String LEFT_OVER = "select c.id from Contact c where c.email is null"
            + " and not exists (select s.id from Submission s where s.contact = c)"
            + " and not exists (select n.id from Notice n where n.contactId = c.id)";

    public void deleteLeftOver(UUID id) {
        Optional.ofNullable(em.find(Contact.class, id, LockModeType.PESSIMISTIC_WRITE))
                .filter(Contact::isForgotten)
                .ifPresent(em::remove);
    }

    /** @return by what an address is found again without being read; the same for every spelling of its case */
    public String indexOf(String email) {
        return vault.blindIndex(INDEX, email.strip().toLowerCase(Locale.ROOT));
    }

    private static String context(UUID id) {
        return "contact.email:" + id;
    }
}
