package org.postern.compose;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.postern.directory.Judged;
import org.postern.directory.Objection;
import org.postern.directory.Rule;
import org.postern.directory.RulePacks;
import org.postern.directory.Rules;
import org.postern.web.View;
import org.postern.web.Views;

class RuleWordsTest {
    private static final String EVERY_RULE = """
            max-pages 4
            languages ru be
            max-photos 3
            no-photos
            photo-size 10x15
            birth-year-required
            number-required
            warn-words war*
            own-words 12
            leave-out the war
            note Short letters do best.
            paper white
            window-allowed
            labels-allowed
            codes-allowed
            colour-allowed
            enclosures-allowed
            no-window
            no-labels
            no-codes
            no-colour
            no-enclosures
            postcard-only
            return-address-required
            """;

    private final View view = Views.of("en", false);

    @Test
    void every_rule_says_itself_in_plain_words_under_a_name() {
        List<Rule.Line> lines = Rule.parseAll(EVERY_RULE);
        assertThat(lines.stream().map(line -> line.rule().getClass()).distinct())
                .hasSize(Rule.class.getPermittedSubclasses().length);
        assertThat(lines).allSatisfy(line -> {
            assertThat(RuleWords.of(line.rule(), view))
                    .as(line.text())
                    .isNotBlank()
                    .doesNotContain("{", "#");
            assertThat(view.t("rule." + line.rule().kind() + ".name")).isNotBlank();
        });
        assertThat(lines).extracting(line -> RuleWords.of(line.rule(), view)).doesNotHaveDuplicates();
    }

    @Test
    void a_list_of_words_stands_apart_from_the_rule_so_that_the_rule_can_be_read() {
        assertThat(words("warn-words war*, court")).doesNotContain("court");
        Rule.WarnWords list =
                (Rule.WarnWords) Rule.parseAll("warn-words war*, court").get(0).rule();
        assertThat(RuleWords.listed(list)).isEqualTo("war…, court");
    }

    @Test
    void an_unprintable_sign_is_placed_by_the_words_before_it() {
        Objection sign =
                Objection.blocks("body", "finding.NO_FONT", "春", "", "Hani").about("first snow.");
        assertThat(ObjectionWords.placed(sign, view))
                .startsWith("After “first snow.”: “春” cannot be printed yet: our typefaces lack its script (Han)");
        Objection word = Objection.warns("body", "objection.warn-words").about("the war");
        assertThat(ObjectionWords.placed(word, view)).isEqualTo(ObjectionWords.of(word, view));
    }

    @ParameterizedTest
    @CsvSource({"en, Han", "ru, китайская", "de, Chinesisch", "es, han", "fr, sinogrammes", "fa, هان"})
    void a_script_that_no_font_has_is_named_in_the_readers_language(String language, String script) {
        View theirs = Views.of(language, false);
        assertThat(ObjectionWords.of(Objection.blocks("body", "finding.NO_FONT", "春", "", "Hani"), theirs))
                .contains("春", "(" + script + ")");
        assertThat(ObjectionWords.of(Objection.blocks("body", "finding.NO_FONT", "🐝", "", ""), theirs))
                .contains("🐝")
                .doesNotContain("(", "none");
    }

    @Test
    void numbers_and_languages_are_filled_in() {
        assertThat(words("max-pages 1")).isEqualTo("Up to one page.");
        assertThat(words("max-photos 3")).startsWith("Up to 3 photos");
        assertThat(words("no-photos")).isEqualTo("No photos.");
        assertThat(words("photo-size 10x15")).isEqualTo("At most 10 × 15 cm.");
        assertThat(words("languages ru be")).startsWith("Russian, Belarusian only.");
        assertThat(words("no-window")).isEqualTo("No window.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "max-pages 1",
                "languages ru",
                "no-photos",
                "max-photos 1",
                "birth-year-required",
                "number-required",
                "warn-words war",
                "own-words 12",
                "postcard-only"
            })
    void every_objection_of_a_rule_has_its_words(String rule) {
        Rules rules = Rules.of("en", List.of(), Rule.parseAll(rule), List.of());
        assertThat(rules.objectionsTo(new Judged("the war", "en", 2, 2, false, false)))
                .isNotEmpty()
                .allSatisfy(objection -> assertThat(ObjectionWords.of(objection, view))
                        .isNotBlank()
                        .doesNotContain("{", "#"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"RU", "BY", "IR", "TR", "EG", "US", "MM", "officials"})
    void every_pack_can_be_shown(String country) {
        assertThat(new RulePacks().of(country))
                .isNotEmpty()
                .allSatisfy(line -> assertThat(RuleWords.of(line.rule(), view)).isNotBlank());
    }

    @Test
    void every_level_has_its_words() {
        for (Rules.Level level : Rules.Level.values()) {
            assertThat(view.t("level." + level)).isNotBlank();
        }
    }

    private String words(String rule) {
        return RuleWords.of(Rule.parseAll(rule).get(0).rule(), view);
    }
}
