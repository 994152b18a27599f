package org.postern.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;
import org.postern.TestDatabase;
import org.postern.letter.Actor;
import org.postern.letter.Advice;
import org.postern.letter.Advice.About;
import org.postern.letter.Keeping;
import org.postern.letter.Letter;
import org.postern.letter.LetterCounts.Scope;
import org.postern.letter.LetterEvent;
import org.postern.letter.LetterState;
import org.postern.letter.LetterState.Reason;
import org.postern.letter.NotNow;
import org.postern.letter.TestCounts;
import org.postern.notice.Notice;
import org.postern.notice.NoticeKind;

/** What was decided counts at once, is told later, and leaves no trace in any number once it is taken back. */
@Tag("database")
@ParameterizedClass
@MethodSource("org.postern.TestDatabase#both")
class UndoTest {
    private static final String RUSSIAN = "Здравствуйте, Вера!\n\nУ нас выпал первый снег.";
    private static final Advice ADVICE = new Advice("Kind words.", "Leave the number out.", Set.of(About.CASE));
    private static final LocalDate WEEK = LocalDate.of(2026, 11, 16);

    private final TestDatabase db;
    private final ReadersHouse room;
    private final long marta;
    private final long jonas;
    private final long lena;

    UndoTest(TestDatabase db) {
        this.db = db;
        this.room = new ReadersHouse(db);
        this.marta = room.reader("Marta", false);
        this.jonas = room.reader("Jonas", false);
        this.lena = room.reader("Lena", true);
    }

    @BeforeEach
    void nobodyElseWaits() {
        db.sql("update letter set state = 'WITHDRAWN', claimed_by = null, claimed_until = null, decided_by = null,"
                + " decided_from = null, undo_until = null");
        db.sql("delete from notice");
        db.sql("delete from print_site_route");
        room.siteServes("QA");
    }

    private UUID letter(String country, String language) {
        return room.letter(
                room.prisoner(country, ReadersHouse.LATELY, ""),
                language,
                language.equals("ru") ? RUSSIAN : "Dear Vera, the first snow fell.",
                "hanna@example.org");
    }

    private UUID approved(String country, String language) {
        UUID id = letter(country, language);
        approve(id, marta);
        return id;
    }

    private void approve(UUID id, long reader) {
        Reading seen = room.open(id, reader);
        db.inTransaction(em -> room.decide.approve(id, reader, seen.fence(), seen.hash(), room.house.now()));
    }

    private UUID refused() {
        UUID id = letter("QA", "ru");
        Reading seen = room.open(id, marta);
        db.inTransaction(em -> room.decide.refuse(id, marta, seen.fence(), Reason.ABUSE, ADVICE, room.house.now()));
        return id;
    }

    private UUID changesAsked() {
        UUID id = letter("QA", "ru");
        Reading seen = room.open(id, marta);
        db.inTransaction(em -> room.decide.askForChanges(id, marta, seen.fence(), ADVICE, room.house.now()));
        return id;
    }

    private TakeBack.TakenBack takeBack(UUID id, long staff) {
        return db.fromTransaction(em -> room.takeBack.takeBack(id, staff, room.house.now()));
    }

    private void tooLate(UUID id, long staff) {
        LetterState state = room.house.state(id);
        assertThatThrownBy(() -> takeBack(id, staff)).isInstanceOf(NotNow.class);
        assertThat(room.house.state(id)).isEqualTo(state);
    }

    private Letter letter(UUID id) {
        return db.fromTransaction(em -> {
            Letter letter = room.house.letters.byId(id).orElseThrow();
            assertThat(letter.history()).isNotEmpty();
            return letter;
        });
    }

    private List<LetterState> history(UUID id) {
        return letter(id).history().stream().map(LetterEvent::to).toList();
    }

    private List<Notice> notices(UUID id) {
        return db.fromTransaction(
                em -> em.createQuery("select n from Notice n where n.letterId = :id order by n.seq", Notice.class)
                        .setParameter("id", id)
                        .getResultList());
    }

