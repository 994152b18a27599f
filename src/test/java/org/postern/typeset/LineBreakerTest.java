package org.postern.typeset;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
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

    @Test
    void all_ways_to_break_are_looked_at() {
        var random = new Random(7);
        for (int round = 0; round < 2000; round++) {
            var words = new ArrayList<Segment>();
            for (int i = random.nextInt(60); i >= 0; i--) {
                words.add(anyWord(random, words.isEmpty() ? null : words.get(words.size() - 1)));
            }
            boolean justify = random.nextBoolean();
            float width = 3 + random.nextInt(30);

            assertThat(LineBreaker.lines(words, width, justify).stream()
                            .map(LineBreaker.Line::to)
                            .toList())
                    .isEqualTo(slowly(words, width, justify));
        }
    }

    /** A word, a part of one, or an ideograph, as wide as the die says. */
    private static Segment anyWord(Random random, @Nullable Segment before) {
        boolean divided = random.nextInt(3) == 0;
        List<Segment.Piece> space =
                divided || random.nextInt(9) == 0 ? List.of() : List.of(box(" ", 0.2f + random.nextFloat() / 5));
        return new Segment(
                List.of(box(random.nextInt(5) == 0 ? "漢" : "a", random.nextFloat() * 2.5f)),
                space,
                random.nextInt(40) == 0,
                random.nextInt(6) == 0,
                List.of(),
                divided ? box("-", 0.33f) : null,
                before);
    }

    private static Segment.Piece box(String text, float width) {
        var glyphs =
                new Glyphs(FACE, text, new int[] {1}, new float[] {0}, new float[] {0}, new String[] {text}, width);
        return new Segment.Piece(glyphs, 0, SERIF);
    }

    /** The same judgement of each line, and every line that a paragraph may have. */
    private static List<Integer> slowly(List<Segment> words, float width, boolean justify) {
        var ends = new ArrayList<Integer>();
        for (int from = 0; from < words.size(); ) {
            int to = from;
            while (to < words.size() && !words.get(to).endsLine()) {
                to++;
            }
            to = Math.min(to + 1, words.size());
            double[] cost = new double[to + 1];
            int[] before = new int[to + 1];
            for (int end = from + 1; end <= to; end++) {
                cost[end] = Double.POSITIVE_INFINITY;
                for (int start = end - 1; start >= from; start--) {
                    double line = cost[start] + badness(words, start, end, to, width, justify);
                    boolean ladder = words.get(end - 1).hyphen() != null
                            && start > from
                            && words.get(start - 1).hyphen() != null;
                    line += ladder ? 0.5 : 0;
                    if (line < cost[end]) {
                        cost[end] = line;
                        before[end] = start;
                    }
                }
            }
            int at = ends.size();
            for (int end = to; end > from; end = before[end]) {
                ends.add(at, end);
            }
            from = to;
        }
        return ends;
    }

    private static double badness(List<Segment> words, int start, int end, int to, float width, boolean justify) {
        double natural = words.get(end - 1).hyphenWidth();
        double stretch = 0;
        double shrink = 0;
        for (int i = start; i < end; i++) {
            natural += words.get(i).width();
            if (i + 1 < end) {
                natural += words.get(i).spaceWidth();
                stretch += justify ? LineBreaker.stretch(words.get(i), words.get(i + 1)) : 0;
                shrink += justify ? LineBreaker.shrink(words.get(i)) : 0;
            }
        }
        if (start < end - 1 && natural - shrink > width) {
            return Double.POSITIVE_INFINITY;
        }
        double slack = width - natural;
        double more = words.get(end - 1).hyphen() == null ? 0 : 0.2;
        if (end == to) {
            return more + (natural < width * 0.12 ? 0.6 : slack < 0 ? 0.05 : 0);
        }
        more += words.get(end - 1).clings() ? 0.6 : 0;
        double empty = slack / width;
        if (slack < 0) {
            return more + 0.3 * -slack / Math.max(shrink, 1e-4) + 0.02;
        }
        if (!justify) {
            return more + empty * empty * 10 + 0.02;
        }
        double ratio = slack / Math.max(stretch, 1e-4);
        return more + (ratio <= 1 ? ratio * ratio * ratio + 0.02 : 2 + Math.min(ratio, 10) / 10 + empty * empty * 20);
    }

    private static float natural(List<Segment> words, int from, int to) {
        float width = 0;
        for (int i = from; i < to; i++) {
            width += words.get(i).width() + (i + 1 < to ? words.get(i).spaceWidth() : 0);
        }
        return width;
    }

    @Test
    void a_compound_is_broken_at_its_hyphen_only_where_both_halves_are_long() {
        assertThat(SHAPER.segments(StyledText.of("кто-то e-mail по-русски русско-немецкий и — то", SERIF), "ru"))
                .filteredOn(Segment::clings)
                .extracting(Segment::text)
                .containsExactly("кто-", "e-", "и");
    }

    @Test
    void korean_words_stay_whole_and_japanese_small_kana_begin_no_line() {
        assertThat(SHAPER.segments(StyledText.of("모든 인간은 태어날", SERIF), "ko")).hasSize(3);
        assertThat(SHAPER.segments(StyledText.of("きょう", SERIF), "ja")).hasSize(2);
    }
}
