package org.postern.letter;

import static org.postern.letter.LetterSums.LETTERS;
import static org.postern.letter.LetterSums.OPEN;
import static org.postern.letter.LetterSums.day;
import static org.postern.letter.LetterSums.instant;
import static org.postern.letter.LetterSums.select;
import static org.postern.letter.LetterSums.whole;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How many letters are where now, and what went out lately; see {@link LetterSums}. */
@ApplicationScoped
public class LetterCounts {
    private static final String POSTED_SINCE = "letter_event where " + Steps.POSTINGS + " and on_day >= ?1";

    @Inject
    private LetterSums sums;

    @SuppressWarnings("NullAway.Init")
    public LetterCounts() {}

    /** For tests. */
    LetterCounts(LetterSums sums) {
        this.sums = sums;
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

        String sql() {
            return (recipientId == null ? "" : " and recipient_id = " + recipientId)
                    + (campaignId == null ? "" : " and campaign_id = " + campaignId);
        }
    }

    /**
     * Letters posted on a day in a city.
     *
     * @param city empty where none was named
     */
    public record Posting(LocalDate day, String city, long letters) {}

    /**
     * Letters that are in one state now.
     *
     * @param oldest since when, to the hour; later than now where all of them wait for a day that is still to come
     * @param over how many are there longer than the state's patience
     */
    public record Waiting(long letters, Instant oldest, long over) {}

    /** @return letters by the state they are in: those that entered it less those that left it; no state with none */
    public Map<LetterState, Long> now(Scope scope) {
        Map<LetterState, Long> letters = new EnumMap<>(LetterState.class);
        sums.rows(standing("", scope)).forEach(row -> move(letters, row[0], row[1], whole(row[2])));
        return letters;
    }

    /** @return the same for each person who has any letter */
    public Map<Long, Map<LetterState, Long>> nowByPerson(Scope scope) {
        Map<Long, Map<LetterState, Long>> people = new HashMap<>();
        sums.rows(standing("recipient_id, ", scope))
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
            tooLong.append(
                    "when state = '" + patient.get(i) + "' and " + SinceItsDay.SQL + " < ?" + (i + 1) + " then 1 ");
        }
        Map<LetterState, Waiting> waiting = new EnumMap<>(LetterState.class);
        sums.rows(
                        "select state, count(*), min(" + SinceItsDay.SQL + "), " + tooLong
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

    /**
     * Letters posted to each person lately: since 29 days before today, what the public pages show as a band.
     *
     * @param since the first day that counts
     */
    public Map<Long, Long> postedSince(LocalDate since) {
        return sums.rows(select("recipient_id", ", " + Steps.POSTED, POSTED_SINCE), since).stream()
                .filter(row -> whole(row[1]) > 0)
                .collect(Collectors.toMap(row -> whole(row[0]), row -> whole(row[1])));
    }

    /** @return what was posted since a day, latest first, then by city */
    public List<Posting> postings(LocalDate since) {
        String sql = select("on_day, place", ", " + Steps.POSTED, POSTED_SINCE);
        return sums.rows(sql + " order by on_day desc, place", since).stream()
                .filter(row -> whole(row[2]) > 0)
                .map(row -> new Posting(day(row[0]), row[1] == null ? "" : row[1].toString(), whole(row[2])))
                .toList();
    }
}
