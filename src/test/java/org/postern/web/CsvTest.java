package org.postern.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTest {
    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\tx", " =1", "＝1"})
    void a_text_that_a_spreadsheet_would_run_is_shown_instead(String text) {
        Csv csv = new Csv("name");
        csv.row(text);

        assertThat(csv.text()).isEqualTo("name\r\n'" + text + "\r\n");
    }

    @Test
    void a_formula_behind_the_separator_of_another_country_or_line_is_shown_too() {
        Csv csv = new Csv("name");
        csv.row("Anna;=1+1");
        csv.row("Anna\n@SUM(A1)");

        assertThat(csv.text()).isEqualTo("name\r\nAnna;'=1+1\r\n\"Anna\n'@SUM(A1)\"\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Anna-Maria", "Anna + Boris", "a@b", "1=1", "Žižek", "Анна", ""})
    void any_other_text_stays_as_it_is(String text) {
        Csv csv = new Csv("name", "more");
        csv.row(text, "x");

        assertThat(csv.text()).isEqualTo("name,more\r\n" + text + ",x\r\n");
    }

    @Test
    void excel_is_told_that_it_is_utf_8() {
        Csv csv = new Csv("name");
        csv.row("Žižek");

        assertThat(csv.bytes()).startsWith(0xEF, 0xBB, 0xBF);
        assertThat(new String(csv.bytes(), StandardCharsets.UTF_8)).isEqualTo("\uFEFFname\r\nŽižek\r\n");
    }

    @Test
    void quotes_commas_dates_numbers_and_nothing_come_back_as_they_went() {
        Csv csv = new Csv("a", "b", "c", "d");
        csv.row("Anna \"Bee\", Berlin", LocalDate.of(2026, 11, 16), -3L, null);

        assertThat(csv.text()).isEqualTo("a,b,c,d\r\n\"Anna \"\"Bee\"\", Berlin\",2026-11-16,-3,\r\n");
    }
}
