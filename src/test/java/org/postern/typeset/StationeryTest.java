package org.postern.typeset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
    void a_copied_folder_is_a_stationery(@TempDir Path templates) throws IOException {
        Path folder = Files.createDirectories(templates.resolve("stationery/wide"));
        Files.writeString(
                folder.resolve("stationery.properties"),
                Files.readString(Path.of("templates/stationery/plain/stationery.properties"))
                        .replace("margin.left = 28", "margin.left = 80"));
        Typesetter typesetter = Typesetter.withFonts(List.of(), templates, Path.of("target/native"));

        assertThat(typesetter.stationeries()).contains("plain", "wide");
        assertThat(typesetter.stationery("wide").left()).isEqualTo(80);
        var wide = new Manuscript(
                "wide", "ru", SampleLetters.DAY, null, List.of(), SampleLetters.RUSSIAN.repeat(30), "M", null, null);
        var plain = new Manuscript(
                "plain", "ru", SampleLetters.DAY, null, List.of(), SampleLetters.RUSSIAN.repeat(30), "M", null, null);
        assertThat(typesetter.set(wide, PrintOptions.plain()).pages())
                .isGreaterThan(typesetter.set(plain, PrintOptions.plain()).pages());
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
