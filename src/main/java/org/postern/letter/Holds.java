package org.postern.letter;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import org.postern.directory.Recipient;
import org.postern.letter.Letter.Approval;
import org.postern.letter.LetterState.Reason;
import org.postern.notice.NoticeKind;

/**
 * Letters that were approved and must not be printed now. Each is held for a reason and let go by the rules as they are
 * then; its writer is told once a hold, and not at all of one that ends before a mail went out.
 */
@Dependent
public class Holds {
    private final Letters letters;
    private final Onward onward;
    private final StillPrintable stillPrintable;
    private final Pages pages;
    private final Writers writers;

    @Inject
    public Holds(Letters letters, Onward onward, StillPrintable stillPrintable, Pages pages, Writers writers) {
        this.letters = letters;
        this.onward = onward;
        this.stillPrintable = stillPrintable;
        this.pages = pages;
        this.writers = writers;
    }

    /** @param letter locked */
    public void hold(Letter letter, Reason why, Actor by, Instant now) {
        letter.hold(why, by, now);
        tell(letter, now);
    }

    /** Tells the writer of a letter that is held from this transaction on; of any other one nothing. */
    public void tell(Letter letter, Instant now) {
        tell(letter, now, now);
    }

    /** The same, later. */
    public void tell(Letter letter, Instant from, Instant now) {
        if (letter.state() == LetterState.HELD) {
            writers.tell(letter, NoticeKind.HELD, from, now);
        }
    }

    /** @return whether no site may post letters to this person today */
    boolean hasNoWay(Recipient to, Instant now) {
        return onward.against(to, now).contains(Reason.NO_ROUTE);
    }

    /** Takes back that its writer is told, while no mail has said it. */
    void hush(Letter letter) {
        writers.unsay(letter, NoticeKind.HELD);
    }

    /**
     * What held it is mended, as far as a person can say; the rest is looked at again.
     *
     * @param letter locked, and held
     * @return READY; IN_REVIEW where its approval fits the rules no longer; HELD where the same or something else stands
     *     against it, or its words cannot be opened
     */
    public LetterState letGo(Letter letter, Recipient to, Actor by, Instant now) {
        Approval today = onward.of(to, letter.printLanguage(), now);
        if (today.reason() != null && today.reason() == letter.reason()) {
            return letter.state();
        }
        var trouble = stillPrintable.troubleOf(letter, to);
        if (trouble.isPresent() && trouble.get() == StillPrintable.Trouble.UNREADABLE) {
            return letter.state();
        }
        if (trouble.isPresent() || !letter.isApproved()) {
            backToReaders(letter, to, by, now);
            return letter.state();
        }
        letter.letGo(by, now);
        writers.unsay(letter, NoticeKind.HELD);
        if (today.reason() != null) {
            hold(letter, today.reason(), by, now);
        }
        return letter.state();
    }

    /**
     * Its approval is void: somebody reads it anew, for the sheet that the place takes today.
     *
     * @param letter locked
     * @throws NotNow if it is not held, or its words cannot be opened
     */
    public void backToReaders(Letter letter, Recipient to, Actor by, Instant now) {
        String hash = letters.wordsToRead(letter)
                .map(words -> words.contentHash(pages.stationery(to)))
                .orElseThrow(() -> new NotNow(NotNow.Why.STATE, "Its words cannot be opened"));
        letter.beReadAgain(hash, by, now);
        writers.unsay(letter, NoticeKind.HELD);
    }
}
