package org.postern.curate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;
import org.postern.TestDatabase;
import org.postern.directory.Facility;
import org.postern.directory.People;
import org.postern.directory.Recipient;
import org.postern.directory.RulePacks;
import org.postern.letter.Batch;
import org.postern.letter.BatchLines;
import org.postern.letter.Batches;
import org.postern.letter.Letter;
import org.postern.letter.LetterEvent;
import org.postern.letter.LetterState;
import org.postern.letter.LetterState.Reason;
import org.postern.letter.Letters;
import org.postern.letter.Survey;
import org.postern.letter.Surveys;
import org.postern.letter.Watches;
import org.postern.letter.Watches.Watch;
import org.postern.notice.Notice;
import org.postern.notice.Outbox;

@Tag("database")
@ParameterizedClass
@MethodSource("org.postern.TestDatabase#both")
class DemoSeedTest {
    private final Instant now = DemoHouse.CLOCK.instant();

    private final TestDatabase db;
    private final DemoHouse house;
    private final Letters letters;
    private final Batches batches;
    private final BatchLines batchLines;
    private final People people;

    DemoSeedTest(TestDatabase db) {
        this.db = db;
        this.house = DemoHouse.of(db);
        this.letters = house.letters;
        this.batches = house.batches;
        this.batchLines = house.batchLines;
        this.people = house.people;
    }

    @BeforeEach
    void seeded() {
        house.seed("true");
    }

    @Test
    void nothing_of_it_is_there_without_demo_mode() {
        try (TestDatabase real = TestDatabase.h2()) {
            DemoHouse.of(real).seed("false");
            for (String table : List.of("facility", "recipient", "campaign", "print_site", "letter", "notice")) {
                assertThat(real.value("select count(*) from " + table))
                        .as(table)
                        .isEqualTo(0L);
            }
        }
    }

    @Test
    void the_watches_find_nothing_that_must_never_happen() {
        db.inTransaction(em -> {
            Map<Watch, Long> found = new Watches(db.entityManager()).look(now);
            // The eraser's first run, a minute after the start, takes what the history says is past its date.
            found.remove(Watch.KEPT_TOO_LONG);
            assertThat(found.values()).hasSize(Watch.values().length - 1).containsOnly(0L);
        });
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
                    assertThat(before == null || before.next().contains(event.to()))
                            .isTrue();
                    assertThat(event.hour()).isAfterOrEqualTo(at).isBeforeOrEqualTo(now);
                    before = event.to();
                    at = event.hour();
                }
                assertThat(letter.state()).isEqualTo(before);
                assertThat(letter.due() == null || letter.due().isAfter(now)).isTrue();
            }
            assertThat(all().stream().map(letter -> letter.events().get(0).hour()))
                    .anyMatch(hour -> hour.isBefore(now.minus(Duration.ofDays(80))));
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
        db.inTransaction(em -> assertThat(
                        letters.in(LetterState.HELD, 10).stream().map(Letter::reason))
                .containsExactlyInAnyOrder(Reason.ADDRESS, Reason.NO_ROUTE, Reason.ENOUGH, Reason.TRANSFER));
    }

    @Test
    void of_one_place_enough_is_heard_to_say_how_long_its_post_takes_and_some_writers_are_asked() {
        db.inTransaction(em -> {
            Surveys surveys = new Surveys(db.entityManager());
            LocalDate since = LocalDate.ofInstant(now, ZoneOffset.UTC).minusDays(90);
            long delia = people.bySlug("delia-marrow").orElseThrow().id();
            assertThat(surveys.words(since))
                    .filteredOn(word -> word.recipientId() == delia && !word.back())
                    .hasSizeGreaterThanOrEqualTo(Facility.Heard.FEWEST)
                    .allMatch(word -> word.known().isAfter(word.posted().plusDays(20)));
            List<Letter> posted = letters.in(LetterState.POSTED, 100);
            assertThat(posted).anyMatch(letter -> surveys.due(letter, now).isPresent());
            assertThat(posted)
                    .flatExtracting(surveys::of)
                    .extracting(Survey::answer)
                    .contains(Survey.Answer.ARRIVED, Survey.Answer.NOTHING);
        });
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
            assertThat(batches.overdue(now, 10))
                    .as("batches that the clock would end")
                    .isEmpty();
            assertThat(batchLines.unsure()).hasSize(1);
        });
    }

    @Test
    void a_writer_who_has_to_act_is_told() {
        db.inTransaction(em -> assertThat(new Outbox(db.entityManager()).count(Notice.State.WAITING))
                .isEqualTo(4));
    }

    @Test
    void a_second_start_adds_nothing() {
        long before = db.fromTransaction(em -> count());
        house.seed("true");
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
