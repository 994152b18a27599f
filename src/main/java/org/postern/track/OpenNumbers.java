package org.postern.track;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.postern.directory.People;
import org.postern.directory.Recipient;
import org.postern.directory.Recipient.Listing;
import org.postern.letter.LetterCounts;
import org.postern.letter.LetterCounts.Scope;
import org.postern.letter.LetterWeeks;
import org.postern.letter.Steps;

/**
 * What everybody may know. A count below five is blank, and a total beside a blank is rounded, so that nobody is
 * picked out; a country shows a band until it is large enough to hide in.
 */
@ApplicationScoped
public class OpenNumbers {
    static final int WEEKS = 26;
    private static final int SMALLEST = 5;
    private static final int LATELY_DAYS = 30;
    private static final int ROUNDED_TO = 10;

    @Inject
    private LetterCounts counts;

    @Inject
    private LetterWeeks weeks;

    @Inject
    private People people;

    @SuppressWarnings("NullAway.Init")
    public OpenNumbers() {}

    /** For tests. */
    public OpenNumbers(LetterCounts counts, LetterWeeks weeks, People people) {
        this.counts = counts;
        this.weeks = weeks;
        this.people = people;
    }

    /**
     * The page.
     *
     * @param weeks oldest first
     * @param total of the weeks
     * @param rounded whether the total is rounded to tens, because a week is blank
     * @param countries most letters first, then by code
     */
    public record Model(List<Week> weeks, long total, boolean rounded, List<Country> countries) {
        public boolean hasBlank() {
            return weeks.stream().anyMatch(week -> week.posted() == null);
        }

        public long most() {
            return weeks.stream()
                    .mapToLong(week -> week.posted() == null ? 0 : week.posted())
                    .max()
                    .orElse(0);
        }
    }

    /**
     * Letters posted in a week.
     *
     * @param posted null below five
     */
    public record Week(LocalDate monday, @Nullable Long posted) {}

    /**
     * Letters posted to people in a country in the last 30 days.
     *
     * @param iso2 ISO 3166 alpha-2
     * @param band message key {@code band.<band>}
     * @param exact null where only the band is shown
     */
    public record Country(
            String iso2, String band, @Nullable Long exact) {}

    /** @param exactFrom from how many letters a country's number is shown instead of its band */
    public Model at(Instant now, int exactFrom) {
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        List<LocalDate> mondays = new Question(WEEKS, null, null, 3, 6, false).mondays(today);
        SortedMap<LocalDate, Steps> steps = weeks.steps(
                Scope.ALL, mondays.get(0), mondays.get(mondays.size() - 1).plusWeeks(1));
        List<Week> weekly = mondays.stream()
                .map(monday -> new Week(
                        monday,
                        atLeast(SMALLEST, steps.getOrDefault(monday, Steps.NONE).posted())))
                .toList();
        boolean blank = weekly.stream().anyMatch(week -> week.posted() == null);
        long total = steps.values().stream().mapToLong(Steps::posted).sum();
        return new Model(
                weekly,
                blank ? Math.round((double) total / ROUNDED_TO) * ROUNDED_TO : total,
                blank,
                countries(counts.postedSince(today.minusDays(LATELY_DAYS - 1L)), exactFrom));
    }

    /** Hidden people are in no country: a country that only they are in does not appear. */
    private List<Country> countries(Map<Long, Long> posted, int exactFrom) {
        Map<String, Long> letters = new TreeMap<>();
        for (Recipient person : people.all()) {
            if (person.listing() != Listing.HIDDEN) {
                letters.merge(person.country(), posted.getOrDefault(person.id(), 0L), Long::sum);
            }
        }
        return letters.entrySet().stream()
                .map(entry -> new Country(
                        entry.getKey(),
                        band(entry.getValue()),
                        atLeast(Math.max(SMALLEST, exactFrom), entry.getValue())))
                .sorted((a, b) -> Long.compare(letters.getOrDefault(b.iso2(), 0L), letters.getOrDefault(a.iso2(), 0L)))
                .toList();
    }

    private static String band(long letters) {
        return letters == 0 ? "none" : letters < SMALLEST ? "few" : letters < 4 * SMALLEST ? "some" : "plenty";
    }

    private static @Nullable Long atLeast(long smallest, long letters) {
        return letters < smallest ? null : letters;
    }
}
