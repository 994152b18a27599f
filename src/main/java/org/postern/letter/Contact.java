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
    private String emailIndex;

    private String language;

    @Enumerated(EnumType.STRING)
    private Keeping keeping;

    @Column(name = "keep_until")
    private @Nullable Instant keepUntil;

    @Version
    private int version;

    @SuppressWarnings("NullAway.Init")
    protected Contact() {}

    Contact(UUID id, UUID contactKey, byte[] sealedEmail, String emailIndex, String language, Keeping keeping) {
        this.id = id;
        this.contactKey = contactKey;
        this.email = sealedEmail;
        this.emailIndex = emailIndex;
        this.language = language;
        this.keeping = keeping;
    }

    /** Another letter of the same person: the longer wish counts. */
    void keepAlso(Keeping wish) {
        this.keeping = keeping.orLonger(wish);
        this.keepUntil = null;
    }

    /** The eraser takes the address at this time; a later call wins only when it is later. */
    public void keepUntil(Instant until) {
        this.keepUntil = keepUntil == null || keepUntil.isBefore(until) ? until : keepUntil;
    }

    /** The writer asks to be forgotten now. */
    public void forgetAt(Instant when) {
        this.keepUntil = when;
    }

    boolean isDue(Instant now) {
        return keepUntil != null && !keepUntil.isAfter(now);
    }

    void forget() {
        this.email = null;
        this.keepUntil = null;
        // The index would still answer "did this address write?"; a random one answers nothing.
        this.emailIndex = UUID.randomUUID().toString();
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
