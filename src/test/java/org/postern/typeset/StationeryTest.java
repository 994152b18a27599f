package org.postern.typeset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Golden pages: {@code src/test/golden/<stationery>.png}. A new folder of {@code templates/stationery} is drawn there by
 * its first run; {@code -Dgolden.renew} draws all of them again. Look at them before committing.
 */
class StationeryTest {
    private static final Path GOLDEN = Path.of("src/test/golden");
    private static final int DPI = 60;

    static List<String> stationeries() throws IOException {
        try (Stream<Path> folders = Files.list(Path.of("templates/stationery"))) {
            return folders.map(folder -> folder.getFileName().toString())
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("stationeries")
    void a_page_on_each_stationery_looks_as_it_did(String name) throws IOException {
        Typesetting set = set(name);
        assertThat(set.findings()).isEmpty();
        byte[] drawn = set.png(0, DPI);
        Path golden = GOLDEN.resolve(name + ".png");
        if (!Files.exists(golden) || Boolean.getBoolean("golden.renew")) {
            Files.createDirectories(GOLDEN);
            Files.write(golden, drawn);
        }

        Files.createDirectories(Path.of("target/golden"));
        Files.write(Path.of("target/golden", name + ".png"), drawn);
        assertThat(difference(Files.readAllBytes(golden), drawn))
                .as("see target/golden/%s.png", name)
                .isLessThan(0.002);
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

    /** Mean difference of two pictures, 0 to 1. */
    private static double difference(byte[] one, byte[] other) throws IOException {
        BufferedImage a = ImageIO.read(new ByteArrayInputStream(one));
        BufferedImage b = ImageIO.read(new ByteArrayInputStream(other));
        if (a.getWidth() != b.getWidth() || a.getHeight() != b.getHeight()) {
            return 1;
        }
        long sum = 0;
        for (int y = 0; y < a.getHeight(); y++) {
            for (int x = 0; x < a.getWidth(); x++) {
                sum += Math.abs((a.getRGB(x, y) & 0xFF) - (b.getRGB(x, y) & 0xFF));
            }
        }
        return sum / 255.0 / a.getWidth() / a.getHeight();
    }
}
