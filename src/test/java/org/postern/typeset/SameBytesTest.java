package org.postern.typeset;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SameBytesTest {

    @Test
    void the_same_letter_is_the_same_file_whatever_the_machine_speaks() {
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
            byte[] there = letterAndBatch();
            Locale.setDefault(Locale.forLanguageTag("tr"));
            TimeZone.setDefault(TimeZone.getTimeZone("America/Adak"));

            assertThat(letterAndBatch()).isEqualTo(there);
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
    }

    private static byte[] letterAndBatch() {
        var typesetter = Typesetter.withFonts(List.of(), null, Path.of("target/native"));
        var out = new ByteArrayOutputStream();
        for (String language : List.of("ru", "qaa", "fa")) {
            Typesetting letter = typesetter.set(
                    SampleLetters.windowed(language, SampleLetters.ADDRESS, SampleLetters.RUSSIAN),
                    PrintOptions.plain());
            out.writeBytes(letter.pdf());
            out.writeBytes(letter.png(0, 50));
            try (BatchPdf batch = typesetter.batch(out)) {
                batch.add(letter);
                batch.add(letter);
            }
        }
        return out.toByteArray();
    }

    @Test
    void another_word_is_another_id() {
        String one =
                trailer(SampleLetters.set(SampleLetters.plain("ru", "Привет")).pdf());
        String other =
                trailer(SampleLetters.set(SampleLetters.plain("ru", "Приветы")).pdf());

        assertThat(one).contains("/ID[<").isNotEqualTo(other);
    }

    @Test
    void many_threads_set_the_same_letter_alike() {
        var typesetter = Typesetter.withFonts(List.of(), null, Path.of("target/native"));
        Manuscript letter =
                SampleLetters.windowed("ru", SampleLetters.ADDRESS, SampleLetters.RUSSIAN + " *курсив* سلام");
        List<byte[]> files = IntStream.range(0, 64)
                .parallel()
                .mapToObj(i -> typesetter.set(letter, PrintOptions.plain()).pdf())
                .toList();

        assertThat(files).allSatisfy(file -> assertThat(file).isEqualTo(files.get(0)));
    }

    private static String trailer(byte[] pdf) {
        String text = new String(pdf, java.nio.charset.StandardCharsets.ISO_8859_1);
        return text.substring(text.lastIndexOf("/ID[<"));
    }
}
