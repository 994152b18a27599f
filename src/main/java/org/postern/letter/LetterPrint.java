package org.postern.letter;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The keyed print of one letter's words, for a month at most. */
@Entity
@Table(name = "letter_print")
@SuppressWarnings("UnusedVariable") // one is read by queries alone
class LetterPrint {
    @Id
    @Column(name = "letter_id")
    private UUID letterId;

    @Column(name = "recipient_id")
    private long recipientId;

    private byte[] signature;

    @Column(name = "kept_until")
    private Instant keptUntil;

    @ElementCollection
    @CollectionTable(name = "letter_print_band", joinColumns = @JoinColumn(name = "letter_id"))
    @Column(name = "band")
    private Set<Long> bands = new HashSet<>();

    @Version
    private int version;

    @SuppressWarnings("NullAway.Init")
    protected LetterPrint() {}

    @SuppressWarnings("NullAway.Init")
    LetterPrint(Letter letter, WordPrint print, Instant keptUntil) {
        this.letterId = letter.id();
        this.recipientId = letter.recipientId();
        this.signature = print.toBytes();
        this.bands = new HashSet<>(print.bands());
        this.keptUntil = keptUntil;
    }

    UUID letterId() {
        return letterId;
    }

    /** @param other null for a letter without a print */
    boolean isAlike(@Nullable LetterPrint other) {
        return other != null
                && recipientId != other.recipientId
                && print().likeness(other.print()) >= LetterPrints.ALIKE;
    }

    WordPrint print() {
        return WordPrint.fromBytes(signature);
    }
}
