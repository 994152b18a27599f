package org.postern.letter;

import static org.assertj.core.api.Assertions.assertThat;

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
        letter.rewrite("en", SEALED, "hash of the words", NOON);
        assertThat(letter.printLanguage()).isEqualTo("ru");
        assertThat(letter.sealedTranslation()).isNotNull();
        assertThat(letter.state()).isEqualTo(LetterState.TRANSLATION_CHECK);
    }

    @Test
    void newer_words_go_back_to_the_readers_without_the_translation_of_the_old_ones() {
        Letter letter = translated();
        letter.rewrite("de", SEALED, "hash of other words", NOON);
        assertThat(letter.printLanguage()).isEqualTo("de");
        assertThat(letter.sealedTranslation()).isNull();
        assertThat(letter.state()).isEqualTo(LetterState.IN_REVIEW);
        assertThat(letter.isApproved()).isFalse();
    }

    /** In English, approved, translated into Russian, and waiting for its second reader. */
    private static Letter translated() {
        Submission submission = new Submission("key", "en", NOON);
        Letter letter = new Letter(submission, 1, "en", UUID.randomUUID(), UUID.randomUUID(), NOON);
        letter.rewrite("en", SEALED, "hash of the words", NOON);
        letter.arrive(LocalDate.of(2026, 11, 5), false, NOON);
        letter.claim(7, NOON);
        letter.approve(
                7, letter.fence(), Objects.requireNonNull(letter.contentHash()), Letter.Approval.TO_TRANSLATE, NOON);
        letter.claim(8, NOON);
        letter.translate(8, letter.fence(), "ru", SEALED, NOON);
        return letter;
    }
}
