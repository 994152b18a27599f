package org.postern.letter;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** What the post wrote on a letter that it brought back, photographed; sealed, and erased after its time. */
@Entity
@Table(name = "return_photo")
public class ReturnPhoto {
    @Id
    private UUID id;

    @Column(name = "letter_id")
    private UUID letterId;

    @Column(name = "recipient_id")
    private long recipientId;

    @Column(name = "photo_key")
    private UUID photoKey;

    private byte[] photo;

    @Column(name = "kept_until")
    private Instant until;

    @SuppressWarnings("NullAway.Init")
    protected ReturnPhoto() {}

    ReturnPhoto(UUID id, Letter letter, UUID photoKey, byte[] sealed, Instant until) {
        this.id = id;
        this.letterId = letter.id();
        this.recipientId = letter.recipientId();
        this.photoKey = photoKey;
        this.photo = sealed;
        this.until = until;
    }

    public UUID id() {
        return id;
    }

    public UUID letterId() {
        return letterId;
    }

    public long recipientId() {
        return recipientId;
    }

    public Instant until() {
        return until;
    }

    UUID photoKey() {
        return photoKey;
    }

    byte[] sealed() {
        return photo;
    }
}
