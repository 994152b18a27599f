package org.postern.typeset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class LayoutTest {

    @Test
    void the_address_stands_inside_the_window() {
        Typesetting set = SampleLetters.set(SampleLetters.windowed("ru", SampleLetters.ADDRESS, SampleLetters.RUSSIAN));

        assertThat(set.findings()).isEmpty();
        assertThat(set.address()).extracting(Extent::text).containsExactlyElementsOf(SampleLetters.ADDRESS);
        assertThat(window().outside(set.address())).isEmpty();
        assertThat(set.address()).allSatisfy(line -> assertThat(line.y()).isGreaterThan(62));
    }

    @Test
    void a_window_that_is_elsewhere_shows_no_line() {
        Typesetting set = SampleLetters.set(SampleLetters.windowed("ru", SampleLetters.ADDRESS, SampleLetters.RUSSIAN));

        assertThat(new Window(20, 66, 85, 45).outside(set.address())).hasSize(1);
        assertThat(new Window(110, 5, 95, 55).outside(set.address())).hasSize(SampleLetters.ADDRESS.size());
    }

    @Test
    void a_long_address_becomes_smaller_before_it_is_refused() {
        var longer = new ArrayList<>(SampleLetters.ADDRESS);
        longer.set(1, "ФКУ СИЗО-9 УФСИН России по Примерной области");
        assertThat(SampleLetters.set(SampleLetters.windowed("ru", longer, "Привет"))
                        .findings())
                .isEmpty();

        longer.set(1, "ФКУ СИЗО-9 УФСИН России по Примерной области ".repeat(4).strip());
        longer.set(2, longer.get(1));
        longer.set(3, longer.get(1));
        assertThat(SampleLetters.set(SampleLetters.windowed("ru", longer, "Привет"))
                        .findings())
                .extracting(Finding::kind)
                .containsExactly(Finding.Kind.ADDRESS_DOES_NOT_FIT);
        assertThat(SampleLetters.set(SampleLetters.windowed("ru", Collections.nCopies(7, "А"), "Привет"))
                        .findings())
                .extracting(Finding::kind)
                .containsExactly(Finding.Kind.ADDRESS_DOES_NOT_FIT);
        assertThat(SampleLetters.set(SampleLetters.windowed("ru", List.of(), "Привет"))
                        .findings())
                .extracting(Finding::kind)
                .containsExactly(Finding.Kind.ADDRESS_MISSING);
    }

    @Test
    void an_unknown_stationery_is_an_objection() {
        var manuscript = new Manuscript("../plain", "ru", SampleLetters.DAY, null, List.of(), "Привет", "", null, null);

        assertThat(SampleLetters.set(manuscript).findings())
                .extracting(Finding::kind)
                .containsExactly(Finding.Kind.UNKNOWN_STATIONERY);
    }

    @Test
    void the_signature_is_never_alone_on_a_page() {
        for (int lines = 30; lines < 48; lines++) {
            Typesetting set = SampleLetters.set(SampleLetters.plain("en", "Row.\n\n".repeat(lines)));
            String last = SampleLetters.readPage(set.pdf(), set.pages());

            assertThat(last).contains("Row. Marta");
        }
    }

    @Test
    void no_page_begins_or_ends_with_a_single_line_of_a_paragraph() {
        List<String> alone = lines(SampleLetters.set(SampleLetters.plain("ru", SampleLetters.RUSSIAN))
                .printable()
                .get(0));
        String first = alone.get(1);
        String last = alone.get(alone.size() - 2);
        assertThat(first).startsWith("На прошлом");
        assertThat(last).endsWith("год.");
        boolean moved = false;
        for (int filler = 0; filler < 12; filler++) {
            String body = "Row.\n\n".repeat(filler) + (SampleLetters.RUSSIAN + "\n\n").repeat(9);
            List<Page> pages =
                    SampleLetters.set(SampleLetters.plain("ru", body)).printable();
            List<String> front = lines(pages.get(0));
            String end = front.get(front.size() - 2);
            String begin = lines(pages.get(1)).get(0);

            assertThat(end).isNotEqualTo(first);
            assertThat(begin).isNotEqualTo(last);
            moved |= begin.equals(first);
        }
        assertThat(moved).as("a paragraph moved whole at least once").isTrue();
    }

    /** The lines of a page from top to bottom as printed. */
    private static List<String> lines(Page page) {
        var lines = new TreeMap<Float, StringBuilder>();
        page.marks().forEach(mark -> {
            if (mark instanceof Mark.Run run) {
                lines.computeIfAbsent(run.y(), y -> new StringBuilder()).append(run.glyphs().text);
            }
        });
        return lines.values().stream().map(StringBuilder::toString).toList();
    }

    @Test
    void rows_that_belong_together_move_together() {
        var rows = List.of(row(false), row(false), row(true), row(false));

        List<List<Paginator.Placed>> pages = Paginator.pages(rows, 30, 30);

        assertThat(pages).extracting(List::size).containsExactly(2, 2);
        assertThat(Paginator.pages(Collections.nCopies(9, row(true)), 30, 30))
                .extracting(List::size)
                .containsExactly(3, 3, 3);
        assertThat(Paginator.pages(List.of(new Paginator.Row(0, 99, false, List.of())), 30, 30))
                .hasSize(1);
    }

    private static Paginator.Row row(boolean withNext) {
        return new Paginator.Row(0, 10, withNext, List.of());
    }

    @Test
    void justified_lines_end_at_the_margin_and_the_last_does_not() {
        Shaper shaper = new Shaper(Fonts.in(List.of()));
        var style = new FontStyle("LiberationSerif", false, false);
        var block = new TextBlock(shaper, StyledText.of(SampleLetters.RUSSIAN, style), "ru", 12, 400, true);

        for (int i = 0; i < block.count(); i++) {
            var line = block.line(i, 0, 0, Align.START, 0);
            Mark.Run last = line.get(line.size() - 1);
            float end = last.x() + last.glyphs().width * 12;
            if (i + 1 < block.count()) {
                assertThat(end).isBetween(399.9f, 400.1f);
            } else {
                assertThat(end).isLessThan(390f);
            }
        }
    }

    @Test
    void ragged_lines_are_within_the_measure_and_none_is_lost() {
        Shaper shaper = new Shaper(Fonts.in(List.of()));
        var style = new FontStyle("LiberationSerif", false, false);
        for (float width = 60; width < 500; width += 7) {
            var block = new TextBlock(shaper, StyledText.of(SampleLetters.RUSSIAN, style), "ru", 12, width, false);
            var text = new StringBuilder();
            for (int i = 0; i < block.count(); i++) {
                assertThat(block.width(i)).isLessThanOrEqualTo(width + 0.01f);
                block.line(i, 0, 0, Align.START, 0).forEach(run -> text.append(run.glyphs().text));
            }
            assertThat(text.toString().replace(" ", "")).isEqualTo(SampleLetters.RUSSIAN.replace(" ", ""));
        }
    }

    @Test
    void pages_are_numbered_in_the_letters_language_and_a_single_one_is_not() {
        String two = (SampleLetters.RUSSIAN + "\n\n").repeat(9);
        assertThat(SampleLetters.readPage(
                        SampleLetters.set(SampleLetters.plain("ru", two)).pdf(), 2))
                .endsWith("страница 2 из 2");
        assertThat(SampleLetters.readPage(
                        SampleLetters.set(SampleLetters.plain("en", two)).pdf(), 1))
                .endsWith("page 1 of 2");
        assertThat(SampleLetters.readPage(
                        SampleLetters.set(SampleLetters.plain("qaa", two)).pdf(), 1))
                .endsWith("page 1 of 2");
        assertThat(SampleLetters.readPage(
                        SampleLetters.set(SampleLetters.plain("mn", two)).pdf(), 1))
                .endsWith("1/2");
        assertThat(SampleLetters.read(
                        SampleLetters.set(SampleLetters.plain("ru", "Привет")).pdf()))
                .doesNotContain("страница");
        assertThat(Wording.pageNumber(1, 2, "fa")).isEqualTo("صفحهٔ ۱ از ۲");
    }

    @Test
    void the_date_is_written_as_the_language_writes_it() {
        assertThat(date("ru")).isEqualTo("20 ноября 2026 г.");
        assertThat(date("en")).isEqualTo("20 November 2026");
        assertThat(date("en-US")).isEqualTo("November 20, 2026");
        assertThat(date("uk")).isEqualTo("20 листопада 2026 р.");
        assertThat(date("el")).isEqualTo("20 Νοεμβρίου 2026");
    }

    @Test
    void a_date_whose_script_no_font_has_is_written_in_digits() {
        Typesetting set = SampleLetters.set(SampleLetters.plain("zh", "Row.\n\n".repeat(60)));

        assertThat(set.findings()).isEmpty();
        assertThat(SampleLetters.readPage(set.pdf(), 1))
                .startsWith("2026-11-20")
                .endsWith("1/3");
    }

    /** CLDR puts a narrow space that does not break before the short word for year. */
    private static String date(String language) {
        return Wording.date(SampleLetters.DAY, language).replaceAll("\\h", " ");
    }

    @Test
    void a_sample_says_so_on_every_page() {
        byte[] pdf = SampleLetters.TYPESETTER
                .set(SampleLetters.plain("ru", (SampleLetters.RUSSIAN + "\n\n").repeat(9)), PrintOptions.asSample())
                .pdf();

        assertThat(SampleLetters.readPage(pdf, 1)).contains("SAMPLE");
        assertThat(SampleLetters.readPage(pdf, 2)).contains("SAMPLE");
        assertThat(SampleLetters.read(
                        SampleLetters.set(SampleLetters.plain("ru", "Привет")).pdf()))
                .doesNotContain("SAMPLE");
    }

    @Test
    void the_reference_stands_on_every_page() {
        var manuscript = new Manuscript(
                "plain", "en", SampleLetters.DAY, null, List.of(), "Row.\n\n".repeat(60), "M", null, "Doe, A-12345");
        byte[] pdf = SampleLetters.set(manuscript).pdf();

        assertThat(SampleLetters.readPage(pdf, 1)).contains("Doe, A-12345");
        assertThat(SampleLetters.readPage(pdf, 2)).contains("Doe, A-12345");
    }

    @Test
    void a_latin_name_and_number_keep_to_the_sides_of_a_letter_from_right_to_left() {
        var manuscript = new Manuscript(
                "plain",
                "fa",
                SampleLetters.DAY,
                null,
                List.of(),
                "سلام دوست من.\n\n".repeat(40),
                "Marta",
                null,
                "12-34/A");
        List<Page> pages = SampleLetters.set(manuscript).printable();
        Page last = pages.get(pages.size() - 1);

        assertThat(pages).hasSizeGreaterThan(1);
        Mark.Run name = run(last, "Marta");
        assertThat(Page.mm(name.x() + name.glyphs().width * name.size())).isEqualTo(210 - 28, within(0.05));
        assertThat(Page.mm(run(last, "12-").x())).as("right").isGreaterThan(150);
        assertThat(Page.mm(run(last, "صفحهٔ").x())).as("left").isLessThan(70);
    }

    @Test
    void a_picture_shrinks_rather_than_leave_half_a_page_and_its_caption_emphasises_upright() {
        for (int rows : List.of(14, 35)) {
            String body = "Row.\n\n".repeat(rows)
                    + GoldenLetters.PICTURE.body().replaceAll("(?s).*(!\\[.*?\\]\\(1\\)).*", "$1");
            List<Page> pages = GoldenLetters.PICTURE
                    .on("plain", SampleLetters.TYPESETTER, body)
                    .printable();
            int page = rows == 14 ? 0 : 1;
            Mark.Picture picture = pages.get(page).marks().stream()
                    .filter(mark -> mark instanceof Mark.Picture)
                    .map(mark -> (Mark.Picture) mark)
                    .findFirst()
                    .orElseThrow();
            assertThat(Page.mm(picture.height())).isBetween(rows == 14 ? 60.0 : 99.9, rows == 14 ? 99.0 : 100.1);
            assertThat(picture.width() / picture.height()).isEqualTo(1.5f, within(0.01f));
            assertThat(run(pages.get(page), "Deich").glyphs().face)
                    .isNotSameAs(run(pages.get(page), "unsere").glyphs().face);
        }
    }

    private static Mark.Run run(Page page, String text) {
        return page.marks().stream()
                .filter(mark ->
                        mark instanceof Mark.Run run && run.glyphs().text.contains(text))
                .map(mark -> (Mark.Run) mark)
                .findFirst()
                .orElseThrow();
    }

    private static Window window() {
        Window window = SampleLetters.window("din5008b");
        assertThat(window).isEqualTo(new Window(20, 45, 85, 45));
        return window;
    }
}
