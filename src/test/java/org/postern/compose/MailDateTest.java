package org.postern.compose;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.postern.directory.Objection;

class MailDateTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);

    @Test
    void today_and_every_day_of_the_next_twelve_months_may_be_waited_for() {
        assertThat(against("")).isNull();
        assertThat(against("2026-11-20")).isNull();
        assertThat(against("2027-11-20")).isNull();
        assertThat(MailDate.of("2027-03-14")).contains(LocalDate.of(2027, 3, 14));
        assertThat(MailDate.of("")).isEmpty();
    }

    @Test
    void a_day_that_is_over_or_too_far_or_no_day_is_said_to_be_so() {
        assertThat(against("2026-11-19")).isEqualTo("objection.mail-date.past");
        assertThat(against("2027-11-21")).isEqualTo("objection.mail-date.far");
        assertThat(against("2027-02-30")).isEqualTo("objection.mail-date.unreadable");
        assertThat(against("14.3.2027")).isEqualTo("objection.mail-date.unreadable");
        assertThat(against("+999999999-01-01")).isEqualTo("objection.mail-date.far");
    }

    @Test
    void a_form_begins_with_the_day_that_was_asked_for_unless_it_is_over() {
        assertThat(MailDate.typed(LocalDate.of(2026, 12, 1), TODAY)).isEqualTo("2026-12-01");
        assertThat(MailDate.typed(TODAY.minusDays(1), TODAY)).isEmpty();
        assertThat(MailDate.typed(null, TODAY)).isEmpty();
    }

    @Test
    void what_was_typed_for_a_day_is_kept_as_it_is_and_nothing_endless() {
        Typed typed = Typed.empty("en").waitingFor("the 14th");
        assertThat(Typed.read(typed.write(null), "", null).notBefore()).isEqualTo("the 14th");
        assertThat(typed.tooLong()).isNull();
        assertThat(Typed.empty("en").waitingFor("9".repeat(41)).tooLong())
                .extracting(Objection::field)
                .isEqualTo("notBefore");
    }

    private static @Nullable String against(String typed) {
        return MailDate.objectionTo(typed, TODAY).map(Objection::key).orElse(null);
    }
}
