package org.postern.typeset;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Scripts that the shipped fonts lack, with the fonts that an operator brings. */
@Tag("full")
class BroughtFontsTest {
    private static final Path FONTS = Path.of("target/fonts");
    private static final Path EXCERPTS = Path.of("src/test/resources/org/postern/typeset/udhr");
    private static final String EMOJI = "Привет ❤️ 🐝 👍🏽 👩‍👩‍👧 🇺🇦 ☀️!";

    @BeforeAll
    static void fetch() throws Exception {
        if (!Files.exists(FONTS.resolve("NotoEmoji_400Regular.ttf"))) {
            Process npm = new ProcessBuilder("sh", "src/test/scripts/fonts.sh")
                    .inheritIO()
                    .start();
            assertThat(npm.waitFor()).as("npm fetches fonts").isZero();
        }
    }

    private static Typesetter typesetter() {
        return Typesetter.withFonts(List.of(FONTS), null, Path.of("target/native"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"cmn_hans", "jpn", "kor", "bod"})
    void with_a_font_it_is_set_and_reads_back(String code) throws IOException {
        Declaration declaration = Declaration.in(EXCERPTS).stream()
                .filter(one -> one.code().equals(code))
                .findFirst()
                .orElseThrow();
        assertThat(DeclarationTest.wrong(declaration, typesetter())).isEmpty();
        assertThat(DeclarationTest.wrong(declaration, SampleLetters.TYPESETTER)).contains("no font has");
    }

    @Test
    void emoji_are_black_and_read_back() throws IOException {
        Typesetting set = typesetter().set(SampleLetters.plain("ru", EMOJI), PrintOptions.plain());
        assertThat(set.findings()).isEmpty();
        assertThat(SampleLetters.read(set.pdf()).replace("\uFE0F", "")).contains(EMOJI.replace("\uFE0F", ""));
        Files.write(Path.of("target/emoji.pdf"), set.pdf());
    }
}
