package org.postern.typeset;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The longest addresses there are: each stationery shows them whole wherever the sheet slides, or says that it cannot. */
class LongAddressTest {
    /** Its second line has 60 characters. */
    private static final List<String> CYRILLIC = List.of(
            "Новосильцева-Преображенская Александра Вячеславовна, 1985 г. р.",
            "ФКУ «Исправительная колония № 13 ГУФСИН по Примерной области»",
            "ул. Железнодорожная, д. 113, корп. 2, строение 14",
            "пос. Верхнезареченск, Примерский район",
            "Примерная область, 000000",
            "РОССИЯ / RUSSIA");

    private static final List<String> LATIN = List.of(
            "Bartholomew Featherstonehaugh-Montgomery, #A-1234567",
            "William Wallace Wellington Memorial Correctional Institution",
            "Maximum Security Housing Unit West, Wing 14",
            "13000 Northwest Meadowbrook Mountain Highway",
            "WOMMELSWORTHINGTON, MM 77320-0000",
            "UNITED STATES OF AMERICA");

    static List<String> stationeries() throws IOException {
        return GoldenPagesTest.stationeries();
    }

    @ParameterizedTest
    @MethodSource("stationeries")
    void a_long_address_shows_whole_or_is_refused(String name) {
        assertThat(CYRILLIC.get(1).length()).isGreaterThanOrEqualTo(60);
        assertThat(LATIN.get(1)).hasSize(60);
        for (List<String> address : List.of(CYRILLIC, LATIN)) {
            for (int lines = 1; lines <= address.size(); lines++) {
                wholeOrRefused(name, address.subList(0, lines));
            }
            for (int i = 0; i < 40; i++) {
                wholeOrRefused(name, List.of("М. " + "Водолазова ".repeat(i % 8) + "Ш".repeat(i), address.get(1)));
            }
        }
    }

    private static void wholeOrRefused(String name, List<String> address) {
        Typesetting letter = letter(name, address);
        if (letter.findings().isEmpty()) {
            assertThat(WindowCheck.of(letter, SampleLetters.TYPESETTER.stationery(name)))
                    .as("%s on %s", address, name)
                    .extracting(Misfit::line)
                    .isEmpty();
        } else {
            assertThat(letter.findings())
                    .as("%s on %s", address, name)
                    .extracting(Finding::kind)
                    .containsOnly(Finding.Kind.ADDRESS_DOES_NOT_FIT);
        }
    }

    @Test
    void six_lines_of_which_two_take_two_rows_fit_the_usual_windows() {
        for (String name : List.of("din5008a", "din5008b", "swiss-left", "french", "ru-window")) {
            assertThat(letter(name, LATIN).findings()).as(name).isEmpty();
            assertThat(letter(name, CYRILLIC).findings()).as(name).isEmpty();
        }
    }

    @Test
    void what_leaves_the_field_is_refused_though_the_paper_has_room() {
        List<Finding> findings = letter("us10", LATIN).findings();

        assertThat(findings).extracting(Finding::kind).containsExactly(Finding.Kind.ADDRESS_DOES_NOT_FIT);
        assertThat(findings.get(0).detail()).isEqualTo(LATIN.get(4));
    }

    private static Typesetting letter(String name, List<String> address) {
        return SampleLetters.set(new Manuscript(
                name,
                "ru",
                SampleLetters.DAY,
                "Postern · Postfach 10 20 30 · 10115 Berlin",
                address,
                SampleLetters.RUSSIAN,
                "Марта",
                null,
                null));
    }
}
