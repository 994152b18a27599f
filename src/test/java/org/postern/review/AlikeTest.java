package org.postern.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
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
import org.postern.letter.Escalation.Why;
import org.postern.letter.LetterState;
import org.postern.letter.OpenClaims;
import org.postern.letter.Piles;
import org.postern.staff.Staff;

/** Letters that read alike are one claim, and nobody gets one among them that the room would not give them. */
@Tag("database")
@ParameterizedClass
@MethodSource("org.postern.TestDatabase#both")
class AlikeTest {
    private static final String ENGLISH =
            "Dear Vera,\n\nThe first snow fell tonight and the whole yard has turned white. The"
                    + " children next door build a snowman while I stand at the window and think of you. In the evenings I read"
                    + " aloud, and the cat listens. Tomorrow I walk to the post office and then down to the river.";
    private static final String TEXT =
            "Здравствуйте!\n\nУ нас выпал первый снег, и весь двор стал белым. Соседские дети лепят бабу, а я смотрю в окно"
                    + " и думаю о том, как Вы там. По вечерам я читаю вслух, и кот слушает. Завтра пойду на почту, а потом"
                    + " на реку: говорят, лёд уже крепкий. Пусть у Вас будет тепло и будет книга.";

    private final TestDatabase db;
    private final ReadersHouse room;
    private final Members members;
    private final Alike alike;
    private long marta;
    private long jonas;

    AlikeTest(TestDatabase db) {
        this.db = db;
        this.room = new ReadersHouse(db);
        this.members = new Members(db);
        this.alike = new Alike(room.decide, room.readings, new Piles(db.entityManager()), room.house.transaction);
    }

    @BeforeEach
    void nobodyElseWaits() {
        db.sql("update letter set state = 'WITHDRAWN', claimed_by = null, claimed_until = null");
        db.sql("delete from letter_print_band");
        db.sql("delete from letter_print");
        db.sql("delete from print_site_route");
        members.leave();
        room.siteServes("QA");
        marta = members.moderator();
        jonas = members.moderator();
    }

    private long somebody() {
        return room.prisoner("QA", ReadersHouse.LATELY, "");
    }

    private UUID letter() {
        return room.letter(somebody(), "ru", TEXT);
    }

    private List<Reading> opened(UUID first, long staff) {
        room.open(first, staff);
        return again(first, staff);
    }

    private List<Reading> again(UUID first, long staff) {
        alike.takeUp(first, staff, room.house.now());
        return alike.open(List.of(first), staff, room.house.now());
    }

    private OpenClaims claims(LetterState in, long staff) {
        return db.fromTransaction(em -> room.readings.claims(in, staff, room.house.now()));
    }

    private int count(long staff) {
        return claims(LetterState.IN_REVIEW, staff).count();
    }

    private static AlikeLetters page(List<Reading> open) {
        return AlikeLetters.of(open, Typed.NOTHING, null);
    }

    // --- claims -------------------------------------------------------------------------------------------------

    @Test
    void letters_with_the_same_words_are_one_claim_and_any_other_letter_is_one_of_its_own() {
        UUID first = letter();
        letter();
        letter();
        assertThat(opened(first, marta)).hasSize(3);
        assertThat(count(marta)).isEqualTo(1);
        room.open(room.letter(somebody(), "ru", "Здравствуйте, Вера!"), marta);
        room.open(room.letter(somebody(), "ru", "Здравствуйте, Вера!"), marta);
        assertThat(count(marta)).as("of a text so short there is no print").isEqualTo(3);
        assertThat(count(jonas)).isZero();
    }

    @Test
    void with_five_claims_a_reader_has_enough_and_a_group_is_one_of_the_five() {
        UUID first = letter();
        letter();
        letter();
        opened(first, marta);
        for (int i = 0; i < 3; i++) {
            room.open(room.letter(somebody(), "ru", "Здравствуйте, Вера!"), marta);
        }
        assertThat(hasEnough(marta)).as("six letters, four claims").isFalse();
        room.open(room.letter(somebody(), "ru", "Здравствуйте, Вера!"), marta);
        assertThat(hasEnough(marta)).isTrue();
    }

