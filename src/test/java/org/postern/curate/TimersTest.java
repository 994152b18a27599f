package org.postern.curate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;
import org.postern.TestDatabase;
import org.postern.letter.House;
import org.postern.letter.Keeping;
import org.postern.letter.LetterState;

@Tag("database")
@ParameterizedClass
@MethodSource("org.postern.TestDatabase#both")
class TimersTest {
    private final TestDatabase db;
    private final House house;

    TimersTest(TestDatabase db) {
        this.db = db;
        this.house = new House(db);
    }

    @Test
    void an_unconfirmed_letter_expires_after_seven_days_and_one_that_fails_sinks_no_other() {
        UUID broken = house.unconfirmed("eva0@example.org", Keeping.UNTIL_POSTED);
        UUID late = house.unconfirmed("marta0@example.org", Keeping.UNTIL_POSTED);
        UUID arrived = house.arrived("ida0@example.org", Keeping.UNTIL_POSTED);
        house.clock.pass(Duration.ofDays(6));
        UUID early = house.unconfirmed("otto0@example.org", Keeping.UNTIL_POSTED);
        house.clock.pass(Duration.ofDays(1).plusHours(1));
        db.sql("update letter set state = 'POSTED' where id = '" + broken + "'");
        int done = new LetterTimeOuts(house.letters, house.oneByOne, house.clock).runOut();
        assertThat(done).isGreaterThanOrEqualTo(1);
        assertThat(house.state(broken)).isEqualTo(LetterState.POSTED);
        assertThat(house.state(late)).isEqualTo(LetterState.EXPIRED);
        assertThat(house.state(early)).isEqualTo(LetterState.UNCONFIRMED);
        assertThat(house.state(arrived)).isEqualTo(LetterState.IN_REVIEW);
        UUID contact = house.contactOf(late);
        new SettledContacts(house.contacts, house.oneByOne, house.clock).settle();
        house.eraser().eraseWhatIsDue();
        db.inTransaction(em -> {
            assertThat(house.letters.wordsOf(house.letters.byId(late).orElseThrow()))
                    .isEmpty();
            assertThat(house.contacts.byId(contact).orElseThrow().isForgotten()).isTrue();
        });
        db.sql("update letter set due = null where id = '" + broken + "'");
    }

    @Test
    void an_overdue_batch_gives_its_letters_back_unless_a_paper_may_exist() {
        Instant until = house.now().plus(Duration.ofHours(5));
        UUID untouched = house.ready("marta1@example.org", Keeping.UNTIL_POSTED);
        UUID printed = house.ready("eva1@example.org", Keeping.UNTIL_POSTED);
        UUID inTime = house.ready("ida1@example.org", Keeping.UNTIL_POSTED);
        house.batch(until, untouched);
        long taken = house.batch(until, printed);
        house.inBatch(taken, batch -> batch.takeFiles(House.STAFF, house.now()));
        house.print(taken);
        house.batch(until.plus(Duration.ofDays(2)), inTime);
        OverdueBatches overdue = new OverdueBatches(house.batches, house.batchLines, house.oneByOne, house.clock);
        overdue.runOut();
        assertThat(house.state(untouched)).isEqualTo(LetterState.BATCHED);
        house.clock.pass(Duration.ofHours(6));
        overdue.runOut();
        assertThat(house.state(untouched)).isEqualTo(LetterState.READY);
        assertThat(house.state(printed)).isEqualTo(LetterState.UNSURE);
        assertThat(house.state(inTime)).isEqualTo(LetterState.BATCHED);
        assertThat(overdue.runOut()).isZero();
    }

    @Test
    void a_batch_that_two_writers_emptied_at_one_moment_is_finished_by_the_clock() {
        UUID id = house.ready("marta2@example.org", Keeping.UNTIL_POSTED);
        long number = house.batch(house.now().plus(Duration.ofDays(3)), id);
        OverdueBatches batches = new OverdueBatches(house.batches, house.batchLines, house.oneByOne, house.clock);
        batches.runOut();
        assertThat(closed(number)).isFalse();
        // Its volunteer has the batch locked: the writer does not wait for that.
        house.inBatch(
                number,
                batch -> house.on(id, letter -> {
                    letter.withdraw(house.now());
                    house.batches.pullOut(letter, house.now());
                }));
        assertThat(closed(number)).isFalse();
        assertThat(batches.runOut()).isEqualTo(1);
        assertThat(closed(number)).isTrue();
    }

    private boolean closed(long batch) {
        return db.<Boolean>fromTransaction(
                em -> house.batches.byNumber(batch).orElseThrow().closedAt() != null);
    }
}
