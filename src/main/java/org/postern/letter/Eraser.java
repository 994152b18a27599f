package org.postern.letter;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Erases what is past its date, by {@link Retention}: a key is destroyed, one item a transaction, so that one fault
 * keeps back nothing else. Doing it twice changes nothing.
 */
@ApplicationScoped
public class Eraser {
    private static final Logger LOG = Logger.getLogger(Eraser.class.getName());
    private static final int AT_ONCE = 500;

    private Letters letters;
    private Contacts contacts;
    private Batches batches;
    private Clock clock;
    private Eraser one;

    @SuppressWarnings("NullAway.Init")
    protected Eraser() {}

    /** @param one this bean as others see it, whose calls have a transaction each */
    @Inject
    public Eraser(Letters letters, Contacts contacts, Batches batches, Clock clock, Eraser one) {
        this.letters = letters;
        this.contacts = contacts;
        this.batches = batches;
        this.clock = clock;
        this.one = one;
    }

    /** For tests. */
    Eraser(Letters letters, Contacts contacts, Batches batches, Clock clock) {
        this.letters = letters;
        this.contacts = contacts;
        this.batches = batches;
        this.clock = clock;
        this.one = this;
    }

    /** @return how many things were erased */
    @Transactional(TxType.NOT_SUPPORTED)
    public int eraseWhatIsDue() {
        Instant now = clock.instant();
        return each(one.textsDue(now), one::eraseText)
                + each(one.threadsDue(now), one::eraseThread)
                + each(one.contactsDue(now), one::eraseContact)
                + each(one.filesDue(now), one::eraseFile);
    }

    @Transactional
    protected List<UUID> textsDue(Instant now) {
        return letters.textDue(now, AT_ONCE);
    }

    @Transactional
    protected List<UUID> threadsDue(Instant now) {
        return letters.threadDue(now, AT_ONCE);
    }

    @Transactional
    protected List<UUID> contactsDue(Instant now) {
        return contacts.due(now, AT_ONCE);
    }

    @Transactional
    protected List<Long> filesDue(Instant now) {
        return batches.fileDue(now, AT_ONCE);
    }

    @Transactional(TxType.REQUIRES_NEW)
    protected void eraseText(UUID id) {
        letters.eraseText(id);
    }

    @Transactional(TxType.REQUIRES_NEW)
    protected void eraseThread(UUID id) {
        letters.eraseThread(id);
    }

    @Transactional(TxType.REQUIRES_NEW)
    protected void eraseContact(UUID id) {
        contacts.erase(id, clock.instant());
    }

    @Transactional(TxType.REQUIRES_NEW)
    protected void eraseFile(long number) {
        batches.eraseFile(number);
    }

    private static <T> int each(List<T> due, Consumer<T> erase) {
        int done = 0;
        for (T id : due) {
            try {
                erase.accept(id);
                done++;
            } catch (RuntimeException e) {
                LOG.log(Level.SEVERE, "Not erased: " + id, e);
            }
        }
        return done;
    }
}
