package org.postern.track;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.postern.letter.LedgerEntries.Sum;
import org.postern.track.LedgerPage.Row;

class LedgerPageTest {
    private static final YearMonth NOVEMBER = YearMonth.of(2026, 11);

    @Test
    void the_spreadsheet_has_amounts_in_the_currencys_own_unit_and_runs_no_formula() {
        Row paid = new Row(new Sum(NOVEMBER, 1, 7, 36, 51, 2, 4830L, "EUR"), "=HYPERLINK(1)", "Priya");
        Row unpriced = new Row(new Sum(NOVEMBER, 1, 7, 4, 5, 0, null, null), "Berlin", "+49");
        assertThat(LedgerPage.csv(List.of(paid, unpriced)).text().split("\r\n"))
                .containsExactly(
                        "month,site,volunteer,letters,sheets,spoiled_sheets,amount,currency",
                        "2026-11,'=HYPERLINK(1),Priya,36,51,2,48.30,EUR",
                        "2026-11,Berlin,'+49,4,5,0,,");
    }

    @Test
    void money_is_written_as_the_language_writes_it() {
        Row yen = new Row(new Sum(NOVEMBER, 1, 7, 1, 1, 0, 500L, "JPY"), "Tokyo", "Aki");
        assertThat(yen.money(Locale.ENGLISH)).contains("500").doesNotContain("5.00");
        assertThat(new Row(new Sum(NOVEMBER, 1, 7, 1, 1, 0, 4830L, "EUR"), "", "").money(Locale.GERMAN))
                .contains("48,30");
        assertThat(new Row(new Sum(NOVEMBER, 1, 7, 1, 1, 0, null, null), "", "").money(Locale.GERMAN))
                .isEmpty();
    }
}
