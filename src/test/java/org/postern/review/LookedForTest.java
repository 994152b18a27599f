package org.postern.review;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.MultiFormatWriter;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Random;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LookedForTest {
    private static List<Flag> flags(String body, String language) {
        return LookedFor.in(body, language, List.of());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "flag.phone;+7 912 345-67-89;Звоните мне: +7 912 345-67-89, я дома.",
                "flag.phone;(030) 12 34 56 78;",
                "flag.email;anna.b@example.org;Write to anna.b@example.org.",
                "flag.link;https://example.org/a?b=1;See https://example.org/a?b=1, it is good",
                "flag.link;t.me/somebody;Я в t.me/somebody пишу",
                "flag.link;@some_body;Ich bin @some_body dort",
                "flag.card;4111 1111 1111 1111;Card: 4111 1111 1111 1111 please",
                "flag.street;улица Лесная, 12;Мой адрес улица Лесная, 12, заходи",
                "flag.street;ул. Ленина, д. 5;Живу на ул. Ленина, д. 5 теперь",
                "flag.street;12 Baker Street;I live at 12 Baker Street now",
                "flag.street;Hauptstraße 5;Bei uns in der Hauptstraße 5 ist es warm",
                "flag.street;12 rue de la Paix;Au 12 rue de la Paix il neige",
                "flag.street;calle Mayor 7;Vivo en la calle Mayor 7 con mi gato",
                "flag.case;адвокат;Твой адвокат обещал",
                "flag.case;prosecutors;What the prosecutors said",
                "flag.case;Article 280;As Article 280 says"
            })
    void what_it_looks_for_is_quoted_as_it_was_written(String key, String quote, String text) {
        assertThat(flags(text == null ? "Ruf an, " + quote + " ist frei" : text, "xx"))
                .filteredOn(flag -> flag.key().equals(key))
                .extracting(Flag::quote)
                .anyMatch(found ->
                        found != null && found.contains(quote.replace("(", "").replaceAll("^\\W+", "")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Born on 12.05.1987, and we met on 2019-03-04.",
                "In 1989 there were 300 of us; page 4111 1111 1111 1112 is not a card but it might be a number",
                "I moved to another street in the rain, and the road was long.",
                "NATO and the UN, OK? USA!",
                "می‌روم به خانه و می‌نویسم",
                "Я прочитал 12 книг за 3 месяца",
                "We waited 5 years, drive safely"
            })
    void ordinary_words_are_left_alone(String text) {
        assertThat(flags(text, "xx"))
                .filteredOn(flag ->
                        !flag.key().equals("flag.language") && !flag.key().equals("flag.phone"))
                .isEmpty();
    }

    @Test
    void letters_that_pass_for_others_and_signs_that_hide_are_shown_with_the_word_they_stand_in() {
        assertThat(flags("We p\u0430y for it", "en"))
                .extracting(Flag::key, Flag::quote)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("flag.mixed", "p\u0430y"));
        assertThat(flags("se\u200bcret \u202eabc", "xx"))
                .extracting(Flag::key)
                .containsExactly("flag.hidden", "flag.turning");
    }

    @Test
    void what_a_script_needs_is_not_hidden() {
        assertThat(OddCharacters.in("می\u200cروم")).isEmpty();
        assertThat(OddCharacters.in("क्\u200dष")).isEmpty();
        assertThat(OddCharacters.in("👩\u200d👧")).isEmpty();
        assertThat(OddCharacters.in("שלום\u200f!")).isEmpty();
        assertThat(OddCharacters.in("သူ\u200bသွား")).isEmpty();
        assertThat(OddCharacters.in("Cov\u200cid")).hasSize(1);
    }

    @Test
    void capitals_throughout_are_told_and_an_abbreviation_is_not() {
        assertThat(Shouting.in("Hello. NEVER GIVE UP MY FRIEND, never."))
                .extracting(Found::quote)
                .containsExactly("NEVER GIVE UP MY FRIEND");
        assertThat(Shouting.in("ООН, НАТО и США")).isEmpty();
    }

    @Test
    void a_language_other_than_the_chosen_one_is_told() {
        assertThat(flags("Привет! Как ты там? Мы все о тебе думаем.", "en"))
                .extracting(Flag::key, Flag::arguments)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("flag.language", List.of("ru", "en")));
    }

    @Test
    void much_of_one_kind_hides_nothing_of_another() {
        StringBuilder body = new StringBuilder();
        for (int i = 0; i < 60; i++) {
            body.append("cлово").append((char) ('а' + i % 30)).append(i / 30).append(' ');
            body.append("a").append(i).append("@example.org ");
        }
        body.append("Card: 4111 1111 1111 1111. Звоните мне: +7 912 345-67-89. Твой адвокат обещал.");
        assertThat(flags(body.toString(), "ru").stream().map(Flag::key))
                .contains("flag.mixed", "flag.email", "flag.card", "flag.phone", "flag.case");
    }

    @Test
    void no_flag_of_these_ever_stops_a_letter() {
        assertThat(flags(
                        "ПИШИТЕ МНЕ ВСЕ КТО МОЖЕТ anna@example.org +7 912 345-67-89, улица Лесная, 12 p\u0430y \u202e",
                        "en"))
                .hasSizeGreaterThan(5)
                .noneMatch(Flag::blocks);
    }

    @ParameterizedTest
    @CsvSource({"QR_CODE,300", "QR_CODE,900", "DATA_MATRIX,300", "DATA_MATRIX,500"})
    void a_code_in_a_photo_is_read(BarcodeFormat format, int side) throws Exception {
        assertThat(PhotoCodes.in(photo(format, "https://example.org/x", side)))
                .containsExactly("https://example.org/x");
    }

    @Test
    void a_photo_without_a_code_says_nothing() throws Exception {
        assertThat(PhotoCodes.in(photo(null, "", 0))).isEmpty();
    }

    /** A landscape of noise with a code pasted off its middle. */
    static byte[] photo(@Nullable BarcodeFormat format, String text, int side) throws IOException, WriterException {
        BufferedImage picture = new BufferedImage(1181, 1772, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = picture.createGraphics();
        Random random = new Random(7);
        for (int y = 0; y < 1772; y += 20) {
            for (int x = 0; x < 1181; x += 20) {
                graphics.setColor(
                        new Color(120 + random.nextInt(60), 140 + random.nextInt(60), 160 + random.nextInt(40)));
                graphics.fillRect(x, y, 20, 20);
            }
        }
        if (format != null) {
            BitMatrix code = new MultiFormatWriter().encode(text, format, side, side);
            graphics.setColor(Color.WHITE);
            graphics.fillRect(180, 480, side + 40, side + 40);
            graphics.setColor(Color.BLACK);
            for (int y = 0; y < code.getHeight(); y++) {
                for (int x = 0; x < code.getWidth(); x++) {
                    if (code.get(x, y)) {
                        graphics.fillRect(200 + x, 500 + y, 1, 1);
                    }
                }
            }
        }
        graphics.dispose();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(picture, "jpg", out);
        return out.toByteArray();
    }
}
