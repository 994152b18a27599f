package org.postern.curate;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.postern.letter.BatchLines;
import org.postern.letter.Batches;
import org.postern.letter.Contacts;
import org.postern.letter.LetterEvents;
import org.postern.letter.LetterPrints;
import org.postern.letter.Letters;
import org.postern.letter.MailCounts;
import org.postern.letter.Postings;
import org.postern.letter.Retention;
import org.postern.letter.ReturnPhotos;
import org.postern.notice.Outbox;
import org.postern.reply.Replies;
import org.postern.web.OneByOne;

/** Erases what is past its date, by {@code Retention}: a key is destroyed. Doing it twice changes nothing. */
@Dependent
public class Eraser {
    private static final int AT_ONCE = 500;

    private final Letters letters;
    private final Contacts contacts;
    private final Batches batches;
    private final BatchLines batchLines;
    private final LetterEvents letterEvents;
    private final Postings postings;
    private final ReturnPhotos returnPhotos;
    private final Replies replies;
    private final LetterPrints letterPrints;
    private final Outbox outbox;
    private final MailCounts mailCounts;
    private final OneByOne oneByOne;
    private final Clock clock;

    @Inject
    public Eraser(
            Letters letters,
            Contacts contacts,
            Batches batches,
            BatchLines batchLines,
            LetterEvents letterEvents,
            Postings postings,
            ReturnPhotos returnPhotos,
            Replies replies,
            LetterPrints letterPrints,
            Outbox outbox,
            MailCounts mailCounts,
            OneByOne oneByOne,
            Clock clock) {
        this.letters = letters;
        this.contacts = contacts;
        this.batches = batches;
        this.batchLines = batchLines;
        this.letterEvents = letterEvents;
        this.postings = postings;
        this.returnPhotos = returnPhotos;
        this.replies = replies;
        this.letterPrints = letterPrints;
        this.outbox = outbox;
        this.mailCounts = mailCounts;
        this.oneByOne = oneByOne;
        this.clock = clock;
    }

    /** @return how many things were erased */
    public int eraseWhatIsDue() {
        Instant now = clock.instant();
        Instant told = now.minus(Retention.SENT_NOTICE.kept());
        LocalDate counted = LocalDate.ofInstant(now.minus(Retention.MAIL_COUNT.kept()), ZoneOffset.UTC);
        return oneByOne.each("words of", () -> letters.textDue(now, AT_ONCE), letters::eraseText)
                + oneByOne.each("thread of", () -> letters.threadDue(now, AT_ONCE), letters::eraseThread)
                + oneByOne.each("address", () -> contacts.due(now, AT_ONCE), id -> contacts.erase(id, now))
                + oneByOne.each("file of batch", () -> batches.fileDue(now, AT_ONCE), batches::eraseFile)
                + oneByOne.each("minute of", () -> batchLines.undoOver(now, AT_ONCE), batchLines::forgetUndo)
                + oneByOne.each("seconds until", () -> letterEvents.undoOver(now), letterEvents::forgetUndo)
                + oneByOne.each("receipt", () -> postings.due(now, AT_ONCE), postings::erase)
                + oneByOne.each("photo", () -> returnPhotos.due(now, AT_ONCE), returnPhotos::erase)
                + oneByOne.each("print of words of", () -> letterPrints.due(now, AT_ONCE), letterPrints::forget)
                + oneByOne.each("answer", () -> replies.due(now, AT_ONCE), replies::erase)
                + oneByOne.each("notice", () -> outbox.endedBefore(told, AT_ONCE), outbox::delete)
                + oneByOne.each("count of mails", () -> mailCounts.before(counted, AT_ONCE), mailCounts::delete)
                + oneByOne.each("forgotten contact", () -> contacts.leftOver(AT_ONCE), contacts::deleteLeftOver);
    }
}
