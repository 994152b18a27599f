package org.postern.letter;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How many letters: each number is a sum of moves from state to state. A move is a row of {@code letter_event}; once its
 * week is over it is in the sums of {@code letter_count}, {@code letter_stand} and {@code letter_days} instead. Each
 * statement reads sums and open events at one instant, so that its numbers are exact whatever is written or folded
 * meanwhile. Days are UTC; weeks begin on Monday (ISO 8601).
 */
@ApplicationScoped
public class LetterCounts {
    /** How long after its end a week is folded; what commits even later is folded the next time. */
    private static final Duration SETTLED = Duration.ofHours(2);

    /** Both databases subtract a whole number of days from a date. */
    private static final String MONDAY = "on_day - (cast(extract(isodow from on_day) as integer) - 1)";

    private static final String TO_STEPS =
            "to_state in ('IN_REVIEW', 'READY', 'IN_TRANSLATION', 'PRINTED', 'POSTED', 'RETURNED', 'REPLIED')";
    private static final String STEPS = step("from_state in ('DRAFT', 'UNCONFIRMED') and to_state = 'IN_REVIEW'")
            + step("from_state = 'IN_REVIEW' and to_state in ('READY', 'IN_TRANSLATION')")
            + step("to_state = 'PRINTED'")
            + step("to_state = 'POSTED'")
            + step("to_state = 'RETURNED'")
            + step("to_state = 'REPLIED'");
    private static final String SUMMED_STEPS =
            List.of("written", "approved", "printed", "posted", "returned", "replied").stream()
                    .map(step -> ", cast(sum(" + step + ") as bigint)")
                    .collect(Collectors.joining());
    private static final String OPEN = "letter_event where fold_no is null";
    private static final String OPEN_POSTED = OPEN + " and to_state = 'POSTED'";
    private static final String LETTERS = ", cast(sum(letters) as bigint)";

    @PersistenceContext
    private EntityManager em;

    @SuppressWarnings("NullAway.Init")
    public LetterCounts() {}

    /** For tests. */
    public LetterCounts(EntityManager em) {
        this.em = em;
    }

    /**
     * Which letters are counted; null means all.
     *
     * @param campaignId as it was at each move. A draft takes its campaign on later, so of one campaign only what
     *     happened since {@link LetterState#IN_REVIEW} adds up
     */
    public record Scope(
            @Nullable Long recipientId, @Nullable Long campaignId) {
        public static final Scope ALL = new Scope(null, null);

        private String sql() {
            return (recipientId == null ? "" : " and recipient_id = " + recipientId)
                    + (campaignId == null ? "" : " and campaign_id = " + campaignId);
        }
    }

    /**
     * What happened to letters in a time: a letter may take a step twice, when it is sent back or printed again.
     *
     * @param written sent to the readers for the first time
     * @param approved by its reader, with or without a translation to come
     */
    public record Steps(long written, long approved, long printed, long posted, long returned, long replied) {
        public static final Steps NONE = new Steps(0, 0, 0, 0, 0, 0);

        public Steps plus(Steps other) {
            return new Steps(
                    written + other.written,
                    approved + other.approved,
                    printed + other.printed,
                    posted + other.posted,
                    returned + other.returned,
                    replied + other.replied);
        }
    }

    /**
     * One person's week.
     *
     * @param monday its first day
     */
    public record PersonWeek(LocalDate monday, long recipientId, Steps steps) {}

    /**
     * Letters posted on a day in a city.
     *
     * @param city empty where none was named
     */
    public record Posting(LocalDate day, String city, long letters) {}

    /**
     * Letters that are in one state now.
     *
     * @param oldest since when, to the hour
     * @param over how many are there longer than the state's patience
     */
    public record Waiting(long letters, Instant oldest, long over) {}

    // --- folding ------------------------------------------------------------------------------------------------

