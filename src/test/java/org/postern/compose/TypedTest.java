package org.postern.compose;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class TypedTest {
    private static final byte[] PHOTO = {7, 7, 7, 7};
    private static final byte[] OTHER = {8, 8};

    @Test
    void what_is_kept_of_a_form_holds_no_address_and_no_second_copy_of_the_photo() {
        Typed typed = new Typed("Dear Vera", "Marta", "en", "marta@example.org", true, false, "", "2027-03-14", PHOTO);
        String written = typed.write(PHOTO);
        assertThat(written)
                .doesNotContain(base64("marta@example.org".getBytes(java.nio.charset.StandardCharsets.UTF_8)))
                .doesNotContain(base64(PHOTO));
        Typed read = Typed.read(written, "marta@example.org", PHOTO);
        assertThat(read).usingRecursiveComparison().isEqualTo(typed);
    }

    @Test
    void a_photo_that_is_not_the_one_beside_the_words_is_kept_in_the_form() {
        Typed typed = new Typed("Dear Vera", "Marta", "en", "", true, true, "", "", OTHER);
        assertThat(Typed.read(typed.write(PHOTO), "", PHOTO).photo()).isEqualTo(OTHER);
        assertThat(Typed.read(typed.with(null).write(PHOTO), "", PHOTO).photo()).isNull();
    }

    @Test
    void nothing_longer_than_can_be_printed_or_mailed_is_taken() {
        Typed good = new Typed("a".repeat(60_000), "b".repeat(200), "en", "", true, true, "", "", null);
        assertThat(good.tooLong()).isNull();
        assertThat(field(new Typed("a".repeat(60_001), "b", "en", "", true, true, "", "", null)))
                .isEqualTo("body");
        assertThat(field(new Typed("a", "b".repeat(201), "en", "", true, true, "", "", null)))
                .isEqualTo("signedAs");
        assertThat(field(new Typed("a", "b", "en", "c".repeat(400), true, true, "", "", null)))
                .isEqualTo("email");
    }

    private static String field(Typed typed) {
        return Objects.requireNonNull(typed.tooLong()).field();
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
