package org.postern.curate;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import org.postern.letter.Batches;
import org.postern.letter.Contacts;
import org.postern.letter.Letters;
import org.postern.web.OneByOne;

/** Erases what is past its date, by {@code Retention}: a key is destroyed. Doing it twice changes nothing. */
@Dependent
public class Eraser {
    private static final int AT_ONCE = 500;

    private final Letters letters;
    private final Contacts contacts;
    private final Batches batches;
    private final OneByOne oneByOne;
    private final Clock clock;

    @Inject
    public Eraser(Letters letters, Contacts contacts, Batches batches, OneByOne oneByOne, Clock clock) {
        this.letters = letters;
        this.contacts = contacts;
        this.batches = batches;
        this.oneByOne = oneByOne;
        this.clock = clock;
    }

    /** @return how many things were erased */
    public int eraseWhatIsDue() {
        Instant now = clock.instant();
        return oneByOne.each("words of", () -> letters.textDue(now, AT_ONCE), letters::eraseText)
                + oneByOne.each("thread of", () -> letters.threadDue(now, AT_ONCE), letters::eraseThread)
                + oneByOne.each("address", () -> contacts.due(now, AT_ONCE), id -> contacts.erase(id, now))
                + oneByOne.each("file of batch", () -> batches.fileDue(now, AT_ONCE), batches::eraseFile);
    }
}
