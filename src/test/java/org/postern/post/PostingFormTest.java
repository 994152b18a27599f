package org.postern.post;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.postern.letter.ByPost.Paid;
import org.postern.post.MarkPosted.Said;

class PostingFormTest {
    private static Optional<Said> read(String on, String tracking, String paid, String currency) {
        return PostingForm.read(on, "Berlin", tracking, paid, currency);
    }

    @Test
    void an_empty_form_is_today_in_the_sites_city_and_says_nothing_of_money() {
        assertThat(PostingForm.read("", "", "", "", "EUR")).contains(Said.TODAY);
    }

    @Test
    void a_day_and_tracking_numbers_are_read_a_line_each() {
        assertThat(read("2026-11-20", "17 RR123456789DE\n\n 3: AB 12 34 ", "", ""))
                .hasValueSatisfying(said -> {
                    assertThat(said.day()).isEqualTo(LocalDate.of(2026, 11, 20));
                    assertThat(said.tracking())
                            .containsEntry(17, "RR123456789DE")
                            .containsEntry(3, "AB 12 34");
                });
    }

    @ParameterizedTest
    @CsvSource({"48.30, EUR, 4830", "'48,3', EUR, 4830", "48, EUR, 4800", "500, JPY, 500"})
    void an_amount_is_read_in_its_currency(String paid, String currency, long minor) {
        assertThat(read("", "", paid, currency))
                .hasValueSatisfying(said -> assertThat(said.paid()).isEqualTo(new Paid(minor, currency)));
    }

    @ParameterizedTest
    @CsvSource({"-1, EUR", "1.234, EUR", "=1, EUR", "1, EURO", "1, ''", "500.5, JPY"})
    void what_is_no_amount_is_refused(String paid, String currency) {
        assertThat(read("", "", paid, currency)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"RR123456789DE", "17", "17 <script>", "17 =cmd"})
    void a_tracking_number_without_its_letter_or_with_strange_signs_is_refused(String tracking) {
        assertThat(read("", tracking, "", "")).isEmpty();
    }

    @Test
    void a_day_that_is_none_is_refused() {
        assertThat(read("20.11.2026", "", "", "")).isEmpty();
    }
}
