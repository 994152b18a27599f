package org.postern.compose;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.postern.letter.LetterState;

class BacklogTest {
    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");

    @Test
    void readers_who_keep_their_three_days_are_not_late() {
        assertThat(Backlog.days(LetterState.IN_REVIEW, NOW.minus(Duration.ofDays(3)), NOW))
                .isNull();
        assertThat(Backlog.days(LetterState.IN_REVIEW, null, NOW)).isNull();
    }

    @Test
    void the_age_that_is_told_is_the_real_one() {
        assertThat(Backlog.days(LetterState.IN_REVIEW, NOW.minus(Duration.ofHours(6 * 24 + 23)), NOW))
                .isEqualTo(6);
        assertThat(Backlog.days(LetterState.TRANSLATION_CHECK, NOW.minus(Duration.ofHours(73)), NOW))
                .isEqualTo(3);
    }

    @Test
    void translators_have_a_week() {
        assertThat(Backlog.days(LetterState.IN_TRANSLATION, NOW.minus(Duration.ofDays(7)), NOW))
                .isNull();
        assertThat(Backlog.days(LetterState.IN_TRANSLATION, NOW.minus(Duration.ofDays(8)), NOW))
                .isEqualTo(8);
    }

    @Test
    void what_waits_for_a_printer_or_for_its_writer_has_other_words() {
        Instant long_ago = NOW.minus(Duration.ofDays(80));
        assertThat(Backlog.days(LetterState.READY, long_ago, NOW)).isNull();
        assertThat(Backlog.days(LetterState.CHANGES_ASKED, long_ago, NOW)).isNull();
    }
}
