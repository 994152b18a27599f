package org.postern.typeset;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LineBreakerTest {
    private static final FontStyle SERIF = new FontStyle("LiberationSerif", false, false);
    private static final Shaper SHAPER = new Shaper(Fonts.in(List.of()));
    private static final Face FACE = SHAPER.fonts().first(SERIF);

    private static TextBlock justified(String text, String language, float width) {
        return new TextBlock(SHAPER, StyledText.of(text, SERIF), language, 12, width, true);
    }

    private static float end(List<Mark.Run> line) {
        Mark.Run last = line.get(line.size() - 1);
        return last.x() + last.glyphs().width * last.size();
    }

    @Test
    void no_space_grows_beyond_the_cap_nor_shrinks_below_it() {
        float space = FACE.shape(" ", 25, "ru", false).width * 12;
        for (float width = 60; width < 420; width += 5) {
            TextBlock block = justified(SampleLetters.RUSSIAN, "ru", width);
            for (int i = 0; i < block.count(); i++) {
                List<Mark.Run> line = block.line(i, 0, 0, Align.START, 0);
                for (int run = 0; run + 1 < line.size(); run++) {
                    if (line.get(run).glyphs().text.equals(" ")) {
                        float gap = line.get(run + 1).x() - line.get(run).x();
                        assertThat(gap).isBetween(space * 0.79f, space * 2.3f);
                    }
                }
            }
        }
    }

    @Test
    void a_line_whose_spaces_would_be_holes_stays_ragged() {
        TextBlock block = justified("Xylophonschlägel qu Arbeitsunfähigkeitsbescheinigungen qu", "en", 230);

        assertThat(end(block.line(0, 0, 0, Align.START, 0))).isLessThan(228);
    }

    @Test
    void no_line_is_wider_than_the_measure_not_even_the_last() {
        for (float width = 100; width < 420; width += 1) {
            TextBlock block = justified(SampleLetters.RUSSIAN, "ru", width);
            for (int i = 0; i < block.count(); i++) {
                assertThat(end(block.line(i, 0, 0, Align.START, 0))).isLessThanOrEqualTo(width + 0.6f);
            }
        }
    }

    @Test
    void letters_of_a_word_keep_their_places_in_a_justified_line() {
        TextBlock ragged =
                new TextBlock(SHAPER, StyledText.of("سلام دوست عزیز من امروز هوا خوب است", SERIF), "fa", 12, 90, false);
        TextBlock even = justified("سلام دوست عزیز من امروز هوا خوب است", "fa", 90);

        assertThat(words(even)).isEqualTo(words(ragged));
    }

    private static List<Float> words(TextBlock block) {
        var widths = new ArrayList<Float>();
        for (int i = 0; i < block.count(); i++) {
            block.line(i, 0, 0, Align.START, 0).stream()
                    .filter(run -> !run.glyphs().text.equals(" "))
                    .forEach(run -> widths.add(run.glyphs().width));
        }
        return widths;
    }

    /** No shipped font has ideographs: boxes of one em stand for them. */
    private static Segment ideograph(String text) {
        var glyphs = new Glyphs(FACE, text, new int[] {1}, new float[] {0}, new float[] {0}, new String[] {text}, 1);
        return new Segment(List.of(new Segment.Piece(glyphs, 0, SERIF)), List.of(), false, false);
    }

    @Test
    void ideographs_are_evened_between_each_other_and_not_against_letters() {
        Segment han = ideograph("漢");
        assertThat(LineBreaker.stretch(han, ideograph("字"))).isPositive();
        assertThat(LineBreaker.stretch(han, ideograph("。"))).isPositive();
        assertThat(LineBreaker.stretch(han, ideograph("a"))).isZero();
        assertThat(LineBreaker.stretch(ideograph("က"), ideograph("ခ"))).isZero();
        assertThat(LineBreaker.stretch(ideograph("한"), ideograph("글"))).isZero();

        var text = new ArrayList<Segment>();
        for (int i = 0; i < 45; i++) {
            text.add(ideograph("漢"));
        }
        assertThat(LineBreaker.lines(text, 10.6f, true)).hasSize(5).allMatch(line -> line.to() - line.from() <= 10);
    }

    @Test
    void the_paragraph_is_better_as_a_whole_than_line_by_line() {
        List<Segment> words = SHAPER.segments(StyledText.of(SampleLetters.RUSSIAN, SERIF), "en");
        double whole = 0;
        double lineByLine = 0;
        for (float width = 10; width < 40; width += 0.5f) {
            for (LineBreaker.Line line : LineBreaker.lines(words, width, false)) {
                whole += line.last() ? 0 : Math.pow(width - natural(words, line.from(), line.to()), 2);
            }
            for (int from = 0; from < words.size(); ) {
                int to = from + 1;
                while (to < words.size() && natural(words, from, to + 1) <= width) {
                    to++;
                }
                lineByLine += to == words.size() ? 0 : Math.pow(width - natural(words, from, to), 2);
                from = to;
            }
        }

        assertThat(whole).isLessThan(lineByLine * 0.95);
    }

    private static float natural(List<Segment> words, int from, int to) {
        float width = 0;
        for (int i = from; i < to; i++) {
            width += words.get(i).width() + (i + 1 < to ? words.get(i).spaceWidth() : 0);
        }
        return width;
    }

    @Test
    void korean_words_stay_whole_and_japanese_small_kana_begin_no_line() {
        assertThat(SHAPER.segments(StyledText.of("모든 인간은 태어날", SERIF), "ko")).hasSize(3);
        assertThat(SHAPER.segments(StyledText.of("きょう", SERIF), "ja")).hasSize(2);
    }
}
