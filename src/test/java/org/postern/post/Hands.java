package org.postern.post;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Set;
import java.util.UUID;
import org.postern.TestDatabase;
import org.postern.TestPeople;
import org.postern.TestSettings;
import org.postern.directory.Facilities;
import org.postern.directory.People;
import org.postern.directory.Recipient;
import org.postern.directory.RulePacks;
import org.postern.letter.BatchLine;
import org.postern.letter.House;
import org.postern.letter.Letter;
import org.postern.letter.LetterState;
import org.postern.letter.Pages;
import org.postern.letter.PulledOut;
import org.postern.letter.Reprints;
import org.postern.letter.ReturnPhotos;
import org.postern.letter.TestHolds;
import org.postern.letter.TestLetters;
import org.postern.letter.Unprinted;
import org.postern.letter.Writers;
import org.postern.print.TestPrinter;
import org.postern.site.PrintSite;
import org.postern.site.PrintSites;
import org.postern.staff.Audit;
import org.postern.staff.Role;
import org.postern.staff.Staff;
import org.postern.staff.StaffAccount;
import org.postern.staff.StaffAccounts;
import org.postern.vault.PieceCode;

/** The room after the printing: letters in batches, and who holds them. */
final class Hands {
    static final Pages PAGES = new Pages(new RulePacks(), true, java.util.Optional.empty(), java.util.Optional.empty());

    final TestDatabase db;
    final House house;
    final People people;
    final Facilities facilities;
    final ReturnPhotos photos;
    private final TestLetters written;
    private final long printer;

    Hands(TestDatabase db) {
        this.db = db;
        this.house = new House(db);
        this.people = new People(db.entityManager());
        this.facilities = new Facilities(db.entityManager());
        this.photos = new ReturnPhotos(db.entityManager(), house.vault);
        this.written = new TestLetters(db, house.letters);
        this.printer = db.fromTransaction(em -> {
            StaffAccount account = StaffAccount.of(
                    "Priya " + UUID.randomUUID().toString().substring(0, 8),
                    Set.of(Role.PRINTER),
                    false,
                    "none",
                    java.time.Instant.EPOCH);
            new StaffAccounts(em).add(account);
            em.flush();
            return account.id();
        });
    }

    static Staff somebody(long id, Role... roles) {
        return new Staff() {
            @Override
            public long id() {
                return id;
            }

            @Override
            public Set<Role> roles() {
                return Set.of(roles);
            }
        };
    }

    ScanLetter scanner(Staff staff) {
        return new ScanLetter(
                house.batches,
                house.batchLines,
                house.letters,
                markPosted(),
                new Reprints(house.letters, house.ledger),
                staff,
                house.clock);
    }

    ScanLetter scanner() {
        return scanner(somebody(House.STAFF, Role.PRINTER));
    }

    MarkPosted markPosted() {
        return new MarkPosted(
                house.batches,
                house.batchLines,
                house.letters,
                new PulledOut(house.letters, people, TestHolds.on(db, house.letters, PAGES)),
                new Writers(house.outbox),
                TestSettings.of(),
                house.clock);
    }

    ScanView view(Staff staff) {
        return new ScanView(
                new Pieces(scanner(staff), house.batchLines, people, staff, house.clock),
                house.batches,
                house.batchLines,
                house.letters);
    }

    Unprinted unprinted() {
        return new Unprinted(house.letters, house.batches, house.batchLines, TestHolds.on(db, house.letters, PAGES));
    }

    TakeBack takeBack() {
        return new TakeBack(
                house.letters,
                people,
                facilities,
                unprinted(),
                new Writers(house.outbox),
                photos,
                new Audit(db.entityManager(), house.clock),
                TestSettings.of(),
                house.clock);
    }

    Answer scan(Mode mode, PieceCode code, ScanLetter by) {
        return db.fromTransaction(em -> by.scan(mode, code, today(), ""));
    }

    Answer returned(UUID id, LetterState.Reason why) {
        return db.fromTransaction(em -> takeBack().returned(id, why, null, House.STAFF));
    }

    LocalDate today() {
        return LocalDate.ofInstant(house.now(), ZoneId.of("Europe/Berlin"));
    }

    /** @return the number of a batch whose files were taken and whose letters are printed */
    long printed(UUID... ids) {
        long batch = house.batch(house.now().plus(Duration.ofDays(3)), ids);
        db.inTransaction(em -> house.batches.lock(batch).orElseThrow().takeFiles(House.STAFF, house.now()));
        house.print(batch);
        return batch;
    }

    PieceCode code(long batch, int no) {
        return db.fromTransaction(em ->
                new PieceCode(house.batchLines.line(batch, no).orElseThrow().pieceCode()));
    }

    BatchLine line(long batch, int no) {
        return db.fromTransaction(em -> house.batchLines.line(batch, no).orElseThrow());
    }

    Letter letter(UUID id) {
        return db.fromTransaction(em -> house.letters.byId(id).orElseThrow());
    }

    /** @return the id of a prisoner of that name in a country to which a site posts, alone in her prison */
    long somebodyIn(String name, String country) {
        long id = TestPeople.listed(db, name, country);
        db.inTransaction(em -> {
            PrintSites sites = new PrintSites(em);
            if (!sites.anyServes(country)) {
                PrintSite site = new PrintSite("Site of " + name, "Riga", "LV", "lv", ZoneId.of("Europe/Riga"), null);
                site.serves(country, LocalDate.of(2026, 11, 1));
                sites.add(site);
            }
            people.byId(id).orElseThrow().facility().checked(today(), "a test");
        });
        return id;
    }

    UUID postedTo(long person) {
        return written.posted(person, house.now(), house.now());
    }

    UUID readyTo(long person) {
        UUID id = written.written(person, house.now());
        house.on(id, letter -> {
            letter.claim(House.STAFF, house.now());
            Recipient to = people.byId(person).orElseThrow();
            String hash = house.letters.wordsOf(letter).orElseThrow().contentHash(PAGES.stationery(to));
            letter.approve(
                    House.STAFF,
                    letter.fence(),
                    String.valueOf(letter.contentHash()),
                    Letter.Approval.READY,
                    house.now());
            if (!hash.equals(letter.contentHash())) {
                throw new IllegalStateException("not the sheet of the place");
            }
        });
        return id;
    }

    /** @return the number of a real volunteer's batch of all that waits for a person's country, in a running transaction */
    long claimLike(long person) {
        Recipient like = people.byId(person).orElseThrow();
        PrintSite site = new PrintSites(db.entityManager())
                .all().stream()
                        .filter(one -> one.serves(like.country()))
                        .findFirst()
                        .orElseThrow();
        return TestPrinter.claim(db, house.letters, house.batches, PAGES, site, like, printer);
    }
}
