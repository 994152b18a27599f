package org.postern.letter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class StackNumbersTest {
    @Test
    void ranges_and_single_numbers_are_read_as_volunteers_write_them() {
        assertThat(StackNumbers.read("1-3, 15").orElseThrow()).containsExactly(1, 2, 3, 15);
        assertThat(StackNumbers.read(" 7 – 8;2 ,").orElseThrow()).containsExactly(2, 7, 8);
        assertThat(StackNumbers.read("").orElseThrow()).isEmpty();
    }

    @Test
    void what_cannot_be_numbers_is_not_guessed() {
        for (String wrong : List.of("a", "1-", "-3", "5-2", "0", "1 2", "1-2-3", "10000", "1.5", "٣")) {
            assertThat(StackNumbers.read(wrong)).as(wrong).isEmpty();
        }
    }

    @Test
    void all_goes_before_a_range_and_a_range_before_the_boxes() {
        assertThat(StackNumbers.of("all", "x", List.of("3")).orElseThrow()).contains(1, 120);
        assertThat(StackNumbers.of("chosen", "1-2", List.of("3")).orElseThrow()).containsExactly(1, 2);
        assertThat(StackNumbers.of("chosen", " ", List.of("3", "9")).orElseThrow())
                .containsExactly(3, 9);
        assertThat(StackNumbers.of("chosen", "", List.of("3", "x"))).isEmpty();
    }

    @Test
    void numbers_are_written_as_short_as_they_are_read() {
        assertThat(StackNumbers.write(new TreeSet<>(List.of(1, 2, 3, 8, 10, 11))))
                .isEqualTo("1–3, 8, 10–11");
        assertThat(StackNumbers.write(new TreeSet<>())).isEmpty();
    }
}
