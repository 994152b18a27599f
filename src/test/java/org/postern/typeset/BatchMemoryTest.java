package org.postern.typeset;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A batch needs the memory of its fonts and one letter, however many there are. */
@Tag("slow")
class BatchMemoryTest {
    /** A letter with its tags, both pages; the goal of the design. */
    private static final int MOST_BYTES_A_LETTER = 3400;

    @TempDir
    private Path folder;

    /** Writes as many letters of two pages as the first argument says to the file that the second names. */
    static final class Press {
        private Press() {}

        public static void main(String[] args) throws IOException {
            Typesetter typesetter = SampleLetters.TYPESETTER;
            try (var out = new BufferedOutputStream(Files.newOutputStream(Path.of(args[1])));
                    BatchPdf batch = typesetter.batch(out)) {
                Sheet cover = typesetter.sheet(Paper.A4, "en");
                cover.text(20, 20, 100, Type.of(30).strong(), "B0127");
                batch.add(cover);
                for (int i = 0; i < Integer.parseInt(args[0]); i++) {
                    String body = ("№ " + i + " " + SampleLetters.RUSSIAN + "\n\n").repeat(8);
                    batch.add(typesetter.set(
                            SampleLetters.windowed("ru", SampleLetters.ADDRESS, body), PrintOptions.plain()));
                }
                System.out.println("result " + batch.pages());
            }
        }
    }

    @Test
    void two_thousand_letters_fit_into_a_heap_that_holds_one() throws Exception {
        batch(2000, "-Xmx40m");
    }

    @Tag("full")
    @Test
    void ten_thousand_letters_of_two_pages_fit_into_96_megabytes() throws Exception {
        batch(10_000, "-Xmx96m");
    }

    @Tag("full")
    @Test
    void and_twenty_thousand_too() throws Exception {
        batch(20_000, "-Xmx96m");
    }

    private void batch(int letters, String heap) throws Exception {
        Path file = folder.resolve("batch.pdf");
        String pages = OwnProcess.result(
                folder,
                OwnProcess.java(),
                List.of(heap, "-XX:+UseSerialGC"),
                Press.class,
                Integer.toString(letters),
                file.toString());

        assertThat(pages).isEqualTo(Integer.toString(2 * letters + 2));
        assertThat(Files.size(file) / letters).isLessThan(MOST_BYTES_A_LETTER);
        try (PDDocument document = Loader.loadPDF(file.toFile())) {
            assertThat(document.getNumberOfPages()).isEqualTo(2 * letters + 2);
        }
    }
}
