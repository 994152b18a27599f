package org.postern.print;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAdjusters;
import org.postern.site.PrintSite;

/** Until when a claim lasts: a Sunday evening, and never so soon that nobody could print and post. */
final class Deadline {
    private static final LocalTime EVENING = LocalTime.of(20, 0);
    private static final Duration AT_LEAST = Duration.ofDays(2);
    private static final int DAYS_OF_POST = 2;

    private Deadline() {}

    /**
     * @return the next Sunday, 20:00 at the site, that is at least 48 hours away and before which there are two days, the
     *     day of the claim among them, on which the site's post is open
     */
    static Instant after(Instant claimed, PrintSite site) {
        LocalDate day = LocalDate.ofInstant(claimed, site.zone());
        ZonedDateTime sunday = day.with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY))
                .atTime(EVENING)
                .atZone(site.zone());
        while (sunday.toInstant().isBefore(claimed.plus(AT_LEAST))
                || daysOfPost(day, sunday.toLocalDate(), site) < DAYS_OF_POST) {
            sunday = sunday.plusWeeks(1);
        }
        return sunday.toInstant();
    }

    private static long daysOfPost(LocalDate from, LocalDate sunday, PrintSite site) {
        return from.datesUntil(sunday).filter(site::hasPostOn).count();
    }
}
