package org.postern.staff;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DelaysTest {
    private final TestClock clock = new TestClock();
    private final Delays delays = new Delays(clock);

    private void wrong(int times) {
        for (int i = 0; i < times; i++) {
            delays.wrong("Marta", "192.0.2.7");
        }
    }

    @Test
    void three_mistakes_are_free_and_then_each_costs_more_but_never_more_than_eight_seconds() {
        List<Long> seconds = new ArrayList<>();
        for (int i = 0; i < 9; i++) {
            seconds.add(delays.before("Marta", "192.0.2.7").toSeconds());
            wrong(1);
        }
        assertThat(seconds).containsExactly(0L, 0L, 0L, 1L, 2L, 4L, 8L, 8L, 8L);
        wrong(1000);
        assertThat(delays.before("Marta", "192.0.2.7")).isEqualTo(Delays.LONGEST);
    }

    @Test
    void a_stranger_elsewhere_slows_down_nobody() {
        wrong(20);
        assertThat(delays.before("Marta", "198.51.100.7")).isZero();
        assertThat(delays.before("Jonas", "192.0.2.7")).isZero();
    }

    @Test
    void the_neighbouring_address_and_another_spelling_count_as_the_same() {
        wrong(20);
        assertThat(delays.before("mARTA", "192.0.2.200")).isEqualTo(Delays.LONGEST);
        assertThat(Delays.neighbourhood("2001:db8:1:2:3:4:5:6")).isEqualTo("2001:db8:1");
    }

    @Test
    void it_is_forgotten_by_the_right_password_or_in_a_quarter_of_an_hour() {
        wrong(5);
        delays.right("Marta", "192.0.2.7");
        assertThat(delays.before("Marta", "192.0.2.7")).isZero();
        wrong(5);
        clock.passes(Delays.MEMORY.plus(Duration.ofSeconds(1)));
        assertThat(delays.before("Marta", "192.0.2.7")).isZero();
    }
}
