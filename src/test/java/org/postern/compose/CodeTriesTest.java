package org.postern.compose;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.postern.TestClock;
import org.postern.TestSettings;
import org.postern.TestVisitor;
import org.postern.web.VisitorAddress;

class CodeTriesTest {
    private static final HttpServletRequest GUESSER = TestVisitor.from("172.28.0.2", "203.0.113.7");
    private static final HttpServletRequest WRITER = TestVisitor.from("172.28.0.2", "192.0.2.7");
    private static final HttpServletRequest ONION = TestVisitor.from("127.0.0.1");

    private final TestClock clock = new TestClock();
    private final CodeTries tries =
            new CodeTries(new VisitorAddress(TestSettings.of("postern.proxies", "172.28.0.0/16")), clock);

    private int guesses(HttpServletRequest from, int wanted) {
        int looked = 0;
        for (int i = 0; i < wanted; i++) {
            looked += tries.mayTry(from) ? 1 : 0;
        }
        return looked;
    }

    @Test
    void whoever_guesses_shuts_out_nobody_else_behind_the_same_proxy() {
        assertThat(guesses(GUESSER, 1000)).isEqualTo(CodeTries.FREE + CodeTries.LANE_PER_SECOND);
        assertThat(tries.mayTry(WRITER)).isTrue();
    }

    @Test
    void guessing_goes_on_slowly_and_after_an_hour_freely() {
        guesses(GUESSER, 1000);
        clock.pass(Duration.ofSeconds(1));
        assertThat(guesses(GUESSER, 1000)).isEqualTo(CodeTries.LANE_PER_SECOND);
        clock.pass(Duration.ofMinutes(61));
        assertThat(guesses(GUESSER, 1000)).isEqualTo(CodeTries.FREE + CodeTries.LANE_PER_SECOND);
    }

    @Test
    void through_the_onion_everybody_goes_at_one_pace_and_nobody_waits_longer_than_a_moment() {
        assertThat(guesses(ONION, 1000)).isEqualTo(CodeTries.LANE_PER_SECOND);
        clock.pass(Duration.ofMillis(100));
        assertThat(tries.mayTry(ONION)).isTrue();
        assertThat(tries.mayTry(ONION)).isFalse();
        assertThat(tries.mayTry(WRITER)).isTrue();
    }

    @Test
    void right_codes_cost_nothing_and_give_no_further_guess_away() {
        for (int i = 0; i < 100; i++) {
            assertThat(tries.mayTry(WRITER)).isTrue();
            tries.right(WRITER);
        }
        guesses(GUESSER, 1000);
        clock.pass(Duration.ofMillis(100));
        assertThat(tries.mayTry(GUESSER)).isTrue();
        tries.right(GUESSER);
        assertThat(tries.mayTry(GUESSER)).isFalse();
    }
}