    /**
     * Sums the events of past weeks, in one transaction. May run as often as one likes, also twice at once: an event
     * takes one number and so enters the sums once.
     *
     * @return how many events were folded
     */
    @Transactional
    public int fold(Instant now) {
        LocalDate monday = LocalDate.ofInstant(now.minus(SETTLED), ZoneOffset.UTC)
                .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        long fold = whole(em.createNativeQuery("select nextval('letter_fold')").getSingleResult());
        int folded = query(
                        "update letter_event set fold_no = ?1 where fold_no is null and at_hour < ?2",
                        fold,
                        Timestamp.from(monday.atStartOfDay(ZoneOffset.UTC).toInstant()))
                .executeUpdate();
        if (folded > 0) {
            query(
                            "insert into letter_count (monday, recipient_id, campaign_id, written, approved, printed,"
                                    + " posted, returned, replied, last_posted) select " + MONDAY
                                    + ", recipient_id, campaign_id" + STEPS
                                    + ", max(case when to_state = 'POSTED' then on_day end) from letter_event"
                                    + " where fold_no = ?1 and " + TO_STEPS + " group by " + MONDAY
                                    + ", recipient_id, campaign_id",
                            fold)
                    .executeUpdate();
            // The standing is summed anew with what is new; a row takes one number too, so two folds never both take
            // it.
            query("update letter_stand set fold_no = ?1 where fold_no is null", fold)
                    .executeUpdate();
            query(
                            "insert into letter_stand (recipient_id, campaign_id, state, letters) select recipient_id,"
                                    + " campaign_id, state, sum(n) from (select recipient_id, campaign_id, state, letters"
                                    + " as n from letter_stand where fold_no = ?1 union all select recipient_id,"
                                    + " campaign_id, to_state, 1 from letter_event where fold_no = ?1 union all select"
                                    + " recipient_id, campaign_id, from_state, -1 from letter_event where fold_no = ?1 and"
                                    + " from_state is not null) moves group by recipient_id, campaign_id, state having"
                                    + " sum(n) <> 0",
                            fold)
                    .executeUpdate();
            query("delete from letter_stand where fold_no = ?1", fold).executeUpdate();
            query(
                            "insert into letter_days (monday, recipient_id, campaign_id, days, letters) select "
                                    + MONDAY
                                    + ", recipient_id, campaign_id, days, count(*) from letter_event where fold_no = ?1"
                                    + " and to_state = 'POSTED' and days is not null group by " + MONDAY
                                    + ", recipient_id, campaign_id, days",
                            fold)
                    .executeUpdate();
        }
        return folded;
    }

    // --- how many are where -------------------------------------------------------------------------------------

    /** @return letters by the state they are in: those that entered it less those that left it; no state with none */
    public Map<LetterState, Long> now(Scope scope) {
        Map<LetterState, Long> letters = new EnumMap<>(LetterState.class);
        rows(standing("", scope)).forEach(row -> move(letters, row[0], row[1], whole(row[2])));
        return letters;
    }

    /** @return the same for each person who has any letter */
    public Map<Long, Map<LetterState, Long>> nowByPerson(Scope scope) {
        Map<Long, Map<LetterState, Long>> people = new HashMap<>();
        rows(standing("recipient_id, ", scope))
                .forEach(row -> move(
                        people.computeIfAbsent(whole(row[0]), person -> new EnumMap<>(LetterState.class)),
                        row[1],
                        row[2],
                        whole(row[3])));
        return people;
    }

    /** A sum stands in its state and comes from none. */
    private static String standing(String key, Scope scope) {
        return "select " + key + "cast(null as varchar), state" + LETTERS + " from letter_stand where 1 = 1"
                + scope.sql()
                + " group by " + key + "state union all "
                + select(key + "from_state, to_state", ", count(*)", OPEN + scope.sql());
    }

    private static void move(Map<LetterState, Long> letters, @Nullable Object from, @Nullable Object to, long moves) {
        add(letters, from, -moves);
        add(letters, to, moves);
    }

    private static void add(Map<LetterState, Long> letters, @Nullable Object state, long moves) {
        if (state != null) {
            letters.merge(LetterState.valueOf(state.toString()), moves, (a, b) -> a + b == 0 ? null : a + b);
        }
    }

