package org.postern.letter;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What a deed took of paper and postage. Never changed: what is undone is an entry that takes it away. */
@Entity
@Table(name = "ledger_entry")
@SuppressWarnings("UnusedVariable") // read by queries alone
public class LedgerEntry {
    /** What was done. */
    enum Kind {
        POSTED,
        UNDONE,
        SPOILED
    }

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "ledger_entry_seq")
    @SequenceGenerator(name = "ledger_entry_seq", sequenceName = "ledger_entry_seq")
    private @Nullable Long id;

    @Column(name = "site_id")
    private long siteId;

    @Column(name = "staff_id")
    private long staffId;

    @Column(name = "on_day")
    private LocalDate day;

    @Enumerated(EnumType.STRING)
    private Kind kind;

    @Column(name = "batch_number")
    private long batchNumber;

    private int letters;
    private int sheets;
    private int spoiled;
    private @Nullable Long amount;
    private @Nullable String currency;

    @SuppressWarnings("NullAway.Init")
    protected LedgerEntry() {}

    LedgerEntry(Kind kind, Batch batch, long staff, LocalDate day) {
        this.kind = kind;
        this.siteId = batch.site().id();
        this.batchNumber = batch.number();
        this.staffId = staff;
        this.day = day;
    }

    LedgerEntry of(int lettersMore, int sheetsMore) {
        this.letters = lettersMore;
        this.sheets = sheetsMore;
        return this;
    }

    LedgerEntry spoiling(int sheetsSpoiled) {
        this.spoiled = sheetsSpoiled;
        return this;
    }

    /** @param minor in the currency's smallest unit; null: nobody said */
    LedgerEntry paid(@Nullable Long minor, @Nullable String in) {
        this.amount = minor;
        this.currency = minor == null ? null : in;
        return this;
    }
}
