package org.postern.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;
import org.postern.AtOnce;
import org.postern.TestDatabase;
import org.postern.letter.LetterState;

/** What translators choose from, and how they take it. */
@Tag("database")
@ParameterizedClass
@MethodSource("org.postern.TestDatabase#both")
class PairsTest {
    private static final long TOMAS = 21;
    private static final long IRINA = 22;
    /** Far more than a bounded list ever showed. */
    private static final int MANY = 10_000;

    private final TestDatabase db;
    private final ReadersHouse room;

    PairsTest(TestDatabase db) {
        this.db = db;
        this.room = new ReadersHouse(db);
    }

    @BeforeEach
    void nobodyElseWaits() {
        db.sql("update letter set state = 'WITHDRAWN', claimed_by = null, claimed_until = null");
    }

    /** @return a letter that waits for a translator since so many hours */
    private UUID waiting(long to, String language, int hours) {
        UUID id = room.letter(to, language, "Dear Vera,\n\nThe first snow fell.");
        db.sql("update letter set state = 'IN_TRANSLATION', state_since = "
                + instant(room.house.now().minus(Duration.ofHours(hours))) + " where id = '" + id + "'");
        return id;
    }

    private static String instant(Instant when) {
        return "timestamp with time zone '" + when.toString().replace("T", " ").replace("Z", "+00") + "'";
    }

    private List<Translations.Pair> pairs() {
        return db.fromTransaction(em -> room.translations.pairs(room.house.now()));
    }

    private Optional<UUID> take(String from, String into, long who) {
        return db.fromTransaction(em -> room.translate.claimNext(from, into, who, room.house.now()));
    }

    private void fill(UUID like, int many) {
        db.sql("insert into letter (id, recipient_id, language, print_language, state, state_since, slow_lane,"
                + " text_key, thread_key, fence, version) select "
                + (db.isPostgres() ? "gen_random_uuid()" : "random_uuid()")
                + ", l.recipient_id, l.language, l.print_language, 'IN_TRANSLATION', l.state_since, false, l.text_key,"
                + " l.thread_key, 0, 1 from letter l cross join "
                + (db.isPostgres() ? "generate_series" : "system_range") + "(1, " + many + ")" + " where l.id = '"
                + like + "'");
    }

    @Test
    void letters_are_counted_by_what_they_are_in_and_what_the_place_lets_in() {
        long vera = room.prisoner("QA", ReadersHouse.LATELY, "");
        long farid = room.prisoner("QA", ReadersHouse.LATELY, "languages fa ru");
        waiting(vera, "en", 3);
        waiting(vera, "en", 30);
        waiting(vera, "de", 2);
        waiting(farid, "en", 5);
        assertThat(pairs())
                .containsExactlyInAnyOrder(
                        new Translations.Pair("en", "ru", 2, 30),
                        new Translations.Pair("de", "ru", 1, 2),
                        new Translations.Pair("en", "fa", 1, 5));
    }

    @Test
    void the_one_that_waits_longest_of_its_pair_is_taken_whatever_waits_beside_it() {
        long vera = room.prisoner("QA", ReadersHouse.LATELY, "");
        long farid = room.prisoner("QA", ReadersHouse.LATELY, "languages fa");
        waiting(farid, "en", 90);
        UUID younger = waiting(vera, "en", 3);
        UUID older = waiting(vera, "en", 30);
        assertThat(take("en", "ru", TOMAS)).contains(older);
        assertThat(take("en", "ru", TOMAS)).contains(younger);
        assertThat(take("en", "ru", TOMAS)).isEmpty();
        assertThat(pairs()).extracting(Translations.Pair::into).containsExactly("fa");
    }

    @Test
    void what_came_without_an_address_waits_a_day_longer_and_is_never_left_behind() {
        long vera = room.prisoner("QA", ReadersHouse.LATELY, "");
        UUID slow = waiting(vera, "en", 50);
        db.sql("update letter set slow_lane = true where id = '" + slow + "'");
        UUID older = waiting(vera, "en", 30);
        // More than are ever looked through, and new ones all day.
        fill(waiting(vera, "en", 20), 60);
        assertThat(take("en", "ru", TOMAS)).contains(older);
        assertThat(take("en", "ru", TOMAS)).contains(slow);
        assertThat(take("en", "ru", TOMAS)).isPresent();
    }

    @Test
    void ten_thousand_letters_are_counted_whole_and_the_last_of_them_can_be_taken() {
        long vera = room.prisoner("QA", ReadersHouse.LATELY, "");
        fill(waiting(vera, "en", 30), MANY - 1);
        UUID last = waiting(vera, "de", 1);
        assertThat(pairs())
                .contains(new Translations.Pair("en", "ru", MANY, 30), new Translations.Pair("de", "ru", 1, 1));
        assertThat(take("de", "ru", TOMAS)).as("younger than all others").contains(last);
        Duration each = timed(() -> pairs());
        Duration taking = timed(() -> take("en", "ru", TOMAS));
        System.out.println(
                "pairs of " + MANY + " letters: " + each.toMillis() + " ms, one taken in " + taking.toMillis() + " ms");
    }

    private static Duration timed(Runnable work) {
        long began = System.nanoTime();
        for (int i = 0; i < 5; i++) {
            work.run();
        }
        return Duration.ofNanos((System.nanoTime() - began) / 5);
    }

    @Test
    void two_translators_never_take_the_same() throws Exception {
        long vera = room.prisoner("QA", ReadersHouse.LATELY, "");
        for (int i = 0; i < 12; i++) {
            waiting(vera, "en", i);
        }
        Set<UUID> taken = ConcurrentHashMap.newKeySet();
        Set<UUID> twice = ConcurrentHashMap.newKeySet();
        for (int round = 0; round < 6; round++) {
            AtOnce.both(() -> take("en", "ru", TOMAS), () -> take("en", "ru", IRINA))
                    .forEach(id -> id.filter(each -> !taken.add(each)).ifPresent(twice::add));
        }
        assertThat(twice).isEmpty();
        assertThat(taken).hasSizeGreaterThanOrEqualTo(6);
    }

    @Test
    void what_is_counted_for_a_second_reader_is_never_their_own() {
        long vera = room.prisoner("QA", ReadersHouse.LATELY, "");
        UUID id = waiting(vera, "en", 3);
        db.sql("update letter set state = 'TRANSLATION_CHECK', translators = ',21,' where id = '" + id + "'");
        assertThat(db.<Long>fromTransaction(em -> room.translations.toCheck(TOMAS, room.house.now())))
                .isZero();
        assertThat(db.<Long>fromTransaction(em -> room.translations.toCheck(2, room.house.now())))
                .isEqualTo(1);
        assertThat(db.<Optional<UUID>>fromTransaction(
                        em -> room.decide.claimNext(LetterState.TRANSLATION_CHECK, TOMAS, List.of(), room.house.now())))
                .isEmpty();
    }
}
