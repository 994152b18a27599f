package org.postern.curate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;
import org.postern.TestClock;
import org.postern.TestDatabase;
import org.postern.TestSettings;
import org.postern.cause.Campaigns;
import org.postern.directory.Facilities;
import org.postern.directory.People;
import org.postern.directory.Recipient;
import org.postern.directory.RulePacks;
import org.postern.letter.Batch;
import org.postern.letter.Batches;
import org.postern.letter.Contacts;
import org.postern.letter.Letter;
import org.postern.letter.LetterEvent;
import org.postern.letter.LetterState;
import org.postern.letter.LetterState.Reason;
import org.postern.letter.Letters;
import org.postern.letter.Pages;
import org.postern.letter.PrintSites;
import org.postern.notice.Notice;
import org.postern.notice.Outbox;
import org.postern.print.TestPrinter;
import org.postern.staff.Role;
import org.postern.staff.StaffAccount;
import org.postern.staff.StaffAccounts;
import org.postern.vault.TestVault;
import org.postern.vault.Vault;
import org.postern.web.Settings;
import org.postern.web.Starting;

@ParameterizedClass
@MethodSource("org.postern.TestDatabase#both")
class DemoSeedTest {
    private static final TestClock CLOCK = new TestClock();
    private static final Instant NOW = CLOCK.instant();
    private static final Settings DEMO = TestSettings.of("postern.demo", "true");
    private static final Settings REAL = TestSettings.of("postern.demo", "false");
    private static final Pages PAGES = new Pages(new RulePacks(), true, Optional.empty(), Optional.empty());
    private static final Map<TestDatabase, Path> KEYS = new HashMap<>();

    private final TestDatabase db;
    private final Letters letters;
    private final Batches batches;
    private final Vault vault;
    private final People people;

    DemoSeedTest(TestDatabase db) throws IOException {
        this.db = db;
        if (!KEYS.containsKey(db)) {
            KEYS.put(db, Files.createTempDirectory("postern-keys-").resolve("keys"));
        }
        this.vault = TestVault.in(db, KEYS.get(db));
        this.letters = new Letters(db.entityManager(), vault);
        this.batches = new Batches(db.entityManager(), letters, vault);
        this.people = new People(db.entityManager());
    }

    @BeforeEach
    void seeded() {
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
        db.inTransaction(em -> {
            seed(REAL).seed(new Starting());
            if (new Facilities(db.entityManager()).isEmpty()) {
                assertThat(em.createQuery("select count(r) from Recipient r", Long.class).getSingleResult())
                        .as("nothing of the demo without demo mode")
                        .isZero();
            }
        });
        db.inTransaction(em -> seed(DEMO).seed(new Starting()));
    }

    private static void add(StaffAccounts accounts, String name, Role role) {
        accounts.add(StaffAccount.of(name, Set.of(role), false, "none", NOW));
    }

    private DemoSeed seed(Settings settings) {
        var em = db.entityManager();
        Facilities facilities = new Facilities(em);
        PrintSites sites = new PrintSites(em);
        return new DemoSeed(
                settings,
                facilities,
                new DemoDirectory(facilities, people, new Campaigns(em), sites),
                new DemoLetters(
                        letters, new Contacts(em, vault), new Outbox(em), people, new RulePacks(), PAGES, settings),
                new DemoBatches(batches, sites, TestPrinter.on(db, letters, batches, PAGES, settings)),
                letters,
                new StaffAccounts(em),
                CLOCK);
    }

    @Test
    void every_state_has_as_many_letters_as_the_files_say() {
        db.inTransaction(em -> {
            for (LetterState state : LetterState.values()) {
                long told = DemoFiles.in("letters").stream()
                        .filter(file -> file.one(LetterState.class, "state") == state)
                        .count();
                assertThat(told).as("files of %s", state).isPositive();
                assertThat(letters.count(state)).as("letters %s", state).isEqualTo(told);
            }
        });
    }

    @Test
    void every_history_is_lawful_in_its_order_and_never_in_the_future() {
        db.inTransaction(em -> {
            for (Letter letter : all()) {
                LetterState before = null;
                Instant at = Instant.EPOCH;
                for (LetterEvent event : letter.events()) {
                    assertThat(event.from()).isEqualTo(before);
                    assertThat(before == null || before.next().contains(event.to())).isTrue();
                    assertThat(event.hour()).isAfterOrEqualTo(at).isBeforeOrEqualTo(NOW);
                    before = event.to();
                    at = event.hour();
                }
                assertThat(letter.state()).isEqualTo(before);
                assertThat(letter.due() == null || letter.due().isAfter(NOW)).isTrue();
            }
            assertThat(all().stream().map(letter -> letter.events().get(0).hour()))
                    .anyMatch(hour -> hour.isBefore(NOW.minus(Duration.ofDays(80))));
        });
    }

    @Test
    void what_will_be_printed_was_approved_and_is_in_a_language_that_passes() {
        db.inTransaction(em -> {
            for (LetterState state : List.of(LetterState.READY, LetterState.BATCHED, LetterState.PRINTED)) {
                for (Letter letter : letters.in(state, 100)) {
                    Recipient to = people.byId(letter.recipientId()).orElseThrow();
                    assertThat(letter.isApproved()).isTrue();
                    assertThat(new RulePacks().of(to).languages()).contains(letter.printLanguage());
                }
            }
        });
    }

    @Test
    void four_letters_are_held_for_four_reasons() {
        db.inTransaction(em -> assertThat(letters.in(LetterState.HELD, 10).stream().map(Letter::reason))
                .containsExactlyInAnyOrder(Reason.ADDRESS, Reason.NO_ROUTE, Reason.ENOUGH, Reason.TRANSFER));
    }

    @Test
    void one_batch_waits_for_its_printer_and_one_for_the_post() {
        db.inTransaction(em -> {
            List<Batch> open = batches.lately(20).stream()
                    .filter(batch -> batch.closedAt() == null)
                    .toList();
            assertThat(open).hasSize(3);
            Batch waiting = open.get(0);
            assertThat(waiting.filesTakenAt()).isNull();
            assertThat(waiting.lines()).hasSize(4);
            assertThat(batches.pdfOf(waiting)).isPresent();
            Batch printed = open.get(1);
            assertThat(printed.lines()).hasSize(3).allMatch(line -> line.isOpen());
            assertThat(batches.overdue(NOW, 10)).as("batches that the clock would end").isEmpty();
            assertThat(batches.unsure()).hasSize(1);
        });
    }

    @Test
    void a_writer_who_has_to_act_is_told() {
        db.inTransaction(em -> assertThat(new Outbox(db.entityManager()).count(Notice.State.WAITING)).isEqualTo(3));
    }

    @Test
    void a_second_start_adds_nothing() {
        long before = db.fromTransaction(em -> count());
        db.inTransaction(em -> seed(DEMO).seed(new Starting()));
        assertThat(db.<Long>fromTransaction(em -> count())).isEqualTo(before).isGreaterThanOrEqualTo(62);
    }

    private long count() {
        return all().size();
    }

    private List<Letter> all() {
        return java.util.Arrays.stream(LetterState.values())
                .flatMap(state -> letters.in(state, 1000).stream())
                .toList();
    }
}
