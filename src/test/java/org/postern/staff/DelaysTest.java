package org.postern.staff;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.postern.TestSettings;
import org.postern.TestVisitor;
import org.postern.web.VisitorAddress;

class DelaysTest {
    private static final HttpServletRequest GUESSER = TestVisitor.from("172.28.0.2", "192.0.2.7");
    private static final HttpServletRequest NEIGHBOUR = TestVisitor.from("172.28.0.2", "192.0.2.200");
    private static final HttpServletRequest ELSEWHERE = TestVisitor.from("172.28.0.2", "198.51.100.7");
    private static final HttpServletRequest ONION = TestVisitor.from("127.0.0.1");

    private final TestClock clock = new TestClock();
    private final Delays delays =
            new Delays(new VisitorAddress(TestSettings.of("postern.proxies", "172.28.0.0/16")), clock);

    /** Tries as often as it may, at each moment. */
    private int guesses(String name, HttpServletRequest from, int wanted) {
        int looked = 0;
        for (int i = 0; i < wanted; i++) {
            looked += delays.mayTry(name, from) ? 1 : 0;
        }
        return looked;
    }

    private long secondsUntilNext(HttpServletRequest from) {
        long seconds = 0;
        while (!delays.mayTry("Marta", from)) {
            clock.passes(Duration.ofSeconds(1));
            seconds++;
        }
        return seconds;
    }

    @Test
    void three_mistakes_are_free_and_then_each_costs_more_but_never_more_than_eight_seconds() {
        List<Long> seconds = new ArrayList<>();
        for (int i = 0; i < 9; i++) {
            seconds.add(secondsUntilNext(GUESSER));
        }
        assertThat(seconds).containsExactly(0L, 0L, 0L, 1L, 2L, 4L, 8L, 8L, 8L);
    }

    @Test
    void a_thousand_at_one_moment_are_not_looked_at_more_often_than_one_after_the_other() {
        assertThat(guesses("Marta", GUESSER, 1000)).isEqualTo(Delays.FREE);
        assertThat(guesses("Marta", ONION, 1000)).isEqualTo(Delays.FREE);
    }

    @Test
    void a_stranger_elsewhere_slows_down_nobody() {
        guesses("Marta", GUESSER, 1000);
        assertThat(delays.mayTry("Marta", ELSEWHERE)).isTrue();
        assertThat(delays.mayTry("Marta", ONION)).isTrue();
        assertThat(delays.mayTry("Jonas", GUESSER)).isTrue();
    }

    @Test
    void through_the_onion_a_name_that_is_guessed_at_slows_down_no_other_name() {
        guesses("Marta", ONION, 1000);
        assertThat(delays.mayTry("Marta", ONION)).isFalse();
        assertThat(delays.mayTry("Jonas", ONION)).isTrue();
        clock.passes(Delays.LONGEST);
        assertThat(delays.mayTry("Marta", ONION)).isTrue();
    }

    @Test
    void a_flood_over_many_names_leaves_the_rest_to_everybody_else() {
        int looked = 0;
        for (int i = 0; i < 1000; i++) {
            looked += guesses("name " + i, GUESSER, 1) + guesses("other " + i, ONION, 1);
        }
        assertThat(looked).isEqualTo(Delays.FREE_FROM_A_NETWORK + Delays.LANE_PER_SECOND);
        assertThat(delays.mayTry("Marta", ELSEWHERE)).isTrue();
        clock.passes(Duration.ofSeconds(1));
        assertThat(delays.mayTry("Marta", ONION)).isTrue();
    }

    @Test
    void the_neighbouring_address_and_another_spelling_count_as_the_same() {
        guesses("Marta", GUESSER, 1000);
        assertThat(delays.mayTry("mARTA", NEIGHBOUR)).isFalse();
    }

    @Test
    void it_is_forgotten_by_the_right_password_or_in_a_quarter_of_an_hour() {
        guesses("Marta", GUESSER, 1000);
        delays.right("Marta", GUESSER);
        assertThat(guesses("Marta", GUESSER, 1000)).isEqualTo(Delays.FREE);
        clock.passes(Delays.MEMORY.plus(Duration.ofSeconds(1)));
        assertThat(guesses("Marta", GUESSER, 1000)).isEqualTo(Delays.FREE);
    }
}
