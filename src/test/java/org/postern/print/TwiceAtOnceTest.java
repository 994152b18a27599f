package org.postern.print;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
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
import org.postern.letter.LetterState;
import org.postern.letter.NotNow;
import org.postern.staff.Role;
import org.postern.staff.StaffAccount;
import org.postern.staff.StaffAccounts;

/** A button pressed twice sends two forms at one moment: the second changes nothing and ends in no fault. */
@Tag("database")
@ParameterizedClass
@MethodSource("org.postern.TestDatabase#both")
class TwiceAtOnceTest {
    private final TestDatabase db;
    private final PrintRoom room;

    TwiceAtOnceTest(TestDatabase db) {
        this.db = db;
        this.room = new PrintRoom(db, false);
    }

    @Test
    void a_claim_takes_one_batch_although_more_letters_wait() throws Exception {
        room.letters(6, room.vera);
        long staff = db.fromTransaction(em -> {
            StaffAccount priya = StaffAccount.of(
                    "Priya " + UUID.randomUUID().toString().substring(0, 8),
                    Set.of(Role.PRINTER),
                    false,
                    "none",
                    room.house.now());
            new StaffAccounts(em).add(priya);
            return priya.id();
        });
        List<ClaimBatch.Claimed> claims = atOnce(() -> room.claim(room.plain, 2, staff, 0));
        assertThat(claims).extracting(ClaimBatch.Claimed::number).doesNotContainNull();
        assertThat(claims.get(0).number()).isEqualTo(claims.get(1).number());
        assertThat(claims).extracting(ClaimBatch.Claimed::letters).containsExactlyInAnyOrder(2, 0);
        assertThat(db.value("select count(*) from batch where claimed_by = " + staff))
                .isEqualTo(1L);
        ClaimBatch.Claimed next = room.claim(
                room.plain, 2, staff, Objects.requireNonNull(claims.get(0).number()));
        assertThat(next.letters()).as("a new form").isEqualTo(2);
    }

    @Test
    void printed_is_noted_once_for_each_letter() throws Exception {
        long batch = taken(3);
        assertThat(atOnce(() -> db.fromTransaction(
                        em -> room.atThePrinter.markPrinted(batch, List.of(1, 2, 3), PrintRoom.PRIYA))))
                .containsExactlyInAnyOrder(3, 0);
        assertThat(events(batch, LetterState.PRINTED)).isEqualTo(3);
    }

    @Test
    void what_is_given_back_goes_back_once() throws Exception {
        long batch = taken(3);
        List<Integer> given = atOnce(() -> {
            try {
                return db.fromTransaction(
                        em -> room.atThePrinter.giveBack(batch, List.of(1, 2, 3), true, PrintRoom.PRIYA));
            } catch (NotNow finished) {
                assertThat(finished.why()).isEqualTo(NotNow.Why.STATE);
                return 0;
            }
        });
        assertThat(given).containsExactlyInAnyOrder(3, 0);
        assertThat(events(batch, LetterState.READY)).isEqualTo(6);
    }

    @Test
    void two_more_days_are_two() throws Exception {
        long batch = taken(1);
        long until = claimedUntil(batch);
        atOnce(() -> db.fromTransaction(em -> {
            room.atThePrinter.extend(batch, until, PrintRoom.PRIYA);
            return true;
        }));
        assertThat(claimedUntil(batch)).isEqualTo(until + Duration.ofDays(2).toSeconds());
    }

    private long claimedUntil(long batch) {
        return db.fromTransaction(em ->
                room.house.batches.byNumber(batch).orElseThrow().claimedUntil().getEpochSecond());
    }

    private long taken(int letters) {
        room.letters(letters, room.vera);
        long batch = room.batch(room.plain);
        room.take(batch);
        return batch;
    }

    private long events(long batch, LetterState into) {
        Object count = db.value("select count(*) from letter_event where to_state = '" + into
                + "' and letter_id in (select letter_id from batch_line where batch_number = " + batch + ")");
        return count instanceof Long n ? n : -1;
    }

    private static <T> List<T> atOnce(Callable<T> deed) throws Exception {
        CyclicBarrier start = new CyclicBarrier(2);
        ExecutorService hands = Executors.newFixedThreadPool(2);
        try {
            List<Future<T>> both = new ArrayList<>();
            for (int i = 0; i < 2; i++) {
                both.add(hands.submit(() -> {
                    start.await();
                    return deed.call();
                }));
            }
            List<T> results = new ArrayList<>();
            for (Future<T> one : both) {
                results.add(one.get());
            }
            return results;
        } finally {
            hands.shutdown();
        }
    }
}
