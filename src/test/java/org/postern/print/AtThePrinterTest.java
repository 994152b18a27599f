package org.postern.print;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;
import org.postern.TestDatabase;
import org.postern.letter.Batch;
import org.postern.letter.Letter;
import org.postern.letter.LetterState;
import org.postern.letter.NotNow;

/** A paper that may exist is never printed again by itself. */
@Tag("database")
@ParameterizedClass
@MethodSource("org.postern.TestDatabase#both")
class AtThePrinterTest {
    private final TestDatabase db;
    private final PrintRoom room;

    AtThePrinterTest(TestDatabase db) {
        this.db = db;
        this.room = new PrintRoom(db, false);
    }

    private Set<LetterState> states(List<UUID> ids) {
        return db.fromTransaction(em -> ids.stream()
                .map(id -> room.house.letters.byId(id).orElseThrow())
                .map(Letter::state)
                .collect(java.util.stream.Collectors.toSet()));
    }

    private int giveBack(long batch, List<Integer> nos, boolean noPaper) {
        return db.fromTransaction(em -> room.atThePrinter.giveBack(batch, nos, noPaper, PrintRoom.PRIYA));
    }

    private int print(long batch, List<Integer> nos) {
        return db.fromTransaction(em -> room.atThePrinter.markPrinted(batch, nos, PrintRoom.PRIYA));
    }

    private void runOut(long number) {
        room.house.clock.pass(Duration.ofDays(15));
        db.inTransaction(em -> {
            assertThat(room.house.batches.overdue(room.house.now(), 100)).contains(number);
            Batch batch = room.house.batches.lock(number).orElseThrow();
            room.house.batchLines.runOut(batch, room.house.now());
        });
    }

    @Test
    void a_claim_that_ran_out_before_the_files_were_taken_gives_everything_back() {
        List<UUID> ids = room.letters(3, room.vera);
        long batch = room.batch(room.plain);
        runOut(batch);
        assertThat(states(ids)).containsExactly(LetterState.READY);
        assertThat(room.claim(room.plain, 40).letters()).isEqualTo(3);
    }

    @Test
    void one_that_ran_out_afterwards_leaves_them_unsure_and_in_nobody_elses_batch() {
        List<UUID> ids = room.letters(3, room.vera);
        long batch = room.batch(room.plain);
        room.take(batch);
        assertThat(print(batch, List.of(1))).isEqualTo(1);
        runOut(batch);
        assertThat(states(ids)).containsExactly(LetterState.UNSURE);
        assertThat(room.claim(room.plain, 40).number()).isNull();
        BatchView.Model page = db.fromTransaction(
                em -> room.batchView.of(room.house.batches.byNumber(batch).orElseThrow(), true, Said.NOTHING));
        assertThat(page.step()).isEqualTo(BatchView.Step.ANSWER);
        assertThat(page.unsure()).isEqualTo(3);
    }

    @Test
    void letters_given_back_with_their_paper_destroyed_are_ready_at_once_printed_or_not() {
        List<UUID> ids = room.letters(4, room.vera);
        long batch = room.batch(room.plain);
        room.take(batch);
        assertThat(print(batch, List.of(1, 2))).isEqualTo(2);
        assertThat(giveBack(batch, List.of(1, 2, 3, 4), true)).isEqualTo(4);
        assertThat(states(ids)).containsExactly(LetterState.READY);
        assertThatThrownBy(() -> giveBack(batch, List.of(1, 2, 3, 4), true))
                .as("pressed again")
                .isInstanceOf(NotNow.class);
    }

    @Test
    void given_back_by_somebody_who_is_not_sure_they_wait_for_an_answer() {
        List<UUID> ids = room.letters(2, room.vera);
        long batch = room.batch(room.plain);
        room.take(batch);
        assertThat(giveBack(batch, List.of(2), false)).isEqualTo(1);
        assertThat(states(ids)).containsExactlyInAnyOrder(LetterState.BATCHED, LetterState.UNSURE);
    }

    @Test
    void before_the_files_were_taken_nobody_is_asked_about_paper() {
        List<UUID> ids = room.letters(2, room.vera);
        long batch = room.batch(room.plain);
        assertThat(giveBack(batch, List.of(1, 2), false)).isEqualTo(2);
        assertThat(states(ids)).containsExactly(LetterState.READY);
    }

