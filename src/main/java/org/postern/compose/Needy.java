package org.postern.compose;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.postern.directory.People;
import org.postern.directory.Prisoner;
import org.postern.directory.RulePacks;
import org.postern.letter.LetterCounts;
import org.postern.web.Settings;

/** Who needs a letter: those with the fewest posted lately first, or the famous would have it all. */
@ApplicationScoped
public class Needy {
    private static final int LATELY_DAYS = 30;
    /** Post takes up to twelve weeks, so a birthday is written for two to twelve weeks ahead. */
    private static final int SOONEST_DAYS = 14;

    private static final int LATEST_DAYS = 84;

    @Inject
    private People people;

    @Inject
    private LetterCounts counts;

    @Inject
    private RulePacks packs;

    @Inject
    private Settings settings;

    @Inject
    private Clock clock;

    @SuppressWarnings("NullAway.Init")
    Needy() {}

    /**
     * @param band of letters posted in 30 days
     * @param language the first that is let in, BCP 47
     */
    public record Row(Prisoner person, Band band, String language) {}

    /** @param age that the person will have */
    public record Birthday(Prisoner person, LocalDate day, long age) {}

    List<Row> fewestFirst(People.Search search) {
        Map<Long, Long> posted = counts.postedSince(today().minusDays(LATELY_DAYS));
        // Among equals another order each day, so that nobody is always last.
        int turn = today().getDayOfYear();
        return people.listed(search).stream()
                .sorted(Comparator.<Prisoner>comparingLong(p -> posted.getOrDefault(p.id(), 0L))
                        .thenComparingInt(p -> (int) ((p.id() * 7919 + turn * 104729L) % 1000)))
                .map(p -> new Row(
                        p,
                        Band.of(posted.getOrDefault(p.id(), 0L)),
                        packs.of(p).languages().get(0)))
                .toList();
    }

    Band bandOf(long person) {
        return Band.of(counts.postedSince(today().minusDays(LATELY_DAYS)).getOrDefault(person, 0L));
    }

    List<Birthday> birthdays() {
        LocalDate today = today();
        return people.listed(People.Search.EVERYBODY).stream()
                .filter(p -> p.birthDate() != null)
                .map(p -> birthday(p, today))
                .filter(b -> ChronoUnit.DAYS.between(today, b.day()) >= SOONEST_DAYS
                        && ChronoUnit.DAYS.between(today, b.day()) <= LATEST_DAYS)
                .sorted(Comparator.comparing(Birthday::day))
                .toList();
    }

    private static Birthday birthday(Prisoner person, LocalDate today) {
        LocalDate born = Objects.requireNonNull(person.birthDate());
        LocalDate day = MonthDay.from(born).atYear(today.getYear());
        LocalDate next = day.isBefore(today) ? MonthDay.from(born).atYear(today.getYear() + 1) : day;
        return new Birthday(person, next, next.getYear() - born.getYear());
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), settings.zone());
    }
}
