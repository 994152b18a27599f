package org.postern.staff;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Slows down whoever guesses. Nobody is ever locked out: that would let a stranger close a moderator's account. Counts
 * wrong passwords for a name from a neighbourhood of addresses, in this node's memory only.
 */
@ApplicationScoped
class Delays {
    /** Wrong passwords that cost nothing: people mistype. */
    static final int FREE = 3;

    static final Duration LONGEST = Duration.ofSeconds(8);
    static final Duration MEMORY = Duration.ofMinutes(15);
    private static final int MOST = 10_000;

    private final Clock clock;
    private final Map<String, Wrong> counts = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Wrong> eldest) {
            return size() > MOST;
        }
    };

    private record Wrong(int times, Instant last) {}

    @Inject
    public Delays(Clock clock) {
        this.clock = clock;
    }

    /** For CDI's proxy only. */
    @SuppressWarnings("NullAway")
    protected Delays() {
        this.clock = null;
    }

    /** How long the next attempt waits before it is looked at: 1, 2, 4, then 8 seconds. */
    public synchronized Duration before(String name, String address) {
        Wrong wrong = recent(key(name, address));
        if (wrong == null || wrong.times() < FREE) {
            return Duration.ZERO;
        }
        Duration wait = Duration.ofSeconds(1L << Math.min(wrong.times() - FREE, 10));
        return wait.compareTo(LONGEST) < 0 ? wait : LONGEST;
    }

    public synchronized void wrong(String name, String address) {
        String key = key(name, address);
        Wrong before = recent(key);
        counts.remove(key);
        counts.put(key, new Wrong(before == null ? 1 : before.times() + 1, clock.instant()));
    }

    public synchronized void right(String name, String address) {
        counts.remove(key(name, address));
    }

    private @Nullable Wrong recent(String key) {
        Wrong wrong = counts.get(key);
        return wrong == null || wrong.last().plus(MEMORY).isBefore(clock.instant()) ? null : wrong;
    }

    private static String key(String name, String address) {
        return StaffAccount.key(name) + '\n' + neighbourhood(address);
    }

    /** The first 24 bits of an IPv4 address, 48 of IPv6: one household or office. */
    static String neighbourhood(String address) {
        if (address.indexOf(':') < 0) {
            int lastDot = address.lastIndexOf('.');
            return lastDot < 0 ? address : address.substring(0, lastDot);
        }
        String[] groups = address.split(":", -1);
        return String.join(":", java.util.Arrays.copyOf(groups, Math.min(3, groups.length)));
    }
}
