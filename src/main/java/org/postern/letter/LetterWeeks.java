package org.postern.letter;

import static org.postern.letter.LetterSums.LETTERS;
import static org.postern.letter.LetterSums.MONDAY;
import static org.postern.letter.LetterSums.OPEN;
import static org.postern.letter.LetterSums.day;
import static org.postern.letter.LetterSums.select;
import static org.postern.letter.LetterSums.whole;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.postern.letter.LetterCounts.Scope;

/** What happened to letters, week by week; see {@link LetterSums}. */
@ApplicationScoped
public class LetterWeeks {
    private static final String OPEN_POSTED = OPEN + " and " + Steps.POSTINGS;

    /** The period that sums and open events are asked for: from {@code ?1}, a Monday, until before {@code ?2}. */
    private static final String MONDAYS = " and monday >= ?1 and monday < ?2";

    private static final String DAYS = " and on_day >= ?1 and on_day < ?2";

    @Inject
    private LetterSums sums;

    @SuppressWarnings("NullAway.Init")
    public LetterWeeks() {}

    /** For tests. */
    LetterWeeks(LetterSums sums) {
        this.sums = sums;
    }

    /**
     * One person's week.
     *
     * @param monday its first day
     */
    public record PersonWeek(LocalDate monday, long recipientId, Steps steps) {}

    /**
     * @param from a Monday, inclusive
     * @param until a Monday, exclusive
     * @return what happened, by the Monday of its week, in order; no week without any
     */
    public SortedMap<LocalDate, Steps> steps(Scope scope, LocalDate from, LocalDate until) {
        SortedMap<LocalDate, Steps> weeks = new TreeMap<>();
        sums.rows(stepsSql("", scope), from, until)
                .forEach(row -> weeks.merge(day(row[0]), Steps.of(row, 1), Steps::plus));
        return weeks;
    }

    /** {@link #steps} of each person, by week and person. */
    public List<PersonWeek> stepsByPerson(Scope scope, LocalDate from, LocalDate until) {
        SortedMap<LocalDate, SortedMap<Long, Steps>> weeks = new TreeMap<>();
        sums.rows(stepsSql(", recipient_id", scope), from, until)
                .forEach(row -> weeks.computeIfAbsent(day(row[0]), monday -> new TreeMap<>())
                        .merge(whole(row[1]), Steps.of(row, 2), Steps::plus));
        return weeks.entrySet().stream()
                .flatMap(week -> week.getValue().entrySet().stream()
                        .map(person -> new PersonWeek(week.getKey(), person.getKey(), person.getValue())))
                .filter(week -> !week.steps().equals(Steps.NONE))
                .toList();
    }

    private static String stepsSql(String key, Scope scope) {
        return select("monday" + key, Steps.AMONG_SUMS, "letter_count where 1 = 1" + MONDAYS + scope.sql())
                + " union all "
                + select(MONDAY + key, Steps.AMONG_EVENTS, OPEN + " and " + Steps.LEAD_TO + DAYS + scope.sql());
    }

    /** @return letters posted to each person by the Monday of the week; neither a person nor a week without any */
    public Map<Long, Map<LocalDate, Long>> postedByPerson(Scope scope, LocalDate from, LocalDate until) {
        String sql = select(
                        "recipient_id, monday",
                        ", cast(sum(posted) as bigint)",
                        "letter_count where posted > 0" + MONDAYS + scope.sql())
                + " union all "
                + select("recipient_id, " + MONDAY, ", " + Steps.POSTED, OPEN_POSTED + DAYS + scope.sql());
        Map<Long, Map<LocalDate, Long>> people = new HashMap<>();
        sums.rows(sql, from, until).stream()
                .filter(row -> whole(row[2]) != 0)
                .forEach(row -> people.computeIfAbsent(whole(row[0]), person -> new HashMap<>())
                        .merge(day(row[1]), whole(row[2]), Long::sum));
        return people;
    }

    /** @return the day of the last posting to each person who ever had one */
    public Map<Long, LocalDate> lastPosted(Scope scope) {
        String sql = select("recipient_id", ", max(last_posted)", "letter_count where posted > 0" + scope.sql())
                + " union all "
                + select("recipient_id", ", " + Steps.LAST_POSTED, OPEN_POSTED + scope.sql());
        Map<Long, LocalDate> people = new HashMap<>();
        sums.rows(sql).stream()
                .filter(row -> row[1] != null)
                .forEach(row -> people.merge(whole(row[0]), day(row[1]), (a, b) -> a.isAfter(b) ? a : b));
        return people;
    }

    /** @return how many days letters took from their {@link DaysToPost day} to their posting, by the Monday of its week */
    public SortedMap<LocalDate, DaysToPost> daysToPost(Scope scope, LocalDate from, LocalDate until) {
        String sql = select("monday, days", LETTERS, "letter_days where 1 = 1" + MONDAYS + scope.sql())
                + " union all "
                + select(
                        MONDAY + ", days",
                        ", " + Steps.POSTED,
                        OPEN_POSTED + " and days is not null" + DAYS + scope.sql());
        SortedMap<LocalDate, DaysToPost> weeks = new TreeMap<>();
        sums.rows(sql, from, until)
                .forEach(row ->
                        weeks.merge(day(row[0]), DaysToPost.of((int) whole(row[1]), whole(row[2])), DaysToPost::plus));
        return weeks;
    }
}
