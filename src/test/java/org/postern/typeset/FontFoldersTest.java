package org.postern.typeset;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Fonts that are brought along, and those of the machine. */
class FontFoldersTest {
    private static final FontStyle SERIF = new FontStyle("LiberationSerif", false, false);
    private static final String CHINESE = "人人生而自由、在尊严和权利上一律平等。他们赋有理性和良心、并应以兄弟关系的精神相对待。";

    @TempDir
    private Path folder;

    @BeforeAll
    static void natives() {
        Natives.unpackInto(Path.of("target/native"));
    }

    private static MadeFont han() throws IOException {
        return MadeFont.of(0x3000, 0x9FFF);
    }

    private static String faceOf(Fonts fonts, String text) {
        Face face = fonts.faceFor(SERIF, text, 0, text.length());
        return face == null ? "none" : face.name();
    }

    @Test
    void a_setting_names_folders_and_the_machines_own() {
        assertThat(FontFolders.parse("")).isEqualTo(new FontFolders(List.of(), false));
        assertThat(FontFolders.parse("system")).isEqualTo(new FontFolders(List.of(), true));
        assertThat(FontFolders.parse("/srv/fonts , system,"))
                .isEqualTo(new FontFolders(List.of(Path.of("/srv/fonts")), true));
    }

    @Test
    void fonts_in_subfolders_are_found() throws IOException {
        han().write(folder.resolve("truetype/deep/Han.TTF"));
        assertThat(faceOf(Fonts.in(List.of(folder)), "漢")).isEqualTo("Han");
        assertThat(faceOf(Fonts.in(List.of(), List.of(folder)), "漢")).isEqualTo("Han");
        assertThat(faceOf(Fonts.in(List.of()), "漢")).isEqualTo("none");
    }

    @Test
    void each_font_of_a_collection_is_asked() throws IOException {
        MadeFont.writeCollection(folder.resolve("Both.ttc"), MadeFont.of(0x3040, 0x30FF), MadeFont.of(0x4E00, 0x9FFF));
        for (Fonts fonts : List.of(Fonts.in(List.of(folder)), Fonts.in(List.of(), List.of(folder)))) {
            assertThat(faceOf(fonts, "か")).isEqualTo("Both");
            assertThat(faceOf(fonts, "漢")).isEqualTo("Both.1");
        }
    }

    @Test
    void the_machines_fonts_are_asked_last_and_looked_for_when_needed() throws IOException {
        Path system = Files.createDirectories(folder.resolve("system"));
        Path own = folder.resolve("own");
        han().write(own.resolve("Own.ttf"));
        Fonts fonts = Fonts.in(List.of(own), List.of(system));
        assertThat(faceOf(fonts, "Щука")).isEqualTo("LiberationSerif-Regular");
        MadeFont.of(0x21, 0xAC00).write(system.resolve("All.ttf"));

        assertThat(faceOf(fonts, "漢가")).isEqualTo("All");
        assertThat(faceOf(fonts, "漢")).isEqualTo("Own");
        assertThat(faceOf(fonts, "가")).isEqualTo("All");
        assertThat(faceOf(fonts, "Щука")).isEqualTo("LiberationSerif-Regular");
    }

    @Test
    void what_the_shipped_fonts_have_gives_the_same_bytes_whatever_the_machine_has() throws IOException {
        MadeFont.of(0x21, 0x9FFF).write(folder.resolve("AAA.ttf"));
        var rich = Typesetter.withFonts(List.of(folder), null, Path.of("target/native"));
        Manuscript letter = SampleLetters.plain("ru", SampleLetters.RUSSIAN + "\n\nשלום · مرحبا · ❤ · Ω");

        assertThat(rich.set(letter, PrintOptions.plain()).pdf())
                .isEqualTo(SampleLetters.set(letter).pdf());
    }

