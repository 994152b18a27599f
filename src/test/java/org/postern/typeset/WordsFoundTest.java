package org.postern.typeset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What two readers of PDF, PDFBox and poppler, find of a text in every script. */
class WordsFoundTest {
    private static final Set<String> RIGHT_TO_LEFT = Set.of("ar", "fa", "he", "ur");
    private static final Set<String> WITHOUT_SPACES = Set.of("th", "km", "my");
    /**
     * Of the 53 words in those four, printed by Chromium 156 from the same font files: found whole by PDFBox 3.0.8,
     * sorting by place or not. For pdftotext 22.12 the figures stand at the test.
     */
    private static final int FOUND_BY_PDFBOX_IN_CHROMIUMS = 49;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @MethodSource("leftToRight")
    void from_left_to_right_the_text_reads_back_as_it_was_typed(String language, String text) throws Exception {
        String flat = SampleLetters.flat(text);
        byte[] pdf = letter(language, text);
        String read = SampleLetters.read(pdf);
        assertThat(comparable(language, read)).contains(comparable(language, flat + " " + flat));
        if (Files.isExecutable(Path.of("/usr/bin/pdftotext"))) {
            assertThat(comparable(language, poppler(pdf, "-q"))).contains(comparable(language, flat + " " + flat));
        }
    }

    /** Where words stand without spaces a line ends without one, and PDFBox sees one behind two marks on a letter. */
    private static String comparable(String language, String text) {
        return WITHOUT_SPACES.contains(language) ? text.replace(" ", "") : text;
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void from_right_to_left_pdfbox_finds_as_many_words_as_in_chromiums_pdf(boolean sorted) throws Exception {
        int found = 0;
        for (String[] line : rightToLeft()) {
            try (PDDocument document = Loader.loadPDF(letter(line[0], line[1]))) {
                var stripper = new PDFTextStripper();
                stripper.setSortByPosition(sorted);
                found += found(line[1], SampleLetters.flat(stripper.getText(document)));
            }
        }
        assertThat(found).isGreaterThanOrEqualTo(FOUND_BY_PDFBOX_IN_CHROMIUMS);
    }

    @ParameterizedTest
    @CsvSource({"-q, 45", "-raw, 44"})
    void from_right_to_left_poppler_finds_as_many_words_as_in_chromiums_pdf(String option, int inChromiums)
            throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/pdftotext")));
        int found = 0;
        for (String[] line : rightToLeft()) {
            found += found(line[1], poppler(letter(line[0], line[1]), option));
        }
        assertThat(found).isGreaterThanOrEqualTo(inChromiums);
    }

    private static List<String[]> rightToLeft() throws IOException {
        return lines().filter(line -> RIGHT_TO_LEFT.contains(line[0])).toList();
    }

    /** Without the mixed one, which readers order as each sees fit. */
    static Stream<Arguments> leftToRight() throws IOException {
        return lines().filter(line -> !RIGHT_TO_LEFT.contains(line[0]) && !line[0].equals("mul"))
                .map(line -> Arguments.of(line[0], line[1]));
    }

    private static Stream<String[]> lines() throws IOException {
        try (var in = WordsFoundTest.class.getResourceAsStream("scripts.csv")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().map(line -> line.split("\\|", 2));
        }
    }

    private static byte[] letter(String language, String text) {
        return SampleLetters.set(SampleLetters.plain(language, text + "\n\n" + text + " " + text))
                .pdf();
    }

    private static int found(String text, String read) {
        List<String> words =
                Arrays.asList(read.replaceAll("[\u200e\u200f\u202a-\u202e]", "").split(" "));
        return (int) Arrays.stream(SampleLetters.flat(text).split(" "))
                .filter(words::contains)
                .count();
    }

    private String poppler(byte[] pdf, String option) throws IOException, InterruptedException {
        Path file = Files.write(folder.resolve("read.pdf"), pdf);
        Process process = new ProcessBuilder("pdftotext", option, "-enc", "UTF-8", file.toString(), "-").start();
        String read = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isZero();
        return SampleLetters.flat(read);
    }
}
