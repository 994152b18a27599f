package org.postern.post;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;
import org.postern.AtOnce;
import org.postern.TestDatabase;
import org.postern.directory.Recipient;
import org.postern.letter.Actor;
import org.postern.letter.BatchLines;
import org.postern.letter.House;
import org.postern.letter.LetterState;
import org.postern.letter.LetterState.Reason;
import org.postern.letter.NotNow;

/** A letter must not go although its paper may exist: it stays where it is until its volunteer says what became of it. */
@Tag("database")
@ParameterizedClass
@MethodSource("org.postern.TestDatabase#both")
class PullTest {
    private static final Actor ORGANISER = Actor.staff(3);

    private final TestDatabase db;
    private final Hands hands;
    private final House house;

    PullTest(TestDatabase db) {
        this.db = db;
        this.hands = new Hands(db);
        this.house = hands.house;
    }

    private long person(String country) {
        return hands.somebodyIn("Nadya " + UUID.randomUUID().toString().substring(0, 8), country);
    }

    /** @return the number of a batch whose files were taken */
    private long taken(UUID... ids) {
        long batch = house.batch(house.now().plus(Duration.ofDays(3)), ids);
        db.inTransaction(em -> house.batches.lock(batch).orElseThrow().takeFiles(House.STAFF, house.now()));
        return batch;
    }

    private int pull(long person, Reason why) {
        return db.fromTransaction(em -> {
            Recipient to = hands.people.byId(person).orElseThrow();
            return hands.unprinted().backFromBatches(to, why, ORGANISER, house.now());
        });
    }

    private int print(long batch) {
        return db.<Integer>fromTransaction(em -> house.batchLines.print(
                house.batches.lock(batch).orElseThrow(), List.of(1, 2), House.STAFF, house.now()));
    }

    private int post(long batch, Integer... nos) {
        return db.fromTransaction(em -> hands.markPosted()
                .posted(batch, List.of(nos), MarkPosted.Said.TODAY, House.STAFF)
                .letters());
    }

    private int takenOut(long batch, int no) {
        return db.<Integer>fromTransaction(em -> house.batchLines.takenOut(
                house.batches.lock(batch).orElseThrow(), List.of(no), House.STAFF, house.now()));
    }

    @Test
    void a_letter_that_is_pulled_is_neither_printed_nor_posted_and_a_scan_says_take_it_out() {
        long person = person("QR");
        UUID pulled = hands.readyTo(person);
        UUID other = house.ready(UUID.randomUUID() + "@example.org", org.postern.letter.Keeping.UNTIL_POSTED);
        long batch = taken(pulled, other);
        assertThat(pull(person, Reason.TRANSFER)).as("back at once").isZero();
        assertThat(house.state(pulled)).isEqualTo(LetterState.BATCHED);
        assertThat(hands.line(batch, 1).pull()).isEqualTo(Reason.TRANSFER);
        assertThat(hands.line(batch, 2).pull()).isNull();
        assertThat(print(batch)).isEqualTo(1);
        assertThat(post(batch, 1, 2)).isEqualTo(1);
        assertThat(house.state(other)).isEqualTo(LetterState.POSTED);
        assertThat(hands.scan(Mode.POSTED, hands.code(batch, 1), hands.scanner()))
                .isEqualTo(Answer.REMOVE);
        assertThat(hands.scan(Mode.SPOILED, hands.code(batch, 1), hands.scanner()))
                .isEqualTo(Answer.REMOVE);
    }

    @Test
    void one_that_is_marked_printed_is_pulled_too_and_goes_out_held_once_its_paper_is_destroyed() {
        long person = person("QR");
        UUID id = hands.readyTo(person);
        long batch = hands.printed(id);
        pull(person, Reason.RELEASED);
        assertThat(house.state(id)).isEqualTo(LetterState.PRINTED);
        assertThat(post(batch, 1)).isZero();
        assertThat(takenOut(batch, 1)).isEqualTo(1);
        assertThat(house.state(id)).isEqualTo(LetterState.HELD);
        assertThat(hands.letter(id).reason()).isEqualTo(Reason.RELEASED);
        assertThat(hands.line(batch, 1).pull()).isNull();
        assertThat(takenOut(batch, 1)).as("pressed twice").isZero();
    }

