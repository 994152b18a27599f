package org.postern.letter;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** The SHA-256 of a secret that leads its bearer to one letter; the secret itself is nowhere but with the writer. */
@Entity
@Table(name = "access_token")
class AccessToken {
    @Id
    private String hash;

    @Enumerated(EnumType.STRING)
    private Purpose purpose;

    @Column(name = "thread_key")
    private UUID threadKey;

    /** Which letter: opens with the thread's key alone, so that nothing is left when that is destroyed. */
    @Column(name = "letter")
    private byte[] sealedLetter;

    private boolean used;

    @SuppressWarnings("NullAway.Init")
    protected AccessToken() {}

    AccessToken(String hash, Purpose purpose, UUID threadKey, byte[] sealedLetter) {
        this.hash = hash;
        this.purpose = purpose;
        this.threadKey = threadKey;
        this.sealedLetter = sealedLetter;
    }

    void use() {
        this.used = true;
    }

    boolean isUsed() {
        return used;
    }

    String hash() {
        return hash;
    }

    Purpose purpose() {
        return purpose;
    }

    UUID threadKey() {
        return threadKey;
    }

    byte[] sealedLetter() {
        return sealedLetter;
    }

    /** What the secret opens. */
    enum Purpose {
        /** A draft on the writing desk. */
        DRAFT,
        /** The button that confirms; once. */
        CONFIRM,
        /** The writer's page; as often as one likes. */
        STATUS,
        /** The writer's page, by the short code typed by hand. */
        CODE
    }
}
