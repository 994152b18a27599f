package org.postern.bench;

import java.util.Locale;
import org.postern.TestDatabase;
import org.postern.letter.AlikeRush;

/**
 * How long a letter's print and the search for much the same words take among 100,000 recent letters on PostgreSQL, all of
 * them still with the readers; how many of 1,000 spun copies are grouped, and how many honest letters falsely.
 */
final class NearDuplicates implements Bench.Benchmark {
    private static final int RECENT = 100_000;
    private static final int EACH = 1_000;

    @Override
    public void run() throws Exception {
        try (TestDatabase db = TestDatabase.postgres()) {
            long start = System.nanoTime();
            AlikeRush rush = new AlikeRush(db, RECENT);
            System.out.printf(
                    Locale.ROOT,
                    "near-duplicates: %s prints with %s bands written in %.0f s%n",
                    db.value("select count(*) from letter_print"),
                    db.value("select count(*) from letter_print_band"),
                    (System.nanoTime() - start) / 1e9);
            AlikeRush.Result result = rush.run(EACH);
            Bench.atMost("near-duplicates median", result.milliseconds(0.5), "ms", 50);
            Bench.atMost("near-duplicates 95 %", result.milliseconds(0.95), "ms", 50);
            System.out.printf(
                    Locale.ROOT,
                    "bench near-duplicates grouped %.1f %% of %d spun copies goal >= 90; %.1f %% with the very text%n",
                    100.0 * result.grouped() / result.spun(),
                    result.spun(),
                    100.0 * result.withTheFirst() / result.spun());
            Bench.atMost("near-duplicates copies with anything else in their group", result.withAnother(), "letters", 0);
            Bench.atMost("near-duplicates honest letters to one person in a group", result.toOne(), "letters", 0);
            Bench.atMost("near-duplicates pairs of them that are alike", result.toOneAlike(), "pairs", 0);
            Bench.atMost("near-duplicates honest letters to others in a group", result.toOthers(), "letters", 0);
        }
    }
}
