package org.postern.compose;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.postern.letter.AccessTokens;
import org.postern.letter.Contact;
import org.postern.letter.Contacts;
import org.postern.letter.Keeping;
import org.postern.letter.Letter;
import org.postern.letter.LetterState;
import org.postern.letter.Submission;
import org.postern.notice.MailAddress;
import org.postern.notice.NoticeKind;
import org.postern.notice.Outbox;
import org.postern.vault.ShortCode;
import org.postern.vault.Token;
import org.postern.web.Settings;

/** A draft goes on its way: to the readers, or to its writer's mailbox for the one button that confirms. */
@ApplicationScoped
class SendLetter {
    @Inject
    private Contacts contacts;

    @Inject
    private AccessTokens tokens;

    @Inject
    private Outbox outbox;

    @Inject
    private Settings settings;

    @Inject
    private Clock clock;

    @SuppressWarnings("NullAway.Init")
    SendLetter() {}

    /** What the writer takes along when no address was given: shown once. */
    record Receipt(ShortCode code, Token status) {}

    /** @return the receipt; empty when a mail with a link is on its way */
    Optional<Receipt> send(Letter letter, Typed typed) {
        Instant now = clock.instant();
        Submission submission = letter.submission().orElseThrow();
        Optional<MailAddress> address = MailAddress.parse(typed.email());
        if (address.isPresent()) {
            Contact contact = contacts.of(address.get().text(), submission.language(), typed.keeping());
            submission.comesFrom(contact);
            letter.awaitConfirmation(now);
            outbox.tell(NoticeKind.CONFIRM, contact.id(), letter.id(), submission.language(), now);
            return Optional.empty();
        }
        submission.confirm(now);
        letter.arrive(today(now), true, now);
        return Optional.of(receipt(letter));
    }

    /** @return new secrets to a letter, for whoever holds the form it was sent with */
    Receipt receipt(Letter letter) {
        return new Receipt(tokens.mintCode(letter), tokens.mintStatus(letter));
    }

    /**
     * The button was pressed.
     *
     * @return the secret of the writer's page; empty for a link that is not ours. Pressed again, nothing changes
     */
    Optional<Token> confirm(String token) {
        Instant now = clock.instant();
        boolean first = tokens.spendConfirmation(token);
        return tokens.confirmation(token).map(letter -> {
            if (first) {
                letter.submission().ifPresent(submission -> arrive(submission, now));
            }
            return tokens.mintStatus(letter);
        });
    }

    private void arrive(Submission submission, Instant now) {
        submission.confirm(now);
        for (Letter letter : submission.letters()) {
            if (letter.state() == LetterState.UNCONFIRMED) {
                letter.arrive(today(now), false, now);
            }
        }
        submission.contact().ifPresent(contact -> {
            if (contact.keeping() == Keeping.TO_CONFIRM) {
                contact.keepUntil(now);
            } else {
                outbox.tell(
                        NoticeKind.RECEIVED,
                        contact.id(),
                        submission.letters().get(0).id(),
                        submission.language(),
                        now);
            }
        });
    }

    private LocalDate today(Instant now) {
        return LocalDate.ofInstant(now, settings.zone());
    }
}
