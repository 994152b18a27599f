package org.postern.journey;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
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
 * Approved letters to three prisons in two countries, written straight into the database of a server that runs and sealed
 * with its keys: typing forty of them in a browser would take the time of all other journeys.
 */
final class EveningLetters {
    /** IK-98 in Russia and PK-41 in Belarus, and IK-97 for the one who moves; none of them lets a window envelope in. */
    private static final List<String> TO = List.of("gleb-tishin", "alena-vasilkova");

    /** Gets one letter, the last: she is moved while it is being printed. */
    static final String MOVED = "vera-solodova";

    private final TestDatabase db;
    private final Letters letters;
    private final TestSending sending;
    private final Pages pages = new Pages(new RulePacks(), true, Optional.empty(), Optional.empty());
    private final Clock clock = Clock.systemUTC();

    /** @param keys the folder of the server's keys */
    EveningLetters(TestDatabase db, Path keys) {
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

    /** @return in the order in which they were written; every fifth is long, so that it takes two sheets */
    List<Sent> approved(int many) {
        long reader = ((Number) Objects.requireNonNull(db.value("select min(id) from staff_account"))).longValue();
        List<Sent> all = new ArrayList<>();
        for (int i = 1; i <= many; i++) {
            String to = i == many ? MOVED : TO.get(i % TO.size());
            String words = "Письмо номер " + i + " этого вечера.";
            String body = "Здравствуйте!\n\n" + words + "\n\n" + (i % 5 == 0 && i < many ? LONG.repeat(9) : LONG)
                    + "\n\nВсего доброго";
            Sent sent = new Sent(UUID.randomUUID(), to, words, email(i));
            all.add(db.fromTransaction(em -> approved(new People(em), sent, body, reader)));
        }
        return all;
    }

    /** @param i of the letter, from 1, as its words say */
    static String email(int i) {
        return "evening-" + i + "@example.org";
    }

    private static final String LONG = "У нас за окном снова снег, и дворник сгребает его в одну большую гору. "
            + "Дети с соседнего двора катаются с неё до темноты, а потом их зовут домой из всех окон сразу. "
            + "Я читаю вслух по вечерам, и кот слушает, если книга толстая.\n\n";

    private Sent approved(People people, Sent sent, String body, long reader) {
        Instant now = clock.instant();
        Recipient to = people.bySlug(sent.to()).orElseThrow();
        Letter letter = letters.begin(sent.id().toString(), "en", to.id(), "ru", now);
        letters.rewrite(letter, "ru", new Words(body, "Марта", null), pages.stationery(to), now);
        sending.send(letter, sent.email(), Keeping.FOR_A_REPLY);
        sending.confirm(letter);
        letter.claim(reader, now);
        letter.approve(reader, letter.fence(), String.valueOf(letter.contentHash()), Letter.Approval.READY, now);
        return new Sent(letter.id(), sent.to(), sent.words(), sent.email());
    }
}
