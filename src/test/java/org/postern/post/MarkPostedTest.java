package org.postern.post;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;
import org.postern.TestDatabase;
import org.postern.letter.BatchLines.Answer;
import org.postern.letter.BatchLines.NotPosted;
import org.postern.letter.House;
import org.postern.letter.Keeping;
import org.postern.letter.LetterEvent;
import org.postern.letter.LetterState;
import org.postern.letter.NotNow;

@Tag("database")
@ParameterizedClass
@MethodSource("org.postern.TestDatabase#both")
class MarkPostedTest {
    private static final long STAFF = House.STAFF;

    private final TestDatabase db;
    private final House house;
    private final MarkPosted markPosted;

    MarkPostedTest(TestDatabase db) {
        this.db = db;
        Hands hands = new Hands(db);
        this.house = hands.house;
        this.markPosted = hands.markPosted();
    }

    private UUID ready() {
        return house.ready(UUID.randomUUID() + "@example.org", Keeping.UNTIL_POSTED);
    }

    private long printed(UUID... ids) {
        long batch = house.batch(house.now().plus(Duration.ofDays(3)), ids);
        db.inTransaction(em -> house.batches.lock(batch).orElseThrow().takeFiles(STAFF, house.now()));
        house.print(batch);
        return batch;
    }

    private int post(long batch, List<Integer> nos) {
        return db.fromTransaction(em ->
                markPosted.posted(batch, nos, MarkPosted.Said.TODAY, STAFF).letters());
    }

    private long notices(UUID letter) {
        Object count = db.value("select count(*) from notice where kind = 'POSTED' and letter_id = '" + letter + "'");
        return count instanceof Long n ? n : -1;
    }

    private boolean closed(long batch) {
        return db.fromTransaction(
                em -> house.batches.byNumber(batch).orElseThrow().closedAt() != null);
    }

    @Test
    void posted_letters_carry_city_and_day_and_each_writer_is_told_once() {
        UUID one = ready();
        UUID two = ready();
        long batch = printed(one, two);
        assertThat(post(batch, List.of(1))).isEqualTo(1);
        assertThat(house.state(one)).isEqualTo(LetterState.POSTED);
        assertThat(house.state(two)).isEqualTo(LetterState.PRINTED);
        assertThat(closed(batch)).isFalse();
        assertThat(post(batch, List.of(1))).as("pressed twice").isZero();
        assertThat(post(batch, List.of(1, 2))).isEqualTo(1);
        assertThat(closed(batch)).isTrue();
        assertThatThrownBy(() -> post(batch, List.of(1, 2))).isInstanceOf(NotNow.class);
        assertThat(notices(one)).isEqualTo(1);
        assertThat(notices(two)).isEqualTo(1);
        LetterEvent last = db.fromTransaction(em -> {
            List<LetterEvent> events = house.letters.byId(one).orElseThrow().events();
            return events.get(events.size() - 1);
        });
        assertThat(last.place()).isEqualTo("Berlin");
        assertThat(last.actor()).isEqualTo("staff:" + STAFF);
    }

    @Test
    void the_button_pressed_twice_at_one_moment_posts_once_and_tells_each_writer_once() throws Exception {
        UUID one = ready();
        UUID two = ready();
        long batch = printed(one, two);
        CyclicBarrier start = new CyclicBarrier(2);
        Callable<Integer> press = () -> {
            start.await();
            try {
                return post(batch, List.of(1, 2));
            } catch (NotNow finished) {
                assertThat(finished.why()).isEqualTo(NotNow.Why.STATE);
                return 0;
            }
        };
        ExecutorService hands = Executors.newFixedThreadPool(2);
        List<Future<Integer>> both = hands.invokeAll(List.of(press, press));
        assertThat(List.of(both.get(0).get(), both.get(1).get())).containsExactlyInAnyOrder(2, 0);
        hands.shutdown();
        assertThat(notices(one)).isEqualTo(1);
        assertThat(notices(two)).isEqualTo(1);
        assertThat(closed(batch)).isTrue();
    }

    @Test
    void a_writer_whose_address_is_gone_is_not_told() {
        UUID id = ready();
        long batch = printed(id);
        db.sql("update contact set email = null where id = '" + house.contactOf(id) + "'");
        assertThat(post(batch, List.of(1))).isEqualTo(1);
        assertThat(notices(id)).isZero();
    }