    @Test
    void a_font_that_cannot_be_used_is_as_none() throws IOException {
        Files.writeString(folder.resolve("Broken.ttf"), "not a font");
        Files.write(folder.resolve("Empty.ttc"), new byte[0]);
        Files.writeString(folder.resolve("Short.ttc"), "ttcf and no more");
        han().without("glyf").write(folder.resolve("PostScript.ttf"));
        han().with("COLR", new byte[14]).write(folder.resolve("Coloured.ttf"));
        han().allowing(2).write(folder.resolve("Restricted.ttf"));
        han().with("head", new byte[54]).write(folder.resolve("Zeroes.ttf"));
        MadeFont.ofLastResort().write(folder.resolve("LastResort.ttf"));
        MadeFont.of(0x21, 0x10FFFF).write(folder.resolve("Boxes.ttf"));
        for (Fonts fonts : List.of(Fonts.in(List.of(folder)), Fonts.in(List.of(), List.of(folder)))) {
            assertThat(faceOf(fonts, "漢")).isEqualTo("none");
        }
        han().write(folder.resolve("Zz.ttf"));
        assertThat(faceOf(Fonts.in(List.of(), List.of(folder)), "漢")).isEqualTo("Zz");
    }

    @Test
    void emphasis_is_bold_where_the_machine_has_it() throws IOException {
        byte[] os2 = Sfnt.in(Path.of("target/classes/fonts/LiberationSans-Bold.ttf"))
                .get(0)
                .table("OS/2")
                .array();
        han().with("OS/2", os2).write(folder.resolve("A.ttf"));
        han().write(folder.resolve("B.ttf"));
        Fonts fonts = Fonts.in(List.of(), List.of(folder));

        assertThat(faceOf(fonts, "漢")).isEqualTo("B");
        assertThat(Objects.requireNonNull(fonts.faceFor(SERIF.strong(), "漢", 0, 1))
                        .name())
                .isEqualTo("A");
    }

    @Test
    void chinese_breaks_between_characters_but_not_before_a_full_stop() throws IOException {
        MadeFont.of(0x3000, 0x9FFF).write(folder.resolve("Han.ttf"));
        var typesetter = Typesetter.withFonts(List.of(folder), null, Path.of("target/native"));
        Typesetting set = typesetter.set(SampleLetters.plain("zh", CHINESE.repeat(5)), PrintOptions.plain());

        assertThat(set.findings()).isEmpty();
        try (var pdf = ReadBack.open(set.pdf())) {
            String read = ReadBack.lines(pdf, false);
            List<String> lines = read.lines().filter(line -> line.length() > 5).toList();
            assertThat(lines).hasSizeGreaterThan(3);
            assertThat(lines.subList(0, lines.size() - 1)).allMatch(line -> line.length() > 25);
            assertThat(lines).noneMatch(line -> line.startsWith("。") || line.startsWith("、"));
            assertThat(read.replaceAll("\\s", "")).startsWith(CHINESE.repeat(5));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "漢, Hani, Han script, Noto Sans SC",
        "か, Hira, Hiragana script, Noto Sans JP",
        "한, Hang, Hangul script, Noto Sans KR",
        "「, Hani, Han script, Noto Sans SC",
        "བ, Tibt, Tibetan script, Noto Serif Tibetan",
        "Ꮳ, Cher, Cherokee script, Noto Sans Cherokee",
        "🐝, '', U+1F41D), Noto Emoji"
    })
    void an_objection_names_the_script_and_the_font_to_bring(String text, String code, String script, String font) {
        Finding finding = SampleLetters.set(SampleLetters.plain("ru", "Привет " + text))
                .findings()
                .get(0);
        assertThat(finding.kind()).isEqualTo(Finding.Kind.NO_FONT);
        assertThat(finding.script()).isEqualTo(code);
        assertThat(finding.line())
                .startsWith("body at 7: ")
                .contains(script, "such as " + font + " into a folder of postern.fonts");
    }

    @Test
    void the_characters_around_an_objection_are_whole() {
        String bees = "🐝".repeat(20);
        Finding finding = SampleLetters.set(SampleLetters.plain("ru", "a" + bees))
                .findings()
                .get(0);
        assertThat(finding.detail()).isEqualTo("a" + "🐝".repeat(6));
        assertThat(SampleLetters.set(SampleLetters.plain("ru", "aбв " + bees))
                        .findings()
                        .get(0)
                        .detail())
                .doesNotContainPattern("\\p{Cs}");
    }
}
