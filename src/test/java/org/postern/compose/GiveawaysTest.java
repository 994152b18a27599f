package org.postern.compose;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postern.directory.Objection;

class GiveawaysTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "+49 170 1234567",
                "8 (495) 123-45-67",
                "030/5550142",
                "0305550142",
                "۰۹۱۲۳۴۵۶۷۸۹",
                "marta.b@example.org",
                "https://example.org/me",
                "t.me/marta"
            })
    void what_leads_to_the_writer_is_shown_with_its_words(String given) {
        assertThat(Giveaways.in("Привет! Пиши мне: " + given + ", обнимаю."))
                .singleElement()
                .satisfies(warning -> {
                    assertThat(warning.quote()).startsWith(given.substring(0, 5));
                    assertThat(warning.severity())
                            .isEqualTo(Objection.warns("body", "x").severity());
                });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Born on 14.04.1991, freed in 2024-2025.",
                "On 2026-11-22 we met; 22/11/2026 was a Sunday.",
                "There were 1 000 of us, 12 500 on the bridge.",
                "Room 117, chapter 3, verse 16, page 204.",
                "See you @ noon."
            })
    void dates_and_counts_are_no_numbers_to_dial(String given) {
        assertThat(Giveaways.in(given)).isEmpty();
    }

    @Test
    void a_page_full_of_them_is_said_a_few_times() {
        assertThat(Giveaways.in("a1@example.org a2@example.org a3@example.org a4@example.org a5@example.org"
                        + " a6@example.org a7@example.org"))
                .hasSize(5);
    }
}
