package org.postern.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RuleTest {
    @Test
    void three_pages_are_too_many_for_two() {
        assertThat(judge("max-pages 2", letter().pages(3)))
                .containsExactly(Objection.blocks("body", "objection.max-pages", 3, 2));
        assertThat(judge("max-pages 2", letter().pages(2))).isEmpty();
        assertThat(judge("max-pages 2", letter().pages(0))).isEmpty();
    }

    @Test
    void a_letter_in_another_language_goes_to_a_translator() {
        assertThat(judge("languages be ru", letter().language("de")))
                .containsExactly(Objection.routes("language", "objection.languages", "de", "be"));
        assertThat(judge("languages be ru", letter().language("ru"))).isEmpty();
    }

    @Test
    void no_photo_passes_where_none_is_allowed() {
        assertThat(judge("no-photos", letter().photos(1)))
                .containsExactly(Objection.blocks("photo", "objection.no-photos"));
        assertThat(judge("no-photos", letter())).isEmpty();
    }

    @Test
    void a_second_photo_is_one_too_many() {
        assertThat(judge("max-photos 1", letter().photos(2)))
                .containsExactly(Objection.blocks("photo", "objection.max-photos", 1));
        assertThat(judge("max-photos 1", letter().photos(1))).isEmpty();
    }

    @Test
    void a_missing_year_of_birth_is_ours_to_find_so_it_only_warns() {
        assertThat(judge("birth-year-required", letter().hasBirthYear(false)))
                .containsExactly(Objection.warns("body", "objection.birth-year-required"));
        assertThat(judge("birth-year-required", letter())).isEmpty();
    }

    @Test
    void a_missing_number_is_ours_to_find_so_it_only_warns() {
        assertThat(judge("number-required", letter().hasNumber(false)))
                .containsExactly(Objection.warns("body", "objection.number-required"));
        assertThat(judge("number-required", letter())).isEmpty();
    }

    @Test
    void each_word_of_the_list_is_quoted_as_its_writer_spelt_it() {
        List<Objection> found = judge(
                "warn-words войн*, режим, фронт*",
                letter().body("Дом стоял до Войны и после войны; режимом дня доволен."));
        assertThat(found).extracting(Objection::quote).containsExactly("Войны");
        assertThat(found).extracting(Objection::severity).containsExactly(Severity.WARNS);
    }

    @ParameterizedTest
    @CsvSource({
        "самолет, Видел самолёт над рекой, самолёт",
        "*ثورة*, قرأت عن والثورة القديمة, والثورة",
        "تظاهرات, در تظاهرات بودم, تظاهرات",
        "ညှဉ်းပန်း, သူတို့ညှဉ်းပန်းခံရသည်, ညှဉ်းပန်း",
        "hunger strike*, on hunger strikes again, hunger strikes",
        "Жыве Беларусь, і Жыве Беларусь!, Жыве Беларусь",
        "رهبري, رهبری گفت, رهبری"
    })
    void a_word_is_found_in_every_script(String word, String body, String quote) {
        assertThat(judge("warn-words " + word, letter().body(body)))
                .extracting(Objection::quote)
                .containsExactly(quote);
    }

    @ParameterizedTest
    @CsvSource({"мусор, мусорное ведро", "гей, гейзер на Камчатке", "war, a warm afternoon", "фронт*, конфронт"})
    void a_word_inside_another_is_not_found(String word, String body) {
        assertThat(judge("warn-words " + word, letter().body(body))).isEmpty();
    }

    @Test
    void a_line_that_anybody_could_have_written_is_no_letter() {
        assertThat(judge("own-words 12", letter().body("Hang in there!")))
                .containsExactly(Objection.warns("body", "objection.own-words", 12));
        assertThat(judge("own-words 3", letter().body("Hang in there!"))).isEmpty();
        assertThat(judge("own-words 12", letter().body(""))).isEmpty();
    }

    @Test
    void a_postcard_has_one_side_and_holds_no_photo() {
        assertThat(judge("postcard-only", letter().pages(2).photos(1)))
                .containsExactly(
                        Objection.blocks("body", "objection.postcard-only", 2),
                        Objection.blocks("photo", "objection.postcard-only-photo"));
        assertThat(judge("postcard-only", letter().pages(1))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "max-pages 4",
                "languages ru be",
                "max-photos 3",
                "no-photos",
                "photo-size 10x15",
                "birth-year-required",
                "number-required",
                "warn-words войн*, после обеда",
                "own-words 12",
                "leave-out The war, in any word for it",
                "note Short letters do best.",
                "paper white",
                "window-allowed",
                "labels-allowed",
                "codes-allowed",
                "colour-allowed",
                "enclosures-allowed",
                "no-window",
                "no-labels",
                "no-codes",
                "no-colour",
                "no-enclosures",
                "postcard-only",
                "return-address-required",
                "max-pages 4 | letters that came back",
                "max-pages 4 | letters that came back | 2026-10-12"
            })
    void every_rule_is_read_back_from_what_it_prints(String line) {
        assertThat(Rule.parseAll(line)).extracting(Rule.Line::text).containsExactly(line);
    }

    @Test
    void a_line_names_its_source_and_the_day_it_was_checked() {
        Rule.Line line = Rule.parseAll("  Max-Pages 4 |letters that came back|  2026-10-12 ")
                .get(0);
        assertThat(line)
                .isEqualTo(new Rule.Line(new Rule.MaxPages(4), "letters that came back", LocalDate.of(2026, 10, 12)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "max-page 4",
                "max-pages",
                "max-pages 0",
                "max-pages four",
                "max-photos -1",
                "languages",
                "languages Russian",
                "photo-size big",
                "warn-words *",
                "warn-words ,",
                "leave-out",
                "no-photos please",
                "no-idea",
                "max-pages 4 | somebody | last week"
            })
    void a_line_that_is_no_rule_is_named_with_its_number(String line) {
        assertThatThrownBy(() -> Rule.parseAll("# ours\nmax-pages 3\n\n" + line + "\n"))
                .isInstanceOfSatisfying(
                        Rule.Unreadable.class,
                        unreadable -> assertThat(unreadable.line()).isEqualTo(4))
                .hasMessage("Line 4 is not a rule: " + line);
    }

    private static List<Objection> judge(String rule, Letter letter) {
        return Rule.parseAll(rule).get(0).rule().objectionsTo(letter.judged());
    }

    private static Letter letter() {
        return new Letter("Dear Vera, it snowed.", "ru", 1, 0, true, true);
    }

    private record Letter(
            String body, String language, int pages, int photos, boolean hasBirthYear, boolean hasNumber) {
        Letter body(String other) {
            return new Letter(other, language, pages, photos, hasBirthYear, hasNumber);
        }

        Letter language(String other) {
            return new Letter(body, other, pages, photos, hasBirthYear, hasNumber);
        }

        Letter pages(int other) {
            return new Letter(body, language, other, photos, hasBirthYear, hasNumber);
        }

        Letter photos(int other) {
            return new Letter(body, language, pages, other, hasBirthYear, hasNumber);
        }

        Letter hasBirthYear(boolean other) {
            return new Letter(body, language, pages, photos, other, hasNumber);
        }

        Letter hasNumber(boolean other) {
            return new Letter(body, language, pages, photos, hasBirthYear, other);
        }

        Judged judged() {
            return new Judged(body, language, pages, photos, hasBirthYear, hasNumber);
        }
    }
}
