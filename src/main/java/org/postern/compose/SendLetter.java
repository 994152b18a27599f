package org.postern.compose;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.postern.letter.AccessTokens;
import org.postern.letter.Contact;
import org.postern.letter.Contacts;
import org.postern.letter.Keeping;
import org.postern.letter.Letter;
import org.postern.letter.LetterState;
import org.postern.letter.Letters;
import org.postern.letter.MailCounts;
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
    private Letters letters;
    private Contacts contacts;
    private MailCounts mailCounts;
    private AccessTokens tokens;
    private Outbox outbox;
    private Settings settings;
    private Clock clock;

    @SuppressWarnings("NullAway.Init")
    protected SendLetter() {}

    @Inject
    SendLetter(
            Letters letters,
            Contacts contacts,
            MailCounts mailCounts,
            AccessTokens tokens,
            Outbox outbox,
            Settings settings,
            Clock clock) {
        this.letters = letters;
        this.contacts = contacts;
        this.mailCounts = mailCounts;
        this.tokens = tokens;
        this.outbox = outbox;
        this.settings = settings;
        this.clock = clock;
    }

    /** What the writer takes along when no address was given: shown once. */
    record Receipt(ShortCode code, Token status) {}

    /** @return the receipt; empty when the writer is to look into a mailbox, and it is not said whether a mail went there */
    Optional<Receipt> send(Letter letter, Typed typed) {
        Instant now = clock.instant();
        letters.forgetTypedAddress(letter);
        asWished(letter, typed);
        Optional<MailAddress> address = MailAddress.parse(typed.email());
        if (address.isEmpty()) {
            return Optional.of(arriveWithoutAddress(letter, now));
        }
        letter.awaitConfirmation(now);
        askToConfirm(letter, address.get(), typed.keeping(), now);
        return Optional.empty();
    }

    /** The day it waits for; what an answer is recognised by weeks later, when the words are erased, and what opens it. */
    private void asWished(Letter letter, Typed typed) {
        letter.waitFor(MailDate.of(typed.notBefore()).orElse(null));
        letters.awaitAnswer(letter, typed.reply() ? typed.signedAs() : null, typed.word());
    }

    /** @return whether a letter that waits for its confirmation was sent with this address, these ticks and this day */
    boolean isSentSo(Letter letter, Typed typed) {
        Optional<Contact> contact = letter.submission().flatMap(Submission::contact);
        return sameAddress(contact, typed)
                && typed.word().isEmpty()
                && MailDate.of(typed.notBefore()).equals(Optional.ofNullable(letter.notBefore()))
                && contact.map(Contact::keeping)
                        .filter(wish -> wish != typed.keeping())
                        .isEmpty();
    }

    /** @return the form of a letter that waits for its confirmation, with the address and the ticks it was sent with */
    Typed asSent(Letter letter, Typed words) {
        return letter.submission()
                .flatMap(Submission::contact)
                .map(contact -> words.with(contacts.emailOf(contact).orElse(""), contact.keeping()))
                .orElse(words);
    }

    /** The same words again before anybody confirmed them, but to another address, to none, or with other ticks. */
    Optional<Receipt> sendInstead(Letter letter, Typed typed) {
        Instant now = clock.instant();
        Submission submission = letter.submission().orElseThrow();
        asWished(letter, typed);
        if (sameAddress(submission.contact(), typed)) {
            submission.contact().ifPresent(contact -> contact.keepInstead(typed.keeping()));
            return Optional.empty();
        }
        contacts.letGo(submission);
        tokens.dropConfirmations(letter);
        Optional<MailAddress> address = MailAddress.parse(typed.email());
        address.ifPresent(to -> askToConfirm(letter, to, typed.keeping(), now));
        return address.isPresent() ? Optional.empty() : Optional.of(arriveWithoutAddress(letter, now));
    }

    private boolean sameAddress(Optional<Contact> contact, Typed typed) {
        Optional<String> typedNow = MailAddress.parse(typed.email()).map(MailAddress::text);
        return contact.flatMap(contacts::emailOf)
                .map(sent -> typedNow.filter(sent::equalsIgnoreCase).isPresent())
                .orElse(typedNow.isEmpty());
    }

    /** Over the limit of a day all looks the same, and no mail goes: nobody floods a mailbox, or learns that others write. */
    private void askToConfirm(Letter letter, MailAddress to, Keeping keeping, Instant now) {
        Submission submission = letter.submission().orElseThrow();
        Contact contact = contacts.of(to.text(), submission.language(), keeping);
        submission.comesFrom(contact);
        if (mailCounts.take(to.text(), today(now), settings.unconfirmedMailsADay())) {
            outbox.tell(NoticeKind.CONFIRM, contact.id(), letter.id(), submission.language(), now);
        }
    }

    private Receipt arriveWithoutAddress(Letter letter, Instant now) {
        letter.submission().orElseThrow().confirm(now);
        letters.arrive(letter, today(now), true, now);
        return receipt(letter);
    }

    /** @return new secrets to a letter, for whoever holds the form it was sent with */
    Receipt receipt(Letter letter) {
        return new Receipt(tokens.mintCode(letter), tokens.mintStatus(letter));
    }

    /**
     * The button was pressed. Pressed again, nothing changes.
     *
     * @param letter locked, and not ended
     * @return the secret of the writer's page
     */
    Token confirm(Letter letter, String token) {
        if (letter.state() == LetterState.UNCONFIRMED && tokens.spendConfirmation(token)) {
            letter.submission().ifPresent(submission -> arrive(submission, letter.id(), clock.instant()));
        }
        return tokens.mintStatus(letter);
    }

    private void arrive(Submission submission, UUID about, Instant now) {
        submission.letters().stream()
                .flatMap(letter -> letters.lock(letter.id()).stream())
                .filter(letter -> letter.state() == LetterState.UNCONFIRMED)
                .forEach(letter -> letters.arrive(letter, today(now), false, now));
        // As this submission's writer ticked it, before it joins what else the same person sent.
        boolean onlyToConfirm = submission
                .contact()
                .filter(own -> own.keeping() == Keeping.TO_CONFIRM)
                .isPresent();
        contacts.confirm(submission, now);
        submission.contact().ifPresent(contact -> {
            contacts.emailOf(contact).ifPresent(email -> mailCounts.giveBack(email, today(now)));
            if (onlyToConfirm) {
                contacts.settle(contact.id(), now);
            } else {
                outbox.tell(NoticeKind.RECEIVED, contact.id(), about, submission.language(), now);
            }
        });
    }

    private LocalDate today(Instant now) {
        return LocalDate.ofInstant(now, settings.zone());
    }
}
