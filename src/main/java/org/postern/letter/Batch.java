package org.postern.letter;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
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
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postern.site.Family;
import org.postern.site.PrintSite;
import org.postern.site.Supply;
import org.postern.vault.PieceCode;

/**
 * An evening's work of one volunteer: letters for one kind of envelope. Its set of files is built in the background:
 * letters in stack order, frozen with their addresses, one PDF. Each letter leaves it printed and posted, or goes back;
 * one whose paper may exist never goes back by itself.
 */
@Entity
@Table(name = "batch")
public class Batch {
    private static final int BUILD_TRIES = 3;

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "batch_seq")
    @SequenceGenerator(name = "batch_seq", sequenceName = "batch_seq", allocationSize = 1)
    private @Nullable Long number;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "site_id")
    private PrintSite site;

    @Enumerated(EnumType.STRING)
    private Family family;

    /** ISO 3166 alpha-2, a space between. */
    private String countries;

    private @Nullable String code;

    @Column(name = "claimed_by")
    private long claimedBy;

    @Column(name = "claimed_at")
    private Instant claimedAt;

    @Column(name = "claimed_until")
    private Instant claimedUntil;

    @Column(name = "first_until")
    private Instant firstUntil;

    /** How many letters entered it. */
    private int claimed;

    /** Grows when what was built is true no more; the set is there once the built one is the same. */
    @Column(name = "build_round")
    private int buildRound = 1;

    @Column(name = "built_round")
    private int builtRound;

    @Column(name = "build_done")
    private int buildDone;

    @Column(name = "build_tries")
    private int buildTries;

    @Column(name = "build_fault")
    private @Nullable String buildFault;

    /** What its site had when its files were built, see {@link Supply}. */
    @Column(name = "built_with")
    private @Nullable String builtWith;

    @Column(name = "files_taken_at")
    private @Nullable Instant filesTakenAt;

    @Column(name = "closed_at")
    private @Nullable Instant closedAt;

    @Column(name = "tidied_at")
    private @Nullable Instant tidiedAt;

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
    Batch(PrintSite site, Family family, long staff, UUID batchKey, Instant now, Instant until) {
        this.site = site;
        this.code = PieceCode.random().symbols();
        this.family = family;
        this.countries = "";
        this.claimedBy = staff;
        this.claimedAt = now;
        this.claimedUntil = until;
        this.firstUntil = until;
        this.batchKey = batchKey;
        this.pdfUntil = now.plus(Retention.BATCH_FILE_AT_MOST.kept());
    }

    void add(BatchLine line) {
        lines.add(line);
        claimed++;
    }

    /** @param iso2 ISO 3166 alpha-2, each once */
    void goesTo(Collection<String> iso2) {
        this.countries = String.join(" ", new TreeSet<>(iso2));
    }

    // --- its set of files ---------------------------------------------------------------------------------------

    /** What was built is true no more, or a person wants it tried again. Nothing, once the files were taken. */
    void buildAgain() {
        if (filesTakenAt == null && closedAt == null) {
            this.buildRound++;
            this.buildDone = 0;
            this.buildTries = 0;
            this.buildFault = null;
        }
    }

    /** Its files hold exactly the letters that are in it. */
    void built() {
        this.builtRound = buildRound;
        this.builtWith = Supply.of(site);
        this.buildDone = 0;
        this.buildTries = 0;
        this.buildFault = null;
    }

    /** @return what its site has otherwise since its files were built; nothing once papers may exist: they stay as they are */
    public Set<Supply> changedSinceBuilt() {
        return builtWith == null || !isBuilt() || filesTakenAt != null || closedAt != null
                ? Set.of()
                : Supply.changed(builtWith, site);
    }

    /** After the last try it stays so until somebody asks again. */
    void buildFailed(String what) {
        if (++buildTries >= BUILD_TRIES) {
            this.buildFault = what;
        }
    }

    /** @return whether its files are there, and of exactly the letters that are in it */
    public boolean isBuilt() {
        return filesTakenAt != null
                || (builtRound == buildRound && lines.stream().noneMatch(BatchLine::hasLeftItsPlace));
    }

    /** @return whether somebody waits for its files */
    public boolean isBeingBuilt() {
        return closedAt == null && !isBuilt() && lines.stream().anyMatch(BatchLine::isOpen);
    }

    /** @return whether a set begun in this round is still the one that is wanted */
    public boolean awaits(int round) {
        return buildRound == round && isBeingBuilt();
    }

    public int buildRound() {
        return buildRound;
    }

    /** @return how many letters of the set are done, while it is being built */
    public int buildDone() {
        return buildDone;
    }

    /** @return what went wrong each time, in a word for the log; null while it is tried */
    public @Nullable String buildFault() {
        return buildFault;
    }

    void keep(byte[] sealedPdf, String hash, long bytes) {
        this.pdf = sealedPdf;
        this.pdfBytes = bytes;
        this.pdfHash = hash;
    }

    /** The volunteer takes the files: from now on papers may exist. */
    public void takeFiles(long staff, Instant now) {
        mustBeOf(staff);
        if (!isBuilt()) {
            throw new NotNow(NotNow.Why.STATE, "Its files are not built yet");
        }
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

    /** The volunteer's word: the files are deleted, the lists shredded. */
    public void tidy(long staff, Instant now) {
        mustBeOf(staff);
        if (closedAt == null) {
            throw new NotNow(NotNow.Why.STATE, "Letters are still in this batch");
        }
        if (tidiedAt == null) {
            this.tidiedAt = Hour.of(now);
        }
    }

    /** A letter is back in it: nothing of it is over. */
    void reopen() {
        if (closedAt != null) {
            this.closedAt = null;
            this.tidiedAt = null;
            this.pdfUntil = pdf == null ? null : claimedAt.plus(Retention.BATCH_FILE_AT_MOST.kept());
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

    /** @return symbols of its own {@link PieceCode}, on its cover; null if it is older than such codes */
    public @Nullable String code() {
        return code;
    }

    public PrintSite site() {
        return site;
    }

    /** @return the kind of envelope that all its letters go in */
    public Family family() {
        return family;
    }

    /** @return where its letters go: ISO 3166 alpha-2 */
    public List<String> countries() {
        return countries.isEmpty() ? List.of() : List.of(countries.split(" "));
    }

    /** @return how many letters entered it; those that left before its files were built are among them */
    public int claimed() {
        return claimed;
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

    /** @return until when it was claimed at first, as its cover says */
    public Instant firstUntil() {
        return firstUntil;
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

    /** @return when its volunteer said that the files are deleted and the lists shredded, to the hour */
    public @Nullable Instant tidiedAt() {
        return tidiedAt;
    }

    /** @return SHA-256 of the PDF in hex */
    public @Nullable String pdfHash() {
        return pdfHash;
    }

    /** @return the PDF's size in bytes, 0 once it is deleted */
    public long pdfBytes() {
        return pdfBytes == null ? 0 : pdfBytes;
    }

    /** @return its letters in stack order; before its files are built, those that wait for a number */
    public List<BatchLine> lines() {
        return lines.stream()
                .filter(line -> line.stackNo() > 0 || line.isOpen())
                .sorted(Comparator.comparingInt(BatchLine::stackNo))
                .toList();
    }

    /** @return those and whoever left before the files were built */
    List<BatchLine> all() {
        return List.copyOf(lines);
    }

    /** @return letters that left it before its files were built, so that no paper of them is in them */
    public List<BatchLine> leftOut() {
        return lines.stream()
                .filter(line -> line.stackNo() == 0 && !line.isOpen())
                .toList();
    }

    UUID batchKey() {
        return batchKey;
    }

    byte @Nullable [] sealedPdf() {
        return pdf;
    }
}
