package org.postern.review;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.postern.TestDatabase;
import org.postern.letter.LetterPrints;
import org.postern.letter.LetterState;
import org.postern.letter.TestCounts;
import org.postern.letter.WaitingLetters;

/**
 * What the server does for the reading room while 10,000 letters wait, to 300 people in 12 places, in six languages: the
 * room's page (its model), the next letter dealt, and the desk's windows.
 */
public final class ReviewQueue {
    private static final int LETTERS = 10_000;
    private static final int PEOPLE = 300;
    private static final int PRISONS = 12;
    private static final int WARM_UP = 40;
    private static final int ROUNDS = 200;
    private static final double GOAL_MS = 100;

    /** A part of the work, for a member of staff. */
    @FunctionalInterface
    private interface Part {
        void of(long staff);
    }

    public void run() throws Exception {
        try (TestDatabase db = TestDatabase.postgres()) {
            measure("postgres", db, GOAL_MS);
        }
        try (TestDatabase db = TestDatabase.h2()) {
            measure("h2", db, Double.NaN);
        }
    }

    private static void measure(String name, TestDatabase db, double goal) {
        ReadersHouse house = new ReadersHouse(db);
        WaitingLetters waiting = new WaitingLetters(db);
        waiting.write(
                LETTERS,
                waiting.people(PEOPLE, PRISONS),
                house.house.now(),
                null,
                new LetterPrints(db.entityManager(), house.house.vault));
        System.out.printf(
                Locale.ROOT, "%s: %s letters wait%n", name, db.value("select count(*) from letter where state = 'IN_REVIEW'"));
        Map<String, Part> parts = new LinkedHashMap<>();
        parts.put("room", staff -> db.inTransaction(em -> {
            house.readings.waiting(LetterState.IN_REVIEW, house.house.now());
            house.readings.mine(LetterState.IN_REVIEW, staff, house.house.now());
        }));
        parts.put("claim", staff -> db.inTransaction(em -> {
            if (house.decide.claimNext(LetterState.IN_REVIEW, staff, List.of(), house.house.now()).isEmpty()) {
                throw new IllegalStateException("Nothing was dealt");
            }
        }));
        parts.put("desk", staff -> db.inTransaction(em -> {
            if (TestCounts.over(em).counts().waiting(house.house.now()).isEmpty()) {
                throw new IllegalStateException("Nothing waits");
            }
        }));
        Map<String, List<Double>> times = new LinkedHashMap<>();
        for (int round = 0; round < WARM_UP + ROUNDS; round++) {
            long staff = 1000L + round / 4; // each has a few open
            for (var part : parts.entrySet()) {
                long start = System.nanoTime();
                part.getValue().of(staff);
                if (round >= WARM_UP) {
                    times.computeIfAbsent(part.getKey(), none -> new ArrayList<>())
                            .add((System.nanoTime() - start) / 1e6);
                }
            }
        }
        times.forEach((part, of) -> {
            List<Double> sorted = of.stream().sorted().toList();
            System.out.printf(
                    Locale.ROOT,
                    "bench review-queue-%s-%s %.1f ms%s, median %.1f, most %.1f%n",
                    name,
                    part,
                    sorted.get((int) Math.floor(sorted.size() * 0.95)),
                    Double.isNaN(goal) ? "" : String.format(Locale.ROOT, " goal <= %.0f", goal),
                    sorted.get(sorted.size() / 2),
                    sorted.get(sorted.size() - 1));
        });
    }
}
