package org.postern.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;
import org.postern.TestDatabase;
import org.postern.letter.Actor;
import org.postern.letter.Letter;
import org.postern.letter.Letter.Approval;
import org.postern.letter.LetterState;
import org.postern.letter.LetterState.Reason;
import org.postern.letter.NotNow;
import org.postern.letter.StillPrintable.Trouble;
import org.postern.letter.Words;
import org.postern.notice.Notice;

@Tag("database")
@ParameterizedClass
@MethodSource("org.postern.TestDatabase#both")
class HeldLettersTest {
    private static final long MARTA = 11;
    private static final long TOMAS = 21;
    private static final long OLENA = 31;
    private static final Actor CLOCK = Actor.CLOCK;
    private static final String RUSSIAN = "Здравствуйте, Вера!\n\nУ нас выпал первый снег.";

    private final TestDatabase db;
    private final ReadersHouse room;

    HeldLettersTest(TestDatabase db) {
        this.db = db;
        this.room = new ReadersHouse(db);
    }

    @BeforeEach
    void nobodyElseWaits() {
        db.sql("delete from notice");
        db.sql("update letter set state = 'WITHDRAWN', reason = null, claimed_by = null, claimed_until = null");
        db.sql("delete from print_site_route");
        room.siteServes("QA");
    }

    private UUID ready(long to) {
        UUID id = room.letter(to, "ru", RUSSIAN, UUID.randomUUID() + "@example.org");
        approve(id);
        assertThat(room.house.state(id)).isEqualTo(LetterState.READY);
        return id;
    }

    private Approval approve(UUID id) {
        Reading seen = room.open(id, MARTA);
        return db.fromTransaction(em -> room.decide.approve(id, MARTA, seen.fence(), seen.hash(), room.house.now()));
    }

    private UUID held(long to, Reason why) {
        UUID id = ready(to);
        hold(id, why);
        return id;
    }

    private void hold(UUID id, Reason why) {
        room.house.on(id, letter -> room.holds.hold(letter, why, CLOCK, room.house.now()));
    }

    private LetterState letGo(UUID id) {
        return db.fromTransaction(em -> room.heldLetters.letGo(id, OLENA, room.house.now()));
    }

    private Letter letter(UUID id) {
        return db.fromTransaction(em -> room.house.letters.byId(id).orElseThrow());
    }

    private String lastActor(UUID id) {
        return db.fromTransaction(em -> {
            var events = room.house.letters.byId(id).orElseThrow().events();
            return events.get(events.size() - 1).actor();
        });
    }

    /** That it was approved is another matter. */
    private List<String> notices(UUID id) {
        return db.fromTransaction(em -> em.createQuery("select n from Notice n where n.letterId = :id", Notice.class)
                .setParameter("id", id)
                .getResultStream()
                .map(notice -> notice.kind().name())
                .filter(kind -> !kind.equals("APPROVED"))
                .toList());
    }

    private long vera() {
        return room.prisoner("QA", ReadersHouse.LATELY, "");
    }

    // --- the two ways out ---------------------------------------------------------------------------------------

    @Test
    void a_letter_whose_fault_is_mended_waits_to_be_printed_again() {
        UUID id = held(vera(), Reason.FAULT);
        assertThat(letGo(id)).isEqualTo(LetterState.READY);
        assertThat(letter(id).isApproved()).isTrue();
        assertThat(lastActor(id)).isEqualTo("staff:" + OLENA);
    }

    @Test
    void a_letter_for_another_kind_of_sheet_is_read_again_and_then_ready_for_that_sheet() {
        long vera = vera();
        UUID id = held(vera, Reason.FAULT);
        room.rule(vera, "window-allowed");
        assertThat(row(id).trouble()).isEqualTo(Trouble.OTHER_SHEET);
        assertThat(letGo(id)).isEqualTo(LetterState.IN_REVIEW);
        assertThat(letter(id).isApproved()).isFalse();
        approve(id);
        assertThat(letter(id).contentHash()).isEqualTo(new Words(RUSSIAN, "Hanna", null).contentHash("din5008b"));
        hold(id, Reason.FAULT);
        assertThat(letGo(id)).isEqualTo(LetterState.READY);
    }

    @Test
    void a_letter_that_todays_rules_stop_is_read_again() {
        long vera = vera();
        UUID language = held(vera, Reason.ENOUGH);
        UUID long_ = room.letter(vera, "ru", "Здравствуйте! ".repeat(300));
        approve(long_);
        hold(long_, Reason.FAULT);
        room.rule(vera, "languages kk");
        assertThat(letGo(language)).isEqualTo(LetterState.IN_REVIEW);
        room.rule(vera, "max-pages 1");
        assertThat(row(long_).trouble()).isEqualTo(Trouble.RULES);
        assertThat(letGo(long_)).isEqualTo(LetterState.IN_REVIEW);
    }

