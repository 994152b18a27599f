package org.postern.letter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatList;
import static org.assertj.core.api.Assertions.entry;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.api.MapAssert;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;
import org.postern.TestDatabase;
import org.postern.TestPeople;
import org.postern.letter.LetterCounts.Posting;
import org.postern.letter.LetterCounts.Scope;
import org.postern.letter.LetterCounts.Waiting;
import org.postern.vault.TestVault;

@Tag("database")
@ParameterizedClass
@MethodSource("org.postern.TestDatabase#both")
class LetterCountsTest {
    private static final Instant SUNDAY = Instant.parse("2026-10-04T23:30:00Z");
    private static final Instant MONDAY = SUNDAY.plus(Duration.ofHours(1));
    private static final Instant LATER = Instant.parse("2026-11-20T16:40:00Z");
    private static final Duration SETTLED = Duration.ofHours(2);
    private static final LocalDate FIRST_WEEK = LocalDate.of(2026, 9, 28);
    private static final LocalDate SECOND_WEEK = LocalDate.of(2026, 10, 5);

    private static final Steps WRITTEN = new Steps(1, 0, 0, 0, 0, 0);

    private final TestDatabase db;
    private final LetterCounts counts;
    private final LetterWeeks weeks;
    private final LetterFold fold;
    private final long anna;
    private final long boris;
    private TestLetters write;

    @TempDir
    Path keys;

    @SuppressWarnings("NullAway.Init")
    LetterCountsTest(TestDatabase db) {
        this.db = db;
        TestCounts all = TestCounts.over(db.entityManager());
        this.counts = all.counts();
        this.weeks = all.weeks();
        this.fold = all.fold();
        this.anna = TestPeople.listed(db, "Anna", "RU");
        this.boris = TestPeople.listed(db, "Boris", "BY");
    }

    @BeforeEach
    void empty() {
        for (String table : List.of(
                "letter_count",
                "letter_stand",
                "letter_days",
                "letter_event",
                "letter",
                "submission",
                "sealing_key",
                "wrapping_key")) {
            db.sql("delete from " + table);
        }
        write = new TestLetters(db, new Letters(db.entityManager(), TestVault.in(db, keys)));
    }

    @Test
    void a_letter_is_counted_where_it_is_and_nowhere_else() {
        write.written(anna, SUNDAY);
        write.posted(anna, SUNDAY, MONDAY);
        write.posted(boris, SUNDAY, MONDAY);

        assertThatCounted(c -> c.now(Scope.ALL))
                .containsOnly(entry(LetterState.IN_REVIEW, 1L), entry(LetterState.POSTED, 2L));
        assertThatCounted(c -> c.now(new Scope(boris, null))).containsOnly(entry(LetterState.POSTED, 1L));
        assertThat(counted(c -> c.nowByPerson(Scope.ALL)).get(anna))
                .containsOnly(entry(LetterState.IN_REVIEW, 1L), entry(LetterState.POSTED, 1L));
    }

    @Test
    void every_number_is_the_same_after_folding() {
        write.written(anna, SUNDAY);
        write.posted(anna, SUNDAY, MONDAY);
        write.posted(boris, SUNDAY, MONDAY.plus(Duration.ofDays(6)));
        List<Object> before = everyNumber();

        int folded = db.fromTransaction(em -> fold.fold(LATER));

        assertThat(folded).isEqualTo(2 + 6 + 6);
        assertThat(db.value("select count(*) from letter_event where fold_no is null"))
                .isEqualTo(0L);
        assertThat(everyNumber()).isEqualTo(before);
        assertThat(db.value("select count(*) from letter_stand")).isEqualTo(3L);
        assertThat(db.<Integer>fromTransaction(em -> fold.fold(LATER))).isZero();
        assertThat(everyNumber()).isEqualTo(before);
    }

    @Test
    void a_week_is_folded_two_hours_after_its_end() {
        write.written(anna, SUNDAY);

        assertThat(db.<Integer>fromTransaction(em -> fold.fold(Instant.parse("2026-10-05T01:59:00Z"))))
                .isZero();
        assertThat(db.<Integer>fromTransaction(em -> fold.fold(Instant.parse("2026-10-05T02:00:00Z"))))
                .isEqualTo(2);
    }