    private boolean hasEnough(long staff) {
        Staff she = new Staff() {
            @Override
            public long id() {
                return staff;
            }
        };
        Reader reader = new Reader(room.readings, room.decide, she, room.house.clock);
        return db.fromTransaction(em -> reader.hasEnough(LetterState.IN_REVIEW));
    }

    @Test
    void letters_to_one_person_are_not_read_as_one_and_are_a_claim_each() {
        long vera = somebody();
        room.open(room.letter(vera, "ru", TEXT), marta);
        room.open(room.letter(vera, "ru", TEXT), marta);
        assertThat(count(marta)).isEqualTo(2);
    }

    @Test
    void what_other_words_took_the_place_of_is_a_claim_of_its_own() {
        UUID first = letter();
        UUID changed = letter();
        opened(first, marta);
        room.rewrite(changed, "ru", "Здравствуйте, Вера! Другое.");
        room.open(changed, marta);
        assertThat(count(marta)).isEqualTo(2);
    }

    @Test
    void a_claim_that_ran_out_counts_no_more() {
        UUID first = letter();
        letter();
        opened(first, marta);
        room.house.clock.pass(Duration.ofMinutes(31));
        assertThat(count(marta)).isZero();
    }

    @Test
    void nobody_gathers_a_whole_mailing_one_page_after_the_other() {
        List<UUID> all = new ArrayList<>();
        for (int i = 0; i < OpenClaims.MOST_TOGETHER + 3; i++) {
            all.add(letter());
        }
        List<Reading> open = opened(all.get(0), marta);
        assertThat(open).hasSize(OpenClaims.MOST_TOGETHER);
        assertThat(page(open).elsewhere()).isEqualTo(3);
        assertThat(again(open.get(7).id(), marta)).hasSize(OpenClaims.MOST_TOGETHER);
        assertThat(claims(LetterState.IN_REVIEW, marta).letters()).hasSize(OpenClaims.MOST_TOGETHER);
        assertThat(count(marta)).isEqualTo(1);
        all.removeAll(claims(LetterState.IN_REVIEW, marta).letters());
        room.open(all.get(0), marta);
        assertThat(count(marta)).as("one more is another claim").isEqualTo(2);
    }

    @Test
    void translations_are_a_claim_each_whatever_they_say() {
        room.atTranslator("", ENGLISH, null, 21);
        room.atTranslator("", ENGLISH, null, 21);
        assertThat(claims(LetterState.IN_TRANSLATION, 21).count()).isEqualTo(2);
    }

    // --- who gets which -----------------------------------------------------------------------------------------

