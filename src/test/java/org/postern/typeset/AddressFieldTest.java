package org.postern.typeset;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.postern.address.PostalAddress;
import org.postern.address.PostalLines;

/** Postal lines as they stand on the page. */
class AddressFieldTest {
    @Test
    void a_prisoners_number_beside_an_arabic_name_is_not_turned_round() {
        var to = new PostalAddress(
                "سپیده رستگار", null, "12-34/A", "زندان نمونه", null, null, "تهران", null, "1234567890", "IR", "fa");
        List<String> lines = PostalLines.of(to, "GB", "en");
        Typesetting set = SampleLetters.set(SampleLetters.windowed("fa", lines, "سلام"));

        assertThat(set.findings()).isEmpty();
        assertThat(fromLeftToRight(set, set.address().get(0))).startsWith("12-34/A");
        Typesetting bare = SampleLetters.set(SampleLetters.windowed("fa", List.of("سپیده رستگار، 12-34/A"), "سلام"));
        assertThat(fromLeftToRight(bare, bare.address().get(0)))
                .as("what the isolates are for")
                .doesNotStartWith("12-34/A");
    }

    @Test
    void a_country_named_in_two_scripts_begins_at_the_side_of_the_first() {
        var to = new PostalAddress("سپیده", null, null, "زندان", null, null, "تهران", null, null, "IR", "fa");
        Typesetting set = SampleLetters.set(SampleLetters.windowed("fa", PostalLines.of(to, "GB", "en"), "سلام"));

        assertThat(fromLeftToRight(set, set.address().get(3))).startsWith("IRAN");
    }

    @Test
    void six_lines_stand_in_the_window() {
        var to = new PostalAddress(
                "Водолазов Арсений Ильич",
                "1999",
                null,
                "ФКУ СИЗО-9 (образец)",
                "отряд 5",
                "ул. Заречная, д. 1",
                "г. Зареченск",
                "Примерная область",
                "000000",
                "RU",
                "ru");
        List<String> lines = PostalLines.of(to, "DE", "de");
        Typesetting set = SampleLetters.set(SampleLetters.windowed("ru", lines, "Привет"));

        assertThat(lines).hasSize(PostalLines.MOST);
        assertThat(set.findings()).isEmpty();
        assertThat(SampleLetters.window("din5008b").outside(set.address())).isEmpty();
    }

    private static String fromLeftToRight(Typesetting set, Extent line) {
        var runs = new ArrayList<Mark.Run>();
        for (Mark mark : set.printable().get(0).marks()) {
            if (mark instanceof Mark.Run run
                    && Page.mm(run.y()) > line.y()
                    && Page.mm(run.y()) < line.y() + line.height()) {
                runs.add(run);
            }
        }
        runs.sort(Comparator.comparing(Mark.Run::x));
        return runs.stream()
                .map(run -> run.glyphs().text.replaceAll("\\p{Cf}", ""))
                .collect(Collectors.joining());
    }
}
