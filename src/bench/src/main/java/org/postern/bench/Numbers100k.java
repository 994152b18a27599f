package org.postern.bench;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.postern.TestDatabase;
import org.postern.cause.Campaigns;
import org.postern.directory.People;
import org.postern.letter.TestCounts;
import org.postern.track.Numbers;
import org.postern.track.Question;

/**
 * How long the server works on the whole numbers page (its model: every query and sum, without drawing it) with 100,000
 * letters of about 7 events each over 52 weeks, on both databases, before and after the events are folded.
 */
final class Numbers100k implements Bench.Benchmark {
    private static final String NAME = "numbers-100k";
    private static final int WARM_UP = 2;
    private static final int REPEATS = 3;
    private static final double GOAL_MS = 300;

    /** H2 is for a small group; and nothing is unfolded for longer than an hour. */
    private static final double OTHERS_MS = 3000;

    private static final List<Question> QUESTIONS =
            List.of(new Question(26, null, null, 3, 6, false), new Question(52, null, null, 3, 6, true));

    @Override
    public void run() throws Exception {
        Map<String, TestDatabase> databases = new LinkedHashMap<>();
        try {
            databases.put("postgres", TestDatabase.postgres());
            databases.put("h2", TestDatabase.h2());
            for (var each : databases.entrySet()) {
                long start = System.nanoTime();
                Year.write(each.getValue());
                settle(each.getValue());
                System.out.printf(
                        "%s: %s letters, %s events, written in %d s%n",
                        each.getKey(),
                        each.getValue().value("select count(*) from letter"),
                        each.getValue().value("select count(*) from letter_event"),
                        (System.nanoTime() - start) / 1_000_000_000);
            }
            var unfolded = measure(databases, "unfolded");
            for (var each : databases.entrySet()) {
                long start = System.nanoTime();
                int folded = foldWeekByWeek(each.getValue());
                System.out.printf(
                        "%s: %d events folded into %s sums in %d ms%n",
                        each.getKey(),
                        folded,
                        each.getValue()
                                .value("select (select count(*) from letter_count) + (select count(*) from letter_stand)"
                                        + " + (select count(*) from letter_days)"),
                        (System.nanoTime() - start) / 1_000_000);
                settle(each.getValue());
            }
            var folded = measure(databases, "folded");
            print(unfolded, folded);
        } finally {
            databases.values().forEach(TestDatabase::close);
        }
    }

    /** As a Postern did that ran all the year: what is folded in one go makes fewer sums. */
    private static int foldWeekByWeek(TestDatabase db) throws SQLException {
        AtomicInteger folded = new AtomicInteger();
        Lightly.in(db, () -> {
            for (int week = 53; week >= 0; week--) {
                Instant then = Year.NOW.minus(Duration.ofDays(7L * week));
                folded.addAndGet(
                        db.fromTransaction(em -> TestCounts.over(em).fold().fold(then)));
            }
        });
        return folded.get();
    }

    private static void settle(TestDatabase db) {
        // as PostgreSQL's own daemon does soon after
        db.sql(db.isPostgres() ? "vacuum analyze" : "analyze");
    }

    /**
     * Each round asks each database each question once, so that a busy moment of the machine meets all alike.
     *
     * @return medians in milliseconds by {@code <database>-<folded>-<weeks>}
     */
    private static Map<String, Double> measure(Map<String, TestDatabase> databases, String when) {
        Map<String, List<Double>> times = new LinkedHashMap<>();
        for (int round = 0; round < WARM_UP + REPEATS; round++) {
            for (var each : databases.entrySet()) {
                for (Question question : QUESTIONS) {
                    double ms = milliseconds(each.getValue(), question);
                    if (round >= WARM_UP) {
                        String name = each.getKey() + "-" + when + "-" + question.weeks() + "-weeks";
                        times.computeIfAbsent(name, none -> new ArrayList<>()).add(ms);
                    }
                }
            }
        }
        Map<String, Double> medians = new LinkedHashMap<>();
        times.forEach((name, of) -> {
            medians.put(name, median(of));
            Bench.atMost(
                    NAME + "-" + name, median(of), "ms", name.startsWith("postgres-folded") ? GOAL_MS : OTHERS_MS);
        });
        return medians;
    }

    private static void print(Map<String, Double> unfolded, Map<String, Double> folded) {
        double one = folded.getOrDefault("postgres-folded-26-weeks", Double.NaN);
        System.out.printf("%n%-28s %10s %28s%n", NAME, "ms", "times postgres folded 26");
        for (var medians : List.of(folded, unfolded)) {
            medians.forEach((name, ms) -> System.out.printf(Locale.ROOT, "%-28s %10.1f %28.1f%n", name, ms, ms / one));
        }
    }

    private static double milliseconds(TestDatabase db, Question question) {
        Instant now = Year.NOW;
        long start = System.nanoTime();
        db.inTransaction(em -> {
            TestCounts all = TestCounts.over(em);
            Numbers numbers = new Numbers(all.counts(), all.weeks(), new People(em), new Campaigns(em));
            if (numbers.to(question, now).total().posted() == 0) {
                throw new IllegalStateException("Nothing was counted");
            }
        });
        return (System.nanoTime() - start) / 1e6;
    }

    private static double median(List<Double> times) {
        double[] sorted = times.stream().mapToDouble(Double::doubleValue).toArray();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
