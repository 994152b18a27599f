package org.postern.print;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;
import org.postern.AtOnce;
import org.postern.TestDatabase;
import org.postern.letter.Batch;
import org.postern.letter.BatchLine;
import org.postern.letter.BatchLine.Again;
import org.postern.letter.LetterState.Reason;
import org.postern.letter.NotNow;

/** The printer jams, tea is spilled, a letter is pulled out, and at the end nothing is left lying. */
@Tag("database")
@ParameterizedClass
@MethodSource("org.postern.TestDatabase#both")
class ReprintsTest {
    private final TestDatabase db;
    private final PrintRoom room;

    ReprintsTest(TestDatabase db) {
        this.db = db;
        this.room = new PrintRoom(db, false);
    }

    private long taken(int letters) {
        room.letters(letters, room.vera);
        long batch = room.batch(room.plain);
        room.take(batch);
        return batch;
    }

    private int print(long batch, Integer... nos) {
        return db.<Integer>fromTransaction(em -> room.atThePrinter.markPrinted(batch, List.of(nos), PrintRoom.PRIYA));
    }

    private int again(long batch, Again why, int sheets, Integer... nos) {
        return db.<Integer>fromTransaction(
                em -> room.atThePrinter.again(batch, List.of(nos), why, sheets, PrintRoom.PRIYA));
    }

    private int post(long batch, Integer... nos) {
        return db.<Integer>fromTransaction(em -> {
            Batch found = room.house.batches.lock(batch).orElseThrow();
            return room.house.batchLines.post(found, List.of(nos), "Berlin", PrintRoom.PRIYA, room.house.now());
        });
    }

    private BatchLine line(long batch, int no) {
        return db.fromTransaction(em -> room.house.batchLines.line(batch, no).orElseThrow());
    }

    private BatchView.Model page(long batch) {
        return db.fromTransaction(
                em -> room.batchView.of(room.house.batches.byNumber(batch).orElseThrow(), true, Said.NOTHING));
    }

    @Test
    void after_a_jam_the_rest_of_the_stack_is_printed_again_and_what_lay_before_it_goes() {
        long batch = taken(4);
        assertThat(print(batch, 1, 2, 3, 4)).isEqualTo(4);
        assertThat(again(batch, Again.JAM, 2, 3, 4, 9_999)).isEqualTo(2);
        assertThat(page(batch).again()).isEqualTo("3–4");
        assertThat(line(batch, 3).copy()).isEqualTo(2);
        assertThat(line(batch, 3).spoiledSheets()).as("what the printer ate").isEqualTo(2);
        assertThat(line(batch, 4).spoiledSheets()).isZero();
        assertThat(page(batch).spoiled()).isEqualTo(2);
        assertThat(again(batch, Again.JAM, 2, 3, 4)).as("pressed twice").isZero();
        assertThat(post(batch, 1, 2, 3, 4)).as("marked ones stay").isEqualTo(2);
        assertThat(print(batch, 3, 4)).isEqualTo(2);
        assertThat(page(batch).again()).isEmpty();
        assertThat(post(batch, 3, 4)).isEqualTo(2);
    }

    @Test
    void of_spoiled_letters_each_sheet_is_counted_once_however_often_it_is_said() throws Exception {
        long batch = taken(3);
        print(batch, 1, 2, 3);
        int sheets = line(batch, 2).sheets() + line(batch, 3).sheets();
        assertThat(AtOnce.both(
                        () -> again(batch, Again.SPOILED, 99, 2, 3), () -> again(batch, Again.SPOILED, 99, 2, 3)))
                .containsExactlyInAnyOrder(2, 0);
        assertThat(page(batch).spoiled()).isEqualTo(sheets);
        assertThat(db.value("select sum(spoiled) from ledger_entry where batch_number = " + batch))
                .asString()
                .isEqualTo(String.valueOf(sheets));
        print(batch, 2);
        assertThat(again(batch, Again.SPOILED, 0, 2)).as("that one, too").isEqualTo(1);
        assertThat(line(batch, 2).copy()).isEqualTo(3);
    }

    @Test
    void before_the_files_are_taken_or_in_strange_hands_nothing_is_printed_again() {
        room.letters(1, room.vera);
        long batch = room.batch(room.plain);
        assertThat(again(batch, Again.JAM, 1, 1)).isZero();
        assertThatThrownBy(() -> db.fromTransaction(em -> room.atThePrinter.again(batch, List.of(1), Again.JAM, 1, 99)))
                .isInstanceOf(NotNow.class);
    }

    @Test
    void a_letter_that_is_pulled_is_not_printed_again_and_the_page_names_it() {
        long batch = taken(2);
        print(batch, 1, 2);
        db.inTransaction(em -> {
            assertThat(room.house.batches.lock(batch)).isPresent();
            BatchLine line = room.house.batchLines.line(batch, 2).orElseThrow();
            room.house.batchLines.pull(room.house.letters.lock(line.letterId()).orElseThrow(), Reason.TRANSFER);
        });
        assertThat(again(batch, Again.JAM, 1, 1, 2)).isEqualTo(1);
        BatchView.Model page = page(batch);
        assertThat(page.toRemove()).isEqualTo("2");
        assertThat(page.again()).isEqualTo("1");
        assertThat(page.mayHaveGone()).isTrue();
        assertThat(db.<Integer>fromTransaction(em -> room.atThePrinter.takenOut(batch, List.of(1, 2), PrintRoom.PRIYA)))
                .as("only what was to be taken out")
                .isEqualTo(1);
        assertThat(page(batch).toRemove()).isEmpty();
        assertThat(line(batch, 2).isOpen()).isFalse();
    }

    @Test
    void a_batch_is_closed_with_two_ticks_once_no_letter_is_in_it_and_opens_again_with_an_undone_posting() {
        long batch = taken(1);
        assertThatThrownBy(() -> db.inTransaction(em -> room.atThePrinter.tidy(batch, PrintRoom.PRIYA)))
                .isInstanceOf(NotNow.class);
        print(batch, 1);
        post(batch, 1);
        assertThat(page(batch).isToTidy()).isTrue();
        assertThatThrownBy(() -> db.inTransaction(em -> room.atThePrinter.tidy(batch, 99)))
                .isInstanceOf(NotNow.class);
        db.inTransaction(em -> room.atThePrinter.tidy(batch, PrintRoom.PRIYA));
        assertThat(page(batch).isToTidy()).isFalse();
        assertThat(page(batch).batch().tidiedAt()).isNotNull();
    }
}
