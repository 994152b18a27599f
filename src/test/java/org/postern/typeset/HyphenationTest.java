package org.postern.typeset;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HyphenationTest {
    private static final FontStyle SERIF = new FontStyle("LiberationSerif", false, false);
    private static final Shaper SHAPER = new Shaper(Fonts.in(List.of()));

    private static String divided(String language, String word) {
        Hyphenation patterns = Objects.requireNonNull(Hyphenation.of(language));
        var shown = new StringBuilder(word);
        List<Integer> points = patterns.points(word);
        for (int i = points.size() - 1; i >= 0; i--) {
            shown.insert((int) points.get(i), "-");
        }
        return shown.toString();
    }

    @ParameterizedTest
    @CsvSource({
        "ru,география,гео-гра-фия",
        "ru,учительница,учи-тель-ница",
        "uk,перекладач,пе-ре-кла-дач",
        "de,wahrscheinlich,wahr-schein-lich",
        "de-AT,unterschiedliche,un-ter-schied-li-che",
        "de-CH,Wetterverhältnisse,Wet-ter-ver-hält-nisse",
        "pt-BR,felicidade,fe-li-ci-dade",
        "sv,skrivbordet,skriv-bor-det",
    })
    void words_are_divided_as_their_language_divides_them(String language, String word, String expected) {
        assertThat(divided(language, word)).isEqualTo(expected);
    }

    @Test
    void two_letters_stay_before_and_three_after_and_nothing_but_letters_is_divided() {
        Hyphenation russian = Objects.requireNonNull(Hyphenation.of("ru"));
        for (String word : SampleLetters.RUSSIAN.split("[^а-яё]+", -1)) {
            assertThat(russian.points(word)).allMatch(at -> at >= 2 && at <= word.length() - 3);
        }
        assertThat(russian.points("дом2026года")).isEmpty();
        assertThat(russian.points("за\u0301мок")).isEmpty();
        assertThat(russian.points("")).isEmpty();
        assertThat(russian.points("ИİИИИИИИ")).isEmpty();
    }

    @Test
    void a_language_without_free_patterns_is_not_divided_and_stays_ragged() {
        for (String language : List.of("en", "fr", "fa", "sr", "zz", "x")) {
            assertThat(Hyphenation.of(language)).as(language).isNull();
            assertThat(Stationery.Edges.BY_LANGUAGE.even(language)).isFalse();
        }
        assertThat(Stationery.Edges.BY_LANGUAGE.even("ru-RU")).isTrue();
        assertThat(Stationery.Edges.EVEN.even("en")).isTrue();
        assertThat(Stationery.Edges.RAGGED.even("ru")).isFalse();
    }

    @Test
    void every_file_of_patterns_can_be_read_and_its_licence_is_in_the_documentation() throws IOException {
        String documented = Files.readString(Path.of("src/docs/hyphenation.md"));
        try (Stream<Path> files = Files.list(Path.of("target/classes/hyphenation"))) {
            List<String> names = files.map(file -> file.getFileName().toString().replace(".xml", ""))
                    .filter(name -> !name.equals("MANIFEST.MF"))
                    .toList();
            assertThat(names).hasSizeGreaterThan(15);
            for (String name : names) {
                assertThat(documented).contains("`" + name + ".xml`");
            }
        }
        for (String language : List.of(
                "af", "bg", "ca", "da", "de", "de-1901", "de-CH", "eo", "et", "gl", "ia", "is", "kmr", "ku", "la", "mn",
                "pt", "ru", "sl", "sr-Latn", "sv", "tk", "uk")) {
            assertThat(Hyphenation.of(language)).as(language).isNotNull();
        }
    }

    private static TextBlock block(String text, String language, float width) {
        return new TextBlock(SHAPER, StyledText.of(text, SERIF), language, 12, width, true);
    }

    private static String line(TextBlock block, int i) {
        var line = new StringBuilder();
        block.line(i, 0, 0, Align.START, 0).forEach(run -> line.append(run.glyphs().text));
        return line.toString();
    }

    @Test
    void names_numbers_compounds_and_the_last_word_are_never_divided() {
        String text = "преподаватель Водолазова преподаватель ИЗОЛЯТОРА преподаватель по-преподавательски преподаватель"
                + " домик2026преподаватель преподаватель";
        boolean divided = false;
        for (float width = 80; width < 300; width += 3) {
            TextBlock block = block(text, "ru", width);
            for (int i = 0; i < block.count(); i++) {
                if (block.hyphenated(i)) {
                    divided = true;
                    String word = line(block, i).replaceAll(".* ", "").replace("\u00AD", "");
                    assertThat("преподаватель").startsWith(word);
                    assertThat(word.length()).isBetween(2, "преподаватель".length() - 3);
                }
            }
            assertThat(block.hyphenated(block.count() - 1)).isFalse();
            assertThat(line(block, block.count() - 1)).endsWith("преподаватель");
        }
        assertThat(divided).isTrue();
    }

    @Test
    void soft_hyphens_of_the_writer_are_used_and_show_only_at_a_lines_end() {
        String text = "aaaa Водо\u00ADлазова bbbb";
        TextBlock narrow = new TextBlock(SHAPER, StyledText.of(text, SERIF), "en", 12, 60, false);
        TextBlock wide = new TextBlock(SHAPER, StyledText.of(text, SERIF), "en", 12, 400, false);

        assertThat(line(narrow, 0)).isEqualTo("aaaa Водо\u00AD");
        assertThat(line(wide, 0)).isEqualTo("aaaa Водолазова bbbb");
    }

    @Test
    void a_joined_script_is_never_divided() {
        TextBlock block = new TextBlock(SHAPER, StyledText.of("سلام دوست\u00ADعزیز سلام", SERIF), "fa", 12, 40, false);
        for (int i = 0; i < block.count(); i++) {
            assertThat(block.hyphenated(i)).isFalse();
        }
    }

    @Test
    void divided_words_lose_nothing_and_read_back() {
        for (float width = 60; width < 420; width += 7) {
            TextBlock block = block(SampleLetters.RUSSIAN, "ru", width);
            var text = new StringBuilder();
            for (int i = 0; i < block.count(); i++) {
                assertThat(block.width(i)).isLessThanOrEqualTo(width * 1.08f);
                text.append(line(block, i)).append(block.hyphenated(i) ? "" : " ");
            }
            assertThat(text.toString().replace("\u00AD", "").replace(" ", ""))
                    .isEqualTo(SampleLetters.RUSSIAN.replace(" ", ""));
        }
        byte[] pdf = SampleLetters.TYPESETTER
                .set(
                        SampleLetters.plain("ru", (SampleLetters.RUSSIAN + "\n\n").repeat(4)),
                        new PrintOptions(false, false, Paper.A5))
                .pdf();
        assertThat(SampleLetters.read(pdf)).contains(SampleLetters.RUSSIAN);
    }

    @Test
    void no_page_ends_inside_a_word() {
        for (int filler = 0; filler < 12; filler++) {
            String body = "Row.\n\n".repeat(filler) + (SampleLetters.RUSSIAN + "\n\n").repeat(9);
            Typesetting set = SampleLetters.TYPESETTER.set(
                    SampleLetters.plain("ru", body), new PrintOptions(false, false, Paper.A5));
            for (Page page : set.printable()) {
                List<String> runs = page.marks().stream()
                        .filter(Mark.Run.class::isInstance)
                        .map(mark -> ((Mark.Run) mark).glyphs().text)
                        .filter(run -> !run.isBlank())
                        .toList();
                // "страница 1 из 9" is four words
                assertThat(runs.get(runs.size() - 5)).isNotEqualTo("\u00AD");
            }
        }
    }
}
