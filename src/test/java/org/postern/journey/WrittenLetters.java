package org.postern.journey;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.postern.TestDatabase;
import org.postern.compose.TestSending;
import org.postern.directory.People;
import org.postern.directory.Recipient;
import org.postern.directory.RulePacks;
import org.postern.letter.AccessTokens;
import org.postern.letter.Contacts;
import org.postern.letter.Keeping;
import org.postern.letter.Letter;
import org.postern.letter.Letters;
import org.postern.letter.MailCounts;
import org.postern.letter.Pages;
import org.postern.letter.Words;
import org.postern.notice.Outbox;
import org.postern.vault.TestVault;
import org.postern.vault.Vault;

/**
 * Letters that wait for a reader or a volunteer, written straight into the database of a server that runs and sealed with
 * its keys: typing forty of them in a browser would take the time of all other journeys.
 */
final class WrittenLetters {
    private final TestDatabase db;
    private final Letters letters;
    private final TestSending sending;
    private final Pages pages = new Pages(new RulePacks(), true, Optional.empty(), Optional.empty());
    private final Clock clock = Clock.systemUTC();

    /** @param keys the folder of the server's keys */
    WrittenLetters(TestDatabase db, Path keys) {
        this.db = db;
        Vault vault = TestVault.vault(db, keys);
        this.letters = new Letters(db.entityManager(), vault);
        AccessTokens tokens = new AccessTokens(db.entityManager(), letters, vault);
        this.sending = new TestSending(
                letters,
                new Contacts(db.entityManager(), vault),
                new MailCounts(db.entityManager(), vault),
                tokens,
                new Outbox(db.entityManager()),
                clock);
    }

    /** What is known of a letter: {@code words} stand in it and in no other. */
    record Sent(UUID id, String to, String words, String email) {}

    /** @return one that waits for a reader */
    Sent toBeRead(String to, String language, String words, String body, String email) {
        return db.fromTransaction(em ->
                new Sent(arrived(new People(em), to, language, body, email).id(), to, words, email));
    }

    /** @return one that waits for a volunteer, in Russian; a reader approved it */
    Sent approved(String to, String words, String body, String email, long reader) {
        return db.fromTransaction(em -> {
            Instant now = clock.instant();
            Letter letter = arrived(new People(em), to, "ru", body, email);
            letter.claim(reader, now);
            letter.approve(reader, letter.fence(), String.valueOf(letter.contentHash()), Letter.Approval.READY, now);
            return new Sent(letter.id(), to, words, email);
        });
    }

    private Letter arrived(People people, String to, String language, String body, String email) {
        Instant now = clock.instant();
        Recipient recipient = people.bySlug(to).orElseThrow();
        Letter letter = letters.begin(UUID.randomUUID().toString(), "en", recipient.id(), language, now);
        letters.rewrite(letter, language, new Words(body, "Марта", null), pages.stationery(recipient), now);
        sending.send(letter, email, Keeping.FOR_A_REPLY);
        sending.confirm(letter);
        return letter;
    }
}