    /** @return for each state in which letters wait for somebody here: how many, since when, how many for too long */
    public Map<LetterState, Waiting> waiting(Scope scope, Instant now) {
        List<LetterState> patient = Arrays.stream(LetterState.values())
                .filter(state -> state.patience() != null)
                .toList();
        String names = patient.stream().map(state -> "'" + state + "'").collect(Collectors.joining(", "));
        StringBuilder tooLong = new StringBuilder("sum(case ");
        Object[] limits = new Object[patient.size()];
        for (int i = 0; i < limits.length; i++) {
            Duration patience = patient.get(i).patience();
            limits[i] = Timestamp.from(patience == null ? now : now.minus(patience));
            tooLong.append("when state = '" + patient.get(i) + "' and state_since < ?" + (i + 1) + " then 1 ");
        }
        Map<LetterState, Waiting> waiting = new EnumMap<>(LetterState.class);
        rows(
                        "select state, count(*), min(state_since), " + tooLong
                                + "else 0 end) from letter where state in (" + names + ")" + scope.sql()
                                + " group by state",
                        limits)
                .forEach(row -> waiting.put(
                        LetterState.valueOf(String.valueOf(row[0])),
                        new Waiting(whole(row[1]), instant(row[2]), whole(row[3]))));
        return waiting;
    }

    /** {@link #waiting(Scope, Instant)} of all letters, for the first page of the desk. */
    public Map<LetterState, Waiting> waiting(Instant now) {
        return waiting(Scope.ALL, now);
    }

    // --- what happened when -------------------------------------------------------------------------------------

    /**
     * @param from a Monday, inclusive
     * @param until a Monday, exclusive
     * @return what happened, by the Monday of its week, in order; no week without any
     */
    public SortedMap<LocalDate, Steps> weeks(Scope scope, LocalDate from, LocalDate until) {
        SortedMap<LocalDate, Steps> weeks = new TreeMap<>();
        rows(steps("", scope), from, until).forEach(row -> weeks.merge(day(row[0]), steps(row, 1), Steps::plus));
        return weeks;
    }

    /** {@link #weeks} of each person, by week and person. */
    public List<PersonWeek> personWeeks(Scope scope, LocalDate from, LocalDate until) {
        SortedMap<LocalDate, SortedMap<Long, Steps>> weeks = new TreeMap<>();
        rows(steps(", recipient_id", scope), from, until)
                .forEach(row -> weeks.computeIfAbsent(day(row[0]), monday -> new TreeMap<>())
                        .merge(whole(row[1]), steps(row, 2), Steps::plus));
        return weeks.entrySet().stream()
                .flatMap(week -> week.getValue().entrySet().stream()
                        .map(person -> new PersonWeek(week.getKey(), person.getKey(), person.getValue())))
                .filter(week -> !week.steps().equals(Steps.NONE))
                .toList();
    }

    private static String steps(String key, Scope scope) {
        return select("monday" + key, SUMMED_STEPS, "letter_count where monday >= ?1 and monday < ?2" + scope.sql())
                + " union all "
                + select(
                        MONDAY + key,
                        STEPS,
                        OPEN + " and " + TO_STEPS + " and on_day >= ?1 and on_day < ?2" + scope.sql());
    }

    /** @return letters posted to each person by the Monday of the week; neither a person nor a week without any */
    public Map<Long, Map<LocalDate, Long>> postedByPerson(Scope scope, LocalDate from, LocalDate until) {
        String sql = select(
                        "recipient_id, monday",
                        ", cast(sum(posted) as bigint)",
                        "letter_count where posted > 0 and monday >= ?1 and monday < ?2" + scope.sql())
                + " union all "
                + select(
                        "recipient_id, " + MONDAY,
                        ", count(*)",
                        OPEN_POSTED + " and on_day >= ?1 and on_day < ?2" + scope.sql());
        Map<Long, Map<LocalDate, Long>> people = new HashMap<>();
        rows(sql, from, until)
                .forEach(row -> people.computeIfAbsent(whole(row[0]), person -> new HashMap<>())
                        .merge(day(row[1]), whole(row[2]), Long::sum));
        return people;
    }

