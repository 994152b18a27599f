package org.postern.vault;

import com.google.crypto.tink.subtle.AesGcmJce;
import com.google.crypto.tink.subtle.Random;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.UUID;

/** The random key of one seal of one thing, wrapped by a week's key: 60 bytes, useless without that week's file. */
@Entity
@Table(name = "sealing_key")
class SealingKey {
    @Id
    private UUID id = new UUID(0, 0);

    @Enumerated(EnumType.STRING)
    private Seal seal = Seal.TEXT;

    @ManyToOne(fetch = FetchType.EAGER, optional = false)
    @JoinColumn(name = "wrapping_key")
    private WrappingKey wrappingKey = new WrappingKey();

    @Column(name = "wrapped")
    private byte[] wrapped = {};

    protected SealingKey() {}

    /** A new key; its bytes exist only wrapped. */
    SealingKey(Seal seal, WrappingKey wrappingKey, byte[] week) {
        this.id = UUID.randomUUID();
        this.seal = seal;
        wrap(Random.randBytes(KeyDirectory.KEY_BYTES), wrappingKey, week);
    }

    /** A row as someone else may hold it: bytes, and what they are said to be. */
    static SealingKey stored(UUID id, Seal seal, byte[] wrapped) {
        SealingKey key = new SealingKey();
        key.id = id;
        key.seal = seal;
        key.wrapped = wrapped.clone();
        return key;
    }

    UUID id() {
        return id;
    }

    Seal seal() {
        return seal;
    }

    WrappingKey wrappingKey() {
        return wrappingKey;
    }

    byte[] wrapped() {
        return wrapped.clone();
    }

    /** @throws Tampered if that week's key did not wrap these bytes for this row */
    byte[] unwrap(byte[] week) {
        try {
            return new AesGcmJce(week).decrypt(wrapped, purpose());
        } catch (GeneralSecurityException e) {
            throw new Tampered(id, "the wrapped key", e);
        }
    }

    void rewrap(byte[] oldWeek, WrappingKey next, byte[] nextWeek) {
        wrap(unwrap(oldWeek), next, nextWeek);
    }

    private void wrap(byte[] key, WrappingKey under, byte[] week) {
        try {
            wrapped = new AesGcmJce(week).encrypt(key, purpose());
            wrappingKey = under;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-GCM is not available", e);
        }
    }

    private byte[] purpose() {
        return ("sealing key 1 " + seal + " " + id).getBytes(StandardCharsets.UTF_8);
    }
}
