package org.postern.vault;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** A week's key that wraps sealing keys. Here only its name and age; the key itself is a file of the keys directory. */
@Entity
@Table(name = "wrapping_key")
class WrappingKey {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "wrapping_key_seq")
    @SequenceGenerator(name = "wrapping_key_seq", sequenceName = "wrapping_key_seq", allocationSize = 1)
    private long id;

    @Column(name = "file_name")
    private String file = "";

    @Column(name = "born_at")
    private Instant bornAt = Instant.EPOCH;

    protected WrappingKey() {}

    /** Named at random, so that two databases that were given one directory never touch each other's keys. */
    WrappingKey(Instant bornAt) {
        this.file = "week-" + UUID.randomUUID().toString().substring(19) + ".key";
        this.bornAt = bornAt;
    }

    long id() {
        return id;
    }

    String file() {
        return file;
    }

    Instant bornAt() {
        return bornAt;
    }
}
