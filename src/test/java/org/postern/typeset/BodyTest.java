package org.postern.typeset;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class BodyTest {
    private static final FontStyle SERIF = new FontStyle("LiberationSerif", false, false);

    private static List<Body.Part> parts(String text) {
        return Body.parts(text, SERIF, Set.of("photo", "1"));
    }

    private static String text(Body.Part part) {
        return part.text().text();
    }

    @Test
    void lists_keep_the_numbers_that_were_typed_and_nest() {
        List<Body.Part> parts = parts("3. three\n7. seven\n   - inner\n     more\n\nafter");

        assertThat(parts).extracting(BodyTest::text).containsExactly("three", "seven", "inner\nmore", "after");
        assertThat(parts).extracting(part -> part.place().marker()).containsExactly("3.", "7.", "–", "");
        assertThat(parts).extracting(part -> part.place().lists()).containsExactly(1, 1, 2, 0);
    }

    @Test
    void quotes_nest_and_lose_their_signs_only() {
        List<Body.Part> parts = parts("> one [a\n> b](c)\n>\n> > two\n\nthree");

        assertThat(parts).extracting(BodyTest::text).containsExactly("one [a\nb](c)", "two", "three");
        assertThat(parts).extracting(part -> part.place().quotes()).containsExactly(1, 2, 0);
    }

    @Test
    void headings_code_html_and_links_are_text_as_typed() {
        String typed =
                "# a\n\n    code\n\n<b>x</b> <!-- y -->\n\n```\nz\n```\n\n[l](http://m) ![i](http://n) <http://o>";

        assertThat(String.join("\n", parts(typed).stream().map(BodyTest::text).toList()))
                .isEqualTo("# a\ncode\n<b>x</b> <!-- y -->\n```\nz\n```\n[l](http://m) ![i](http://n) <http://o>");
    }

    @Test
    void hard_and_soft_breaks_are_line_ends() {
        assertThat(parts("a  \nb\\\nc\nd")).extracting(BodyTest::text).containsExactly("a\nb\nc\nd");
    }

    @Test
    void a_picture_stands_where_the_body_says_once_and_only_one_of_the_manuscript() {
        List<Body.Part> parts =
                parts("![our *tree*](photo)\n\n![](1 \"page\")\n\n![again](photo)\n\n![no](2)\n\na ![x](1)");

        assertThat(parts.get(0).picture()).isEqualTo("photo");
        assertThat(text(parts.get(0))).isEqualTo("our tree");
        assertThat(parts.get(1).picture()).isEqualTo("1");
        assertThat(parts.get(1).alone()).isTrue();
        assertThat(parts.subList(2, 5)).allMatch(part -> part.picture() == null);
        assertThat(text(parts.get(2))).isEqualTo("![again](photo)");
    }

    @Test
    void endless_nesting_is_text() {
        assertThat(parts(">".repeat(50_000) + "x")).isNotEmpty();
        assertThat(parts("- ".repeat(25_000) + "x")).isNotEmpty();
    }

    private static Photo photo(int width, int height) throws IOException, Photo.Unusable {
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), "png", bytes);
        return Photo.of(bytes.toByteArray());
    }

    private static Typesetting set(String body, List<Picture> pictures) {
        return SampleLetters.set(
                new Manuscript("plain", "en", SampleLetters.DAY, null, List.of(), body, "Marta", null, null, pictures));
    }

    @Test
    void pictures_are_whole_with_their_captions_and_one_a_page_comes_after_the_letter() throws Exception {
        Typesetting set = set(
                "Before\n\n![Inline](2)\n\nAfter\n\n![Alone](1 \"page\")",
                List.of(
                        new Picture(photo(1600, 1200), "unused"),
                        new Picture(photo(800, 600), ""),
                        new Picture(photo(300, 200), "At the end")));

        assertThat(set.findings()).isEmpty();
        assertThat(set.pages()).isEqualTo(2);
        assertThat(SampleLetters.readPage(set.pdf(), 1)).contains("Before Inline After Marta At the end");
        assertThat(SampleLetters.readPage(set.pdf(), 2)).startsWith("Alone").doesNotContain("unused");
        for (Page page : set.printable()) {
            for (Mark mark : page.marks()) {
                if (mark instanceof Mark.Picture picture) {
                    assertThat(picture.y()).isPositive();
                    assertThat(picture.y() + picture.height()).isLessThan(page.height() - Page.pt(28) + 1);
                    assertThat(picture.x() + picture.width()).isLessThan(page.width() - Page.pt(28) + 1);
                }
            }
        }
    }

    @Test
    void a_caption_that_cannot_be_printed_is_an_objection() throws Exception {
        assertThat(set("a", List.of(new Picture(photo(30, 30), "漢"))).findings())
                .extracting(Finding::field)
                .containsExactly("pictures[0]");
    }

    @Test
    void an_items_lines_stand_behind_its_sign_in_either_direction() {
        Typesetting english = SampleLetters.set(SampleLetters.plain("en", "- " + "word ".repeat(60)));
        Typesetting persian = SampleLetters.set(SampleLetters.plain("fa", "- " + "سلام ".repeat(60)));

        assertThat(sign(english)).isLessThan(nextWord(english));
        assertThat(sign(persian)).isGreaterThan(nextWord(persian));
    }

    private static List<Mark.Run> runs(Typesetting set) {
        return set.printable().get(0).marks().stream()
                .filter(Mark.Run.class::isInstance)
                .map(Mark.Run.class::cast)
                .toList();
    }

    private static int at(Typesetting set) {
        List<String> texts = runs(set).stream().map(run -> run.glyphs().text).toList();
        return texts.indexOf("–");
    }

    private static float sign(Typesetting set) {
        return runs(set).get(at(set)).x();
    }

    private static float nextWord(Typesetting set) {
        return runs(set).get(at(set) + 1).x();
    }

    @Test
    void a_postcard_has_one_page_and_lies_across() {
        var card = new Manuscript(
                "postcard", "ru", SampleLetters.DAY, null, SampleLetters.ADDRESS, "Привет", "Марта", null, null);
        Page page = SampleLetters.set(card).printable().get(0);
        assertThat(page.width()).isGreaterThan(page.height());

        var tooLong = new Manuscript(
                "postcard",
                "ru",
                SampleLetters.DAY,
                null,
                SampleLetters.ADDRESS,
                SampleLetters.RUSSIAN.repeat(9),
                "Марта",
                null,
                null);
        assertThat(SampleLetters.set(tooLong).findings())
                .extracting(Finding::kind)
                .containsExactly(Finding.Kind.TOO_MANY_PAGES);
    }
}
