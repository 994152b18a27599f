package org.postern.letter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class BlackoutsTest {
    @Test
    void a_passage_is_black_wherever_it_stands_and_its_length_is_not_told() {
        Words words = new Words("Call +49 341 5550 142. Again: +49 341 5550 142!\n\nBees.", "Hanna", null);
        assertThat(Blackouts.in(words, List.of("+49 341 5550 142")).body())
                .isEqualTo("Call ██████. Again: ██████!\n\nBees.");
        assertThat(Blackouts.in(words, List.of()).areThoseOf(words)).isTrue();
    }

    @Test
    void of_two_passages_one_of_which_holds_the_other_nothing_is_left() {
        Words words = new Words("hanna@example.org and example.org", "Hanna", null);
        assertThat(Blackouts.in(words, List.of("example.org", "hanna@example.org"))
                        .body())
                .isEqualTo("██████ and ██████");
    }

    @Test
    void of_two_passages_that_overlap_nothing_is_left() {
        Words words = new Words("abc def ghi, def ghi", "Hanna", null);
        assertThat(Blackouts.in(words, List.of("abc def", "def ghi")).body()).isEqualTo("██████, ██████");
    }

    @Test
    void what_is_kept_is_read_again() {
        List<String> passages = List.of("one, two", "a\nb");
        assertThat(Blackouts.parse(Blackouts.text(passages))).isEqualTo(passages);
        assertThat(Blackouts.parse("")).isEmpty();
    }
}
