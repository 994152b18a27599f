package org.postern.letter;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import org.postern.notice.Notice;
import org.postern.notice.NoticeKind;
import org.postern.notice.Outbox;

/** Those who wrote, as far as they can be told. Whoever left no address, or is forgotten, reads it on the letter's page. */
@Dependent
public class Writers {
    private final Outbox outbox;

    @Inject
    public Writers(Outbox outbox) {
        this.outbox = outbox;
    }

    /** In the transaction of the fact. */
    public void tell(Letter letter, NoticeKind kind, Instant now) {
        tell(letter, kind, now, now);
    }

    /** @param from no mail goes before then, so that until then {@link #unsay} can still stop it */
    public void tell(Letter letter, NoticeKind kind, Instant from, Instant now) {
        letter.submission()
                .ifPresent(submission -> submission
                        .contact()
                        .filter(contact -> !contact.isForgotten())
                        .ifPresent(contact -> {
                            Notice notice = outbox.tell(kind, contact.id(), letter.id(), submission.language(), now);
                            if (from.isAfter(now)) {
                                notice.waitUntil(from);
                            }
                        }));
    }

    /**
     * A decision that it was told of, or would have been, is taken back. Where a mail may have said it, another one says
     * that the letter is with the readers.
     */
    public void takeBack(Letter letter, NoticeKind kind, Instant now) {
        if (!outbox.takeBack(kind, letter.id())) {
            tell(letter, NoticeKind.RECEIVED, now);
        }
    }

    /**
     * What was true is not any more, and no mail has said it yet: none will.
     *
     * @return false where a mail has gone, or is going at this moment
     */
    public boolean unsay(Letter letter, NoticeKind kind) {
        outbox.takeBack(kind, letter.id());
        return !outbox.holds(kind, letter.id());
    }
}
