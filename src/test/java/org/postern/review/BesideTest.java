package org.postern.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class BesideTest {
    private static String marked(String read, String text) {
        return Beside.of(read, text).paragraphs().stream()
                .map(BesideTest::marked)
                .collect(Collectors.joining(" | "));
    }

    private static String marked(List<Beside.Piece> paragraph) {
        return paragraph.stream()
                .map(piece -> switch (piece.kind()) {
                    case SAME -> piece.text();
                    case MORE -> "+" + piece.text() + "+";
                    case GONE -> "-" + piece.text() + "-";
                })
                .collect(Collectors.joining(" "));
    }

    @Test
    void what_is_new_is_marked_and_what_is_missing_is_not_passed_over() {
        assertThat(marked("Dear Vera,\n\nI am not angry with you.", "Dear Ivan,\n\nI am angry with you."))
                .isEqualTo("Dear -Vera,- +Ivan,+ | I am -not- angry with you.");
    }

    @Test
    void the_same_words_differ_in_nothing() {
        Beside same = Beside.of("One two.\n\nThree four.", "One two.\n\nThree four.");
        assertThat(same.differs()).isZero();
        assertThat(same.paragraphs()).hasSize(2);
    }

    @Test
    void an_end_that_was_cut_off_counts_as_much_as_one_that_was_added() {
        String ten = "a b c d e f g h i j";
        assertThat(Beside.of(ten, "a b c d e").differs()).isEqualTo(0.5);
        assertThat(Beside.of("a b c d e", ten).differs()).isEqualTo(0.5);
        assertThat(marked(ten, "a b c d e")).isEqualTo("a b c d e -f g h i j-");
    }

    @Test
    void texts_too_long_to_be_compared_word_by_word_differ_between_their_ends() {
        String one = "Begin " + "one ".repeat(3000) + "end";
        String other = "Begin " + "other ".repeat(3000) + "end";
        assertThat(Beside.of(one, other).differs()).isGreaterThan(0.9);
        assertThat(marked(one, other)).startsWith("Begin -one").endsWith("+ end");
    }
}
