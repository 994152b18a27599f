package org.postern.letter;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.postern.TestClock;
import org.postern.TestDatabase;
import org.postern.TestFolders;
import org.postern.compose.TestSending;
import org.postern.curate.Eraser;
import org.postern.letter.LetterState.Reason;
import org.postern.notice.Notice;
import org.postern.notice.NoticeKind;
import org.postern.notice.Outbox;
import org.postern.reply.Replies;
import org.postern.site.Family;
import org.postern.site.PrintSite;
import org.postern.site.PrintSites;
import org.postern.vault.PieceCode;
import org.postern.vault.TestVault;
import org.postern.vault.Vault;
import org.postern.web.OneByOne;
import org.postern.web.OwnTransaction;

/** The nouns on a test's database, and letters that have come as far as a test needs them. */
public final class House {
    /** The member of staff who does everything here. */
    public static final long STAFF = 7;

    /** A class's tests share a database, and a database has one directory of keys. */
    private static final Map<TestDatabase, Path> KEYS = new ConcurrentHashMap<>();

    public final TestClock clock = new TestClock();
    public final Vault vault;
    public final Letters letters;
    public final Contacts contacts;
    public final Batches batches;
    public final BatchLines batchLines;
    public final Postings postings;
    public final LedgerEntries ledger;
    public final Outbox outbox;
    public final AccessTokens tokens;
    public final MailCounts mailCounts;
    public final TestSending sending;
    public final OwnTransaction transaction;
    public final OneByOne oneByOne;
    private final TestDatabase db;
    final long recipient;

    public House(TestDatabase db) {
        this.db = db;
        this.vault = TestVault.in(db, KEYS.computeIfAbsent(db, House::newDirectory));
        this.letters = new Letters(db.entityManager(), vault);
        this.contacts = new Contacts(db.entityManager(), vault);
        this.batches = new Batches(db.entityManager(), letters, vault);
        this.postings = new Postings(db.entityManager(), vault);
        this.ledger = new LedgerEntries(db.entityManager());
        this.batchLines = new BatchLines(db.entityManager(), letters, postings, ledger);
        this.outbox = new Outbox(db.entityManager());
        this.tokens = new AccessTokens(db.entityManager(), letters, vault);
        this.mailCounts = new MailCounts(db.entityManager(), vault);
        this.sending = new TestSending(letters, contacts, mailCounts, tokens, outbox, clock);
        this.transaction = new OwnTransaction() {
            @Override
            public <T extends @Nullable Object> T of(Supplier<T> work) {
                return db.fromTransaction(em -> work.get());
            }
        };
        this.oneByOne = new OneByOne(transaction);
        this.recipient = somebody();
    }

    /** Two nodes of one Postern read the same keys; before either has a house. */
    public static void areOne(TestDatabase db, TestDatabase otherNode) {
        KEYS.put(otherNode, KEYS.computeIfAbsent(db, House::newDirectory));
    }

    private static Path newDirectory(TestDatabase db) {
        return TestFolders.untilTheEnd("postern-keys-").resolve("keys");
    }

    private long somebody() {
        long id = ThreadLocalRandom.current().nextLong(1_000_000, Long.MAX_VALUE);
        db.sql(
                "insert into facility (id, slug, name, latin_name, country, language, rules, checked_on, source, version)"
                        + " values (" + id + ", 'place-" + id
                        + "', 'Hier', 'Here', 'DE', 'de', '', date '2026-11-01', 'a test', 0)");
        db.sql("insert into recipient (id, kind, slug, facility_id, language, family, given, latin_family, latin_given,"
                + " listing, invented, lead, rules, version) values (" + id + ", 'OFFICIAL', 'erika-" + id + "', " + id
                + ", 'de', 'Muster', 'Erika', 'Muster', 'Erika', 'LISTED', true, 'Invented', '', 0)");
        return id;
    }

    public Instant now() {
        return clock.instant();
    }

    /** @return a draft */
    public UUID begun() {
        return db.fromTransaction(em -> {
            Letter letter = letters.begin(UUID.randomUUID().toString(), "en", recipient, "en", now());
            letters.rewrite(letter, "en", new Words("Dear Erika", "Marta", null), "plain", now());
            return letter.id();
        });
    }

