package org.postern.staff;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.postern.web.Brake;
import org.postern.web.VisitorAddress;

/**
 * Slows down whoever guesses passwords: for one name, from one network, by pauses that grow to eight seconds; over all
 * names, by a {@link Brake}. Nobody is ever locked out: that would let a stranger close a moderator's account. In this
 * node's memory only.
 */
@ApplicationScoped
class Delays {
    /** Wrong passwords that cost nothing: people mistype. */
    static final int FREE = 3;

    static final Duration LONGEST = Duration.ofSeconds(8);
    static final Duration MEMORY = Duration.ofMinutes(15);

    /** Over all names, from one network: an office may share one. */
    static final int FREE_FROM_A_NETWORK = 20;

    /** About half of what two cores can work on, so that a flood without addresses leaves the rest to the others. */
    static final int LANE_PER_SECOND = 20;

    private static final int MOST = 10_000;
    private static final int LONGEST_KEY = 100;

    private final VisitorAddress visitors;
    private final Brake brake;
    private final Clock clock;
    private final Map<String, Wrong> counts = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Wrong> eldest) {
            return size() > MOST;
        }
    };

    private record Wrong(int times, Instant last) {
        /** None, none, none, then 1, 2, 4, 8 seconds. */
        Instant next() {
            Duration pause = times < FREE ? Duration.ZERO : Duration.ofSeconds(1L << Math.min(times - FREE, 10));
            return last.plus(pause.compareTo(LONGEST) < 0 ? pause : LONGEST);
        }
    }

    @Inject
    public Delays(VisitorAddress visitors, Clock clock) {
        this.visitors = visitors;
        this.brake = new Brake(FREE_FROM_A_NETWORK, MEMORY, LANE_PER_SECOND, clock);
        this.clock = clock;
    }

    /** For CDI's proxy only. */
    @SuppressWarnings("NullAway")
    protected Delays() {
        this.visitors = null;
        this.brake = null;
        this.clock = null;
    }

    /**
     * Asks to try a password. It counts as wrong until {@link #right} is said, so that many sent at one moment are not
     * all looked at.
     *
     * @return whether it may be looked at; if not, nothing was counted, and the pause is at most {@link #LONGEST}
     */
    public synchronized boolean mayTry(String name, HttpServletRequest request) {
        @Nullable String network = visitors.network(request);
        Instant now = clock.instant();
        String key = key(name, network);
        Wrong before = counts.get(key);
        if (before != null && before.last().plus(MEMORY).isBefore(now)) {
            before = null;
        }
        if ((before != null && now.isBefore(before.next())) || !brake.mayTry(network)) {
            return false;
        }
        counts.remove(key);
        counts.put(key, new Wrong(before == null ? 1 : before.times() + 1, now));
        return true;
    }

    public synchronized void right(String name, HttpServletRequest request) {
        @Nullable String network = visitors.network(request);
        counts.remove(key(name, network));
        brake.right(network);
    }

    private static String key(String name, @Nullable String network) {
        String spelt = StaffAccount.key(name);
        // A name may be typed as long as a form may be; ten thousand of those would fill the memory.
        return spelt.substring(0, Math.min(spelt.length(), LONGEST_KEY)) + '\n' + network;
    }
}
