package org.postern.typeset;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postern.typeset.Manuscript.Translated;

class TranslatedTest {
    private static final String ENGLISH = "Dear Vera,\n\nThe first snow fell.\n\n![](photo)";
    private static final String RUSSIAN = "Здравствуйте, Вера!\n\nВыпал первый снег.";
    private static final Manuscript LETTER = SampleLetters.plain("ru", RUSSIAN);

    @Test
    void the_original_follows_its_translation_under_a_line_in_the_language_of_the_reader() {
        Typesetting set = SampleLetters.set(LETTER.translated(new Translated("en", ENGLISH)));

        assertThat(set.findings()).isEmpty();
        assertThat(SampleLetters.read(set.pdf()))
                .containsSubsequence(
                        "Выпал первый снег.",
                        "Marta",
                        "Перевод выполнили волонтёры",
                        "Dear Vera,",
                        "The first snow fell.",
                        "Marta")
                .doesNotContain("photo");
    }

    @Test
    void without_the_original_the_line_stands_alone() {
        byte[] pdf =
                SampleLetters.set(LETTER.translated(new Translated("en", ""))).pdf();

        assertThat(SampleLetters.read(pdf))
                .contains("Перевод выполнили волонтёры")
                .doesNotContain("Dear Vera");
    }

    @Test
    void own_words_are_printed_as_they_always_were() {
        assertThat(SampleLetters.set(LETTER.translated(null)).pdf())
                .isEqualTo(SampleLetters.set(LETTER).pdf());
        assertThat(SampleLetters.read(SampleLetters.set(LETTER).pdf())).doesNotContain("волонт");
    }

    @Test
    void the_original_counts_among_the_pages_and_is_read_aloud_in_its_own_language() throws IOException {
        String tale = "The first snow fell, and nobody was ready for it. ".repeat(60);
        Typesetting alone = SampleLetters.set(LETTER);
        Typesetting both = SampleLetters.set(LETTER.translated(new Translated("en", tale)));

        assertThat(alone.pages()).isEqualTo(1);
        assertThat(both.pages()).isGreaterThan(1);
        assertThat(VeraPdf.findings(both.pdf())).isEmpty();
        assertThat(languages(both.pdf())).contains("en");
        assertThat(languages(alone.pdf())).doesNotContain("en");
    }

    /** What its parts say of their language, each kept in an object of its own. */
    private static List<String> languages(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            var languages = new ArrayList<String>();
            for (var key : List.copyOf(document.getDocument().getXrefTable().keySet())) {
                if (document.getDocument().getObjectFromPool(key).getObject() instanceof COSDictionary dictionary
                        && dictionary.getString(COSName.LANG) != null) {
                    languages.add(dictionary.getString(COSName.LANG));
                }
            }
            return languages;
        }
    }

    @Test
    void what_cannot_be_printed_in_the_original_is_told() {
        Typesetting set = SampleLetters.set(LETTER.translated(new Translated("en", "Dear \uE000")));

        assertThat(set.findings()).extracting(Finding::field).contains("original");
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "ru", "uk", "be", "es", "fr", "de", "tr", "fa", "ar", "pl", "ka"})
    void the_line_is_known_and_has_its_letters(String language) {
        String line = Wording.translated(language);

        assertThat(line).isNotBlank();
        assertThat(line.equals(Wording.translated("en"))).isEqualTo(language.equals("en"));
        assertThat(SampleLetters.set(SampleLetters.plain(language, line)).findings())
                .isEqualTo(List.of());
    }
}