    @Test
    void a_letter_that_is_not_printed_is_not_posted() {
        UUID id = ready();
        long batch = house.batch(house.now().plus(Duration.ofDays(3)), id);
        assertThat(post(batch, List.of(1))).isZero();
        assertThat(house.state(id)).isEqualTo(LetterState.BATCHED);
    }

    @Test
    void somebody_elses_batch_cannot_be_posted() {
        long batch = printed(ready());
        assertThatThrownBy(
                        () -> db.fromTransaction(em -> markPosted.posted(batch, List.of(1), MarkPosted.Said.TODAY, 99)))
                .isInstanceOf(NotNow.class);
    }

    @Test
    void each_of_three_answers_settles_a_letter_of_which_nobody_was_sure() {
        UUID posted = ready();
        UUID never = ready();
        UUID destroyed = ready();
        long batch = printed(posted, never, destroyed);
        db.inTransaction(em -> house.batchLines.runOut(house.batches.lock(batch).orElseThrow(), house.now()));
        List<UUID> ids = List.of(posted, never, destroyed);
        assertThat(ids).allMatch(id -> house.state(id) == LetterState.UNSURE);
        answer(batch, 1, Answer.POSTED);
        answer(batch, 2, Answer.NOT_PRINTED);
        answer(batch, 3, Answer.DESTROYED);
        assertThat(house.state(posted)).isEqualTo(LetterState.POSTED);
        assertThat(house.state(never)).isEqualTo(LetterState.READY);
        assertThat(house.state(destroyed)).isEqualTo(LetterState.READY);
        assertThat(notices(posted)).isEqualTo(1);
        assertThat(notices(never)).isZero();
        assertThat(closed(batch)).isTrue();
        assertThatThrownBy(() -> answer(batch, 1, Answer.DESTROYED)).isInstanceOf(NotNow.class);
    }

    @Test
    void only_who_had_the_papers_answers_for_them_or_an_organiser() {
        long batch = printed(ready());
        db.inTransaction(em -> house.batchLines.runOut(house.batches.lock(batch).orElseThrow(), house.now()));
        db.inTransaction(em -> {
            assertThat(house.batchLines.unsureOf(99)).isEmpty();
            assertThat(house.batchLines.unsureOf(STAFF))
                    .anyMatch(line -> line.batch().number() == batch);
        });
        assertThatThrownBy(() -> db.inTransaction(em -> markPosted.answer(batch, 1, Answer.DESTROYED, 99, false)))
                .isInstanceOfSatisfying(NotNow.class, e -> assertThat(e.why()).isEqualTo(NotNow.Why.CLAIM));
        db.inTransaction(em -> markPosted.answer(batch, 1, Answer.DESTROYED, 99, true));
        assertThat(closed(batch)).isTrue();
    }

    private void answer(long batch, int no, Answer answer) {
        db.inTransaction(em -> markPosted.answer(batch, no, answer, STAFF, false));
    }

    @Test
    void printed_and_forgotten_for_two_days_is_reported_to_its_volunteer() {
        long batch = printed(ready(), ready());
        post(batch, List.of(2));
        house.clock.pass(Duration.ofDays(1));
        assertThat(forgotten(STAFF)).noneMatch(one -> one.number() == batch);
        house.clock.pass(Duration.ofDays(2));
        assertThat(forgotten(STAFF))
                .filteredOn(one -> one.number() == batch)
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.letters()).isEqualTo(1);
                    assertThat(one.name()).matches("B[0-9]{4,}");
                });
        assertThat(forgotten(99)).isEmpty();
    }

    @Test
    void nobody_is_reminded_of_a_stack_while_the_post_is_closed() {
        long batch = printed(ready());
        LocalDate today = LocalDate.ofInstant(house.now(), ZoneId.of("Europe/Berlin"));
        house.inBatch(
                batch,
                found -> found.site()
                        .isClosedOn(Map.of(today.plusDays(2), "stocktaking", today.plusDays(3), "stocktaking")));
        house.clock.pass(Duration.ofDays(4));
        assertThat(forgotten(STAFF)).noneMatch(one -> one.number() == batch);
        house.clock.pass(Duration.ofDays(2));
        assertThat(forgotten(STAFF)).anyMatch(one -> one.number() == batch);
    }

    private List<NotPosted> forgotten(long staff) {
        return db.fromTransaction(em -> house.batchLines.printedNotPosted(staff, house.now()));
    }
}
