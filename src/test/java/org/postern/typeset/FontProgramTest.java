package org.postern.typeset;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.function.IntUnaryOperator;
import org.apache.fontbox.ttf.GlyphData;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FontProgramTest {
    private static final Fonts FONTS = Fonts.in(List.of());

    @ParameterizedTest
    @ValueSource(strings = {"LiberationSerif", "LiberationMono", "NotoSans", "DejaVuSans"})
    void every_glyph_keeps_its_outline_and_its_width(String family) throws IOException {
        Face face = FONTS.first(new FontStyle(family, false, false));
        var every = new BitSet();
        every.set(0, face.glyphs());

        assertSame(face, every, glyph -> glyph);
    }

    @Test
    void letters_bring_the_parts_that_they_are_made_of() throws IOException {
        Face face = FONTS.first(new FontStyle("LiberationSerif", false, false));
        var some = new BitSet();
        "ёЁőŞАя".codePoints().forEach(letter -> some.set(face.glyph(letter)));
        int[] numbers = new FontProgram(face, some).numbers();

        assertSame(face, some, glyph -> numbers[glyph]);
        assertThat(Arrays.stream(numbers).max().orElseThrow()).isGreaterThan(some.cardinality());
    }

    private static void assertSame(Face face, BitSet glyphs, IntUnaryOperator number) throws IOException {
        byte[] bytes = new FontProgram(face, glyphs).bytes();
        try (TrueTypeFont part = new TTFParser(true).parse(new RandomAccessReadBuffer(bytes))) {
            for (int glyph = 0; glyph >= 0; glyph = glyphs.nextSetBit(glyph + 1)) {
                var there = part.getGlyph().getGlyph(number.applyAsInt(glyph));
                var here = face.ttf().getGlyph().getGlyph(glyph);
                assertThat(there == null).isEqualTo(here == null);
                if (here != null) {
                    assertThat(outline(there)).as("glyph " + glyph).isEqualTo(outline(here));
                }
                assertThat(part.getAdvanceWidth(number.applyAsInt(glyph)))
                        .isEqualTo(face.ttf().getAdvanceWidth(glyph));
            }
        }
    }

    private static List<String> outline(GlyphData glyph) {
        var outline = new ArrayList<String>();
        float[] points = new float[6];
        for (var path = glyph.getPath().getPathIterator(null); !path.isDone(); path.next()) {
            outline.add(path.currentSegment(points) + Arrays.toString(points));
        }
        return outline;
    }

    @Test
    void most_letters_of_a_language_carry_the_same_part_and_a_few_words_only_their_own() throws IOException {
        byte[] one = font(addressed(SampleLetters.RUSSIAN + " Щука, эхо; объём: юг №1!"));
        byte[] other = font(addressed(SampleLetters.RUSSIAN.toUpperCase(Locale.ROOT) + " Объём?"));
        byte[] polish = font(addressed("Zażółć gęślą jaźń. Pchnąć w tę łódź jeża lub ośm skrzyń fig."));
        byte[] few = font(SampleLetters.plain("ru", "Да"));

        assertThat(one).isEqualTo(other);
        assertThat(few.length).isLessThan(one.length / 2);
        assertThat(polish.length).isLessThan(one.length);
    }

    @ParameterizedTest
    @CsvSource({
        "de, Franz jagt im komplett verwahrlosten Taxi quer durch Bayern; süß öde Ärger.",
        "uk, Чуєш їх доцю га? Кумедна ж ти прощайся без ґольфів; щабель юшка.",
        "kk, Біз ғой өзіміз қаңғып жүрген ұлт һәм елміз; бәрі де шұғыл цех вьюга эскимос.",
        "el, Ξεσκεπάζω την ψυχοφθόρα βδελυγμία· γήινος όμηρος ύψους ϊώ."
    })
    void a_letter_of_many_letters_grows_by_none(String language, String text) throws IOException {
        String body = text + " " + text.toUpperCase(Locale.ROOT);
        byte[] one = font(SampleLetters.plain(language, body));

        assertThat(font(SampleLetters.plain(language, body + " «§7» XYZ"))).isEqualTo(one);
    }

    private static Manuscript addressed(String body) {
        return SampleLetters.windowed("ru", SampleLetters.ADDRESS, body);
    }

    private static byte[] font(Manuscript letter) throws IOException {
        try (PDDocument document = Loader.loadPDF(SampleLetters.set(letter).pdf())) {
            var resources = document.getPage(0).getResources();
            var font = (PDType0Font)
                    resources.getFont(resources.getFontNames().iterator().next());
            assertThat(font.getName()).matches("[A-Z]{6}\\+LiberationSerif-Regular");
            return font.getDescendantFont().getFontDescriptor().getFontFile2().toByteArray();
        }
    }
}