    /** @return a letter that waits for its confirmation, whose mail was sent */
    public UUID unconfirmed(String email, Keeping keeping) {
        UUID id = begun();
        on(id, letter -> sending.send(letter, email, keeping));
        told(id);
        return id;
    }

    /** @return a letter that waits for a reader, whose writer was told so */
    public UUID arrived(String email, Keeping keeping) {
        UUID id = unconfirmed(email, keeping);
        on(id, letter -> sending.confirm(letter));
        told(id);
        return id;
    }

    /** The mail server took what waits about a letter. */
    public void told(UUID id) {
        db.inTransaction(em -> em.createQuery("select n from Notice n where n.letterId = :id", Notice.class)
                .setParameter("id", id)
                .getResultList()
                .forEach(Notice::sent));
    }

    /** @return an approved letter */
    public UUID ready(String email, Keeping keeping) {
        UUID id = arrived(email, keeping);
        on(id, letter -> {
            letter.claim(STAFF, now());
            letter.approve(STAFF, letter.fence(), String.valueOf(letter.contentHash()), Letter.Approval.READY, now());
        });
        return id;
    }

    public void refuse(UUID id) {
        on(id, letter -> {
            letter.claim(STAFF, now());
            letters.refuse(letter, STAFF, letter.fence(), Reason.SPAM, "No.", now());
        });
    }

    /** @return the number of a batch that holds these letters until {@code until} */
    public long batch(Instant until, UUID... ids) {
        return db.fromTransaction(em -> {
            PrintSite site =
                    new PrintSite("Site " + UUID.randomUUID(), "Berlin", "DE", "de", ZoneId.of("Europe/Berlin"), null);
            new PrintSites(em).add(site);
            Batch batch = batches.open(site, Family.PLAIN, STAFF, now(), until);
            List<Batches.Placed> stack = new ArrayList<>();
            for (UUID id : ids) {
                Letter letter = letters.lock(id).orElseThrow();
                BatchLine line = batches.enter(batch, letter, PieceCode.random(), now());
                stack.add(new Batches.Placed(line, letter, new byte[] {1}, "0".repeat(64), 1, 1, 10, "DE"));
            }
            batches.built(batch, stack, new byte[] {2}, "0".repeat(64));
            return batch.number();
        });
    }

    public void print(long batch) {
        inBatch(batch, found -> batchLines.print(found, all(found), STAFF, now()));
    }

    public void post(long batch) {
        inBatch(batch, found -> batchLines.post(found, all(found), "Berlin", STAFF, now()));
    }

    public void inBatch(long number, Consumer<Batch> deed) {
        db.inTransaction(em -> deed.accept(batches.lock(number).orElseThrow()));
    }

    private static Set<Integer> all(Batch batch) {
        return batch.lines().stream().map(BatchLine::stackNo).collect(java.util.stream.Collectors.toSet());
    }

    public void on(UUID id, Consumer<Letter> deed) {
        db.inTransaction(em -> deed.accept(letters.lock(id).orElseThrow()));
    }

    public LetterState state(UUID id) {
        return db.fromTransaction(em -> letters.byId(id).orElseThrow().state());
    }

    /** @return the id of a notice about a letter, due now */
    public UUID tell(NoticeKind kind, UUID id) {
        return db.fromTransaction(
                em -> outbox.tell(kind, contactOf(id), id, "en", now()).id());
    }

    /** @return the contact of a letter's writer */
    public UUID contactOf(UUID id) {
        return db.fromTransaction(em -> letters.byId(id)
                .flatMap(Letter::submission)
                .flatMap(Submission::contact)
                .orElseThrow()
                .id());
    }

    public Eraser eraser() {
        return new Eraser(
                letters,
                contacts,
                batches,
                batchLines,
                new LetterEvents(db.entityManager()),
                postings,
                new ReturnPhotos(db.entityManager(), vault),
                new Replies(db.entityManager(), vault),
                new LetterPrints(db.entityManager(), vault),
                outbox,
                mailCounts,
                oneByOne,
                clock);
    }

    public @Nullable Instant keptUntil(UUID contact) {
        return db.<Optional<Instant>>fromTransaction(em ->
                        Optional.ofNullable(contacts.byId(contact).orElseThrow().keepUntil()))
                .orElse(null);
    }
}