    @Test
    void a_second_week_is_added_to_what_stands() {
        write.written(anna, SUNDAY);
        db.inTransaction(em -> fold.fold(MONDAY.plus(SETTLED)));
        write.posted(anna, MONDAY, MONDAY);
        write.written(boris, MONDAY);
        List<Object> before = everyNumber();

        db.inTransaction(em -> fold.fold(LATER));

        assertThat(everyNumber()).isEqualTo(before);
        assertThat(db.value("select count(*) from letter_stand")).isEqualTo(3L);
    }

    @Test
    void the_sums_equal_a_full_recount_while_four_write_and_two_fold() throws Exception {
        int each = 25;
        AtomicInteger begun = new AtomicInteger();
        AtomicInteger stored = new AtomicInteger();
        List<Callable<Void>> work = new ArrayList<>();
        for (int writer = 0; writer < 4; writer++) {
            long person = writer % 2 == 0 ? anna : boris;
            work.add(() -> {
                for (int i = 0; i < each; i++) {
                    begun.incrementAndGet();
                    write.written(person, SUNDAY);
                    stored.incrementAndGet();
                }
                return null;
            });
        }
        for (int folder = 0; folder < 2; folder++) {
            work.add(() -> {
                while (stored.get() < 4 * each) {
                    db.inTransaction(em -> fold.fold(LATER));
                }
                return null;
            });
        }
        work.add(() -> {
            while (stored.get() < 4 * each) {
                int least = stored.get();
                Map<LetterState, Long> now = counted(c -> c.now(Scope.ALL));
                assertThat(now.keySet()).isSubsetOf(LetterState.IN_REVIEW);
                assertThat(now.getOrDefault(LetterState.IN_REVIEW, 0L)).isBetween((long) least, (long) begun.get());
            }
            return null;
        });

        var threads = Executors.newFixedThreadPool(work.size());
        try {
            for (Future<Void> done : threads.invokeAll(work)) {
                done.get();
            }
        } finally {
            threads.shutdown();
        }

        assertThatCounted(c -> c.now(Scope.ALL)).isEqualTo(recount());
        db.inTransaction(em -> fold.fold(LATER));
        assertThatCounted(c -> c.now(Scope.ALL)).isEqualTo(recount()).containsEntry(LetterState.IN_REVIEW, 100L);
        assertThat(db.value("select cast(sum(written) as bigint) from letter_count"))
                .isEqualTo(100L);
    }

    @Test
    void sunday_night_belongs_to_the_week_before_monday() {
        write.written(anna, SUNDAY);
        write.written(anna, MONDAY);
        write.written(anna, MONDAY);

        Map<LocalDate, Steps> steps = counted(c -> weeks.steps(Scope.ALL, FIRST_WEEK, SECOND_WEEK.plusDays(7)));

        assertThat(steps).containsExactly(entry(FIRST_WEEK, WRITTEN), entry(SECOND_WEEK, WRITTEN.plus(WRITTEN)));
        assertThatCounted(c -> weeks.steps(Scope.ALL, FIRST_WEEK, SECOND_WEEK)).containsOnlyKeys(FIRST_WEEK);
    }

    @Test
    void a_letter_that_its_writer_changed_was_written_once() {
        UUID id = write.written(anna, SUNDAY);
        write.changed(id, SUNDAY);

        assertThatCounted(c -> weeks.steps(Scope.ALL, FIRST_WEEK, SECOND_WEEK))
                .containsOnly(entry(FIRST_WEEK, WRITTEN));
        assertThat(recount()).containsOnly(entry(LetterState.IN_REVIEW, 1L));
    }

    @Test
    void the_days_from_writing_to_posting_are_exact() {
        for (int days : List.of(2, 3, 4, 5, 6, 6, 7, 8, 15, 40)) {
            write.posted(anna, MONDAY.minus(Duration.ofDays(days)), MONDAY);
        }

        DaysToPost days = counted(c -> weeks.daysToPost(Scope.ALL, FIRST_WEEK, SECOND_WEEK.plusDays(7)))
                .getOrDefault(SECOND_WEEK, DaysToPost.NONE);

        assertThat(days.count()).isEqualTo(10);
        assertThat(days.within(50)).isEqualTo(6);
        assertThat(days.within(90)).isEqualTo(15);
        assertThat(days.within(100)).isEqualTo(40);
    }

