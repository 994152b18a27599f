package org.postern.print;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;
import org.postern.TestDatabase;

@Tag("database")
@ParameterizedClass
@MethodSource("org.postern.TestDatabase#both")
class ClaimRushTest {
    private final TestDatabase db;

    ClaimRushTest(TestDatabase db) {
        this.db = db;
    }

    @Test
    void eight_volunteers_for_ten_seconds_meet_no_error_no_empty_answer_and_no_letter_twice() throws Exception {
        ClaimRush.Result rush = new ClaimRush(db, List.of(), 60, 12).run(8, Integer.MAX_VALUE, Duration.ofSeconds(10));
        System.out.printf(
                "%d claims in %d ms, median %.0f ms, 95 %% below %.0f ms, %d begun again%n",
                rush.claims(), rush.millis(), rush.milliseconds(0.5), rush.milliseconds(0.95), rush.again());
        assertThat(rush.claims())
                .as("each came to its turn, also on a busy machine")
                .isGreaterThan(8);
        assertThat(rush.shown()).as("errors").isZero();
        assertThat(rush.empty()).as("told that nothing is left").isZero();
        assertThat(rush.doubles()).as("letters in two batches, or in none").isZero();
    }
}
