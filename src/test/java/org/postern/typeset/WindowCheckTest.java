package org.postern.typeset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WindowCheckTest {
    private static final String WIDE = "Федеральное казённое учреждение «Исправительная колония № 0»";
    private static final List<String> SHORT = SampleLetters.AMERICAN_ADDRESS;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "din5008a",
                "din5008b",
                "uk-dl",
                "swiss-right",
                "swiss-left",
                "french",
                "us10",
                "us10-double",
                "ru-window",
                "postcard"
            })
    void each_shipped_stationery_shows_a_short_address_and_nothing_else(String name) {
        assertThat(misfits(SampleLetters.TYPESETTER, name, SHORT))
                .extracting(Misfit::line)
                .isEmpty();
    }

    @Test
    void a_line_that_the_larger_envelope_may_hide_is_named_with_its_millimetres(@TempDir Path templates)
            throws IOException {
        Typesetter typesetter = changed(templates, "address.right = 88", "");
        var address = List.of("Водолазов Арсений", WIDE, "РОССИЯ / RUSSIA");
        Typesetting letter = letter(typesetter, "changed", address);
        Extent wide = letter.address().get(1);

        assertThat(misfits(typesetter, "changed", address)).singleElement().satisfies(misfit -> {
            assertThat(misfit.kind()).isEqualTo(Misfit.Kind.ADDRESS_HIDDEN);
            assertThat(misfit.text()).isEqualTo(WIDE);
            assertThat(misfit.side()).isEqualTo(Misfit.Side.RIGHT);
            assertThat(misfit.millimetres()).isEqualTo(wide.x() + wide.width() - 88, within(0.01));
            assertThat(misfit.line()).contains(WIDE).contains("cut off at the right by");
        });
    }

    @Test
    void an_address_that_begins_too_low_is_cut_at_the_bottom(@TempDir Path templates) throws IOException {
        Typesetter typesetter = changed(templates, "address.top = 62.7", "address.top = 75", "address.bottom = 87", "");

        List<Misfit> misfits = misfits(typesetter, "changed", SHORT.subList(0, 3));
        assertThat(misfits).isNotEmpty().allMatch(misfit -> misfit.side() == Misfit.Side.BOTTOM);
        assertThat(misfits.get(misfits.size() - 1).text()).isEqualTo("HUNTSVILLE, TX 77320");
    }

    @Test
    void words_a_mark_and_a_date_in_the_windows_reach_are_named(@TempDir Path templates) throws IOException {
        Typesetter typesetter = changed(templates, "first.top = 108", "first.top = 93");
        List<Misfit> text = misfits(typesetter, "changed", SHORT);
        assertThat(text).isNotEmpty().allSatisfy(misfit -> {
            assertThat(misfit.kind()).isEqualTo(Misfit.Kind.OTHER_SHOWS);
            assertThat(misfit.side()).isEqualTo(Misfit.Side.BOTTOM);
            assertThat(misfit.line()).contains("move it bottom by");
        });
        assertThat(text.get(0).text()).startsWith("The first words");
        assertThat(text.get(0).millimetres()).isBetween(4.0, 9.0);

        typesetter = changed(templates, "hole.mark = 148.5", "hole.mark = 70");
        assertThat(misfits(typesetter, "changed", SHORT))
                .extracting(Misfit::text)
                .containsExactly("mark");

        typesetter = changed(templates, "margin.right = 25", "margin.right = 110");
        assertThat(misfits(typesetter, "changed", SHORT))
                .extracting(Misfit::text)
                .contains("20 November 2026");
    }

    @Test
    void the_picture_is_the_page_with_the_window_on_it() throws IOException {
        Typesetting letter = letter(SampleLetters.TYPESETTER, "din5008b", SHORT);
        Stationery stationery = SampleLetters.TYPESETTER.stationery("din5008b");

        BufferedImage page = read(WindowPicture.page(letter, stationery, 100));
        assertThat(page.getWidth()).isEqualTo(read(letter.png(0, 100)).getWidth());
        assertThat(isRed(page, 23, 70)).as("left edge of what always shows").isTrue();
        assertThat(isRed(page, 88, 70)).as("its right edge").isTrue();
        assertThat(isRed(page, 50, 57)).as("its top").isTrue();
        assertThat(isRed(page, 150, 200)).as("the letter").isFalse();
        assertThat(new int[] {page.getRGB(dots(150), dots(70)) & 0xFF, page.getRGB(dots(100), dots(70)) & 0xFF})
                .as("under the envelope, and in the window")
                .satisfies(blue -> assertThat(blue[0]).isLessThan(blue[1]));

        BufferedImage detail = read(WindowPicture.detail(letter, stationery, 100));
        assertThat(detail.getWidth()).isCloseTo(dots(119), within(2));
        assertThat(detail.getHeight()).isCloseTo(dots(72), within(2));
        Typesetting plain = SampleLetters.set(SampleLetters.plain("en", "Words"));
        assertThat(WindowPicture.page(plain, SampleLetters.TYPESETTER.stationery("plain"), 40))
                .isEqualTo(plain.png(0, 40));
    }

    private static boolean isRed(BufferedImage page, double x, double y) {
        for (int i = -2; i <= 2; i++) {
            for (int j = -2; j <= 2; j++) {
                int rgb = page.getRGB(dots(x) + i, dots(y) + j);
                if ((rgb >> 16 & 0xFF) - (rgb & 0xFF) > 80) {
                    return true;
                }
            }
        }
        return false;
    }

    private static int dots(double mm) {
        return (int) Math.round(mm / 25.4 * 100);
    }

    private static BufferedImage read(byte[] png) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(png));
    }

    /** @param changes what is there and what shall be there, in turn */
    private static Typesetter changed(Path templates, String... changes) throws IOException {
        String as = Files.readString(Path.of("templates/stationery/din5008b/stationery.properties"));
        for (int i = 0; i < changes.length; i += 2) {
            assertThat(as).contains(changes[i]);
            as = as.replace(changes[i], changes[i + 1]);
        }
        Path folder = Files.createDirectories(templates.resolve("stationery/changed"));
        Files.writeString(folder.resolve("stationery.properties"), as);
        return Typesetter.withFonts(List.of(), templates, Path.of("target/native"));
    }

    private static List<Misfit> misfits(Typesetter typesetter, String stationery, List<String> address) {
        return WindowCheck.of(letter(typesetter, stationery, address), typesetter.stationery(stationery));
    }

    private static Typesetting letter(Typesetter typesetter, String stationery, List<String> address) {
        var manuscript = new Manuscript(
                stationery,
                "en",
                SampleLetters.DAY,
                "Postern · Postfach 10 20 30 · 10115 Berlin",
                address,
                "The first words of a letter that runs over several lines, so that it reaches the right margin too.",
                "Marta",
                null,
                null);
        return typesetter.set(manuscript, PrintOptions.plain());
    }
}