    private List<Object> everyNumber() {
        TestCounts counts = TestCounts.over(db.entityManager());
        return db.fromTransaction(em -> List.of(
                counts.counts().now(Scope.ALL),
                counts.weeks().steps(Scope.ALL, WEEK.minusDays(7), WEEK.plusDays(14)),
                counts.weeks().stepsByPerson(Scope.ALL, WEEK.minusDays(7), WEEK.plusDays(14))));
    }

    @Test
    void whoever_decided_takes_it_back_within_half_a_minute_and_has_it_open_again() {
        UUID id = approved("QA", "ru");
        room.house.clock.pass(Duration.ofSeconds(29));
        assertThat(db.<List<TakeBack.Fresh>>fromTransaction(
                        em -> room.takeBack.fresh(marta, LetterState.IN_REVIEW, room.house.now())))
                .singleElement()
                .satisfies(fresh -> {
                    assertThat(fresh.id()).isEqualTo(id);
                    assertThat(fresh.what()).isEqualTo("ready");
                    assertThat(fresh.secondsLeft()).isEqualTo(1);
                });
        assertThat(takeBack(id, marta).room()).isEqualTo(LetterState.IN_REVIEW);
        assertThat(letter(id).state()).isEqualTo(LetterState.IN_REVIEW);
        assertThat(letter(id).isApproved()).isFalse();
        assertThat(letter(id).isClaimedBy(marta, room.house.now())).isTrue();
        tooLate(id, marta);
    }

    @Test
    void after_half_a_minute_or_for_another_reader_it_is_too_late() {
        UUID id = approved("QA", "ru");
        tooLate(id, jonas);
        room.house.clock.pass(Duration.ofSeconds(30));
        tooLate(id, marta);
        assertThat(db.<List<TakeBack.Fresh>>fromTransaction(
                        em -> room.takeBack.fresh(marta, LetterState.IN_REVIEW, room.house.now())))
                .isEmpty();
    }

    @Test
    void no_mail_says_what_may_still_be_taken_back() {
        for (UUID id :
                List.of(refused(), changesAsked(), approved("QB", "ru"), approved("QA", "ru"), approved("QA", "en"))) {
            assertThat(notices(id)).singleElement().satisfies(notice -> {
                assertThat(notice.isDue(room.house.now().plusSeconds(29))).isFalse();
                assertThat(notice.isDue(room.house.now().plusSeconds(30))).isTrue();
            });
            takeBack(id, marta);
            assertThat(notices(id)).isEmpty();
            assertThat(room.house.state(id)).isEqualTo(LetterState.IN_REVIEW);
        }
    }

    @Test
    void what_was_typed_to_the_writer_comes_back_to_its_reader_and_not_to_the_writer() {
        UUID id = changesAsked();
        TakeBack.TakenBack back = takeBack(id, marta);
        assertThat(back.words()).contains("Kind words.", "Leave the number out.");
        assertThat(db.<Boolean>fromTransaction(
                        em -> room.house.letters.adviceOn(letter(id)).isEmpty()))
                .isTrue();
    }

    @Test
    void a_refusal_that_is_taken_back_erases_nothing() {
        UUID id = refused();
        assertThat(letter(id).textUntil()).isNotNull();
        takeBack(id, marta);
        assertThat(letter(id).textUntil()).isNull();
        assertThat(letter(id).threadUntil()).isNull();
        assertThat(letter(id).due()).isNull();
    }

    @Test
    void what_the_writer_wished_stands_whatever_is_taken_back() {
        UUID id = refused();
        room.house.on(id, letter -> letter.eraseAt(room.house.now()));
        takeBack(id, lena);
        assertThat(letter(id).textUntil()).isNotNull();
    }

    @Test
    void every_number_is_what_it_was_before_the_decision_also_once_the_week_is_over() {
        UUID ready = letter("QA", "ru");
        UUID translated = letter("QA", "en");
        List<Object> before = everyNumber();
        approve(ready, marta);
        approve(translated, marta);
        takeBack(ready, marta);
        takeBack(translated, marta);
        UUID asked = changesAsked();
        UUID refused = refused();
        UUID held = approved("QB", "ru");
        List.of(asked, refused, held).forEach(id -> takeBack(id, marta));
        List.of(asked, refused, held).forEach(id -> room.house.on(id, letter -> letter.withdraw(room.house.now())));
        db.sql("delete from letter_event where letter_id in ('" + asked + "', '" + refused + "', '" + held + "')");
        assertThat(everyNumber()).isEqualTo(before);

        room.house.clock.pass(Duration.ofDays(8));
        db.inTransaction(em -> TestCounts.over(db.entityManager()).fold().fold(room.house.now()));
        assertThat(everyNumber()).isEqualTo(before);
    }

