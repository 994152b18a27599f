package org.postern.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Holds back whoever guesses, and locks out nobody. A few wrong guesses from one network are free; whoever made more,
 * and whoever comes from no network we could tell (an onion service), goes by the slow lane, which takes so many a
 * second from all of them together. Counts live in this node's memory only.
 */
public final class Brake {
    private static final int MOST_NETWORKS = 10_000;
    private static final double NANOS = 1e9;

    private final int free;
    private final Duration memory;
    private final int lanePerSecond;
    private final Clock clock;
    private final Map<String, Count> counts = new LinkedHashMap<>();

    private double turns;
    private Instant filled;

    private record Count(int wrong, Instant since) {
        Count plus(int more) {
            return new Count(Math.max(0, wrong + more), since);
        }
    }

    /**
     * @param free wrong guesses from one network that cost nothing
     * @param memory how long they are remembered, from the first
     * @param lanePerSecond guesses a second in the slow lane
     */
    public Brake(int free, Duration memory, int lanePerSecond, Clock clock) {
        this.free = free;
        this.memory = memory;
        this.lanePerSecond = lanePerSecond;
        this.clock = clock;
        this.turns = lanePerSecond;
        this.filled = Instant.EPOCH;
    }

    /**
     * Asks to guess. It counts as wrong until {@link #right} is said, so that many at one moment are not all free.
     *
     * @param network from {@link VisitorAddress}
     * @return whether the guess may be looked at; if not, try again in a second
     */
    public synchronized boolean mayTry(@Nullable String network) {
        Instant now = clock.instant();
        if (network != null) {
            Count count = counts.remove(network);
            if (count == null || count.since().plus(memory).isBefore(now)) {
                count = new Count(0, now);
            }
            counts.put(network, count.plus(1));
            forgetOldest();
            if (count.wrong() < free) {
                return true;
            }
        }
        return takeTurn(now);
    }

    /** The guess was right. The wrong ones before it stay: a stranger may own one right answer. */
    public synchronized void right(@Nullable String network) {
        if (network != null) {
            counts.computeIfPresent(network, (key, count) -> count.plus(-1));
        }
    }

    private boolean takeTurn(Instant now) {
        double since = Math.max(0, Duration.between(filled, now).toNanos() / NANOS);
        turns = Math.min(lanePerSecond, turns + since * lanePerSecond);
        filled = now;
        if (turns < 1) {
            return false;
        }
        turns--;
        return true;
    }

    private void forgetOldest() {
        Iterator<String> oldest = counts.keySet().iterator();
        while (counts.size() > MOST_NETWORKS) {
            oldest.next();
            oldest.remove();
        }
    }
}
