package org.postern.print;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.postern.TestDatabase;
import org.postern.TestSettings;
import org.postern.directory.Facilities;
import org.postern.directory.Facility;
import org.postern.directory.Facility.Place;
import org.postern.directory.Name;
import org.postern.directory.People;
import org.postern.directory.Prisoner;
import org.postern.directory.RulePacks;
import org.postern.letter.Batch;
import org.postern.letter.House;
import org.postern.letter.Keeping;
import org.postern.letter.Letter;
import org.postern.letter.Pages;
import org.postern.letter.PulledOut;
import org.postern.letter.ReadyLetters;
import org.postern.letter.Reprints;
import org.postern.letter.TestHolds;
import org.postern.letter.Words;
import org.postern.site.Family;
import org.postern.site.PrintSite;
import org.postern.site.PrintSites;
import org.postern.staff.Audit;
import org.postern.staff.StaffAccounts;
import org.postern.typeset.LabelFormat;
import org.postern.typeset.PageChoice;
import org.postern.typeset.Stock;
import org.postern.typeset.StockEnvelope;

/** A print site in Berlin, its volunteer, people in one prison with a window and in one without, and letters to them. */
final class PrintRoom {
    static final long PRIYA = House.STAFF;
    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final String RUSSIAN =
            "Сегодня по дороге домой я насчитала одиннадцать чаек на крыше трамвайного депо. "
                    + "До моря от нас четыреста километров, и никто не может объяснить, что они здесь делают. ";

    final TestDatabase db;
    final House house;
    final PrintSite site;
    final Pages pages;
    final ClaimBatch claimBatch;
    final BuildBatch buildBatch;
    final AtThePrinter atThePrinter;
    final BatchFile file;
    final SetFiles files;
    final SetZip zip;
    final ReadyLetters readyLetters;
    final Ready ready;
    final Freezer freezer;
    final BatchView batchView;
    final FirstPage firstPage;
    final Pile window;
    final Pile plain;
    final long timofey;
    final long vera;
    final int veraNo;

    /** @param demo whether pages say SAMPLE */
    PrintRoom(TestDatabase db, boolean demo) {
        this.db = db;
        this.house = new House(db);
        RulePacks packs = new RulePacks();
        People people = new People(db.entityManager());
        this.pages = new Pages(packs, demo, Optional.empty(), Optional.empty());
        this.readyLetters = new ReadyLetters(db.entityManager());
        this.ready = new Ready(readyLetters, people, pages, packs);
        this.file = new BatchFile(pages, house.batches, TestSettings.of());
        this.files = new SetFiles(pages, house.batches, house.batchLines, people, file);
        this.zip = new SetZip(files);
        this.freezer = new Freezer(house.letters, pages, packs);
        this.buildBatch = new BuildBatch(
                house.batches,
                house.letters,
                people,
                freezer,
                TestHolds.onward(db),
                TestHolds.on(db, house.letters, pages),
                file,
                house.transaction,
                house.clock);
        this.claimBatch = new ClaimBatch(
                new StaffAccounts(db.entityManager()),
                readyLetters,
                house.batches,
                people,
                ready,
                TestHolds.onward(db),
                TestHolds.on(db, house.letters, pages),
                freezer,
                buildBatch,
                house.clock);
        this.atThePrinter = new AtThePrinter(
                house.batches,
                house.batchLines,
                new Reprints(house.letters, house.ledger),
                new PulledOut(house.letters, people, TestHolds.on(db, house.letters, pages)),
                new Audit(db.entityManager(), house.clock),
                house.clock);
        this.batchView = new BatchView(
                house.batches,
                new StackRows(house.batches, house.batchLines, people),
                house.postings,
                pages,
                house.clock);
        this.firstPage = new FirstPage(pages);
        // A country of its own for each room: a test must not see another one's letters.
        int room = COUNT.incrementAndGet();
        String country = "Q" + (char) ('A' + room % 26);
        this.window = new Pile(Family.WINDOW, country);
        this.plain = new Pile(Family.PLAIN, country);
        this.site = db.fromTransaction(em -> {
            PrintSite berlin = new PrintSite(
                    "Berlin " + room,
                    "Berlin",
                    "DE",
                    "de",
                    ZoneId.of("Europe/Berlin"),
                    "Postern, Postfach 1, 10967 Berlin");
            berlin.serves(country, LocalDate.of(2026, 11, 1));
            new PrintSites(em).add(berlin);
            return berlin;
        });
        this.timofey = person(
                country, "window-allowed\nlanguages ru\nmax-pages 4", "Ласточкин", "Тимофей", "Lastochkin", "Timofey");
        this.veraNo = COUNT.get() + 1;
        this.vera = person(country, "languages ru", "Солодова", "Вера", "Solodova", "Vera");
    }

