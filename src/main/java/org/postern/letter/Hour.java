package org.postern.letter;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** What is stored of a time: a row must not tell when somebody sat at a keyboard. */
public final class Hour {
    private Hour() {}

    /** @return the hour in which something happened */
    public static Instant of(Instant now) {
        return now.truncatedTo(ChronoUnit.HOURS);
    }

    /** @return whether an end is set, and to before then */
    static boolean isBefore(@Nullable Instant end, Instant then) {
        return end != null && end.isBefore(then);
    }

    /** @return when a time is over: never earlier than promised, and at once where nothing is to be waited for */
    public static Instant after(Instant now, Duration time) {
        Instant hour = of(now);
        boolean over = time.isZero() || hour.equals(now);
        return (over ? hour : hour.plus(1, ChronoUnit.HOURS)).plus(time);
    }
}