    @Test
    void a_letter_that_something_else_stands_against_stays_held_for_that() {
        UUID id = heldAtOnce(room.prisoner("QA", LocalDate.of(2026, 1, 1), ""), Reason.ADDRESS);
        assertThat(letGo(id)).isEqualTo(LetterState.HELD);
        assertThat(letter(id).reason()).isEqualTo(Reason.ADDRESS);
        UUID faulty = heldAtOnce(room.prisoner("QB", ReadersHouse.LATELY, ""), Reason.FAULT);
        assertThat(letGo(faulty)).isEqualTo(LetterState.HELD);
        assertThat(letter(faulty).reason()).isEqualTo(Reason.NO_ROUTE);
    }

    /** Held at once by its approval; another reason is written over that one. */
    private UUID heldAtOnce(long to, Reason why) {
        UUID id = room.letter(to, "ru", RUSSIAN, UUID.randomUUID() + "@example.org");
        approve(id);
        db.sql("update letter set reason = '" + why + "' where id = '" + id + "'");
        return id;
    }

    @Test
    void a_translated_letter_that_is_read_again_keeps_its_translation_for_the_translators_alone() {
        long vera = vera();
        UUID id = room.letter(vera, "en", "Dear Vera,\n\nthe first snow fell.");
        approve(id);
        db.fromTransaction(em -> room.translate.claimNext("en", "ru", TOMAS, room.house.now()));
        long fence = letter(id).fence();
        db.inTransaction(em -> room.translate.finish(id, TOMAS, fence, RUSSIAN, room.house.now()));
        db.inTransaction(em -> room.decide.claim(id, LetterState.TRANSLATION_CHECK, MARTA, room.house.now()));
        long second = letter(id).fence();
        String seen = room.checked(id, MARTA).hash();
        db.inTransaction(em -> room.translate.accept(id, MARTA, second, seen, room.house.now()));
        hold(id, Reason.FAULT);
        db.inTransaction(em -> room.heldLetters.backToReaders(id, OLENA, room.house.now()));
        assertThat(letter(id).printLanguage()).isEqualTo("en");
        assertThat(db.<String>fromTransaction(em -> room.house
                        .letters
                        .wordsToPrint(letter(id))
                        .orElseThrow()
                        .body()))
                .startsWith("Dear Vera");
        assertThat(approve(id)).isEqualTo(Approval.TO_TRANSLATE);
        assertThat(db.<String>fromTransaction(
                        em -> room.house.letters.translationOf(letter(id)).orElseThrow()))
                .isEqualTo(RUSSIAN);
    }

    @Test
    void who_comes_second_is_told_so_and_nobody_lets_go_here_whom_the_address_book_must_mend() {
        UUID id = held(vera(), Reason.FAULT);
        db.inTransaction(em -> room.heldLetters.backToReaders(id, OLENA, room.house.now()));
        assertThat(letter(id).state()).isEqualTo(LetterState.IN_REVIEW);
        assertThatThrownBy(() -> letGo(id)).isInstanceOf(NotNow.class);
        for (Reason why : List.of(Reason.TRANSFER, Reason.RELEASED, Reason.DIED)) {
            UUID moved = held(vera(), why);
            assertThat(row(moved).mendable()).isFalse();
            assertThatThrownBy(() -> letGo(moved)).isInstanceOf(NotNow.class);
        }
    }

    private HeldLetters.Row row(UUID id) {
        return db.fromTransaction(em -> room.heldLetters.all()).rows().stream()
                .filter(row -> row.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    // --- what the writer is told --------------------------------------------------------------------------------

    @Test
    void the_writer_is_told_once_that_it_is_held_by_its_approval_or_later() {
        UUID approved = room.letter(room.prisoner("QB", ReadersHouse.LATELY, ""), "ru", RUSSIAN, "a@example.org");
        approve(approved);
        assertThat(notices(approved)).containsExactly("HELD");
        assertThat(notices(held(vera(), Reason.FAULT))).containsExactly("HELD");
        assertThat(notices(ready(vera()))).isEmpty();
    }

    @Test
    void a_hold_that_ends_in_its_own_transaction_tells_nobody() {
        long vera = vera();
        UUID id = ready(vera);
        room.house.on(id, letter -> {
            room.holds.hold(letter, Reason.TRANSFER, CLOCK, room.house.now());
            room.holds.letGo(letter, room.person(vera), CLOCK, room.house.now());
        });
        assertThat(letter(id).state()).isEqualTo(LetterState.READY);
        assertThat(notices(id)).isEmpty();
    }

    @Test
    void a_mail_that_is_being_sent_is_not_taken_back_and_a_second_hold_is_told_again() {
        UUID id = held(vera(), Reason.FAULT);
        db.sql("update notice set attempts = 1 where letter_id = '" + id + "'");
        letGo(id);
        assertThat(notices(id)).containsExactly("HELD");
        hold(id, Reason.ENOUGH);
        assertThat(notices(id)).containsExactly("HELD", "HELD");
    }
}
