package org.postern.print;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAdjusters;

/** Until when a claim lasts: a Sunday evening, and never so soon that nobody could print and post. */
final class Deadline {
    private static final LocalTime EVENING = LocalTime.of(20, 0);
    private static final Duration AT_LEAST = Duration.ofDays(2);

    private Deadline() {}

    /** @return the next Sunday, 20:00 at the site, that is at least 48 hours away */
    static Instant after(Instant claimed, ZoneId zone) {
        ZonedDateTime sunday = claimed.atZone(zone)
                .with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY))
                .with(EVENING);
        Instant earliest = claimed.plus(AT_LEAST);
        return sunday.toInstant().isBefore(earliest) ? sunday.plusWeeks(1).toInstant() : sunday.toInstant();
    }
}