    @Test
    void a_letter_that_waited_for_its_birthday_was_not_late() {
        write.posted(anna, MONDAY.minus(Duration.ofDays(40)), MONDAY.minus(Duration.ofDays(3)), MONDAY);

        DaysToPost days = counted(c -> weeks.daysToPost(Scope.ALL, FIRST_WEEK, SECOND_WEEK.plusDays(7)))
                .getOrDefault(SECOND_WEEK, DaysToPost.NONE);

        assertThat(days.within(100)).isEqualTo(3);
    }

    @Test
    void what_was_posted_lately_is_known_by_person_and_by_day_and_city() {
        write.posted(anna, SUNDAY, MONDAY.minus(Duration.ofDays(30)));
        write.posted(anna, SUNDAY, MONDAY);
        write.posted(boris, SUNDAY, MONDAY);
        LocalDate monday = SECOND_WEEK;

        assertThatCounted(c -> c.postedSince(monday.minusDays(29))).containsOnly(entry(anna, 1L), entry(boris, 1L));
        assertThatList(counted(c -> c.postings(monday.minusDays(29))))
                .containsExactly(new Posting(monday, "Berlin", 2));
        assertThatCounted(c -> weeks.lastPosted(Scope.ALL)).containsOnly(entry(anna, monday), entry(boris, monday));
        assertThatCounted(c -> weeks.postedByPerson(Scope.ALL, monday, monday.plusDays(7)))
                .containsOnly(entry(anna, Map.of(monday, 1L)), entry(boris, Map.of(monday, 1L)));
    }

    @Test
    void a_letter_is_over_when_it_waits_longer_than_its_state_has_patience() {
        write.written(anna, SUNDAY);
        write.written(anna, SUNDAY.plus(Duration.ofDays(5)));
        write.posted(boris, SUNDAY, MONDAY);

        Map<LetterState, Waiting> waiting = counted(c -> c.waiting(SUNDAY.plus(Duration.ofDays(4))));

        assertThat(waiting)
                .containsOnly(entry(LetterState.IN_REVIEW, new Waiting(2, Instant.parse("2026-10-04T23:00:00Z"), 1)));
    }

    @Test
    void nobody_is_late_with_a_letter_that_waited_for_its_day() {
        write.ready(anna, SUNDAY, SUNDAY.plus(Duration.ofDays(30)));
        write.ready(boris, SUNDAY.plus(Duration.ofDays(1)), null);

        Waiting early =
                counted(c -> c.waiting(SUNDAY.plus(Duration.ofDays(16)))).get(LetterState.READY);
        assertThat(early).isEqualTo(new Waiting(2, Instant.parse("2026-10-05T23:00:00Z"), 1));
        Waiting late = counted(c -> c.waiting(SUNDAY.plus(Duration.ofDays(40)))).get(LetterState.READY);
        assertThat(late).as("its day was ten days ago").isEqualTo(early);
        Waiting over = counted(c -> c.waiting(SUNDAY.plus(Duration.ofDays(46)))).get(LetterState.READY);
        assertThat(over).isEqualTo(new Waiting(2, Instant.parse("2026-10-05T23:00:00Z"), 2));
    }

    private <K, V> MapAssert<K, V> assertThatCounted(java.util.function.Function<LetterCounts, Map<K, V>> question) {
        Map<K, V> answer = counted(question);
        return assertThat(answer);
    }

    private <T> T counted(java.util.function.Function<LetterCounts, T> question) {
        return db.fromTransaction(em -> question.apply(counts));
    }

    private List<Object> everyNumber() {
        LocalDate until = SECOND_WEEK.plusDays(14);
        return db.fromTransaction(em -> List.of(
                counts.now(Scope.ALL),
                counts.nowByPerson(new Scope(anna, null)),
                weeks.steps(Scope.ALL, FIRST_WEEK, until),
                weeks.stepsByPerson(Scope.ALL, FIRST_WEEK, until),
                weeks.postedByPerson(Scope.ALL, FIRST_WEEK, until),
                counts.postedSince(SECOND_WEEK),
                weeks.lastPosted(Scope.ALL),
                counts.postings(SECOND_WEEK),
                weeks.daysToPost(Scope.ALL, FIRST_WEEK, until)));
    }

    /** Letter by letter, without any sum. */
    private Map<LetterState, Long> recount() {
        Map<LetterState, Long> states = new EnumMap<>(LetterState.class);
        db.inTransaction(em -> em.createQuery("select l from Letter l", Letter.class)
                .getResultList()
                .forEach(letter -> states.merge(letter.state(), 1L, Long::sum)));
        return states;
    }
}
