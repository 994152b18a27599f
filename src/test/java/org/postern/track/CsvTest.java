package org.postern.track;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTest {
    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\tx"})
    void a_text_that_a_spreadsheet_would_run_is_shown_instead(String text) {
        Csv csv = new Csv("name");
        csv.row(text);

        assertThat(csv.text()).isEqualTo("name\r\n'" + text + "\r\n");
    }

    @Test
    void quotes_commas_dates_numbers_and_nothing_come_back_as_they_went() {
        Csv csv = new Csv("a", "b", "c", "d");
        csv.row("Anna \"Bee\", Berlin", LocalDate.of(2026, 11, 16), -3L, null);

        assertThat(csv.text()).isEqualTo("a,b,c,d\r\n\"Anna \"\"Bee\"\", Berlin\",2026-11-16,-3,\r\n");
    }
}
