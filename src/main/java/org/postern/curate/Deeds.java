package org.postern.curate;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** A history: told letter by letter, done in the order of time. */
final class Deeds {
    private final Instant now;
    private final List<Deed> deeds = new ArrayList<>();

    /** @param now nothing is done after it */
    Deeds(Instant now) {
        this.now = now;
    }

    private record Deed(Instant at, Runnable what) {}

    /** @throws IllegalArgumentException for a deed in the future */
    void at(Instant when, Runnable what) {
        if (when.isAfter(now)) {
            throw new IllegalArgumentException("Nothing has happened at " + when);
        }
        deeds.add(new Deed(when, what));
    }

    void happen(Runnable afterEach) {
        deeds.stream().sorted(Comparator.comparing(Deed::at)).forEach(deed -> {
            deed.what().run();
            afterEach.run();
        });
    }
}
