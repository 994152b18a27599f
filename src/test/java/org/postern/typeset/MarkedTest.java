package org.postern.typeset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class MarkedTest {
    private static Typesetting marked(String body) {
        return SampleLetters.TYPESETTER.marked(SampleLetters.plain("ru", body), PrintOptions.plain());
    }

    @Test
    void the_writer_sees_a_block_where_a_sign_cannot_be_printed() throws IOException {
        Typesetting seen = marked("У нас первый снег. 春天 скоро 👨‍👩‍👧 придёт.");

        assertThat(seen.findings()).isEmpty();
        assertThat(SampleLetters.read(seen.pdf()).replaceAll("\\s+", " "))
                .contains("У нас первый снег. ████ скоро ██ придёт.");
    }

    @Test
    void what_is_printed_is_still_stopped() {
        Typesetting set = SampleLetters.set(SampleLetters.plain("ru", "Снег, 春"));

        assertThat(set.findings()).extracting(Finding::kind).containsExactly(Finding.Kind.NO_FONT);
        assertThatThrownBy(set::pdf).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void a_letter_without_a_fault_is_shown_as_it_is() {
        assertThat(marked("Снег.").pdf())
                .isEqualTo(SampleLetters.set(SampleLetters.plain("ru", "Снег.")).pdf());
    }

    @Test
    void hostile_text_ends_within_a_second() {
        assertTimeoutPreemptively(Duration.ofSeconds(1), () -> marked("a" + "\u0301".repeat(59_000)));
        assertThat(assertTimeoutPreemptively(Duration.ofSeconds(1), () -> marked("漢 ".repeat(5_000)))
                        .findings())
                .isNotEmpty();
    }
}