    @Test
    void an_approval_that_a_lead_takes_back_in_another_week_is_taken_from_the_week_it_was_counted_in() {
        UUID id = letter("QA", "ru");
        List<Object> before = everyNumber();
        approve(id, marta);
        room.house.clock.pass(Duration.ofDays(8));
        db.inTransaction(em -> TestCounts.over(db.entityManager()).fold().fold(room.house.now()));
        assertThat(everyNumber()).isNotEqualTo(before);
        takeBack(id, lena);
        assertThat(everyNumber()).isEqualTo(before);
    }

    @Test
    void the_writer_reads_neither_the_decision_nor_its_end_and_the_letter_is_as_old_as_it_was() {
        UUID id = letter("QA", "ru");
        List<LetterState> before = history(id);
        var since = letter(id).stateSince();
        room.house.clock.pass(Duration.ofHours(5));
        approve(id, marta);
        takeBack(id, marta);
        assertThat(history(id)).isEqualTo(before);
        assertThat(letter(id).stateSince()).isEqualTo(since);
    }

    @Test
    void a_lead_takes_back_what_others_decided_until_it_is_in_a_batch() {
        UUID id = approved("QA", "ru");
        room.house.clock.pass(Duration.ofDays(3));
        tooLate(id, jonas);
        assertThat(decided()).containsKey(id);
        takeBack(id, lena);
        assertThat(letter(id).isClaimed(room.house.now())).isFalse();
        assertThat(decided()).doesNotContainKey(id);

        approve(id, jonas);
        room.house.batch(room.house.now().plus(Duration.ofDays(1)), id);
        tooLate(id, jonas);
        tooLate(id, lena);
        assertThat(decided()).doesNotContainKey(id);
    }

    @Test
    void a_lead_sees_who_decided_and_the_coded_why() {
        UUID asked = changesAsked();
        UUID refused = refused();
        assertThat(one(asked).why()).containsExactly("CASE");
        assertThat(one(refused).why()).containsExactly("ABUSE");
        assertThat(one(refused).who()).startsWith("Marta");
        assertThat(one(refused).hour()).isEqualTo(letter(refused).stateSince());
    }

    private TakeBack.Decided one(UUID id) {
        return Objects.requireNonNull(decided().get(id));
    }

    private Map<UUID, TakeBack.Decided> decided() {
        return db.fromTransaction(em -> room.takeBack.decided(room.house.now(), 100).stream()
                .collect(java.util.stream.Collectors.toMap(TakeBack.Decided::id, one -> one)));
    }

    @Test
    void whose_mail_has_gone_is_told_that_it_is_with_the_readers_again() {
        UUID id = refused();
        room.house.told(id);
        room.house.clock.pass(Duration.ofDays(1));
        takeBack(id, lena);
        assertThat(notices(id).stream().map(Notice::kind)).containsExactly(NoticeKind.REFUSED, NoticeKind.RECEIVED);
    }

    @Test
    void whose_approval_was_told_hears_that_it_is_read_again_and_of_a_second_readers_agreement_nobody_hears() {
        UUID id = approved("QA", "ru");
        assertThat(notices(id).stream().map(Notice::kind)).containsExactly(NoticeKind.APPROVED);
        room.house.told(id);
        takeBack(id, lena);
        assertThat(notices(id).stream().map(Notice::kind)).containsExactly(NoticeKind.APPROVED, NoticeKind.RECEIVED);
    }

    @Test
    void what_the_writer_did_since_is_not_taken_back() {
        UUID id = changesAsked();
        room.rewrite(id, "ru", RUSSIAN + " И другое.");
        tooLate(id, lena);
        UUID withdrawn = changesAsked();
        room.house.on(withdrawn, letter -> letter.withdraw(room.house.now()));
        tooLate(withdrawn, lena);
    }

