package org.postern.letter;

import java.time.Duration;
import java.util.Objects;

/** The one table of what is kept and until when; the erasing job reads it and {@code /privacy} prints it. */
public enum Retention {
    DRAFT_WORDS(Objects.requireNonNull(LetterState.DRAFT.onTimeout()).after()),
    UNCONFIRMED_WORDS(
            Objects.requireNonNull(LetterState.UNCONFIRMED.onTimeout()).after()),
    REFUSED_WORDS(Objects.requireNonNull(LetterState.REFUSED.keepsText())),
    POSTED_WORDS(Objects.requireNonNull(LetterState.POSTED.keepsText())),
    BANKED_WORDS(Objects.requireNonNull(LetterState.BANKED.keepsText())),
    ADDRESS_FOR_A_REPLY(Objects.requireNonNull(Keeping.FOR_A_REPLY.afterPosting())),
    THREAD(Duration.ofDays(365)),
    /** A row that says when which mail went to whom; one that waits, or that nobody took, stays. */
    SENT_NOTICE(Duration.ofDays(7)),
    /** A count of mails to one address, which says neither which address nor which letter. */
    MAIL_COUNT(Duration.ofDays(2)),
    /** A keyed print by which the same words in letters to other people are found; it goes with the words if they go before. */
    WORD_PRINT(Duration.ofDays(30)),
    BATCH_FILE(Duration.ofDays(3)),
    BATCH_FILE_AT_MOST(Duration.ofDays(21)),
    /** A photo of what the post brought back. */
    RETURN_PHOTO(Duration.ofDays(90)),
    /** A photo of what the post gave for letters, with their tracking numbers. */
    RECEIPT_PHOTO(Duration.ofDays(90)),
    /** A scan that nobody has sent on to its writer. */
    SCAN(Duration.ofDays(7)),
    /** An answer that its writer was told of and has not opened. */
    REPLY_UNOPENED(Duration.ofDays(365)),
    /** From the first time its writer opened it. */
    REPLY_OPENED(Duration.ofDays(30)),
    /** A wrapping key lives a week; what was erased is beyond reach in every copy after the next one. */
    WRAPPING_KEY(Duration.ofDays(7));

    private final Duration kept;

    Retention(Duration kept) {
        this.kept = kept;
    }

    public Duration kept() {
        return kept;
    }
}
