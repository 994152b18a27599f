package org.postern.letter;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postern.letter.LetterState.Reason;
import org.postern.site.Stamp;

/**
 * One letter in a batch; once the batch's files are built, its place in the stack with what was frozen for it: the
 * manuscript with its address, and hashes.
 */
@Entity
@Table(name = "batch_line")
public class BatchLine {
    @Id
    private UUID id;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "batch_number")
    private Batch batch;

    @Column(name = "stack_no")
    private @Nullable Integer stackNo;

    @Column(name = "letter_id")
    private UUID letterId;

    /** Unique over all batches: while it is set, no other batch can hold the letter. */
    @Column(name = "live_letter_id")
    private @Nullable UUID liveLetterId;

    private long fence;

    @Column(name = "piece_code")
    private String pieceCode;

    private byte @Nullable [] manuscript;

    @Column(name = "content_hash")
    private String contentHash;

    @Column(name = "pdf_hash")
    private @Nullable String pdfHash;

    private @Nullable Integer pages;
    private @Nullable Integer sheets;

    @Column(name = "first_page")
    private @Nullable Integer firstPage;

    /** Its paper is to be taken out of the stack, and why; also once its writer withdrew it. */
    @Enumerated(EnumType.STRING)
    private @Nullable Reason pull;

    @Enumerated(EnumType.STRING)
    private @Nullable Again again;

    @Column(name = "spoiled_sheets")
    private int spoiledSheets;

    @Column(name = "posting_id")
    private @Nullable UUID posting;

    private @Nullable String tracking;

    private @Nullable Double grams;
    private @Nullable String country;
    private @Nullable Long paid;

    @Column(name = "paid_in")
    private @Nullable String paidIn;

    @Column(name = "undo_until")
    private @Nullable Instant undoUntil;

    /** Which paper of the letter this batch is at: 2 once the first was destroyed. */
    @Column(name = "copy_no")
    private int copy = 1;

    @Enumerated(EnumType.STRING)
    @Column(name = "left_as")
    private @Nullable LetterState leftAs;

    @Column(name = "left_why")
    private @Nullable String leftWhy;

    @Version
    private int version;

    @SuppressWarnings("NullAway.Init")
    protected BatchLine() {}

    BatchLine(Batch batch, Letter letter, long fence, String pieceCode) {
        this.id = UUID.randomUUID();
        this.batch = batch;
        this.letterId = letter.id();
        this.liveLetterId = letter.id();
        this.fence = fence;
        this.pieceCode = pieceCode;
        this.contentHash = Objects.requireNonNull(letter.contentHash());
    }

    /** Its place in the stack, and what is printed there. */
    void stand(int no, byte[] sealedManuscript, String hashOfPdf, int longIs, int first) {
        this.stackNo = no;
        this.manuscript = sealedManuscript;
        this.pdfHash = hashOfPdf;
        this.pages = longIs;
        this.sheets = (longIs + 1) / 2;
        this.firstPage = first;
    }

    /** With its envelope and all that is in it, on its way to a country. */
    void weighs(double inAll, String to) {
        this.grams = inAll;
        this.country = to;
    }

    /** The stack is numbered anew. */
    void giveUpItsPlace() {
        this.stackNo = null;
        this.firstPage = null;
    }

    /** @param why a reason or what troubled it, in a word; null for none */
    void leave(LetterState as, @Nullable String why) {
        leave(as);
        this.leftWhy = why;
    }

    /** Why it is printed once more. */
    public enum Again {
        JAM,
        SPOILED
    }

    void leave(LetterState as) {
        this.liveLetterId = null;
        this.leftAs = as;
        this.pull = null;
        this.again = null;
    }

    /** Its paper must not go into the post: somebody has to take it out of the stack. */
    void pull(Reason why) {
        this.pull = why;
    }

    /** Somebody took its paper out. */
    void removed() {
        this.pull = null;
    }

    /** What came out of it is destroyed: it is printed once more. */
    void printAgain(Again why, int spoiled) {
        this.again = why;
        this.copy++;
        this.spoiledSheets += spoiled;
    }

    void printed() {
        this.again = null;
    }

    /** @param share of what was paid for all; null where nobody said */
    void wentWith(
            Posting how, @Nullable String trackedAs, @Nullable Long share, @Nullable String currency, Instant undo) {
        this.posting = how.id();
        this.tracking = trackedAs;
        this.paid = share;
        this.paidIn = share == null ? null : currency;
        this.undoUntil = undo;
    }

    /** It was not posted after all: its batch holds it again. */
    void comeBack() {
        this.liveLetterId = letterId;
        this.leftAs = null;
        forgetPosting();
        this.paid = null;
        this.paidIn = null;
        this.undoUntil = null;
    }

    void forgetPosting() {
        this.posting = null;
        this.tracking = null;
    }

    void forgetUndo() {
        this.undoUntil = null;
    }

    public UUID id() {
        return id;
    }

    public Batch batch() {
        return batch;
    }

    /** @return from 1; 0 while the files of its batch are not built, and if it left before that */
    public int stackNo() {
        return stackNo == null ? 0 : stackNo;
    }

    /** @return whether it is in the files although it left the batch */
    boolean hasLeftItsPlace() {
        return stackNo != null && liveLetterId == null;
    }

    public UUID letterId() {
        return letterId;
    }

    /** @return whether the letter is still in the batch, not yet posted and not given back */
    public boolean isOpen() {
        return liveLetterId != null;
    }

    public long fence() {
        return fence;
    }

    /** @return 12 characters without hyphens; see {@code PieceCode} */
    public String pieceCode() {
        return pieceCode;
    }

    public String contentHash() {
        return contentHash;
    }

    /** @return SHA-256 of the letter's own PDF in hex; empty before it is built */
    public String pdfHash() {
        return pdfHash == null ? "" : pdfHash;
    }

    /** @return 0 before it is built */
    public int pages() {
        return pages == null ? 0 : pages;
    }

    /** @return of paper, printed on both sides; 0 before it is built */
    public int sheets() {
        return sheets == null ? 0 : sheets;
    }

    /** @return 1, and one more for each paper that was destroyed */
    public int copy() {
        return copy;
    }

    /** @return of paper, those that were spoiled with it */
    public int sheetsUsed() {
        return sheets() + spoiledSheets;
    }

    public int spoiledSheets() {
        return spoiledSheets;
    }

    /** @return why its paper is to be taken out; null: it may go */
    public @Nullable Reason pull() {
        return pull;
    }

    /** @return why it is to be printed once more; null once it is, or never was */
    public @Nullable Again again() {
        return again;
    }

    @Nullable
    UUID posting() {
        return posting;
    }

    /** @return the number the post gave it; null for none, or once it is erased */
    public @Nullable String tracking() {
        return tracking;
    }

    /** @return what it weighs, envelope and all, rounded up; 0 before it is built */
    public long grams() {
        return grams == null ? 0 : (long) Math.ceil(grams);
    }

    /** @return what goes on it, by the prices of the day its batch was claimed; empty where nobody typed one */
    public Optional<Stamp> stamp() {
        Double inAll = grams;
        if (inAll == null || country == null) {
            return Optional.empty();
        }
        double weight = inAll;
        LocalDate day = LocalDate.ofInstant(batch.claimedAt(), batch.site().zone());
        return batch.site().postageTo(country, day).flatMap(table -> table.stampFor(weight));
    }

    /** @return what was paid for it, in the currency's smallest unit; null where nobody said */
    public @Nullable Long paid() {
        return paid;
    }

    /** @return ISO 4217 */
    public @Nullable String paidIn() {
        return paidIn;
    }

    /** @return whether its posting may still be undone, so far as the batch knows */
    public boolean mayUndo(Instant now) {
        return leftAs == LetterState.POSTED && undoUntil != null && undoUntil.isAfter(now);
    }

    /** @return until when its posting may be undone; null once that is over */
    public @Nullable Instant undoUntil() {
        return undoUntil;
    }

    /** @return where it begins in the batch's PDF, counted from 1; odd, so a front side; 0 before it is built */
    public int firstPage() {
        return firstPage == null ? 0 : firstPage;
    }

    /** @return as what it left the batch; null while it is in it */
    public @Nullable LetterState leftAs() {
        return leftAs;
    }

    /** @return why it left before it was printed: a reason or a trouble in a word; null for none */
    public @Nullable String leftWhy() {
        return leftWhy;
    }

    byte @Nullable [] sealedManuscript() {
        return manuscript;
    }
}
