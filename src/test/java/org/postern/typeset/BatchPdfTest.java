package org.postern.typeset;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.Test;

class BatchPdfTest {

    @Test
    void each_letter_begins_on_a_front_side_and_empty_backs_say_nothing() {
        var out = new ByteArrayOutputStream();
        Typesetting one = SampleLetters.set(SampleLetters.plain("ru", "Одна страница"));
        Typesetting two = SampleLetters.set(SampleLetters.plain("ru", (SampleLetters.RUSSIAN + "\n\n").repeat(9)));
        Sheet cover = SampleLetters.TYPESETTER.sheet(Paper.A4, "en").foot("left", "page {page} of {pages}");
        cover.text(20, 20, 100, Type.of(30).strong(), "B0127");
        try (BatchPdf batch = SampleLetters.TYPESETTER.batch(out)) {
            assertThat(batch.add(cover)).isEqualTo(1);
            assertThat(batch.add(one)).isEqualTo(3);
            assertThat(batch.add(two)).isEqualTo(5);
            assertThat(batch.add(one)).isEqualTo(7);
            assertThat(batch.pages()).isEqualTo(8);
        }

        byte[] pdf = out.toByteArray();
        assertThat(SampleLetters.readPage(pdf, 1)).contains("B0127").contains("page 1 of 1");
        assertThat(SampleLetters.readPage(pdf, 2)).isEmpty();
        assertThat(SampleLetters.readPage(pdf, 3)).contains("Одна страница");
        assertThat(SampleLetters.readPage(pdf, 4)).isEmpty();
        assertThat(SampleLetters.readPage(pdf, 6)).contains("страница 2 из 2");
    }

    @Test
    void a_marked_letter_says_on_each_front_which_sheet_of_whose_it_is() {
        var out = new ByteArrayOutputStream();
        Typesetting letter = SampleLetters.set(
                SampleLetters.windowed("ru", SampleLetters.ADDRESS, (SampleLetters.RUSSIAN + "\n\n").repeat(17)));
        assertThat(letter.pages()).isEqualTo(3);
        try (BatchPdf batch = SampleLetters.TYPESETTER.batch(out)) {
            batch.add(letter, "B0127-034");
            batch.add(letter);
        }

        byte[] pdf = out.toByteArray();
        assertThat(SampleLetters.readPage(pdf, 1)).endsWith("B0127-034 1/2");
        assertThat(SampleLetters.readPage(pdf, 2)).doesNotContain("B0127");
        assertThat(SampleLetters.readPage(pdf, 3)).endsWith("B0127-034 2/2");
        for (int page = 4; page <= 8; page++) {
            assertThat(SampleLetters.readPage(pdf, page)).doesNotContain("B0127");
        }
        assertThat(VeraPdf.findings(pdf)).isEmpty();
    }

    @Test
    void a_letter_with_its_code_carries_it_on_each_front_and_stays_correct() {
        var out = new ByteArrayOutputStream();
        Typesetting letter = SampleLetters.set(
                SampleLetters.windowed("ru", SampleLetters.ADDRESS, (SampleLetters.RUSSIAN + "\n\n").repeat(17)));
        try (BatchPdf batch = SampleLetters.TYPESETTER.batch(out)) {
            batch.add(letter, "B0127-034", "7R65-0P1Y-B0RJ");
        }

        byte[] pdf = out.toByteArray();
        assertThat(SampleLetters.readPage(pdf, 1)).contains("B0127-034 1/2").endsWith("7R65-0P1Y-B0RJ");
        assertThat(SampleLetters.readPage(pdf, 2)).doesNotContain("7R65");
        assertThat(SampleLetters.readPage(pdf, 3)).contains("B0127-034 2/2").endsWith("7R65-0P1Y-B0RJ");
        assertThat(VeraPdf.findings(pdf)).isEmpty();
    }

    @Test
    void a_batch_carries_each_font_once() throws IOException {
        byte[] few = batch(2);
        byte[] many = batch(200);

        assertThat(count(many, "/Length1 ")).isEqualTo(count(few, "/Length1 ")).isEqualTo(1);
        assertThat((many.length - few.length) / 198).isLessThan(3400);
        try (PDDocument document = Loader.loadPDF(many)) {
            assertThat(document.getNumberOfPages()).isEqualTo(400);
        }
    }

    private static byte[] batch(int letters) {
        var out = new ByteArrayOutputStream();
        try (BatchPdf batch = SampleLetters.TYPESETTER.batch(out)) {
            Typesetting letter =
                    SampleLetters.set(SampleLetters.windowed("ru", SampleLetters.ADDRESS, SampleLetters.RUSSIAN));
            for (int i = 0; i < letters; i++) {
                batch.add(letter);
            }
        }
        return out.toByteArray();
    }

    private static long count(byte[] pdf, String name) {
        return Pattern.compile(name)
                .matcher(new String(pdf, StandardCharsets.ISO_8859_1))
                .results()
                .count();
    }
}
