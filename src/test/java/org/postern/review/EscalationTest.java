package org.postern.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;
import org.postern.TestDatabase;
import org.postern.letter.Advice;
import org.postern.letter.Escalation.Why;
import org.postern.letter.LetterState;
import org.postern.letter.LetterState.Reason;
import org.postern.letter.NotNow;

/** What one reader leaves to a lead, and what is too heavy for one, reaches those who are to have it. */
@Tag("database")
@ParameterizedClass
@MethodSource("org.postern.TestDatabase#both")
class EscalationTest {
    private static final String NOTE = "canary-note of the reader";

    private final TestDatabase db;
    private final ReadersHouse room;
    private long marta;
    private long jonas;
    private long lena;
    private UUID id;

    @SuppressWarnings("NullAway.Init")
    EscalationTest(TestDatabase db) {
        this.db = db;
        this.room = new ReadersHouse(db);
    }

    @BeforeEach
    void aLetterWaits() {
        db.sql("update letter set state = 'WITHDRAWN', claimed_by = null, claimed_until = null");
        db.sql("update staff_account set lead = false");
        marta = room.reader("Marta", false);
        jonas = room.reader("Jonas", false);
        lena = room.reader("Lena", true);
        id = room.letter(room.prisoner("QA", ReadersHouse.LATELY, ""), "ru", "Здравствуйте, Вера!");
    }

    private void escalate(long staff) {
        Reading seen = room.open(id, staff);
        db.inTransaction(em -> room.decide.escalate(id, staff, seen.fence(), Why.NEED, NOTE, room.house.now()));
    }

    private void pass(long staff) {
        room.open(id, staff);
        db.inTransaction(em -> room.decide.passOn(id, staff, room.house.now()));
    }

    private boolean needsLead() {
        long anybody = room.reader("Somebody", false);
        return !db.<Boolean>fromTransaction(
                em -> room.house.letters.mayRead(room.house.letters.byId(id).orElseThrow(), anybody));
    }

    private long rows(String table) {
        return (Long) java.util.Objects.requireNonNull(
                db.value("select count(*) from " + table + " where letter_id = '" + id + "'"));
    }

    @Test
    void only_a_lead_takes_up_what_was_left_to_one_and_reads_why() {
        escalate(marta);
        assertThat(room.house.state(id)).isEqualTo(LetterState.IN_REVIEW);
        assertThat(needsLead()).isTrue();
        assertThatThrownBy(() -> room.open(id, jonas)).isInstanceOf(NotNow.class);
        assertThatThrownBy(() -> room.open(id, marta)).isInstanceOf(NotNow.class);
        Reading seen = room.open(id, lena);
        assertThat(seen.care().escalated()).isEqualTo(Why.NEED);
        assertThat(seen.care().note()).isEqualTo(NOTE);
    }

    @Test
    void without_another_lead_nothing_is_left_to_one() {
        Reading seen = room.open(id, lena);
        assertThat(seen.care().mayEscalate()).isFalse();
        assertThatThrownBy(() -> db.inTransaction(
                        em -> room.decide.escalate(id, lena, seen.fence(), Why.OTHER, "", room.house.now())))
                .isInstanceOf(NotNow.class);
        assertThat(needsLead()).isFalse();
    }

    @Test
    void a_claim_that_ran_out_leaves_nothing_to_anybody() {
        Reading seen = room.open(id, marta);
        room.house.clock.pass(Duration.ofMinutes(31));
        assertThatThrownBy(() -> db.inTransaction(
                        em -> room.decide.escalate(id, marta, seen.fence(), Why.OTHER, "", room.house.now())))
                .isInstanceOf(NotNow.class);
        assertThat(rows("escalation")).isZero();
    }

    @Test
    void where_the_last_lead_left_others_read_it_after_all() {
        escalate(marta);
        db.sql("update staff_account set lead = false");
        assertThat(room.open(id, jonas).care().escalated()).isEqualTo(Why.NEED);
    }

    @Test
    void the_note_is_sealed_and_goes_with_the_words() {
        escalate(marta);
        byte[] note = (byte[]) java.util.Objects.requireNonNull(
                db.value("select note from escalation where letter_id = '" + id + "'"));
        assertThat(new String(note, java.nio.charset.StandardCharsets.ISO_8859_1))
                .doesNotContain("canary");
        pass(lena);
        Reading seen = room.open(id, lena);
        db.inTransaction(em -> room.decide.refuse(
                id, lena, seen.fence(), Reason.SPAM, new Advice("", "", Set.of()), room.house.now()));
        room.house.clock.pass(Duration.ofDays(8));
        room.house.eraser().eraseWhatIsDue();
        assertThat(rows("escalation")).isZero();
        assertThat(rows("passed_on")).isZero();
    }

    @Test
    void what_three_found_too_heavy_is_left_to_the_leads() {
        pass(marta);
        pass(marta);
        pass(jonas);
        assertThat(rows("passed_on")).isEqualTo(2);
        assertThat(needsLead()).isFalse();
        long eva = room.reader("Eva", false);
        pass(eva);
        assertThat(needsLead()).isTrue();
        assertThatThrownBy(() -> room.open(id, room.reader("Otto", false))).isInstanceOf(NotNow.class);
        Reading seen = room.open(id, lena);
        assertThat(seen.care().escalated()).isNull();
        assertThat(seen.care().note()).isEmpty();
    }

    @Test
    void a_letter_that_is_passed_on_is_free_at_once() {
        pass(marta);
        assertThat(room.open(id, jonas).id()).isEqualTo(id);
    }
}
