package org.postern.letter;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A writer's e-mail address, sealed, and how long it may be kept. {@link Contacts} opens it for the mailer alone. */
@Entity
@Table(name = "contact")
public class Contact {
    @Id
    private UUID id;

    @Column(name = "contact_key")
    private UUID contactKey;

    private byte @Nullable [] email;

    @Column(name = "email_index")
    private @Nullable String emailIndex;

    private String language;

    @Enumerated(EnumType.STRING)
    private Keeping keeping;

    @Column(name = "keep_until")
    private @Nullable Instant keepUntil;

    @Column(name = "to_be_forgotten")
    private boolean toBeForgotten;

    @Version
    private int version;

    @SuppressWarnings("NullAway.Init")
    protected Contact() {}

    @SuppressWarnings("NullAway.Init")
    Contact(UUID id, UUID contactKey, byte[] sealedEmail, String language, Keeping keeping) {
        this.id = id;
        this.contactKey = contactKey;
        this.email = sealedEmail;
        this.language = language;
        this.keeping = keeping;
    }

    /** Whoever reads the mails of this address said that the letter is theirs: from now on it is found again. */
    void confirmedAs(String index) {
        this.emailIndex = index;
    }

    boolean isConfirmedAs(String index) {
        return email != null && index.equals(emailIndex);
    }

    /** Another letter of the same person: the longer wish counts. */
    void keepAlso(Keeping wish) {
        this.keeping = keeping.orLonger(wish);
        this.keepUntil = null;
    }

    /** Its writer ticked otherwise before anything was confirmed. */
    public void keepInstead(Keeping wish) {
        this.keeping = wish;
    }

    /** The eraser takes the address at this time. */
    void keepUntil(Instant until) {
        this.keepUntil = until;
    }

    /** Something keeps it after all. */
    void keepOn() {
        this.keepUntil = null;
    }

    /** The writer asks to be forgotten now, whatever else is on its way. */
    public void forgetAt(Instant when) {
        this.keepUntil = Hour.of(when);
        this.toBeForgotten = true;
    }

    boolean isToBeForgotten() {
        return toBeForgotten;
    }

    boolean isDue(Instant now) {
        return keepUntil != null && !keepUntil.isAfter(now);
    }

    void forget() {
        this.email = null;
        this.keepUntil = null;
        // The index would still answer "did this address write?".
        this.emailIndex = null;
    }

    public UUID id() {
        return id;
    }

    public boolean isForgotten() {
        return email == null;
    }

    public Keeping keeping() {
        return keeping;
    }

    public @Nullable Instant keepUntil() {
        return keepUntil;
    }

    /** @return of the pages the writer used */
    public String language() {
        return language;
    }

    UUID contactKey() {
        return contactKey;
    }

    byte @Nullable [] sealedEmail() {
        return email;
    }
}