    /** @return the day of the last posting to each person who ever had one */
    public Map<Long, LocalDate> lastPosted(Scope scope) {
        String sql = select("recipient_id", ", max(last_posted)", "letter_count where posted > 0" + scope.sql())
                + " union all " + select("recipient_id", ", max(on_day)", OPEN_POSTED + scope.sql());
        Map<Long, LocalDate> people = new HashMap<>();
        rows(sql).forEach(row -> people.merge(whole(row[0]), day(row[1]), (a, b) -> a.isAfter(b) ? a : b));
        return people;
    }

    /** @return how many days letters took from the date on them to their posting, by the Monday of its week */
    public SortedMap<LocalDate, DaysToPost> daysToPost(Scope scope, LocalDate from, LocalDate until) {
        String sql = select("monday, days", LETTERS, "letter_days where monday >= ?1 and monday < ?2" + scope.sql())
                + " union all "
                + select(
                        MONDAY + ", days",
                        ", count(*)",
                        OPEN_POSTED + " and days is not null and on_day >= ?1 and on_day < ?2" + scope.sql());
        SortedMap<LocalDate, DaysToPost> weeks = new TreeMap<>();
        rows(sql, from, until)
                .forEach(row ->
                        weeks.merge(day(row[0]), DaysToPost.of((int) whole(row[1]), whole(row[2])), DaysToPost::plus));
        return weeks;
    }

    // --- lately: few enough to be counted event by event
    // --------------------------------------------------------------

    /**
     * Letters posted to each person lately: since 29 days before today, what the public pages show as a band.
     *
     * @param since the first day that counts
     */
    public Map<Long, Long> postedSince(LocalDate since) {
        return rows(
                        select("recipient_id", ", count(*)", "letter_event where to_state = 'POSTED' and on_day >= ?1"),
                        since)
                .stream()
                .collect(Collectors.toMap(row -> whole(row[0]), row -> whole(row[1])));
    }

    /** @return what was posted since a day, latest first, then by city */
    public List<Posting> postings(LocalDate since) {
        String sql = select("on_day, place", ", count(*)", "letter_event where to_state = 'POSTED' and on_day >= ?1");
        return rows(sql + " order by on_day desc, place", since).stream()
                .map(row -> new Posting(day(row[0]), row[1] == null ? "" : row[1].toString(), whole(row[2])))
                .toList();
    }

    // --- sql ----------------------------------------------------------------------------------------------------

    /**
     * Sums and open events are each grouped for themselves, so a key may come from both; and both stand at the top of
     * one statement, never in a table derived from them: H2 shows such a table's tables at different instants.
     */
    private static String select(String keys, String values, String from) {
        return "select " + keys + values + " from " + from + " group by " + keys;
    }

    private static String step(String condition) {
        return ", cast(sum(case when " + condition + " then 1 else 0 end) as bigint)";
    }

    private static Steps steps(@Nullable Object[] row, int first) {
        return new Steps(
                whole(row[first]),
                whole(row[first + 1]),
                whole(row[first + 2]),
                whole(row[first + 3]),
                whole(row[first + 4]),
                whole(row[first + 5]));
    }

    @SuppressWarnings("unchecked")
    private List<@Nullable Object[]> rows(String sql, Object... values) {
        return query(sql, values).getResultList();
    }

    private Query query(String sql, Object... values) {
        Query query = em.createNativeQuery(sql);
        for (int i = 0; i < values.length; i++) {
            query.setParameter(i + 1, values[i]);
        }
        return query;
    }

    private static long whole(@Nullable Object column) {
        return column instanceof Number n ? n.longValue() : 0;
    }

    private static LocalDate day(@Nullable Object column) {
        return column instanceof Date day ? day.toLocalDate() : LocalDate.parse(String.valueOf(column));
    }

    private static Instant instant(@Nullable Object column) {
        if (column instanceof OffsetDateTime time) {
            return time.toInstant();
        }
        if (column instanceof Timestamp time) {
            return time.toInstant();
        }
        throw new IllegalStateException("Not a time: " + column);
    }
}
