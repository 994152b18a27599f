package org.postern.typeset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDResources;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class StationeryTest {
    static List<String> stationeries() throws IOException {
        return GoldenPagesTest.stationeries();
    }

    @ParameterizedTest
    @MethodSource("stationeries")
    void the_address_shows_through_the_window_of_each_stationery(String name) throws IOException {
        Window window = SampleLetters.TYPESETTER.stationery(name).window();

        assertThat(set(name).address().isEmpty()).isEqualTo(window == null);
        if (window != null) {
            assertThat(window.outside(set(name).address())).isEmpty();
        }
    }

    @Test
    void the_program_finds_every_shipped_stationery() throws IOException {
        assertThat(SampleLetters.TYPESETTER.stationeries())
                .containsAll(stationeries())
                .contains("plain", "din5008a", "din5008b", "uk-dl", "swiss-left", "swiss-right", "french")
                .contains("us10", "us10-double", "ru-window");
    }

    @Test
    void a_copied_folder_with_other_numbers_is_a_stationery(@TempDir Path templates) throws IOException {
        Path folder = Files.createDirectories(templates.resolve("stationery/our-town"));
        Path copy = folder.resolve("stationery.properties");
        Files.copy(Path.of("templates/stationery/din5008b/stationery.properties"), copy);
        String numbers = Files.readString(copy);
        for (String[] change : new String[][] {
            {"margin.left = 25", "margin.left = 40"},
            {"first.top = 108", "first.top = 120"},
            {"date.baseline = 98.5", "date.baseline = 112"},
            {"address.top = 62.7", "address.top = 58"},
            {"return.baseline = 60.2", "return.baseline = 56"},
            {"fold.marks = 105 210", "fold.marks = 99 198"},
            {"hole.mark = 148.5", ""},
            {"font.family = LiberationSerif", "font.family = LiberationSans"},
            {"envelope.c6-5", "# envelope.c6-5"}
        }) {
            assertThat(numbers).contains(change[0]);
            numbers = numbers.replace(change[0], change[1]);
        }
        Files.writeString(copy, numbers);
        Typesetter typesetter = Typesetter.withFonts(List.of(), templates, Path.of("target/native"));

        assertThat(typesetter.stationeries()).contains("plain", "our-town");
        Typesetting letter = GoldenLetters.SHORT.on("our-town", typesetter, GoldenLetters.SHORT.body());
        assertThat(letter.findings()).isEmpty();
        try (PDDocument pdf = Loader.loadPDF(letter.pdf())) {
            PrintedPage page = PrintedPage.of(pdf, 1);
            assertThat(line(page, "Postern").baseline()).isEqualTo(56, within(0.05));
            assertThat(line(page, "Водолазов").ink().getY()).isBetween(58.0, 59.5);
            assertThat(line(page, "20").baseline()).isEqualTo(112, within(0.05));
            PrintedPage.Line first = line(page, "Дорогой");
            assertThat(first.ink().getX()).isEqualTo(40, within(0.6));
            assertThat(first.ink().getY()).isBetween(120.0, 123.0);
            assertThat(page.drawings().stream()
                            .filter(mark -> mark.getMaxX() < 15)
                            .map(mark -> Math.round(mark.getCenterY())))
                    .containsExactly(99L, 198L);
            PDResources resources = pdf.getPage(0).getResources();
            for (COSName font : resources.getFontNames()) {
                assertThat(resources.getFont(font).getName()).contains("LiberationSans");
            }
        }
    }

    private static PrintedPage.Line line(PrintedPage page, String begin) {
        return page.lines().stream()
                .filter(line -> line.text().startsWith(begin))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void a_key_with_a_slip_in_it_is_named(@TempDir Path templates) throws IOException {
        assertThatThrownBy(() -> odd(templates, "adress.top = 60"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("odd")
                .hasMessageContaining("adress.top")
                .hasMessageContaining("address.top");
    }

    @Test
    void every_key_is_explained(@TempDir Path templates) throws IOException {
        String doc = Files.readString(Path.of("src/docs/stationery.md"));
        String refusal = String.valueOf(catchThrowable(() -> odd(templates, "none = 1")));
        String keys = refusal.replaceAll(".*known are ", "");

        assertThat(List.of(keys.split(", | and ")))
                .hasSizeGreaterThan(25)
                .allSatisfy(key -> assertThat(doc).contains("`" + key + "`"));
        assertThat(Files.readString(Path.of("README.md"))).contains("src/docs/stationery.md");
    }

    private static Stationery odd(Path templates, String properties) throws IOException {
        Path folder = Files.createDirectories(templates.resolve("stationery/odd"));
        Files.writeString(folder.resolve("stationery.properties"), properties);
        return Typesetter.withFonts(List.of(), templates, Path.of("target/native"))
                .stationery("odd");
    }

    @Test
    void a_property_that_cannot_be_read_is_named(@TempDir Path templates) throws IOException {
        Path folder = Files.createDirectories(templates.resolve("stationery/odd"));
        Files.writeString(folder.resolve("stationery.properties"), "window = 20 45 wide 45");
        Typesetter typesetter = Typesetter.withFonts(List.of(), templates, Path.of("target/native"));

        assertThatThrownBy(() -> typesetter.stationery("odd"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("odd")
                .hasMessageContaining("window");
    }

    @Test
    void a_font_that_is_not_there_is_named(@TempDir Path templates) throws IOException {
        Path folder = Files.createDirectories(templates.resolve("stationery/odd"));
        Files.writeString(folder.resolve("stationery.properties"), "font.family = Charter");
        Typesetter typesetter = Typesetter.withFonts(List.of(), templates, Path.of("target/native"));
        var odd = new Manuscript("odd", "ru", SampleLetters.DAY, null, List.of(), "Привет", "", null, null);

        assertThatThrownBy(() -> typesetter.set(odd, PrintOptions.plain())).hasMessageContaining("Charter");
    }

    @Test
    void fonts_of_the_callers_folder_are_asked_by_family_name(@TempDir Path fonts) throws IOException {
        Files.copy(Path.of("target/classes/fonts/DejaVuSans.ttf"), fonts.resolve("Charter-Regular.ttf"));
        Files.writeString(fonts.resolve("Broken-Regular.ttf"), "not a font");
        Path folder = Files.createDirectories(fonts.resolve("stationery/odd"));
        Files.writeString(folder.resolve("stationery.properties"), "font.family = Charter");
        Typesetter typesetter = Typesetter.withFonts(List.of(fonts), fonts, Path.of("target/native"));
        var odd = new Manuscript("odd", "ru", SampleLetters.DAY, null, List.of(), "Привет 漢", "", null, null);

        Typesetting set = typesetter.set(odd, PrintOptions.plain());
        assertThat(set.findings()).hasSize(1);
        assertThat(set.pages()).isEqualTo(1);
    }

    private static Typesetting set(String name) {
        String body = "Дорогой Арсений!\n\n" + SampleLetters.RUSSIAN
                + "\n\n*Курсив*, **жирный** и обычный текст.\n\n***\n\n" + SampleLetters.RUSSIAN;
        var manuscript = new Manuscript(
                name,
                "ru",
                SampleLetters.DAY,
                "Postern · Postfach 10 20 30 · 10115 Berlin",
                SampleLetters.TYPESETTER.stationery(name).paper() == Paper.LETTER
                        ? SampleLetters.AMERICAN_ADDRESS
                        : SampleLetters.ADDRESS,
                body,
                "Марта",
                null,
                null);
        return SampleLetters.TYPESETTER.set(manuscript, PrintOptions.asSample());
    }
}
