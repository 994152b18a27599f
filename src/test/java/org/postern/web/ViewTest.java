package org.postern.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class ViewTest {
    private static View in(String lang, String... roles) {
        return Views.of(lang, false, roles);
    }

    @Test
    void a_public_path_carries_the_language() {
        assertThat(in("de").url("/people")).isEqualTo("/de/people");
    }

    @Test
    void the_switch_leads_to_this_same_page_in_six_languages() {
        assertThat(in("en").languages())
                .extracting(Language::href)
                .containsExactly(
                        "/en/people/x", "/ru/people/x", "/es/people/x", "/fr/people/x", "/de/people/x", "/fa/people/x");
    }

    @Test
    void dates_are_written_the_readers_way() {
        LocalDate day = LocalDate.of(2026, 3, 3);
        assertThat(in("en").date(day)).isEqualTo("3 March 2026");
        assertThat(in("de").date(day)).isEqualTo("3. März 2026");
        assertThat(in("ru").date(day)).startsWith("3 марта 2026");
        assertThat(in("fa").date(day)).contains("اسفند").contains("۱۴۰۴");
        assertThat(in("en").year(day)).isEqualTo("2026");
        assertThat(in("fa").year(day)).isEqualTo("۱۴۰۴");
    }

    @Test
    void names_are_listed_the_readers_way() {
        List<String> cities = List.of("Berlin", "Tbilisi", "Vilnius");
        assertThat(in("en").list(cities)).isEqualTo("Berlin, Tbilisi and Vilnius");
        assertThat(in("de").list(cities)).isEqualTo("Berlin, Tbilisi und Vilnius");
        assertThat(in("fa").list(cities)).contains("\u2068Berlin\u2069،");
    }

    @Test
    void a_day_is_counted_in_the_sites_zone() {
        assertThat(in("en").day(Instant.parse("2026-03-02T23:30:00Z"))).isEqualTo("3 March 2026");
    }

    @Test
    void numbers_have_the_readers_digits() {
        assertThat(in("en").number(1854)).isEqualTo("1,854");
        assertThat(in("fa").number(12)).isEqualTo("۱۲");
    }

    @Test
    void only_farsi_runs_from_right_to_left() {
        assertThat(in("fa").rtl()).isTrue();
        assertThat(in("ru").rtl()).isFalse();
    }

    @Test
    void words_count_in_the_plural() {
        assertThat(in("en").t("sample.mails", 1)).isEqualTo("1 mail");
        assertThat(in("en").t("sample.mails", 4)).isEqualTo("4 mails");
    }

    @Test
    void a_word_that_no_language_has_is_an_error() {
        View view = in("en");
        assertThatThrownBy(() -> view.t("no.such.word")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_printer_sees_the_print_room_and_not_the_reading_room() {
        assertThat(in("en", "printer").rooms()).containsExactly(Room.DESK, Room.BATCHES, Room.SCAN, Room.REPLIES);
        assertThat(in("en").rooms()).isEmpty();
    }
}