    @Test
    void one_that_was_in_the_post_already_is_posted_whether_it_was_marked_printed_or_not() {
        long person = person("QR");
        UUID marked = hands.readyTo(person);
        UUID not = hands.readyTo(person);
        long batch = taken(marked, not);
        db.inTransaction(em ->
                house.batchLines.print(house.batches.lock(batch).orElseThrow(), List.of(1), House.STAFF, house.now()));
        pull(person, Reason.TRANSFER);
        assertThat(db.<Integer>fromTransaction(em -> hands.markPosted().wentAlready(batch, List.of(1, 2), House.STAFF)))
                .isEqualTo(2);
        assertThat(house.state(marked)).isEqualTo(LetterState.POSTED);
        assertThat(house.state(not)).isEqualTo(LetterState.POSTED);
        assertThat(hands.line(batch, 2).pull()).isNull();
        assertThat(db.<Boolean>fromTransaction(
                        em -> house.batches.byNumber(batch).orElseThrow().closedAt() != null))
                .isTrue();
    }

    @Test
    void one_whose_claim_ran_out_is_unsure_and_never_ready_without_a_look_at_why_it_was_pulled() {
        long person = person("QR");
        UUID id = hands.readyTo(person);
        long batch = taken(id);
        pull(person, Reason.RELEASED);
        house.inBatch(batch, found -> house.batchLines.runOut(found, house.now()));
        assertThat(house.state(id)).isEqualTo(LetterState.UNSURE);
        db.inTransaction(em -> hands.people
                .lock(hands.people.byId(person).orElseThrow().slug())
                .orElseThrow()
                .doubted(Recipient.Doubt.RELEASED, hands.today()));
        db.inTransaction(em -> hands.markPosted().answer(batch, 1, BatchLines.Answer.DESTROYED, House.STAFF, false));
        assertThat(house.state(id)).isEqualTo(LetterState.HELD);
        assertThat(hands.letter(id).reason()).isEqualTo(Reason.RELEASED);
    }

    @Test
    void once_nothing_stands_against_it_any_more_it_is_ready_with_the_address_of_that_day() {
        long person = person("QR");
        UUID id = hands.readyTo(person);
        long batch = taken(id);
        pull(person, Reason.TRANSFER);
        house.inBatch(batch, found -> house.batchLines.runOut(found, house.now()));
        db.inTransaction(em -> hands.markPosted().answer(batch, 1, BatchLines.Answer.NOT_PRINTED, House.STAFF, false));
        assertThat(house.state(id)).isEqualTo(LetterState.READY);
    }

    @Test
    void a_letter_that_was_withdrawn_is_to_be_taken_out_until_somebody_says_that_it_is() {
        UUID id = house.ready(UUID.randomUUID() + "@example.org", org.postern.letter.Keeping.UNTIL_POSTED);
        long batch = taken(id);
        db.inTransaction(em -> {
            var letter = house.letters.lock(id).orElseThrow();
            letter.withdraw(house.now());
            house.batches.pullOut(letter, house.now());
        });
        assertThat(hands.line(batch, 1).pull()).isEqualTo(Reason.WITHDRAWN);
        assertThat(hands.scan(Mode.POSTED, hands.code(batch, 1), hands.scanner()))
                .isEqualTo(Answer.REMOVE);
        assertThat(takenOut(batch, 1)).as("although the batch is closed").isEqualTo(1);
        assertThat(house.state(id)).isEqualTo(LetterState.WITHDRAWN);
        assertThat(hands.scan(Mode.POSTED, hands.code(batch, 1), hands.scanner()))
                .isEqualTo(Answer.OUT);
    }

    @Test
    void pulled_and_posted_at_one_moment_it_is_one_of_both() throws Exception {
        for (int round = 0; round < 5; round++) {
            long person = person("QR");
            UUID id = hands.readyTo(person);
            UUID other = hands.readyTo(person("QS"));
            long batch = hands.printed(id, other);
            AtOnce.both(() -> pull(person, Reason.TRANSFER), () -> post(batch, 1));
            boolean posted = house.state(id) == LetterState.POSTED;
            assertThat(hands.line(batch, 1).pull()).isEqualTo(posted ? null : Reason.TRANSFER);
            assertThat(hands.line(batch, 1).isOpen()).isNotEqualTo(posted);
        }
    }

    @Test
    void two_who_say_what_became_of_it_at_one_moment_are_not_both_believed() throws Exception {
        for (int round = 0; round < 5; round++) {
            long person = person("QR");
            UUID id = hands.readyTo(person);
            long batch = hands.printed(id);
            pull(person, Reason.TRANSFER);
            List<Integer> said = AtOnce.both(() -> takenOut(batch, 1), () -> {
                try {
                    return db.<Integer>fromTransaction(
                            em -> hands.markPosted().wentAlready(batch, List.of(1), House.STAFF));
                } catch (NotNow finished) {
                    return 0;
                }
            });
            assertThat(said).containsExactlyInAnyOrder(1, 0);
            assertThat(house.state(id)).isEqualTo(said.get(0) == 1 ? LetterState.HELD : LetterState.POSTED);
        }
    }
}
