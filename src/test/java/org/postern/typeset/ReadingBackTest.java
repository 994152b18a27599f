package org.postern.typeset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadingBackTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ru|Съешь же ещё этих мягких французских булок, да выпей чаю: «№ 7» — 100 %.",
                "uk|Жебракують філософи при ґанку церкви в Гадячі, ще й шатро їхнє п’яне знаємо.",
                "be|У рудога вераб’я ў сховішчы пад фатэлем ляжаць нейкія гаючыя зёлкі.",
                "kk|Әріптің қызығы: ғ, қ, ң, ө, ұ, ү, һ, і.",
                "en|The office of fine fluff: affluent, difficult, fjord.",
                "de|Falsches Üben von Xylophonmusik quält jeden größeren Zwerg.",
                "pl|Zażółć gęślą jaźń.",
                "vi|Tôi tên là Nguyễn Thị Ánh, quê ở Huế.",
                "tr|Pijamalı hasta yağız şoföre çabucak güvendi: İ, ı.",
                "el|Ξεσκεπάζω την ψυχοφθόρα βδελυγμία. Ἐν ἀρχῇ ἦν ὁ λόγος.",
                "ka|ვეპხის ტყაოსანი შოთა რუსთაველი",
                "hy|Բել դղյակի ձախ ժամն օֆ ազգությանը",
            })
    void letters_from_left_to_right_read_back_as_they_were_typed(String language, String text) {
        Typesetting set = SampleLetters.set(SampleLetters.plain(language, text + "\n\n" + text + " " + text));

        assertThat(set.findings()).isEmpty();
        String flat = SampleLetters.flat(text);
        assertThat(SampleLetters.read(set.pdf())).contains(flat + " " + flat + " " + flat);
    }

    @Test
    void a_ligature_typed_as_one_character_and_one_made_by_the_font_each_keep_their_text() throws IOException {
        byte[] pdf =
                SampleLetters.set(SampleLetters.plain("en", "figure ﬁgure")).pdf();
        var read = new StringBuilder();
        var stripper = new PDFTextStripper() {
            @Override
            protected void writeString(String text, List<TextPosition> positions) {
                // the stripper itself would replace the ligature
                positions.forEach(position -> read.append(position.getUnicode()));
            }
        };
        try (PDDocument document = Loader.loadPDF(pdf)) {
            stripper.getText(document);
        }

        assertThat(read.toString()).contains("figure").contains("ﬁgure");
    }

    @Test
    void decomposed_letters_read_back_composed() {
        Typesetting set = SampleLetters.set(SampleLetters.plain("ru", "мои\u0306 за\u0301мок е\u0301 x\u0302"));

        assertThat(SampleLetters.read(set.pdf())).contains("мой за\u0301мок е\u0301 x\u0302");
    }

    @Test
    void emphasis_and_lists_are_set_and_all_other_markup_is_text() {
        Typesetting set = SampleLetters.set(SampleLetters.plain(
                "en",
                "*soft* and **loud**\n\n1. one\n2. two\n- dash\n\n<b>bold</b> [a](http://b) &amp; `c` _d_ \\*e\\*\n\n"
                        + "[f]: http://g"));

        assertThat(SampleLetters.read(set.pdf()))
                .contains("soft and loud 1. one 2. two – dash")
                .contains("<b>bold</b> [a](http://b) &amp; `c` _d_ *e*")
                .contains("[f]: http://g")
                .doesNotContain("*soft*");
    }

    @Test
    void addresses_in_other_scripts_are_set_without_objection() {
        for (List<String> address : List.of(
                List.of("سپیده رستگار", "زندان نمونه، بند ۴", "تهران", "ایران / IRAN"),
                List.of("محمد علي حسن", "سجن المثال", "القاهرة", "مصر / EGYPT"),
                List.of("အောင်မင်း", "အင်းစိန်အကျဉ်းထောင်", "ရန်ကုန်", "မြန်မာ / MYANMAR"),
                List.of("Նարեկ Վարդանյան", "Երևան 0071", "ՀԱՅԱՍՏԱՆ / ARMENIA"),
                List.of("ნინო ბერიძე", "რუსთავი 3700", "საქართველო / GEORGIA"))) {
            Typesetting set = SampleLetters.set(SampleLetters.windowed("en", address, "Dear friend,"));

            assertThat(set.findings()).isEmpty();
            assertThat(SampleLetters.window("din5008b").outside(set.address())).isEmpty();
        }
    }

    @Test
    void a_joiner_is_never_seen() {
        var style = new FontStyle("LiberationSerif", false, false);
        List<Segment> word = new Shaper(Fonts.in(List.of())).segments(StyledText.of("می\u200Cکنم", style), "fa");

        Glyphs glyphs = word.get(0).pieces().get(0).glyphs();
        assertThat(glyphs.texts).containsExactly("م", "ی", "\u200C", "ک", "ن", "م");
        assertThat(glyphs.gids[2]).isEqualTo(glyphs.face.glyph(' '));
        assertThat(glyphs.xs[2]).isEqualTo(glyphs.xs[1], within(0.011f));
    }

    @Test
    void arabic_letters_join() {
        Fonts fonts = Fonts.in(List.of());
        var style = new FontStyle("LiberationSerif", false, false);
        List<Segment> word = new Shaper(fonts).segments(StyledText.of("سسس", style), "fa");

        int[] glyphs = word.get(0).pieces().get(0).glyphs().gids;
        assertThat(glyphs).hasSize(3).doesNotHaveDuplicates();
    }
}
