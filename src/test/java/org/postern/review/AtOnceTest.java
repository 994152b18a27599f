package org.postern.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;
import org.postern.TestDatabase;
import org.postern.letter.Actor;
import org.postern.letter.Advice;
import org.postern.letter.LetterState;
import org.postern.letter.LetterState.Reason;
import org.postern.letter.NotNow;

/** The same form sent twice at once: one deed is done, the other is told so, and neither is a fault. */
@Tag("database")
@ParameterizedClass
@MethodSource("org.postern.TestDatabase#both")
class AtOnceTest {
    private static final long MARTA = 11;
    private static final long TOMAS = 21;
    private static final Advice ADVICE = new Advice("", "Leave the number out.", Set.of());

    private final TestDatabase db;
    private final ReadersHouse room;

    AtOnceTest(TestDatabase db) {
        this.db = db;
        this.room = new ReadersHouse(db);
    }

    @BeforeEach
    void nobodyElseWaits() {
        db.sql("update letter set state = 'WITHDRAWN', claimed_by = null, claimed_until = null");
        db.sql("delete from print_site_route");
        room.siteServes("QA");
    }

    private UUID letter(String language) {
        return room.letter(room.prisoner("QA", ReadersHouse.LATELY, ""), language, "Здравствуйте, Вера!");
    }

    @Test
    void an_approval_counts_once() throws Exception {
        UUID id = letter("ru");
        Reading seen = room.open(id, MARTA);
        assertThat(twice(() -> room.decide.approve(id, MARTA, seen.fence(), seen.hash(), room.house.now())))
                .containsExactlyInAnyOrder("done", "not now");
        assertThat(room.house.state(id)).isEqualTo(LetterState.READY);
    }

    @Test
    void a_refusal_counts_once() throws Exception {
        UUID id = letter("ru");
        Reading seen = room.open(id, MARTA);
        assertThat(twice(() -> room.decide.refuse(id, MARTA, seen.fence(), Reason.ABUSE, ADVICE, room.house.now())))
                .containsExactlyInAnyOrder("done", "not now");
    }

    @Test
    void changes_are_asked_for_once() throws Exception {
        UUID id = letter("ru");
        Reading seen = room.open(id, MARTA);
        assertThat(twice(() -> room.decide.askForChanges(id, MARTA, seen.fence(), ADVICE, room.house.now())))
                .containsExactlyInAnyOrder("done", "not now");
    }

    @Test
    void a_letter_that_is_given_back_and_kept_longer_at_once_is_no_fault() throws Exception {
        UUID id = letter("ru");
        room.open(id, MARTA);
        assertThat(twice(() -> room.decide.giveBack(id, MARTA, room.house.now())))
                .containsOnly("done");
        assertThat(twice(() -> room.decide.claim(id, LetterState.IN_REVIEW, MARTA, room.house.now())))
                .containsOnly("done");
    }

    @Test
    void two_presses_on_next_are_two_letters_or_one() throws Exception {
        letter("ru");
        assertThat(twice(() -> room.decide.claimNext(LetterState.IN_REVIEW, MARTA, List.of(), room.house.now())))
                .containsOnly("done");
        UUID english = translating();
        assertThat(room.house.state(english)).isEqualTo(LetterState.IN_TRANSLATION);
        assertThat(twice(() -> room.translate.claimNext("en", "ru", TOMAS, room.house.now())))
                .containsOnly("done");
    }

    @Test
    void a_translation_is_saved_handed_in_and_accepted_once() throws Exception {
        UUID id = translating();
        db.fromTransaction(em -> room.translate.claimNext("en", "ru", TOMAS, room.house.now()));
        long fence = fence(id);
        assertThat(twice(() -> room.translate.save(id, TOMAS, fence, "Привет!", room.house.now())))
                .containsOnly("done");
        assertThat(twice(() -> room.translate.finish(id, TOMAS, fence, "Привет!", room.house.now())))
                .containsExactlyInAnyOrder("done", "not now");
        db.inTransaction(em -> room.decide.claim(id, LetterState.TRANSLATION_CHECK, MARTA, room.house.now()));
        long second = fence(id);
        String seen = room.checked(id, MARTA).hash();
        assertThat(twice(() -> room.translate.accept(id, MARTA, second, seen, room.house.now())))
                .containsExactlyInAnyOrder("done", "not now");
        assertThat(room.house.state(id)).isEqualTo(LetterState.READY);
    }

    /** The embedded database would wait two seconds for a row and no longer, if it were not told to. */
    @Test
    void a_deed_on_a_letter_that_somebody_writes_to_for_long_waits() throws Exception {
        UUID id = letter("ru");
        Reading seen = room.open(id, MARTA);
        CountDownLatch locked = new CountDownLatch(1);
        ExecutorService other = Executors.newSingleThreadExecutor();
        try {
            Future<?> slow = other.submit(() -> db.inTransaction(em -> {
                room.house.letters.lock(id);
                locked.countDown();
                Thread.sleep(3_000);
            }));
            locked.await();
            String end = end(() -> room.decide.approve(id, MARTA, seen.fence(), seen.hash(), room.house.now()));
            assertThat(end).isEqualTo("done");
            slow.get();
        } finally {
            other.shutdownNow();
        }
    }

    @Test
    void a_held_letter_is_let_go_once() throws Exception {
        UUID id = letter("ru");
        Reading seen = room.open(id, MARTA);
        db.inTransaction(em -> room.decide.approve(id, MARTA, seen.fence(), seen.hash(), room.house.now()));
        room.house.on(id, held -> held.hold(Reason.FAULT, Actor.CLOCK, room.house.now()));
        assertThat(twice(() -> room.heldLetters.letGo(id, MARTA, room.house.now())))
                .containsExactlyInAnyOrder("done", "not now");
    }

    @Test
    void who_pressed_twice_is_told_that_the_first_press_counted() {
        UUID id = letter("ru");
        Reading seen = room.open(id, MARTA);
        db.inTransaction(em -> room.decide.approve(id, MARTA, seen.fence(), seen.hash(), room.house.now()));
        assertThat(db.<Boolean>fromTransaction(em -> room.readings.decided(id, LetterState.IN_REVIEW, MARTA)))
                .isTrue();
        assertThat(db.<Boolean>fromTransaction(em -> room.readings.decided(id, LetterState.IN_REVIEW, TOMAS)))
                .isFalse();
    }

    private UUID translating() {
        UUID id = letter("en");
        Reading seen = room.open(id, MARTA);
        db.inTransaction(em -> room.decide.approve(id, MARTA, seen.fence(), seen.hash(), room.house.now()));
        return id;
    }

    private long fence(UUID id) {
        return db.fromTransaction(
                em -> room.house.letters.byId(id).orElseThrow().fence());
    }

    /** @return what became of each: done, not now, or the fault that a page would be */
    private List<String> twice(Runnable deed) throws Exception {
        CountDownLatch both = new CountDownLatch(2);
        ExecutorService two = Executors.newFixedThreadPool(2);
        try {
            List<Future<String>> ends = new ArrayList<>();
            for (int i = 0; i < 2; i++) {
                ends.add(two.submit(() -> {
                    both.countDown();
                    both.await();
                    return end(deed);
                }));
            }
            return List.of(ends.get(0).get(), ends.get(1).get());
        } finally {
            two.shutdownNow();
        }
    }

    private String end(Runnable deed) {
        try {
            return Reader.deed(() -> {
                db.inTransaction(em -> deed.run());
                return "done";
            });
        } catch (NotNow e) {
            return "not now";
        } catch (RuntimeException e) {
            return e.toString();
        }
    }
}