    @Test
    void once_the_words_are_erased_a_refusal_stands() {
        UUID id = refused();
        room.house.clock.pass(Duration.ofDays(8));
        room.house.eraser().eraseWhatIsDue();
        tooLate(id, lena);
        assertThat(decided()).doesNotContainKey(id);
    }

    @Test
    void while_a_translator_has_it_nobody_takes_it_back() {
        UUID id = approved("QA", "en");
        db.inTransaction(em -> room.translate.claimNext("en", "ru", jonas, room.house.now()));
        tooLate(id, lena);
        assertThat(decided()).doesNotContainKey(id);
        room.house.on(id, Letter::release);
        takeBack(id, lena);
        assertThat(room.house.state(id)).isEqualTo(LetterState.IN_REVIEW);
    }

    @Test
    void a_second_reader_takes_back_what_they_accepted() {
        UUID id = approved("QA", "en");
        db.inTransaction(em -> room.translate.claimNext("en", "ru", jonas, room.house.now()));
        long fence = letter(id).fence();
        db.inTransaction(em -> room.translate.finish(id, jonas, fence, "Дорогая Вера!", room.house.now()));
        db.inTransaction(em -> room.decide.claim(id, LetterState.TRANSLATION_CHECK, marta, room.house.now()));
        String hash = room.checked(id, marta).hash();
        long second = letter(id).fence();
        db.inTransaction(em -> room.translate.accept(id, marta, second, hash, room.house.now()));
        assertThat(room.house.state(id)).isEqualTo(LetterState.READY);
        assertThat(takeBack(id, marta).room()).isEqualTo(LetterState.TRANSLATION_CHECK);
        assertThat(room.house.state(id)).isEqualTo(LetterState.TRANSLATION_CHECK);
        long third = letter(id).fence();
        String again = room.checked(id, marta).hash();
        db.inTransaction(em -> room.translate.accept(id, marta, third, again, room.house.now()));
        assertThat(letter(id).isApproved()).isTrue();
        assertThat(history(id)).endsWith(LetterState.TRANSLATION_CHECK, LetterState.READY);
    }

    @Test
    void what_was_held_meanwhile_and_let_go_a_lead_takes_back_as_well_and_its_history_tells_all() {
        UUID id = approved("QA", "ru");
        List<LetterState> before = history(id);
        room.house.on(id, letter -> letter.hold(Reason.FAULT, Actor.CLOCK, room.house.now()));
        takeBack(id, lena);
        assertThat(room.house.state(id)).isEqualTo(LetterState.IN_REVIEW);
        assertThat(history(id)).startsWith(before.toArray(LetterState[]::new)).endsWith(LetterState.IN_REVIEW);
    }

    @Test
    void no_row_keeps_the_second_of_a_decision() {
        UUID id = approved("QA", "ru");
        assertThat(letter(id).reading().undoUntil()).isNotNull();
        room.house.clock.pass(Duration.ofMinutes(1));
        room.house.eraser().eraseWhatIsDue();
        assertThat(letter(id).reading().undoUntil()).isNull();
        assertThat(letter(id).reading().decidedBy()).isEqualTo(marta);
    }

    @Test
    void a_letter_of_the_house_that_has_an_address_is_told_once_it_is_refused_for_good() {
        UUID id = room.house.arrived("ida@example.org", Keeping.UNTIL_POSTED);
        Reading seen = room.open(id, marta);
        db.inTransaction(em -> room.decide.refuse(id, marta, seen.fence(), Reason.SPAM, ADVICE, room.house.now()));
        takeBack(id, marta);
        long fence = letter(id).fence();
        db.inTransaction(em -> room.decide.refuse(id, marta, fence, Reason.SPAM, ADVICE, room.house.now()));
        assertThat(notices(id).stream().filter(notice -> notice.kind() == NoticeKind.REFUSED))
                .singleElement()
                .satisfies(notice ->
                        assertThat(Objects.requireNonNull(notice.nextTry())).isAfter(room.house.now()));
    }
}
