package org.postern.typeset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.ibm.icu.text.BreakIterator;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("slow")
class HostileTextTest {
    private static final FontStyle SERIF = new FontStyle("LiberationSerif", false, false);

    /** Fonts are read once; the laws are about text. */
    @BeforeAll
    static void warm() {
        SampleLetters.set(SampleLetters.plain("ru", "Привет 漢 " + "x\u0302")).pages();
    }

    private static List<Finding.Kind> kinds(Typesetting set) {
        return set.findings().stream().map(Finding::kind).toList();
    }

    @Test
    void each_hostile_text_ends_within_a_second_and_all_of_them_in_64_megabytes(@TempDir Path folder) throws Exception {
        String otherwise = OwnProcess.result(folder, OwnProcess.java(), List.of("-Xmx64m"), HostileTexts.class);

        assertThat(otherwise).isEqualTo("[]");
    }

    @Test
    void a_character_that_no_font_has_is_an_objection_that_shows_it_and_its_place() {
        Typesetting set = SampleLetters.set(SampleLetters.plain("ru", "Привет, 漢字!"));

        assertThat(set.findings()).hasSize(2);
        Finding first = set.findings().get(0);
        assertThat(first.kind()).isEqualTo(Finding.Kind.NO_FONT);
        assertThat(first.field()).isEqualTo("body");
        assertThat(first.offset()).isEqualTo(8);
        assertThat(first.character()).isEqualTo("漢");
        assertThat(first.line()).contains("U+6F22");
        assertThat(set.pages()).isEqualTo(1);
        assertThrows(IllegalStateException.class, set::pdf);
    }

    @Test
    void an_endless_address_ends_in_an_objection_within_a_second() {
        var lines = Collections.nCopies(100_000, "ул. Заречная, д. 1");
        Typesetting set = assertTimeoutPreemptively(
                Duration.ofSeconds(1), () -> SampleLetters.set(SampleLetters.windowed("ru", lines, "Привет")));

        assertThat(kinds(set)).containsExactly(Finding.Kind.ADDRESS_DOES_NOT_FIT);
    }

    @Test
    void every_field_is_looked_at() {
        var set = SampleLetters.set(
                new Manuscript("din5008b", "ru", SampleLetters.DAY, "漢", List.of("А", "字"), "Б", "漢", null, "漢"));

        assertThat(set.findings())
                .extracting(Finding::field)
                .containsExactlyInAnyOrder("signature", "returnLine", "reference", "addressLines[1]");
    }

    @Test
    void a_name_is_never_turned_around() {
        for (String turned : List.of("\u202etfel", "\u2067Marta\u2069", "M\u202aarta")) {
            Manuscript plain = SampleLetters.plain("ru", "Привет");
            var set = SampleLetters.set(new Manuscript(
                    "plain", "ru", SampleLetters.DAY, null, List.of(), plain.body(), turned, null, null));

            assertThat(kinds(set)).as(turned).containsOnly(Finding.Kind.NOT_TEXT);
        }
    }

    @Test
    void private_characters_and_half_pairs_are_not_text() {
        assertThat(kinds(SampleLetters.set(SampleLetters.plain("ru", "a\uE000b"))))
                .containsExactly(Finding.Kind.NOT_TEXT);
        assertThat(kinds(SampleLetters.set(SampleLetters.plain("ru", "a\uD83Db"))))
                .containsExactly(Finding.Kind.NOT_TEXT);
        assertThat(kinds(SampleLetters.set(SampleLetters.plain("ru", "a\uFFFFb"))))
                .containsExactly(Finding.Kind.NOT_TEXT);
    }

    @Test
    void control_characters_leave_and_tabs_are_spaces() {
        Typesetting set = SampleLetters.set(SampleLetters.plain("ru", "а\u0000\u0007б\tв\r\nг\u00adд\u0085е\u2028ж"));

        assertThat(set.findings()).isEmpty();
        assertThat(SampleLetters.read(set.pdf())).contains("аб в гд е ж");
    }

    @Test
    void a_glyph_wider_than_its_line_stands_alone_and_nothing_loops() {
        Shaper shaper = new Shaper(Fonts.in(List.of()));
        var block = new TextBlock(shaper, StyledText.of("Щука", SERIF), "ru", 12, 0.5f, false);

        assertThat(block.count()).isEqualTo(4);
    }

    @Test
    void cuts_fall_between_graphemes_and_lose_nothing() {
        Shaper shaper = new Shaper(Fonts.in(List.of()));
        var random = new Random(7);
        String[] graphemes = {"a", "x\u0302", "й", "е\u0301", "q\u0323\u0307", "ß", "ώ", "👍🏽", "နိုင်"};
        for (int round = 0; round < 200; round++) {
            var text = new StringBuilder();
            for (int i = 0; i < 1 + random.nextInt(60); i++) {
                text.append(graphemes[random.nextInt(graphemes.length - (round % 2 == 0 ? 2 : 0))]);
            }
            String word = StyledText.clean(text.toString());
            var whole = new ArrayList<String>();
            shaper.segments(StyledText.of(word, SERIF), "ru")
                    .forEach(segment -> shaper.cut(segment, 3, "ru")
                            .forEach(part -> part.pieces().forEach(piece -> whole.add(piece.text()))));

            if (round % 2 == 0) {
                assertThat(String.join("", whole)).isEqualTo(word);
            }
            BreakIterator boundaries = BreakIterator.getCharacterInstance(Locale.ROOT);
            boundaries.setText(word);
            int at = 0;
            for (String piece : whole) {
                at = word.indexOf(piece, at);
                assertThat(boundaries.isBoundary(at))
                        .as("%s in %s", piece, word)
                        .isTrue();
            }
        }
    }

    @Test
    void every_step_through_a_text_consumes_a_code_point() {
        var random = new Random(11);
        for (int round = 0; round < 500; round++) {
            var text = new StringBuilder();
            for (int i = 0; i < 40; i++) {
                text.append(
                        Character.toChars(random.nextInt(3) == 0 ? random.nextInt(0x11000) : random.nextInt(0x600)));
            }
            String any = text.toString();
            for (int at = 0; at < any.length(); ) {
                int next = Characters.graphemeEnd(any, at);
                assertThat(next).isGreaterThanOrEqualTo(at + Character.charCount(any.codePointAt(at)));
                at = next;
            }
            SampleLetters.set(SampleLetters.plain("en", any)).pages();
        }
    }
}
