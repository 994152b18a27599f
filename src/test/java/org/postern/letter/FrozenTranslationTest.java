package org.postern.letter;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.postern.letter.Frozen.Outside;
import org.postern.letter.Frozen.To;
import org.postern.typeset.Manuscript;
import org.postern.typeset.Manuscript.Translated;
import org.postern.typeset.Paper;

class FrozenTranslationTest {
    private static final Manuscript OWN = new Manuscript(
            "plain", "ru", LocalDate.of(2026, 11, 20), null, List.of("Вера"), "Привет", "Marta", null, null);

    @Test
    void a_batch_prints_the_same_translation_with_the_same_original_again() {
        Manuscript translated = OWN.translated(new Translated("en", "Hello"));

        assertThat(Frozen.of(frozen(translated).toBytes())).isEqualTo(frozen(translated));
        assertThat(Frozen.of(frozen(OWN).toBytes())).isEqualTo(frozen(OWN));
    }

    @Test
    void a_batch_of_before_translations_said_so_opens_still() {
        byte[] now = frozen(OWN).toBytes();
        int paper = new String(now, StandardCharsets.ISO_8859_1).indexOf("\0\0\0\2A4");
        var then = new ByteArrayOutputStream();
        then.write(2);
        then.write(now, 1, paper - 3);
        then.write(now, paper, now.length - paper);

        assertThat(Frozen.of(then.toByteArray())).isEqualTo(frozen(OWN));
    }

    @Test
    void words_of_a_translation_open_as_they_were_sealed_and_have_a_hash_of_their_own() {
        Words own = new Words("Hello", "Marta", null);
        Words both = own.translated("Привет", "en", true);
        Words alone = own.translated("Привет", "en", false);

        assertThat(Words.fromBytes(both.toBytes())).isEqualTo(both);
        assertThat(Words.fromBytes(own.toBytes())).isEqualTo(own);
        assertThat(List.of(
                        both.contentHash("plain"),
                        alone.contentHash("plain"),
                        own.saying("Привет").contentHash("plain"),
                        own.contentHash("plain")))
                .doesNotHaveDuplicates();
    }

    private static Frozen frozen(Manuscript manuscript) {
        return new Frozen(
                manuscript,
                Paper.A4,
                false,
                new To("Вера", "Vera", null, null, "Place", "RU", "ru"),
                new Outside(true, true, null, null, false));
    }
}
