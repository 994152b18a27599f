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
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One letter's place in a batch, with what was frozen when it entered: the manuscript with its address, and hashes. */
@Entity
@Table(name = "batch_line")
public class BatchLine {
    @Id
    private UUID id;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "batch_number")
    private Batch batch;

    @Column(name = "stack_no")
    private int stackNo;

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
    private String pdfHash;

    private int pages;
    private int sheets;

    @Column(name = "first_page")
    private int firstPage;

    /** Which paper of the letter this batch is at: 2 once the first was destroyed. */
    @Column(name = "copy_no")
    private int copy = 1;

    @Enumerated(EnumType.STRING)
    @Column(name = "left_as")
    private @Nullable LetterState leftAs;

    @Version
    private int version;

    @SuppressWarnings("NullAway.Init")
    protected BatchLine() {}

    BatchLine(
            Batch batch,
            int stackNo,
            Letter letter,
            long fence,
            String pieceCode,
            byte[] sealedManuscript,
            String pdfHash,
            int pages,
            int firstPage) {
        this.id = UUID.randomUUID();
        this.batch = batch;
        this.stackNo = stackNo;
        this.letterId = letter.id();
        this.liveLetterId = letter.id();
        this.fence = fence;
        this.pieceCode = pieceCode;
        this.manuscript = sealedManuscript;
        this.contentHash = java.util.Objects.requireNonNull(letter.contentHash());
        this.pdfHash = pdfHash;
        this.pages = pages;
        this.sheets = (pages + 1) / 2;
        this.firstPage = firstPage;
    }

    void leave(LetterState as) {
        this.liveLetterId = null;
        this.leftAs = as;
    }

    void spoil() {
        copy++;
    }

    public Batch batch() {
        return batch;
    }

    public int stackNo() {
        return stackNo;
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

    /** @return SHA-256 of the letter's own PDF in hex */
    public String pdfHash() {
        return pdfHash;
    }

    public int pages() {
        return pages;
    }

    /** @return of paper, printed on both sides */
    public int sheets() {
        return sheets;
    }

    /** @return 1, and one more for each paper that was destroyed */
    public int copy() {
        return copy;
    }

    /** @return of paper, those that were destroyed with it */
    public int sheetsUsed() {
        return sheets * copy;
    }

    /** @return where it begins in the batch's PDF, counted from 1; odd, so a front side */
    public int firstPage() {
        return firstPage;
    }

    /** @return as what it left the batch; null while it is in it */
    public @Nullable LetterState leftAs() {
        return leftAs;
    }

    byte @Nullable [] sealedManuscript() {
        return manuscript;
    }
}
