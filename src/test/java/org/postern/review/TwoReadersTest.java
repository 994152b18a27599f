package org.postern.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;
import org.postern.TestDatabase;
import org.postern.letter.Advice;
import org.postern.letter.Letter;
import org.postern.letter.Letter.Approval;
import org.postern.letter.LetterEvents;
import org.postern.letter.LetterState;
import org.postern.letter.LetterState.Reason;
import org.postern.letter.NotNow;
import org.postern.letter.NotNow.Why;

/** What weighs much is found good by two people who saw the same. */
@Tag("database")
@ParameterizedClass
@MethodSource("org.postern.TestDatabase#both")
class TwoReadersTest {
    private static final String LIGHT = "Здравствуйте, Вера!\n\nУ нас выпал первый снег.";
    private static final String HEAVY = LIGHT
            + "\n\nПишите мне: hanna@example.org, +49 30 1234567, https://example.org, улица Лесная, 12."
            + " Карта 4111 1111 1111 1111.";

    private final TestDatabase db;
    private final ReadersHouse room;
    private final long vera;
    private long marta;
    private long jonas;

    TwoReadersTest(TestDatabase db) {
        this.db = db;
        this.room = new ReadersHouse(db);
        this.vera = room.prisoner("QA", ReadersHouse.LATELY, "");
    }

    @BeforeEach
    void nobodyElseIsHere() {
        db.sql("update letter set state = 'WITHDRAWN', claimed_by = null, claimed_until = null");
        db.sql("delete from print_site_route");
        db.sql("delete from staff_role");
        room.siteServes("QA");
        marta = room.reader("Marta", false);
        jonas = room.reader("Jonas", false);
    }

    private Approval approve(UUID id, Reading seen, long reader) {
        return db.fromTransaction(em -> room.decide.approve(id, reader, seen.fence(), seen.hash(), room.house.now()));
    }

    private Approval read(UUID id, long reader) {
        return approve(id, room.open(id, reader), reader);
    }

    @Test
    void a_letter_with_little_to_think_about_has_one_reader() {
        UUID id = room.letter(vera, "ru", LIGHT);
        Reading seen = room.open(id, marta);
        assertThat(seen.care().readers()).isEqualTo("one");
        assertThat(approve(id, seen, marta)).isEqualTo(Approval.READY);
    }

    @Test
    void a_letter_with_much_to_think_about_waits_for_a_second_one() {
        UUID id = room.letter(vera, "ru", HEAVY);
        Reading seen = room.open(id, marta);
        assertThat(seen.care().readers()).isEqualTo("first");
        assertThat(approve(id, seen, marta)).isEqualTo(Approval.FIRST);
        assertThat(room.house.state(id)).isEqualTo(LetterState.IN_REVIEW);
        assertThat(waitingForNobody()).isZero();
        Reading second = room.open(id, jonas);
        assertThat(second.care().readers()).isEqualTo("second");
        assertThat(approve(id, second, jonas)).isEqualTo(Approval.READY);
    }

    @Test
    void that_nobody_may_be_the_second_reader_is_known() {
        UUID id = room.letter(vera, "ru", HEAVY);
        read(id, marta);
        db.sql(
                "update letter set touched_by = (select ',' || string_agg(cast(id as varchar), ',') || ',' from staff_account)"
                        + " where id = '" + id + "'");
        assertThat(waitingForNobody()).isOne();
        room.reader("Lena", false);
        assertThat(waitingForNobody()).isZero();
    }

    private long waitingForNobody() {
        return db.<Long>fromTransaction(em -> new LetterEvents(em).waitingForNobody());
    }

    @Test
    void the_first_reader_never_gets_it_as_the_second() {
        UUID id = room.letter(vera, "ru", HEAVY);
        read(id, marta);
        assertThatThrownBy(() -> room.open(id, marta)).isInstanceOf(NotNow.class);
        room.house.on(id, letter -> letter.claim(marta, room.house.now()));
        Reading again = db.fromTransaction(
                em -> room.readings.open(id, marta, room.house.now()).orElseThrow());
        assertThatThrownBy(() -> approve(id, again, marta))
                .isInstanceOfSatisfying(NotNow.class, no -> assertThat(no.why()).isEqualTo(Why.OWN_WORK));
        assertThat(room.house.state(id)).isEqualTo(LetterState.IN_REVIEW);
    }

    @Test
    void whoever_changed_what_is_printed_is_no_second_reader() {
        UUID id = room.letter(vera, "ru", HEAVY);
        read(id, marta);
        room.house.on(id, letter -> letter.reading().touch(jonas));
        assertThatThrownBy(() -> room.open(id, jonas)).isInstanceOf(NotNow.class);
        room.house.on(id, letter -> letter.claim(jonas, room.house.now()));
        Reading seen = db.fromTransaction(
                em -> room.readings.open(id, jonas, room.house.now()).orElseThrow());
        assertThatThrownBy(() -> approve(id, seen, jonas))
                .isInstanceOfSatisfying(NotNow.class, no -> assertThat(no.why()).isEqualTo(Why.OWN_WORK));
        room.house.on(id, Letter::release);
        assertThat(read(id, room.reader("Lena", false))).isEqualTo(Approval.READY);
    }

    @Test
    void other_words_need_two_readers_anew() {
        UUID id = room.letter(vera, "ru", HEAVY);
        read(id, marta);
        room.rewrite(id, "ru", HEAVY + " И другое.");
        assertThat(read(id, marta)).isEqualTo(Approval.FIRST);
        room.rewrite(id, "ru", LIGHT);
        assertThat(read(id, jonas)).isEqualTo(Approval.READY);
    }

    @Test
    void another_sheet_voids_the_first_reading() {
        UUID id = room.letter(vera, "ru", HEAVY);
        read(id, marta);
        room.rule(vera, "window-allowed");
        try {
            assertThat(read(id, jonas)).isEqualTo(Approval.FIRST);
            assertThat(read(id, marta)).isEqualTo(Approval.READY);
        } finally {
            room.rule(vera, "");
        }
    }

    @Test
    void one_reader_alone_refuses() {
        UUID id = room.letter(vera, "ru", HEAVY);
        Reading seen = room.open(id, marta);
        db.inTransaction(em -> room.decide.refuse(
                id, marta, seen.fence(), Reason.ENDANGERS, new Advice("", "", Set.of()), room.house.now()));
        assertThat(room.house.state(id)).isEqualTo(LetterState.REFUSED);
    }

    @Test
    void the_first_approval_is_taken_back_and_so_is_the_second_alone() {
        UUID id = room.letter(vera, "ru", HEAVY);
        read(id, marta);
        db.inTransaction(em -> room.takeBack.takeBack(id, marta, room.house.now()));
        assertThat(read(id, marta)).isEqualTo(Approval.FIRST);
        assertThat(read(id, jonas)).isEqualTo(Approval.READY);
        db.inTransaction(em -> room.takeBack.takeBack(id, jonas, room.house.now()));
        assertThat(read(id, jonas)).as("the first reading still holds").isEqualTo(Approval.READY);
    }

    @Test
    void where_nobody_else_reads_the_page_says_so_and_the_rule_stands() {
        db.sql("update staff_account set left_at = created where id <> " + marta);
        UUID id = room.letter(vera, "ru", HEAVY);
        Reading seen = room.open(id, marta);
        assertThat(seen.care().readers()).isEqualTo("alone");
        assertThat(approve(id, seen, marta)).isEqualTo(Approval.FIRST);
        assertThat(room.house.state(id)).isEqualTo(LetterState.IN_REVIEW);
    }
}
