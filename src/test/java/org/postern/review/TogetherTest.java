package org.postern.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;
import org.postern.TestDatabase;
import org.postern.letter.Advice.About;
import org.postern.letter.LetterState;
import org.postern.review.ReadAlike.Undone;
import org.postern.review.Together.Outcome;
import org.postern.review.Together.Seen;

@Tag("database")
@ParameterizedClass
@MethodSource("org.postern.TestDatabase#both")
class TogetherTest {
    private static final long MARTA = 11;
    private static final long JONAS = 12;
    private static final String TEXT =
            "Здравствуйте!\n\nУ нас выпал первый снег, и весь двор стал белым. Соседские дети лепят бабу, а я смотрю в окно"
                    + " и думаю о том, как Вы там. По вечерам я читаю вслух, и кот слушает. Завтра пойду на почту, а потом"
                    + " на реку: говорят, лёд уже крепкий. Пусть у Вас будет тепло и будет книга.";

    private final TestDatabase db;
    private final ReadersHouse room;
    private final Together together;

    TogetherTest(TestDatabase db) {
        this.db = db;
        this.room = new ReadersHouse(db);
        this.together = new Together(room.decide, room.readings, room.house.transaction);
    }

    @BeforeEach
    void nobodyElseWaits() {
        db.sql("update letter set state = 'WITHDRAWN', claimed_by = null, claimed_until = null");
        db.sql("delete from letter_print_band");
        db.sql("delete from letter_print");
        db.sql("delete from print_site_route");
        room.siteServes("QA");
    }

    private UUID letter(String rules) {
        return room.letter(room.prisoner("QA", ReadersHouse.LATELY, rules), "ru", TEXT);
    }

    private List<Reading> opened(UUID first) {
        together.takeUp(room.open(first, MARTA), MARTA, room.house.now());
        return together.open(first, MARTA, room.house.now());
    }

    private Outcome decide(String decision, List<Reading> seen, Typed typed) {
        List<Seen> ticked = Seen.all(seen.stream().map(Seen::text).toList());
        return together.decide(decision, ticked, typed, MARTA, room.house.now());
    }

    @Test
    void the_same_words_to_several_people_are_approved_with_one_decision() {
        UUID first = letter("");
        UUID second = letter("");
        UUID third = letter("");
        List<Reading> open = opened(first);
        assertThat(open).extracting(Reading::id).first().isEqualTo(first);
        assertThat(open).extracting(Reading::id).containsExactlyInAnyOrder(first, second, third);
        Outcome outcome = decide("approve", open, Typed.NOTHING);
        assertThat(outcome.decided()).isEqualTo(3);
        assertThat(outcome.undone()).isEmpty();
        assertThat(List.of(first, second, third))
                .allSatisfy(id -> assertThat(room.house.state(id)).isEqualTo(LetterState.READY));
    }

    @Test
    void a_letter_that_changed_meanwhile_stays_and_is_named_and_the_others_are_decided() {
        UUID first = letter("");
        UUID changed = letter("");
        List<Reading> open = opened(first);
        room.rewrite(changed, "ru", TEXT + " И ещё одно.");
        Outcome outcome = decide("approve", open, Typed.NOTHING);
        assertThat(outcome.decided()).isEqualTo(1);
        assertThat(outcome.undone()).containsExactly(new Undone("Vera Ilyinichna Sinitsyna", "changed"));
        assertThat(outcome.left()).extracting(Reading::body).containsExactly(TEXT + " И ещё одно.");
        assertThat(room.house.state(first)).isEqualTo(LetterState.READY);
        assertThat(room.house.state(changed)).isEqualTo(LetterState.IN_REVIEW);
    }

    @Test
    void a_letter_whose_rules_stop_it_by_now_stays() {
        UUID first = letter("");
        long to = room.prisoner("QA", ReadersHouse.LATELY, "");
        UUID ruled = room.letter(to, "ru", TEXT);
        List<Reading> open = opened(first);
        room.rule(to, "window-allowed");
        Outcome outcome = decide("approve", open, Typed.NOTHING);
        assertThat(outcome.undone()).extracting(Undone::why).containsExactly("changed");
        assertThat(room.house.state(ruled)).isEqualTo(LetterState.IN_REVIEW);
    }

    @Test
    void what_somebody_else_reads_is_decided_there() {
        UUID first = letter("");
        UUID others = letter("");
        room.open(others, JONAS);
        assertThat(opened(first)).extracting(Reading::id).containsExactly(first);
    }

    @Test
    void a_claim_that_ran_out_and_is_somebody_elses_now_is_named_and_not_shown() {
        UUID first = letter("");
        UUID lost = letter("");
        List<Reading> open = opened(first);
        room.house.clock.pass(Duration.ofMinutes(31));
        room.open(lost, JONAS);
        room.open(first, MARTA);
        Outcome outcome = decide("approve", open, Typed.NOTHING);
        assertThat(outcome.undone()).extracting(Undone::why).contains("claim");
        assertThat(outcome.left()).extracting(Reading::id).doesNotContain(lost);
        assertThat(room.house.state(lost)).isEqualTo(LetterState.IN_REVIEW);
    }

    @Test
    void a_second_press_finds_its_own_deed() {
        UUID first = letter("");
        letter("");
        List<Reading> open = opened(first);
        decide("approve", open, Typed.NOTHING);
        Outcome again = decide("approve", open, Typed.NOTHING);
        assertThat(again.undone()).isEmpty();
    }

    @Test
    void all_are_asked_for_the_same_changes_or_refused_for_the_same_reason() {
        UUID asked = letter("");
        UUID askedToo = letter("");
        Typed advice = new Typed(EnumSet.of(About.CASE), "", "Лучше без суда", Map.of(), Map.of(), "", "");
        assertThat(decide("changes", opened(asked), advice).decided()).isEqualTo(2);
        assertThat(room.house.state(askedToo)).isEqualTo(LetterState.CHANGES_ASKED);
        assertThat(db.<String>fromTransaction(em -> room.house
                        .letters
                        .adviceOn(room.house.letters.byId(askedToo).orElseThrow())
                        .orElseThrow()))
                .contains("Лучше без суда");

        UUID refused = letter("");
        UUID refusedToo = letter("");
        Typed why = new Typed(Set.of(), "", "", Map.of(), Map.of(), "SPAM", "Реклама");
        assertThat(decide("refuse", opened(refused), why).decided()).isEqualTo(2);
        assertThat(room.house.state(refusedToo)).isEqualTo(LetterState.REFUSED);
    }

    @Test
    void opening_a_letter_writes_no_print() {
        UUID id = letter("");
        db.sql("delete from letter_print_band");
        db.sql("delete from letter_print");
        room.open(id, MARTA);
        assertThat(db.value("select count(*) from letter_print")).hasToString("0");
    }
}
