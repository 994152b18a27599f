package org.postern.letter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class LetterTest {
    private static final Instant NOON = Instant.parse("2026-11-05T12:00:00Z");
    private static final byte[] SEALED = {1, 2, 3};

    @Test
    void the_same_words_sent_again_leave_a_translation_and_its_language_alone() {
        Letter letter = translated();
        letter.rewrite("en", SEALED, "words", "words on a sheet", NOON);
        assertThat(letter.printLanguage()).isEqualTo("ru");
        assertThat(letter.sealedTranslation()).isNotNull();
        assertThat(letter.state()).isEqualTo(LetterState.TRANSLATION_CHECK);
    }

    @Test
    void newer_words_go_back_to_the_readers_without_the_translation_of_the_old_ones() {
        Letter letter = translated();
        letter.rewrite("de", SEALED, "other words", "other words on a sheet", NOON);
        assertThat(letter.printLanguage()).isEqualTo("de");
        assertThat(letter.sealedTranslation()).isNull();
        assertThat(letter.state()).isEqualTo(LetterState.IN_REVIEW);
        assertThat(letter.isApproved()).isFalse();
    }

    @Test
    void the_same_words_sent_again_leave_a_checked_translation_alone() {
        Letter letter = translated();
        letter.claim(9, NOON);
        letter.confirmTranslation(9, letter.fence(), "translation on a sheet", Letter.Approval.READY, NOON);
        letter.rewrite("en", SEALED, "words", "words on a sheet", NOON);
        assertThat(letter.state()).isEqualTo(LetterState.READY);
        assertThat(letter.isApproved()).isTrue();
    }

    @Test
    void whoever_worked_on_a_translation_is_not_its_second_reader() {
        Letter letter = translated();
        letter.claim(9, NOON);
        letter.sendBackToTranslator(9, letter.fence(), SEALED, NOON);
        letter.claim(9, NOON);
        letter.translate(9, letter.fence(), "ru", SEALED, false, NOON);
        letter.claim(8, NOON);
        assertThatThrownBy(
                        () -> letter.confirmTranslation(8, letter.fence(), "translation", Letter.Approval.READY, NOON))
                .isInstanceOfSatisfying(NotNow.class, no -> assertThat(no.why()).isEqualTo(NotNow.Why.OWN_WORK));
    }

    @Test
    void a_letter_whose_writer_asked_to_be_forgotten_is_not_printed_again() {
        Letter letter = translated();
        letter.claim(9, NOON);
        letter.confirmTranslation(9, letter.fence(), "translation on a sheet", Letter.Approval.READY, NOON);
        letter.enterBatch(Actor.staff(3), NOON);
        letter.print(Actor.staff(3), NOON);
        letter.eraseAt(NOON);
        letter.leaveBatchUnprinted(Actor.staff(3), NOON);
        assertThat(letter.state()).isEqualTo(LetterState.WITHDRAWN);
    }

    /** In English, approved, translated into Russian, and waiting for its second reader. */
    private static Letter translated() {
        Submission submission = new Submission("key", "en", NOON);
        Letter letter = new Letter(submission, 1, "en", UUID.randomUUID(), UUID.randomUUID(), NOON);
        letter.rewrite("en", SEALED, "words", "words on a sheet", NOON);
        letter.arrive(LocalDate.of(2026, 11, 5), false, NOON);
        letter.claim(7, NOON);
        letter.approve(
                7, letter.fence(), Objects.requireNonNull(letter.contentHash()), Letter.Approval.TO_TRANSLATE, NOON);
        letter.claim(8, NOON);
        letter.translate(8, letter.fence(), "ru", SEALED, false, NOON);
        return letter;
    }
}
