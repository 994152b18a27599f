package org.postern.bench;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.postern.TestDatabase;
import org.postern.print.ClaimRush;

/**
 * Ten thousand claims by fifty volunteers of three sites on two nodes, PostgreSQL beneath: whoever claims gets letters, and
 * nobody sees that there were others.
 */
final class Claims implements Bench.Benchmark {
    private static final int LETTERS = 3_000;
    private static final int PEOPLE = 60;
    private static final int CLAIMS = 10_000;
    private static final Duration AT_MOST = Duration.ofMinutes(30);
    private static final int EACH_NODE = 25;

    @Override
    public void run() throws Exception {
        try (TestDatabase db = TestDatabase.postgres();
                TestDatabase other = db.anotherNode()) {
            ClaimRush rush = new ClaimRush(db, List.of(other), LETTERS, PEOPLE);
            ClaimRush.Result result = rush.run(EACH_NODE, CLAIMS, AT_MOST);
            System.out.printf(
                    Locale.ROOT,
                    "claims: %d claims of 3 letters by %d volunteers on 2 nodes in %.1f s, %.0f a second; %d begun again%n",
                    result.claims(),
                    2 * EACH_NODE,
                    result.millis() / 1000.0,
                    result.claims() * 1000.0 / result.millis(),
                    result.again());
            Bench.atMost("claims conflicts shown", result.shown(), "claims", 0);
            Bench.atMost("claims told that nothing is left", result.empty(), "claims", 0);
            Bench.atMost("claims letters in two batches or in none", result.doubles(), "letters", 0);
            System.out.printf(
                    Locale.ROOT,
                    "claims: median %.0f ms, 95 %% below %.0f ms, 99 %% below %.0f ms, with 50 at the counter all the time%n",
                    result.milliseconds(0.5),
                    result.milliseconds(0.95),
                    result.milliseconds(0.99));
        }
    }
}
