package org.postern.bench;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.postern.TestDatabase;
import org.postern.cause.Campaigns;
import org.postern.directory.People;
import org.postern.letter.LetterCounts;
import org.postern.track.Numbers;
import org.postern.track.Question;

/**
 * How long the server works on the whole numbers page (its model: every query and sum, without drawing it) with 100,000
 * letters of about 7 events each over 52 weeks, on both databases, before and after the events are folded.
 */
final class Numbers100k implements Bench.Benchmark {
    private static final String NAME = "numbers-100k";
    private static final int WARM_UP = 5;
    private static final int REPEATS = 5;
    private static final double GOAL_MS = 300;

    /** The goal is for the database of a large group as it is after its first night; the rest is to compare. */
    private static final double OTHERS_MS = 3000;

    @Override
    public void run() throws Exception {
        Map<String, TestDatabase> databases = new LinkedHashMap<>();
        try {
            open(databases, "postgres-unfolded", TestDatabase::postgres, false);
            open(databases, "postgres", TestDatabase::postgres, true);
            open(databases, "h2-unfolded", TestDatabase::h2, false);
            open(databases, "h2", TestDatabase::h2, true);

            List<Question> questions = List.of(
                    new Question(26, null, null, 3, 6, false),
                    new Question(52, null, null, 3, 6, true),
                    new Question(26, 1L, null, 3, 6, false));
            Map<String, List<List<Double>>> times = new LinkedHashMap<>();
            for (int round = 0; round < WARM_UP + REPEATS; round++) {
                for (var entry : databases.entrySet()) {
                    List<List<Double>> of = times.computeIfAbsent(
                            entry.getKey(), name -> List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>()));
                    for (int q = 0; q < questions.size(); q++) {
                        double ms = milliseconds(entry.getValue(), questions.get(q));
                        if (round >= WARM_UP) {
                            of.get(q).add(ms);
                        }
                    }
                }
            }
            times.forEach((database, of) -> {
                boolean goal = database.equals("postgres");
                Bench.atMost(name(database, ""), median(of.get(0)), "ms", goal ? GOAL_MS : OTHERS_MS);
                Bench.atMost(name(database, "-52-weeks"), median(of.get(1)), "ms", goal ? GOAL_MS : OTHERS_MS);
                Bench.atMost(name(database, "-one-person"), median(of.get(2)), "ms", goal ? GOAL_MS : OTHERS_MS);
            });
        } finally {
            databases.values().forEach(TestDatabase::close);
        }
    }

    private static String name(String database, String question) {
        return NAME + (database.equals("postgres") ? "" : "-" + database) + question;
    }

    private static void open(
            Map<String, TestDatabase> databases, String name, Supplier<TestDatabase> opens, boolean fold)
            throws Exception {
        TestDatabase db = opens.get();
        databases.put(name, db);
        long start = System.nanoTime();
        Year.write(db);
        System.out.printf(
                "%s: %s letters, %s events, written in %d s%n",
                name,
                db.value("select count(*) from letter"),
                db.value("select count(*) from letter_event"),
                (System.nanoTime() - start) / 1_000_000_000);
        if (fold) {
            long begin = System.nanoTime();
            int folded = db.fromTransaction(em -> new LetterCounts(em).fold(Year.NOW));
            System.out.printf(
                    "%s: %d events folded into %s sums in %d ms%n",
                    name,
                    folded,
                    db.value("select count(*) from letter_count"),
                    (System.nanoTime() - begin) / 1_000_000);
        }
        if (db.isPostgres()) {
            db.sql("vacuum analyze"); // as its own daemon does soon after
        } else {
            db.sql("analyze");
        }
    }

    private static double milliseconds(TestDatabase db, Question question) {
        Instant now = Year.NOW;
        long start = System.nanoTime();
        db.inTransaction(em -> {
            Numbers numbers = new Numbers(new LetterCounts(em), new People(em), new Campaigns(em));
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
