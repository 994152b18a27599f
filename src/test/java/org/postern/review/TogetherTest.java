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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.postern.TestDatabase;
import org.postern.letter.Advice.About;
import org.postern.letter.LetterState;
import org.postern.letter.Piles;
import org.postern.review.AlikeLetters.Undone;
import org.postern.review.Together.Outcome;
import org.postern.staff.Audit;
import org.postern.staff.AuditEntry;

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

    private static final String HEAVY = TEXT + " +49 30 1234567, 4111 1111 1111 1111.";
    private static final Typed ADVICE =
            new Typed(EnumSet.of(About.CASE), "", "Лучше без суда", Map.of(), Map.of(), "", "", "");
    private static final Typed SPAM = new Typed(Set.of(), "", "", Map.of(), Map.of(), "SPAM", "Реклама", "");

    private final TestDatabase db;
    private final ReadersHouse room;
    private final Alike alike;
    private final Together together;

    TogetherTest(TestDatabase db) {
        this.db = db;
        this.room = new ReadersHouse(db);
        this.alike = new Alike(room.decide, room.readings, new Piles(db.entityManager()), room.house.transaction);
        this.together = new Together(
                room.decide,
                room.readings,
                alike,
                new Audit(db.entityManager(), room.house.clock),
                room.house.transaction);
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
        return letter(rules, TEXT);
    }

    private UUID letter(String rules, String text) {
        return room.letter(room.prisoner("QA", ReadersHouse.LATELY, rules), "ru", text);
    }

    private List<Reading> opened(UUID first) {
        room.open(first, MARTA);
        return opened(first, MARTA);
    }

    private List<Reading> opened(UUID first, long staff) {
        alike.takeUp(first, staff, room.house.now());
        return alike.open(List.of(first), staff, room.house.now());
    }

    private Outcome decide(String decision, List<Reading> seen, Typed typed) {
        return decide(decision, seen, typed, MARTA);
    }

    private Outcome decide(String decision, List<Reading> seen, Typed typed, long staff) {
        List<Seen> ticked = Seen.all(seen.stream().map(Seen::text).toList());
        return together.decide(seen.get(0).id(), decision, ticked, typed, staff, room.house.now());
    }

    private boolean has(UUID id, long staff) {
        return db.fromTransaction(
                em -> room.house.letters.byId(id).orElseThrow().isClaimedBy(staff, room.house.now()));
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
        assertThat(outcome.undone()).containsExactly(new Undone(changed, "Vera Ilyinichna Sinitsyna", "changed"));
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
        assertThat(outcome.undone()).extracting(Undone::why).containsExactlyInAnyOrder("claim", "lapsed");
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
    void a_claim_that_ran_out_before_an_open_page_is_taken_up_again_and_nothing_is_decided() {
        UUID first = letter("");
        UUID second = letter("");
        List<Reading> open = opened(first);
        room.house.clock.pass(Duration.ofMinutes(31));
        Outcome outcome = decide("refuse", open, SPAM);
        assertThat(outcome.decided()).isZero();
        assertThat(outcome.undone()).extracting(Undone::why).containsExactly("lapsed", "lapsed");
        assertThat(outcome.left()).extracting(Reading::id).containsExactlyInAnyOrder(first, second);
        assertThat(room.house.state(first)).isEqualTo(LetterState.IN_REVIEW);
        assertThat(decide("refuse", outcome.left(), SPAM).decided()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"changes", "refuse"})
    void nothing_is_said_of_words_that_were_not_read(String decision) {
        UUID first = letter("");
        UUID changed = letter("");
        List<Reading> open = opened(first);
        room.rewrite(changed, "ru", TEXT + " И ещё одно.");
        Outcome outcome = decide(decision, open, decision.equals("refuse") ? SPAM : ADVICE);
        assertThat(outcome.decided()).isEqualTo(1);
        assertThat(outcome.undone()).extracting(Undone::why).containsExactly("changed");
        assertThat(room.house.state(changed)).isEqualTo(LetterState.IN_REVIEW);
    }

    @Test
    void what_its_writer_took_back_meanwhile_is_named() {
        UUID first = letter("");
        UUID gone = letter("");
        List<Reading> open = opened(first);
        room.house.on(gone, letter -> letter.withdraw(room.house.now()));
        Outcome outcome = decide("approve", open, Typed.NOTHING);
        assertThat(outcome.undone()).extracting(Undone::why).containsExactly("state");
        assertThat(outcome.left()).isEmpty();
        assertThat(room.house.state(gone)).isEqualTo(LetterState.WITHDRAWN);
    }

    @Test
    void letters_that_would_go_elsewhere_than_was_said_are_not_approved() {
        UUID first = letter("");
        letter("");
        List<Reading> open = opened(first);
        assertThat(open).extracting(Reading::goes).containsOnly("ready");
        db.sql("delete from print_site_route");
        Outcome outcome = decide("approve", open, Typed.NOTHING);
        assertThat(outcome.undone()).extracting(Undone::why).containsExactly("changed", "changed");
        assertThat(outcome.left()).extracting(Reading::goes).containsOnly("held-no-route");
        assertThat(room.house.state(first)).isEqualTo(LetterState.IN_REVIEW);
        assertThat(decide("approve", outcome.left(), Typed.NOTHING).decided()).isEqualTo(2);
        assertThat(room.house.state(first)).isEqualTo(LetterState.HELD);
    }

    @Test
    void letters_that_two_must_read_stay_for_the_second_one() {
        UUID first = letter("", HEAVY);
        UUID second = letter("", HEAVY);
        List<Reading> open = opened(first);
        assertThat(open).extracting(Reading::goes).containsOnly("first");
        assertThat(decide("approve", open, Typed.NOTHING).decided()).isEqualTo(2);
        assertThat(room.house.state(second)).isEqualTo(LetterState.IN_REVIEW);
        assertThat(decide("approve", open, Typed.NOTHING).undone())
                .as("a second press finds its own deed")
                .isEmpty();
        room.open(first, JONAS);
        List<Reading> again = opened(first, JONAS);
        assertThat(again).extracting(reading -> reading.care().readers()).containsOnly("second");
        assertThat(decide("approve", again, Typed.NOTHING, JONAS).decided()).isEqualTo(2);
        assertThat(room.house.state(second)).isEqualTo(LetterState.READY);
    }

    @Test
    void who_had_a_hand_in_a_letter_is_not_its_second_reader_here_either() {
        UUID first = letter("", HEAVY);
        UUID touched = letter("", HEAVY);
        decide("approve", opened(first), Typed.NOTHING);
        room.open(first, JONAS);
        List<Reading> open = opened(first, JONAS);
        room.house.on(touched, letter -> letter.reading().touch(JONAS));
        Outcome outcome = decide("approve", open, Typed.NOTHING, JONAS);
        assertThat(outcome.undone()).extracting(Undone::why).containsExactly("second");
        assertThat(outcome.left()).isEmpty();
        assertThat(has(touched, JONAS)).isFalse();
        assertThat(room.house.state(touched)).isEqualTo(LetterState.IN_REVIEW);
    }

    @Test
    void what_turns_out_to_be_ones_own_goes_to_others() {
        Members members = new Members(db);
        long hanna = members.moderator();
        UUID first = letter("");
        UUID own = room.letter(room.prisoner("QA", ReadersHouse.LATELY, ""), "ru", TEXT, "hanna@example.org");
        db.inTransaction(em -> room.house.contacts.confirm(
                room.house.letters.byId(own).orElseThrow().submission().orElseThrow(), room.house.now()));
        room.open(first, hanna);
        List<Reading> open = opened(first, hanna);
        members.owns(hanna, room.house, "hanna@example.org");
        Outcome outcome = decide("approve", open, Typed.NOTHING, hanna);
        assertThat(outcome.undone()).extracting(Undone::why).containsExactly("not-yours");
        assertThat(outcome.left()).isEmpty();
        assertThat(has(own, hanna)).isFalse();
        assertThat(room.house.state(own)).isEqualTo(LetterState.IN_REVIEW);
    }

    @Test
    void who_decided_otherwise_before_is_told_so() {
        UUID first = letter("");
        letter("");
        List<Reading> open = opened(first);
        decide("approve", open, Typed.NOTHING);
        Outcome outcome = decide("refuse", open, SPAM);
        assertThat(outcome.decided()).isZero();
        assertThat(outcome.undone()).extracting(Undone::why).containsExactly("otherwise", "otherwise");
        assertThat(room.house.state(first)).isEqualTo(LetterState.READY);
    }

    @Test
    void a_letter_that_is_named_twice_is_counted_once() {
        List<Reading> open = opened(letter(""));
        assertThat(Seen.all(List.of(Seen.text(open.get(0)), Seen.text(open.get(0)))))
                .hasSize(1);
    }

    @Test
    void the_audit_has_a_line_for_the_group_beside_those_of_its_letters() {
        db.sql("delete from audit_entry");
        UUID first = letter("");
        UUID second = letter("");
        List<Reading> open = opened(first);
        decide("approve", open, Typed.NOTHING);
        decide("approve", open, Typed.NOTHING);
        UUID asked = letter("");
        UUID askedToo = letter("");
        decide("changes", opened(asked), ADVICE);
        UUID refused = letter("");
        decide("refuse", opened(refused), SPAM);
        decide("release", opened(letter("")), Typed.NOTHING);
        List<AuditEntry> newest = db.fromTransaction(em -> new Audit(em, room.house.clock).page(Long.MAX_VALUE, 100));
        assertThat(newest.stream().map(entry -> entry.action() + " " + entry.object() + " " + entry.detail()))
                .containsExactlyInAnyOrder(
                        "letter.approved " + first + " READY",
                        "letter.approved " + second + " READY",
                        "letter.group " + first + " approved 2",
                        "letter.changes " + asked + " CASE",
                        "letter.changes " + askedToo + " CASE",
                        "letter.group " + asked + " changes CASE 2",
                        "letter.refused " + refused + " SPAM",
                        "letter.group " + refused + " refused SPAM 1");
        assertThat(newest).extracting(AuditEntry::actor).containsOnly(MARTA);
    }

    @Test
    void all_are_asked_for_the_same_changes_or_refused_for_the_same_reason() {
        UUID asked = letter("");
        UUID askedToo = letter("");
        assertThat(decide("changes", opened(asked), ADVICE).decided()).isEqualTo(2);
        assertThat(room.house.state(askedToo)).isEqualTo(LetterState.CHANGES_ASKED);
        assertThat(db.<String>fromTransaction(em -> room.house
                        .letters
                        .adviceOn(room.house.letters.byId(askedToo).orElseThrow())
                        .orElseThrow()))
                .contains("Лучше без суда");

        UUID refused = letter("");
        UUID refusedToo = letter("");
        assertThat(decide("refuse", opened(refused), SPAM).decided()).isEqualTo(2);
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