    @Test
    void printing_is_marked_for_chosen_letters_and_a_second_time_changes_nothing() {
        room.letters(3, room.vera);
        long batch = room.batch(room.plain);
        room.take(batch);
        assertThat(print(batch, List.of(1, 3))).isEqualTo(2);
        assertThat(print(batch, List.of(1, 3))).isZero();
        BatchView.Model page = db.fromTransaction(
                em -> room.batchView.of(room.house.batches.byNumber(batch).orElseThrow(), true, Said.NOTHING));
        assertThat(page.step()).isEqualTo(BatchView.Step.PRINT);
        assertThat(page.toPrint()).isEqualTo(1);
        assertThat(page.toPost()).isEqualTo(2);
    }

    private void withdraw(UUID id) {
        db.inTransaction(em -> {
            Letter letter = room.house.letters.lock(id).orElseThrow();
            letter.withdraw(room.house.now());
            room.house.batches.pullOut(letter, room.house.now());
        });
    }

    private BatchView.Model page(long number) {
        return db.fromTransaction(
                em -> room.batchView.of(room.house.batches.byNumber(number).orElseThrow(), true, Said.NOTHING));
    }

    @Test
    void a_batch_from_which_every_letter_was_taken_back_is_finished_by_itself() {
        List<UUID> ids = room.letters(2, room.vera);
        long number = room.batch(room.plain);
        room.take(number);
        withdraw(ids.get(0));
        assertThat(page(number).step()).isEqualTo(BatchView.Step.PRINT);
        assertThat(page(number).takenBack()).isEqualTo(1);
        withdraw(ids.get(1));
        BatchView.Model page = page(number);
        assertThat(page.batch().closedAt()).isEqualTo(room.house.now());
        assertThat(page.step()).isEqualTo(BatchView.Step.CLOSED);
        assertThat(page.isEmptied()).isTrue();
        assertThat(page.toRemove()).matches("1.{1,2}2");
        db.inTransaction(em ->
                assertThat(room.house.batches.openOf(PrintRoom.PRIYA)).noneMatch(batch -> batch.number() == number));
    }

    @Test
    void one_that_was_posted_in_part_is_finished_when_the_rest_is_taken_back() {
        List<UUID> ids = room.letters(2, room.vera);
        long number = room.batch(room.plain);
        room.take(number);
        int of = page(number).rows().get(0).no();
        assertThat(print(number, List.of(of))).isEqualTo(1);
        db.inTransaction(em -> room.house.batchLines.post(
                room.house.batches.lock(number).orElseThrow(),
                List.of(of),
                "Berlin",
                PrintRoom.PRIYA,
                room.house.now()));
        UUID left = ids.stream()
                .filter(id -> states(List.of(id)).contains(LetterState.BATCHED))
                .findFirst()
                .orElseThrow();
        withdraw(left);
        assertThat(page(number).step()).isEqualTo(BatchView.Step.CLOSED);
        assertThat(page(number).isEmptied()).isFalse();
    }

    @Test
    void two_more_days_are_one_deed_and_the_pages_of_a_removed_letter_are_named() {
        List<UUID> ids = room.letters(3, room.vera);
        long number = room.batch(room.plain);
        db.inTransaction(em -> {
            Letter withdrawn = room.house.letters.lock(ids.get(0)).orElseThrow();
            withdrawn.withdraw(room.house.now());
            room.house.batches.pullOut(withdrawn, room.house.now());
        });
        long until = room.extend(number);
        assertThat(until).as("the same page once more").isEqualTo(db.fromTransaction(em -> {
            room.atThePrinter.extend(number, until - 2 * 86_400, PrintRoom.PRIYA);
            return room.house
                    .batches
                    .byNumber(number)
                    .orElseThrow()
                    .claimedUntil()
                    .getEpochSecond();
        }));
        db.inTransaction(em -> {
            Batch batch = room.house.batches.byNumber(number).orElseThrow();
            assertThat(batch.claimedUntil())
                    .isEqualTo(Deadline.after(batch.claimedAt(), batch.site()).plus(Duration.ofDays(2)));
            BatchView.Model page = room.batchView.of(batch, true, Said.NOTHING);
            assertThat(page.toRemove()).as("nobody took a paper of it").isEmpty();
            assertThat(page.rows()).filteredOn(StackRow::isOut).hasSize(1);
        });
        assertThatThrownBy(() -> room.take(number))
                .as("the file still holds it")
                .isInstanceOf(NotNow.class);
        room.build(number);
        assertThat(page(number).rows()).hasSize(2);
        assertThat(page(number).toRemove()).isEmpty();
        room.take(number);
    }
}
