package org.postern.compose;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.postern.vault.Token;
import org.postern.vault.Vault;

/**
 * Wrong codes an hour, by the network they come from: in memory only, under a key that dies with the process, so that
 * no disk learns who looked.
 */
@ApplicationScoped
class CodeTries {
    private static final int MOST = 5;
    private static final Duration HOUR = Duration.ofHours(1);
    private static final int MOST_NETWORKS = 10_000;

    private final String salt = Token.random().text();
    private final Map<String, Count> counts = new LinkedHashMap<>();

    @Inject
    private Vault vault;

    @Inject
    private Clock clock;

    @SuppressWarnings("NullAway.Init")
    CodeTries() {}

    private record Count(int wrong, Instant since) {
        Count oneMore() {
            return new Count(wrong + 1, since);
        }
    }

    synchronized boolean mayTry(String address) {
        Count count = counts.get(network(address));
        return count == null || count.wrong() < MOST || count.since().plus(HOUR).isBefore(clock.instant());
    }

    synchronized void failed(String address) {
        Instant now = clock.instant();
        Count before = counts.remove(network(address));
        boolean goesOn = before != null && before.since().plus(HOUR).isAfter(now);
        counts.put(network(address), before != null && goesOn ? before.oneMore() : new Count(1, now));
        Iterator<String> oldest = counts.keySet().iterator();
        while (counts.size() > MOST_NETWORKS) {
            oldest.next();
            oldest.remove();
        }
    }

    /** @return a key for the first three bytes of an IPv4 address, the first four groups of an IPv6 one */
    private String network(String address) {
        int cut = address.indexOf(':') >= 0 ? nth(address, ':', 4) : nth(address, '.', 3);
        return vault.blindIndex(salt, cut < 0 ? address : address.substring(0, cut));
    }

    private static int nth(String text, char sign, int n) {
        int at = -1;
        for (int i = 0; i < n; i++) {
            at = text.indexOf(sign, at + 1);
            if (at < 0) {
                return -1;
            }
        }
        return at;
    }
}
