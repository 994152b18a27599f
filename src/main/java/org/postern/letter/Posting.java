package org.postern.letter;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What went from one batch into the post on one day in one place; with a photo of the receipt, if somebody took one. */
@Entity
@Table(name = "posting")
public class Posting {
    @Id
    private UUID id;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "batch_number")
    private Batch batch;

    @Column(name = "on_day")
    private LocalDate day;

    private String place;

    @Column(name = "by_staff")
    private long staff;

    @Column(name = "receipt_key")
    private @Nullable UUID receiptKey;

    private byte @Nullable [] receipt;

    @Column(name = "kept_until")
    private Instant until;

    @Version
    private int version;

    @SuppressWarnings("NullAway.Init")
    protected Posting() {}

    @SuppressWarnings("NullAway.Init")
    Posting(Batch batch, LocalDate day, String place, long staff, Instant until) {
        this.id = UUID.randomUUID();
        this.batch = batch;
        this.day = day;
        this.place = place;
        this.staff = staff;
        this.until = until;
    }

    void keepReceipt(UUID key, byte[] sealed) {
        this.receiptKey = key;
        this.receipt = sealed;
    }

    public UUID id() {
        return id;
    }

    public Batch batch() {
        return batch;
    }

    public LocalDate day() {
        return day;
    }

    public String place() {
        return place;
    }

    public boolean hasReceipt() {
        return receiptKey != null;
    }

    /** @return when its receipt, and the tracking numbers of its letters, are erased */
    public Instant until() {
        return until;
    }

    @Nullable
    UUID receiptKey() {
        return receiptKey;
    }

    byte @Nullable [] sealedReceipt() {
        return receipt;
    }
}
