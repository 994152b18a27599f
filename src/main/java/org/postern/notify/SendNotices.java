package org.postern.notify;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.postern.letter.AccessTokens;
import org.postern.letter.Contacts;
import org.postern.letter.Letter;
import org.postern.letter.LetterState;
import org.postern.letter.Letters;
import org.postern.notice.MailAddress;
import org.postern.notice.Notice;
import org.postern.notice.NoticeKind;
import org.postern.notice.Outbox;
import org.postern.vault.Token;
import org.postern.web.OwnTransaction;
import org.postern.web.Settings;

/**
 * Sends what waits in the outbox. A notice is first borrowed for a few minutes, then its mail is handed over outside of
 * any transaction, so that a mail server that hangs holds no row of a letter; then the answer is written down.
 *
 * <p>At least once: whoever is killed between the server's "taken" and that last step sends the mail again when the
 * loan is over, under the same Message-ID.
 */
@ApplicationScoped
class SendNotices {
    private static final Logger LOG = Logger.getLogger(SendNotices.class.getName());
    private static final int AT_ONCE = 100;

    private static final Set<LetterState> GOES_ON = EnumSet.of(
            LetterState.READY,
            LetterState.IN_TRANSLATION,
            LetterState.TRANSLATION_CHECK,
            LetterState.BATCHED,
            LetterState.PRINTED);

    private Outbox outbox;
    private Contacts contacts;
    private Letters letters;
    private AccessTokens tokens;
    private MailTexts texts;
    private Mailer mailer;
    private DemoMails demoMails;
    private OwnTransaction transaction;
    private Settings settings;
    private Clock clock;

    @SuppressWarnings("NullAway.Init")
    protected SendNotices() {}

    @Inject
    public SendNotices(
            Outbox outbox,
            Contacts contacts,
            Letters letters,
            AccessTokens tokens,
            MailTexts texts,
            Mailer mailer,
            DemoMails demoMails,
            OwnTransaction transaction,
            Settings settings,
            Clock clock) {
        this.outbox = outbox;
        this.contacts = contacts;
        this.letters = letters;
        this.tokens = tokens;
        this.texts = texts;
        this.mailer = mailer;
        this.demoMails = demoMails;
        this.transaction = transaction;
        this.settings = settings;
        this.clock = clock;
    }

    /** Outside of any transaction. A notice that fails keeps back no other one. */
    public void sendWhatIsDue() {
        for (UUID id : transaction.of(() -> outbox.due(clock.instant(), AT_ONCE))) {
            try {
                send(id);
            } catch (RuntimeException e) {
                LOG.log(Level.SEVERE, e, () -> "Notice " + id + " was not sent");
                putOff(id);
            }
        }
    }

    /** A fault of ours, such as a broken template, must neither spin nor hide: the desk shows it, and it waits. */
    private void putOff(UUID id) {
        Instant now = clock.instant();
        transaction.of(() -> {
            outbox.lock(id).filter(notice -> notice.isDue(now)).ifPresent(notice -> {
                notice.lend(now);
                notice.failedForNow("A fault of ours; the log says which", now);
            });
            return id;
        });
    }

    private void send(UUID id) {
        Ready ready = transaction.of(() -> borrow(id).orElse(null));
        if (ready != null) {
            ServerAnswer answer = mailer.send(id, ready.to(), ready.mail());
            transaction.of(() -> note(id, ready.attempt(), answer));
        }
    }

    /** A mail and the number of this attempt, by which its answer is recognised. */
    private record Ready(MailAddress to, Mail mail, int attempt) {}

    private Optional<Ready> borrow(UUID id) {
        Instant now = clock.instant();
        Notice notice = outbox.lock(id).filter(found -> found.isDue(now)).orElse(null);
        if (notice == null) {
            return Optional.empty();
        }
        MailAddress to = contacts.byId(notice.contactId())
                .flatMap(contacts::emailOf)
                .flatMap(MailAddress::parse)
                .orElse(null);
        Letter letter = letters.byId(notice.letterId()).orElse(null);
        if (to == null || letter == null || isOvertaken(notice, letter)) {
            notice.drop();
            contacts.settle(notice.contactId(), now);
            return Optional.empty();
        }
        Mail mail = write(notice, letter);
        int attempt = notice.lend(now);
        if (settings.demo()) {
            demoMails.keep(to, mail, now);
            notice.sent();
            contacts.settle(notice.contactId(), now);
            return Optional.empty();
        }
        return Optional.of(new Ready(to, mail, attempt));
    }

    /** @return whether what it asks for has been done, or cannot be done any more */
    private boolean isOvertaken(Notice notice, Letter letter) {
        if (letter.submission().isEmpty()) {
            return true;
        }
        return switch (notice.kind()) {
            case CONFIRM -> letter.state() != LetterState.UNCONFIRMED;
            // It may have come back to the readers since: then they are not late with it.
            case LATE ->
                letter.state() != LetterState.IN_REVIEW
                        || letter.stateSince().isAfter(TellLate.promised(clock.instant()));
            case APPROVED -> !GOES_ON.contains(letter.state());
            case CHANGES_ASKED -> letter.state() != LetterState.CHANGES_ASKED;
            case QUESTION -> letter.state() != LetterState.IN_TRANSLATION;
            case HELD -> letter.state() != LetterState.HELD;
            case REFUSED -> letter.state() != LetterState.REFUSED;
            case SURVEY -> letter.state() != LetterState.POSTED;
            case RECEIVED, POSTED, RETURNED, WRITE_AGAIN, REPLIED -> false;
        };
    }

    private Mail write(Notice notice, Letter letter) {
        boolean confirm = notice.kind() == NoticeKind.CONFIRM;
        Token token = confirm ? tokens.mintConfirmation(letter) : tokens.mintStatus(letter);
        String path = (confirm ? "/confirmations/" : MessageLink.STEP)
                + token.text()
                + (notice.kind() == NoticeKind.SURVEY ? MessageLink.QUESTION : "");
        MailTexts.Facts facts = new MailTexts.Facts(
                settings.link("/" + notice.language() + path),
                letter.due(),
                notice.kind() == NoticeKind.LATE ? waits() : 0);
        return texts.render(notice.kind(), notice.language(), facts);
    }

    /** @return for how many days the oldest letter waits for a reader */
    private long waits() {
        Instant now = clock.instant();
        return Duration.between(letters.oldest(LetterState.IN_REVIEW).orElse(now), now)
                .toDays();
    }

    private UUID note(UUID id, int attempt, ServerAnswer answer) {
        Instant now = clock.instant();
        outbox.lock(id).filter(notice -> notice.isLent(attempt)).ifPresent(notice -> {
            switch (answer.verdict()) {
                case TAKEN -> notice.sent();
                case NOT_NOW -> notice.failedForNow(answer.words(), now);
                case NEVER -> notice.failedForGood(answer.words());
            }
            // Perhaps this was the last thing for which the address was kept.
            contacts.settle(notice.contactId(), now);
        });
        return id;
    }
}