    @Test
    void two_readers_at_once_never_get_the_same_letter() throws Exception {
        List<UUID> all = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            all.add(letter());
        }
        room.open(all.get(0), marta);
        room.open(all.get(1), jonas);
        CountDownLatch both = new CountDownLatch(2);
        ExecutorService two = Executors.newFixedThreadPool(2);
        try {
            Future<List<Reading>> hers = two.submit(() -> atOnce(both, all.get(0), marta));
            Future<List<Reading>> his = two.submit(() -> atOnce(both, all.get(1), jonas));
            List<Reading> taken = new ArrayList<>(hers.get());
            taken.addAll(his.get());
            assertThat(taken).extracting(Reading::id).doesNotHaveDuplicates().isSubsetOf(all);
        } finally {
            two.shutdownNow();
        }
        assertThat(count(marta) + count(jonas)).isEqualTo(2);
    }

    private List<Reading> atOnce(CountDownLatch both, UUID first, long staff) throws InterruptedException {
        both.countDown();
        both.await();
        return again(first, staff);
    }

    @Test
    void ones_own_letter_is_not_among_them() {
        UUID first = letter();
        UUID own = room.letter(somebody(), "ru", TEXT, "own@example.org");
        db.inTransaction(em -> room.house.contacts.confirm(
                room.house.letters.byId(own).orElseThrow().submission().orElseThrow(), room.house.now()));
        members.owns(marta, room.house, "own@example.org");
        List<Reading> open = opened(first, marta);
        assertThat(open).extracting(Reading::id).containsExactly(first);
        assertThat(page(open).elsewhere())
                .as("that there is another one is told, and not why")
                .isEqualTo(1);
        assertThat(opened(own, jonas)).extracting(Reading::id).containsExactly(own);
    }

    @Test
    void what_was_too_heavy_does_not_come_back_with_the_others() {
        UUID heavy = letter();
        UUID first = letter();
        room.open(heavy, marta);
        db.inTransaction(em -> room.decide.passOn(heavy, marta, room.house.now()));
        assertThat(opened(first, marta)).extracting(Reading::id).containsExactly(first);
        assertThat(opened(heavy, jonas)).extracting(Reading::id).containsExactly(heavy);
    }

    @Test
    void letters_to_places_that_a_reader_does_not_read_are_left_to_others() {
        long vera = somebody();
        UUID first = room.letter(vera, "ru", TEXT);
        UUID elsewhere = letter();
        long place = db.fromTransaction(em -> room.person(vera).facility().id());
        members.on(marta, account -> account.reads(Set.of(), Set.of(place)));
        assertThat(opened(first, marta)).extracting(Reading::id).containsExactly(first);
        assertThat(opened(elsewhere, jonas)).extracting(Reading::id).containsExactly(elsewhere);
    }

    @Test
    void what_was_left_to_a_lead_is_a_leads_and_decided_by_itself() {
        long lena = members.lead();
        UUID first = letter();
        UUID left = letter();
        Reading seen = room.open(left, jonas);
        db.inTransaction(em -> room.decide.escalate(left, jonas, seen.fence(), Why.TRUST, "a trap?", room.house.now()));
        assertThat(opened(first, marta)).extracting(Reading::id).containsExactly(first);
        room.house.clock.pass(Duration.ofMinutes(31));
        List<Reading> open = opened(first, lena);
        assertThat(open).extracting(Reading::id).containsExactly(first, left);
        assertThat(page(open).letters()).extracting(AlikeLetters.Same::alone).containsExactly(null, "lead");
    }

    @Test
    void a_letter_that_two_must_read_is_not_decided_beside_those_that_one_reads() {
        UUID first = letter();
        UUID heavy = room.letter(somebody(), "ru", TEXT + " +49 30 1234567, 4111 1111 1111 1111.");
        List<Reading> open = opened(first, marta);
        assertThat(open).extracting(Reading::id).containsExactly(first, heavy);
        assertThat(page(open).letters()).extracting(AlikeLetters.Same::alone).containsExactly(null, "readers");
        assertThat(page(open).together()).isEqualTo(1);
    }

    @Test
    void what_the_rules_stop_is_not_decided_here() {
        UUID first = letter();
        UUID stopped = room.letter(room.prisoner("QA", ReadersHouse.LATELY, "max-pages 1"), "ru", TEXT);
        room.rewrite(stopped, "ru", TEXT + "\n\n***".repeat(60));
        List<Reading> open = opened(first, marta);
        assertThat(page(open).letters())
                .filteredOn(same -> same.reading().id().equals(stopped))
                .extracting(AlikeLetters.Same::alone)
                .containsExactly("stops");
    }

    @Test
    void half_an_hour_more_is_for_all_of_them() {
        UUID first = letter();
        letter();
        opened(first, marta);
        room.house.clock.pass(Duration.ofMinutes(20));
        assertThat(page(again(first, marta)).minutesLeft()).isEqualTo(30);
        room.house.clock.pass(Duration.ofMinutes(20));
        assertThat(page(alike.open(List.of(first), marta, room.house.now())).letters())
                .hasSize(2);
    }
}
