package org.postern.curate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;
import org.postern.TestDatabase;
import org.postern.letter.House;
import org.postern.letter.Keeping;
import org.postern.letter.Letter;
import org.postern.letter.LetterState;

@Tag("database")
@ParameterizedClass
@MethodSource("org.postern.TestDatabase#both")
class EraserTest {
    private final TestDatabase db;
    private final House house;

    EraserTest(TestDatabase db) {
        this.db = db;
        this.house = new House(db);
    }

    @Test
    void the_words_of_a_posted_letter_live_fourteen_days_and_its_thread_a_year() {
        UUID id = house.ready("marta0@example.org", Keeping.FOR_A_REPLY);
        long batch = house.batch(house.now().plus(Duration.ofDays(1)), id);
        house.print(batch);
        house.post(batch);
        house.clock.pass(Duration.ofDays(13));
        house.eraser().eraseWhatIsDue();
        assertThat(wordsOf(id)).isTrue();
        house.clock.pass(Duration.ofDays(2));
        house.eraser().eraseWhatIsDue();
        assertThat(wordsOf(id)).isFalse();
        assertThat(db.<Boolean>fromTransaction(em -> letter(id).submission().isPresent()))
                .isTrue();
        house.clock.pass(Duration.ofDays(366));
        house.eraser().eraseWhatIsDue();
        assertThat(db.<Boolean>fromTransaction(em -> letter(id).submission().isPresent()))
                .isFalse();
        assertThat(house.state(id)).isEqualTo(LetterState.POSTED);
    }

    @Test
    void the_file_of_a_settled_batch_lives_three_days() {
        UUID id = house.ready("marta1@example.org", Keeping.UNTIL_POSTED);
        long batch = house.batch(house.now().plus(Duration.ofDays(1)), id);
        house.print(batch);
        house.post(batch);
        house.clock.pass(Duration.ofDays(4));
        house.eraser().eraseWhatIsDue();
        assertThat(db.<Boolean>fromTransaction(em -> house.batches
                        .pdfOf(house.batches.byNumber(batch).orElseThrow())
                        .isPresent()))
                .isFalse();
    }

    @Test
    void an_address_whose_writer_began_again_is_not_erased() {
        UUID first = house.arrived("marta2@example.org", Keeping.UNTIL_POSTED);
        UUID contact = house.contactOf(first);
        house.on(first, letter -> letter.withdraw(house.now()));
        db.inTransaction(em -> house.contacts.settle(contact, house.now()));
        assertThat(house.keptUntil(contact)).isEqualTo(house.now().truncatedTo(ChronoUnit.HOURS));
        house.arrived("Marta2@example.org", Keeping.UNTIL_POSTED);
        house.eraser().eraseWhatIsDue();
        assertThat(db.<Boolean>fromTransaction(
                        em -> house.contacts.byId(contact).orElseThrow().isForgotten()))
                .isFalse();
    }

    private boolean wordsOf(UUID id) {
        return db.<Boolean>fromTransaction(
                em -> house.letters.wordsOf(letter(id)).isPresent());
    }

    private Letter letter(UUID id) {
        return house.letters.byId(id).orElseThrow();
    }
}
