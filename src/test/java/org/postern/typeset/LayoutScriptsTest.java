package org.postern.typeset;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Consonants of one syllable are one sign, or stand under each other: never side by side with a visible virama. */
class LayoutScriptsTest {
    private static final FontStyle SERIF = new FontStyle("LiberationSerif", false, false);

    @BeforeAll
    static void natives() {
        Natives.unpackInto(Path.of("target/native"));
    }

    /** @param narrower in em: the syllable drawn with a virama is wider */
    @ParameterizedTest
    @CsvSource({
        "bn, ক্ষ, 1.0",
        "bn, প্র, 0.8",
        "bn, স্ত, 0.8",
        "bn, র্যা, 0.95",
        "hi, क्ष, 0.8",
        "gu, ક્ષ, 0.9",
        "te, స్త్రీ, 0.8",
        "kn, ಸ್ತ್ರೀ, 1.3",
        "or, ସ୍ତ୍ରୀ, 1.0",
        "pa, ਪ੍ਰ, 0.7",
        "si, ශ්‍රී, 1.0",
        "km, គ្រ, 1.0"
    })
    void conjuncts_are_formed(String language, String syllable, float narrower) {
        Shaper shaper = new Shaper(Fonts.in(List.of()));
        List<Segment> segments = shaper.segments(StyledText.of(syllable, SERIF), language);

        assertThat(segments).hasSize(1);
        assertThat(segments.get(0).width()).isLessThan(narrower);
    }
}
