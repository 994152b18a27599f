package org.postern.letter;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postern.site.PrintSite;

/**
 * An evening's work of one volunteer: letters in stack order, frozen with their addresses, one PDF. Each letter leaves
 * it printed and posted, or goes back; one whose paper may exist never goes back by itself.
 */
@Entity
@Table(name = "batch")
public class Batch {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "batch_seq")
    @SequenceGenerator(name = "batch_seq", sequenceName = "batch_seq", allocationSize = 1)
    private @Nullable Long number;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "site_id")
    private PrintSite site;

    private String destination;

    @Column(name = "claimed_by")
    private long claimedBy;

    @Column(name = "claimed_at")
    private Instant claimedAt;

    @Column(name = "claimed_until")
    private Instant claimedUntil;

    @Column(name = "files_taken_at")
    private @Nullable Instant filesTakenAt;

    @Column(name = "closed_at")
    private @Nullable Instant closedAt;

    @Column(name = "batch_key")
    private UUID batchKey;

    private byte @Nullable [] pdf;

    @Column(name = "pdf_hash")
    private @Nullable String pdfHash;

    @Column(name = "pdf_bytes")
    private @Nullable Long pdfBytes;

    @Column(name = "pdf_until")
    private @Nullable Instant pdfUntil;

    @OneToMany(mappedBy = "batch", cascade = CascadeType.PERSIST)
    @OrderBy("stackNo")
    private List<BatchLine> lines = new ArrayList<>();

    @Version
    private int version;

    @SuppressWarnings("NullAway.Init")
    protected Batch() {}

    @SuppressWarnings("NullAway.Init")
    Batch(PrintSite site, String destination, long staff, UUID batchKey, Instant now, Instant until) {
        this.site = site;
        this.destination = destination;
        this.claimedBy = staff;
        this.claimedAt = now;
        this.claimedUntil = until;
        this.batchKey = batchKey;
        this.pdfUntil = now.plus(Retention.BATCH_FILE_AT_MOST.kept());
    }

    void add(BatchLine line) {
        lines.add(line);
    }

    void keep(byte[] sealedPdf, String hash, long bytes) {
        this.pdf = sealedPdf;
        this.pdfBytes = bytes;
        this.pdfHash = hash;
    }

    /** The volunteer takes the files: from now on papers may exist. */
    public void takeFiles(long staff, Instant now) {
        mustBeOf(staff);
        if (filesTakenAt == null) {
            this.filesTakenAt = now;
        }
    }

    /** One button: two more days. */
    public void extend(long staff, Instant now) {
        mustBeOf(staff);
        mustBeOpen();
        Instant from = claimedUntil.isBefore(now) ? now : claimedUntil;
        this.claimedUntil = from.plus(Duration.ofDays(2));
    }

    /** Ends it when no letter is in it any more; its file then lives three days. */
    void closeIfSettled(Instant now) {
        if (closedAt == null && lines.stream().noneMatch(BatchLine::isOpen)) {
            this.closedAt = now;
            Instant end = now.plus(Retention.BATCH_FILE.kept());
            this.pdfUntil = pdfUntil == null || pdfUntil.isAfter(end) ? end : pdfUntil;
        }
    }

    void forgetFile() {
        this.pdf = null;
        this.pdfBytes = null;
        this.pdfUntil = null;
    }

    void mustBeOf(long staff) {
        if (claimedBy != staff) {
            throw new NotNow(NotNow.Why.CLAIM, "This batch is somebody else's");
        }
    }

    void mustBeOpen() {
        if (closedAt != null) {
            throw new NotNow(NotNow.Why.STATE, "This batch is finished");
        }
    }

    public long number() {
        return Objects.requireNonNull(number);
    }

    /** @return e.g. B0127; it never starts again from one */
    public String name() {
        return name(number());
    }

    /** As above, of one that is not loaded. */
    public static String name(long number) {
        return String.format(Locale.ROOT, "B%04d", number);
    }

    public PrintSite site() {
        return site;
    }

    /** @return where its letters go: ISO 3166 alpha-2, or what the step that claims wrote */
    public String destination() {
        return destination;
    }

    public long claimedBy() {
        return claimedBy;
    }

    public Instant claimedAt() {
        return claimedAt;
    }

    public Instant claimedUntil() {
        return claimedUntil;
    }

    public boolean isOverdue(Instant now) {
        return closedAt == null && claimedUntil.isBefore(now);
    }

    public @Nullable Instant filesTakenAt() {
        return filesTakenAt;
    }

    public @Nullable Instant closedAt() {
        return closedAt;
    }

    /** @return SHA-256 of the PDF in hex */
    public @Nullable String pdfHash() {
        return pdfHash;
    }

    /** @return the PDF's size in bytes, 0 once it is deleted */
    public long pdfBytes() {
        return pdfBytes == null ? 0 : pdfBytes;
    }

    /** @return in stack order */
    public List<BatchLine> lines() {
        return List.copyOf(lines);
    }

    UUID batchKey() {
        return batchKey;
    }

    byte @Nullable [] sealedPdf() {
        return pdf;
    }
}
