package org.postern.journey;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Cuts the power in the middle of a deed, at a point that nobody chose. Her seed is printed; {@code
 * -Dpostern.nemesis.seed=<seed>} brings the same points again, {@code -Dpostern.nemesis.kills=<n>} as many as wanted.
 */
final class Nemesis {
    /** One of each deed. */
    private static final int USUAL = 3;

    private static final Duration LAST_WORDS = Duration.ofSeconds(10);

    private final long seed;
    private final Random random;

    private Nemesis(long seed) {
        this.seed = seed;
        this.random = new Random(seed);
    }

    /** @param whose so that two worlds do not get the same points from one seed */
    static Nemesis of(String whose) {
        return new Nemesis(seed() + whose.hashCode());
    }

    static int kills() {
        return Integer.getInteger("postern.nemesis.kills", USUAL);
    }

    /** @return the same in the whole run */
    static long seed() {
        Long said = Long.getLong("postern.nemesis.seed");
        if (said == null) {
            said = System.nanoTime() & 0xffffffL;
            System.setProperty("postern.nemesis.seed", String.valueOf(said));
        }
        return said;
    }

    /**
     * What happened.
     *
     * @param struck false: the deed had ended before, and the server is on
     * @param after since the deed began, or how long it took
     */
    record Cut(boolean struck, Duration after) {}

    /**
     * The power goes somewhere between the beginning of a deed and the time that it usually takes; on return the server
     * is off, unless this time it took less.
     */
    Cut strike(RunningPostern postern, Duration usual, CutOff deed) {
        long delay = Math.round(random.nextDouble() * usual.toNanos());
        CompletableFuture<Long> beginning = new CompletableFuture<>();
        CompletableFuture<Long> running = run(deed, beginning);
        long begun = beginning.join();
        pause(delay - (System.nanoTime() - begun));
        if (running.isDone()) {
            return new Cut(false, Duration.ofNanos(running.join() - begun));
        }
        Duration after = Duration.ofNanos(System.nanoTime() - begun);
        postern.kill();
        awaitEnd(running);
        return new Cut(true, after);
    }

    /** @return how long a deed takes that nobody cuts off */
    static Duration undisturbed(CutOff deed) {
        CompletableFuture<Long> beginning = new CompletableFuture<>();
        return Duration.ofNanos(run(deed, beginning).join() - beginning.join());
    }

    /** @return when it ended */
    private static CompletableFuture<Long> run(CutOff deed, CompletableFuture<Long> beginning) {
        return CompletableFuture.supplyAsync(() -> {
                    deed.run(() -> beginning.complete(System.nanoTime()));
                    return System.nanoTime();
                })
                // A deed that fails before it begins is not waited for.
                .whenComplete((done, fault) -> beginning.complete(System.nanoTime()));
    }

    private static void pause(long nanos) {
        try {
            TimeUnit.NANOSECONDS.sleep(Math.max(0, nanos));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void awaitEnd(CompletableFuture<Long> running) {
        try {
            running.orTimeout(LAST_WORDS.toSeconds(), TimeUnit.SECONDS).join();
        } catch (CompletionException e) {
            // Cut off: that is what she is for. Anything else is a fault of the deed.
            if (!(e.getCause() instanceof UncheckedIOException) || e.getCause() instanceof TimeoutException) {
                throw e;
            }
        }
    }

    @Override
    public String toString() {
        return "seed " + seed;
    }
}