    long person(String country, String rules, String family, String given, String latin, String latinGiven) {
        int no = COUNT.incrementAndGet();
        return db.fromTransaction(em -> {
            Facility colony = new Facility(
                    "colony-" + no,
                    new Place("ФКУ ИК-98", "ул. Лесная, д. 3", "пос. Верхние Сосны", "Кировская обл.", "612345"),
                    new Place("IK-98 Verkhnie Sosny", "ul. Lesnaya 3", "Verkhnie Sosny", "Kirov", "612345"),
                    country,
                    "ru",
                    LocalDate.of(2026, 11, 1),
                    "a test");
            colony.ruledBy(rules);
            new Facilities(em).add(colony);
            Prisoner prisoner = new Prisoner(
                    "person-" + no,
                    colony,
                    "ru",
                    new Name(family, given, null),
                    new Name(latin, latinGiven, null),
                    Prisoner.Gender.THEY,
                    List.of("ru"),
                    "Invented.");
            prisoner.bornIn(1991);
            prisoner.isInvented();
            new People(em).add(prisoner);
            return prisoner.id();
        });
    }

    /** @return an approved letter, of about so many pages */
    UUID letter(long to, int pagesLong) {
        return letter(to, "Здравствуйте!\n\n" + (RUSSIAN.repeat(5) + "\n\n").repeat(3 * pagesLong - 2), "");
    }

    /** @param email empty for a writer without one */
    UUID letter(long to, String body, String email) {
        return letter(to, "ru", new Words(body, "Марта", null), email);
    }

    UUID letter(long to, String language, Words words) {
        return letter(to, language, words, "");
    }

    private UUID letter(long to, String language, Words words, String email) {
        return db.fromTransaction(em -> {
            Letter letter = house.letters.begin(UUID.randomUUID().toString(), "en", to, language, house.now());
            String stationery = pages.stationery(new People(em).byId(to).orElseThrow());
            house.letters.rewrite(letter, language, words, stationery, house.now());
            if (!email.isEmpty()) {
                letter.submission().orElseThrow().comesFrom(house.contacts.of(email, "en", Keeping.UNTIL_POSTED));
            }
            letter.arrive(LocalDate.of(2026, 11, 20), email.isEmpty(), house.now());
            letter.claim(8, house.now());
            letter.approve(8, letter.fence(), String.valueOf(letter.contentHash()), Letter.Approval.READY, house.now());
            return letter.id();
        });
    }

    /** @return an approved letter whose writer hopes for an answer */
    UUID letterThatAsksForAnAnswer(long to) {
        UUID id = letter(to, "Здравствуйте! Напишите мне.", "answer@example.org");
        house.on(id, letter -> house.letters.awaitAnswer(letter, "Марта", ""));
        return id;
    }

    void rules(long to, String rules) {
        db.inTransaction(em -> new People(em).byId(to).orElseThrow().facility().ruledBy(rules));
    }

    List<UUID> letters(int many, long to) {
        List<UUID> ids = new ArrayList<>();
        for (int i = 0; i < many; i++) {
            ids.add(letter(to, 1 + i % 2));
        }
        return ids;
    }

    ClaimBatch.Claimed claim(Pile pile, int wanted) {
        return claim(pile, wanted, PRIYA, Long.MAX_VALUE);
    }

    /** @param newest that the volunteer's form knew of */
    ClaimBatch.Claimed claim(Pile pile, int wanted, long staff, long newest) {
        return db.fromTransaction(
                em -> claimBatch.claim(new PrintSites(em).byId(site.id()).orElseThrow(), pile, wanted, staff, newest));
    }

    /** @return the number of a batch of all that waits, its files built */
    long batch(Pile pile) {
        Long number = claim(pile, ClaimBatch.MOST).number();
        if (number == null) {
            throw new AssertionError("no letter was left for a batch");
        }
        build(number);
        return number;
    }

    /** The clock's part, done at once. */
    void build(long batch) {
        if (!buildBatch.build(batch)) {
            throw new AssertionError("batch " + batch + " was not built");
        }
    }

    byte[] take(long batch) {
        return db.fromTransaction(em -> atThePrinter.takeFile(batch, PRIYA, "letters.pdf", house.batches::pdfOf));
    }

    /** @return one file of the set, for a printer without faults */
    byte[] file(long batch, SetFile file) {
        return db.fromTransaction(em -> files.file(
                        house.batches.byNumber(batch).orElseThrow(),
                        file,
                        on(Stock.envelope("dl").orElseThrow()))
                .orElseThrow());
    }

    static Wanted on(StockEnvelope envelope) {
        return new Wanted(null, envelope, Stock.labels().get(0), 1, false, PageChoice.Sides.BOTH);
    }

    static Wanted on(LabelFormat labels, int start, boolean borders) {
        return new Wanted(null, null, labels, start, borders, PageChoice.Sides.BOTH);
    }

    /** @return until when it is claimed now, in seconds */
    long extend(long batch) {
        return db.fromTransaction(em -> {
            Batch found = house.batches.byNumber(batch).orElseThrow();
            atThePrinter.extend(batch, found.claimedUntil().getEpochSecond(), PRIYA);
            return found.claimedUntil().getEpochSecond();
        });
    }
}
