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
            room.house.batches.runOut(batch, room.house.now());
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
                em -> room.batchView.of(room.house.batches.byNumber(batch).orElseThrow(), true, "", 0, 0));
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
                em -> room.batchView.of(room.house.batches.byNumber(batch).orElseThrow(), true, "", 0, 0));
        assertThat(page.step()).isEqualTo(BatchView.Step.PRINT);
        assertThat(page.toPrint()).isEqualTo(1);
        assertThat(page.toPost()).isEqualTo(2);
    }

    @Test
    void two_more_days_are_one_deed_and_the_pages_of_a_removed_letter_are_named() {
        List<UUID> ids = room.letters(3, room.vera);
        long number = room.batch(room.plain);
        db.inTransaction(em -> {
            Letter withdrawn = room.house.letters.lock(ids.get(0)).orElseThrow();
            withdrawn.withdraw(room.house.now());
            room.house.batches.pullOut(withdrawn);
        });
        db.inTransaction(em -> room.atThePrinter.extend(number, PrintRoom.PRIYA));
        db.inTransaction(em -> {
            Batch batch = room.house.batches.byNumber(number).orElseThrow();
            assertThat(batch.claimedUntil())
                    .isEqualTo(Deadline.after(batch.claimedAt(), batch.site().zone())
                            .plus(Duration.ofDays(2)));
            BatchView.Model page = room.batchView.of(batch, true, "", 0, 0);
            assertThat(page.removed()).matches("[123]");
            assertThat(page.rows()).filteredOn(BatchView.Row::isOut).hasSize(1);
        });
    }
}
