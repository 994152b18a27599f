package org.postern.typeset;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every stationery with every golden letter, page by page, against {@code src/test/golden}. */
class GoldenPagesTest {
    private static final Golden GOLDEN = new Golden(Path.of("src/test/golden"), Path.of("target/golden"));

    static List<String> stationeries() throws IOException {
        try (Stream<Path> folders = Files.list(Path.of("templates/stationery"))) {
            return folders.map(folder -> folder.getFileName().toString())
                    .sorted()
                    .toList();
        }
    }

    static List<Arguments> letters() throws IOException {
        var letters = new ArrayList<Arguments>();
        for (String stationery : stationeries()) {
            for (GoldenLetters letter : GoldenLetters.values()) {
                letters.add(Arguments.of(stationery, letter));
            }
        }
        return letters;
    }

    @ParameterizedTest
    @MethodSource("letters")
    void every_letter_looks_on_every_stationery_as_it_did(String stationery, GoldenLetters letter) throws IOException {
        GOLDEN.compare(name(stationery, letter), letter.on(stationery));
    }

    @Test
    void no_golden_page_is_left_over() throws IOException {
        var expected = new TreeSet<String>();
        for (String stationery : stationeries()) {
            for (GoldenLetters letter : GoldenLetters.values()) {
                expected.addAll(Golden.files(name(stationery, letter), letter.on(stationery)));
            }
        }

        if (Boolean.getBoolean("golden.renew")) {
            GOLDEN.keepOnly(expected);
        }
        assertThat(GOLDEN.all()).containsExactlyElementsOf(expected);
    }

    @Test
    void half_a_millimetre_one_letter_and_a_fold_mark_are_seen(@TempDir Path templates) throws IOException {
        String din = Files.readString(Path.of("templates/stationery/din5008b/stationery.properties"));
        var wrong = new ArrayList<String>();
        for (String[] change : new String[][] {
            {"address.top = 62.7", "address.top = 63.2"},
            {"margin.left = 25", "margin.left = 25.5"},
            {"first.top = 108", "first.top = 108.5"},
            {"date.baseline = 98.5", "date.baseline = 98"},
            {"return.baseline = 60.2", "return.baseline = 59.7"},
            {"fold.marks = 105 210", "fold.marks = 105"},
            {"fold.marks = 105 210", "fold.marks = 105.5 210"},
            {"hole.mark = 148.5", ""}
        }) {
            assertThat(din).contains(change[0]);
            Path folder = Files.createDirectories(templates.resolve(wrong.size() + "/stationery/din5008b"));
            Files.writeString(folder.resolve("stationery.properties"), din.replace(change[0], change[1]));
            Typesetter typesetter = Typesetter.withFonts(
                    List.of(), templates.resolve(Integer.toString(wrong.size())), Path.of("target/native"));
            Typesetting changed = GoldenLetters.SHORT.on("din5008b", typesetter, GoldenLetters.SHORT.body());
            assertThat(differs(changed)).as("%s, not %s", change[1], change[0]).isTrue();
            wrong.add(change[1]);
        }
        for (String[] change : new String[][] {{"Обнимаю", "Обнимою"}, {"взойдёт", "взойдет"}, {"записк", "залиск"}}) {
            String body = GoldenLetters.SHORT.body().replace(change[0], change[1]);
            Typesetting changed = GoldenLetters.SHORT.on("din5008b", SampleLetters.TYPESETTER, body);
            assertThat(differs(changed)).as("%s, not %s", change[1], change[0]).isTrue();
        }
        assertThat(differs(GoldenLetters.SHORT.on("din5008b"))).isFalse();
    }

    private static boolean differs(Typesetting changed) throws IOException {
        return Golden.differing(
                        Files.readAllBytes(Path.of("src/test/golden/din5008b/short-1.png")), changed.png(0, Golden.DPI))
                > Golden.TOLERATED;
    }

    private static String name(String stationery, GoldenLetters letter) {
        return stationery + "/" + letter.name().toLowerCase(Locale.ROOT);
    }
}
