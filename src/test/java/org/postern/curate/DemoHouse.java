package org.postern.curate;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.postern.TestClock;
import org.postern.TestDatabase;
import org.postern.TestFolders;
import org.postern.TestSettings;
import org.postern.cause.Campaigns;
import org.postern.directory.Facilities;
import org.postern.directory.People;
import org.postern.directory.RulePacks;
import org.postern.letter.BatchLines;
import org.postern.letter.Batches;
import org.postern.letter.Contacts;
import org.postern.letter.LedgerEntries;
import org.postern.letter.Letters;
import org.postern.letter.Pages;
import org.postern.letter.Postings;
import org.postern.letter.Surveys;
import org.postern.letter.Writers;
import org.postern.notice.Outbox;
import org.postern.print.TestPrinter;
import org.postern.reply.PublishedLetters;
import org.postern.reply.Replies;
import org.postern.site.PrintSites;
import org.postern.staff.Role;
import org.postern.staff.StaffAccount;
import org.postern.staff.StaffAccounts;
import org.postern.vault.TestVault;
import org.postern.vault.Vault;
import org.postern.web.Settings;
import org.postern.web.Starting;

/** A test's database with the demo in it, seeded as at a first start. */
public final class DemoHouse {
    static final TestClock CLOCK = new TestClock();
    public static final Pages PAGES = new Pages(new RulePacks(), true, Optional.empty(), Optional.empty());
    private static final Map<TestDatabase, DemoHouse> ALL = new ConcurrentHashMap<>();

    final TestDatabase db;
    final Vault vault;
    public final Letters letters;
    final Batches batches;
    final BatchLines batchLines;
    final People people;
    final Facilities facilities;
    final PrintSites sites;

    private DemoHouse(TestDatabase db) {
        this.db = db;
        this.vault = TestVault.in(db, TestFolders.untilTheEnd("postern-keys-").resolve("keys"));
        this.letters = new Letters(db.entityManager(), vault);
        this.batches = new Batches(db.entityManager(), letters, vault);
        this.batchLines = new BatchLines(
                db.entityManager(),
                letters,
                new Postings(db.entityManager(), vault),
                new LedgerEntries(db.entityManager()));
        this.people = new People(db.entityManager());
        this.facilities = new Facilities(db.entityManager());
        this.sites = new PrintSites(db.entityManager());
    }

    /** The same for all tests on a database. */
    public static DemoHouse of(TestDatabase db) {
        return ALL.computeIfAbsent(db, DemoHouse::new);
    }

    /** Starts once, as often as one likes. */
    public void seed(String demo) {
        db.inTransaction(em -> {
            StaffAccounts accounts = new StaffAccounts(db.entityManager());
            if (accounts.isEmpty()) {
                add(accounts, "Marta", Role.MODERATOR);
                add(accounts, "Jonas", Role.MODERATOR);
                add(accounts, "Tomas", Role.TRANSLATOR);
                add(accounts, "Irina", Role.TRANSLATOR);
                add(accounts, "Priya", Role.PRINTER);
                add(accounts, "Olena", Role.ORGANISER);
            }
        });
        db.inTransaction(em -> seeding(TestSettings.of("postern.demo", demo)).seed(new Starting()));
    }

    private static void add(StaffAccounts accounts, String name, Role role) {
        accounts.add(StaffAccount.of(name, Set.of(role), false, "none", Instant.EPOCH));
    }

    private DemoSeed seeding(Settings settings) {
        var em = db.entityManager();
        return new DemoSeed(
                settings,
                facilities,
                new DemoDirectory(facilities, people, new Campaigns(em), sites),
                new DemoLetters(
                        letters, new Contacts(em, vault), new Outbox(em), people, new RulePacks(), PAGES, settings),
                new DemoBatches(batches, batchLines, sites, TestPrinter.on(db, letters, batches, PAGES, settings)),
                new DemoReplies(new Replies(em, vault), new PublishedLetters(em), new Writers(new Outbox(em)), PAGES),
                new DemoSurveys(new Surveys(em), people),
                letters,
                new StaffAccounts(em),
                CLOCK);
    }
}
