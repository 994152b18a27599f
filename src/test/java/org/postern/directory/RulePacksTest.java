package org.postern.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RulePacksTest {
    private final RulePacks packs = new RulePacks();

    @ParameterizedTest
    @ValueSource(strings = {"RU", "BY", "IR", "TR", "EG", "US", "MM", "officials"})
    void every_line_of_a_pack_says_where_it_comes_from(String country) {
        assertThat(packs.of(country)).hasSizeGreaterThanOrEqualTo(5);
        assertThat(packs.of(country))
                .allSatisfy(line -> assertThat(line.source()).as(line.text()).isNotBlank());
        assertThat(packs.of(country))
                .allSatisfy(line -> assertThat(line.checkedOn() == null)
                        .as(line.text())
                        .isEqualTo(line.source().contains("careful default")));
    }

    @ParameterizedTest
    @CsvSource({"RU, ru", "BY, ru", "IR, fa", "TR, tr", "EG, ar", "US, en", "MM, my"})
    void a_letter_is_translated_into_the_first_language(String country, String language) {
        assertThat(Rules.of("xx", packs.of(country), List.of(), List.of()).languages())
                .startsWith(language);
    }

    @Test
    void a_country_without_a_pack_gets_the_careful_set() {
        assertThat(packs.of("GE")).isEmpty();
    }

    @Test
    void the_russian_pack_warns_of_what_a_censor_looks_for_and_lets_seeds_pass() {
        Rules rules = Rules.of("ru", packs.of("RU"), List.of(), List.of());
        assertThat(rules.objectionsTo(new Judged("Дом построили после войны.", "ru", 1, 0, true, true)))
                .extracting(Objection::quote)
                .containsExactly("войны");
        assertThat(rules.objectionsTo(new Judged("Посеяла редис и жду.", "ru", 1, 0, true, true)))
                .isEmpty();
    }

    @Test
    void a_letter_to_an_official_is_judged_as_one_not_as_a_letter_into_prison() {
        var place = new Facility.Place("Суд (образец)", null, null, null, null);
        Facility court = new Facility("court", place, place, "RU", "ru", LocalDate.of(2026, 11, 1), "invented");
        var name = new Name("Судьина", "Анна", null);
        Official judge =
                new Official("judge", court, "ru", name, name, "Judge", "Court", "Dear Judge", "Release.", "A judge");
        assertThat(packs.of(judge).maxPages()).isEqualTo(1);
        assertThat(packs.of(judge).objectionsTo(new Judged("приговор ".repeat(40), "ru", 1, 0, false, false)))
                .isEmpty();
    }

    @Test
    void the_operators_folder_lies_over_ours(@TempDir Path overlay) throws Exception {
        Files.createDirectory(overlay.resolve("rules"));
        Files.writeString(overlay.resolve("rules/ru.txt"), "max-pages 7 | a visitor | 2026-11-01\n");
        assertThat(new RulePacks(Optional.of(overlay.toString())).of("RU"))
                .extracting(Rule.Line::text)
                .containsExactly("max-pages 7 | a visitor | 2026-11-01");
        assertThat(new RulePacks(Optional.of(overlay.toString())).of("BY")).isEqualTo(packs.of("BY"));
    }
}
