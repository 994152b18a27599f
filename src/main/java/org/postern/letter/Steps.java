package org.postern.letter;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What happened to letters in a time: a letter may take a step twice, when it is sent back or printed again.
 *
 * @param written sent to the readers for the first time
 * @param approved by its reader, with or without a translation to come; what was taken back is not
 */
public record Steps(long written, long approved, long printed, long posted, long returned, long replied) {
    public static final Steps NONE = new Steps(0, 0, 0, 0, 0, 0);

    /** Where every step leads: what else happens to a letter need not be read. */
    static final String LEAD_TO =
            "to_state in ('IN_REVIEW', 'READY', 'IN_TRANSLATION', 'PRINTED', 'POSTED', 'RETURNED', 'REPLIED')";

    /** Postings, and what undid one: the same hour, day and place, so that it takes its posting away. */
    static final String POSTINGS =
            "to_state in ('POSTED', 'PRINTED') and (to_state = 'POSTED' or from_state = 'POSTED')";

    /** How many of {@link #POSTINGS} stand. */
    static final String POSTED = "cast(sum(case when to_state = 'POSTED' then 1 else -1 end) as bigint)";

    /** The day of the last posting that stands; null where none does. */
    static final String LAST_POSTED =
            "max(case when to_state = 'POSTED' and not exists (select 1 from letter_event undone"
                    + " where undone.letter_id = letter_event.letter_id and undone.from_state = 'POSTED'"
                    + " and undone.to_state = 'PRINTED' and undone.seq > letter_event.seq) then on_day end)";

    /** The steps among events, a column each. */
    static final String AMONG_EVENTS = step("from_state in ('DRAFT', 'UNCONFIRMED') and to_state = 'IN_REVIEW'")
            + ", cast(sum(case when from_state = 'IN_REVIEW' and to_state in ('READY', 'IN_TRANSLATION') then 1"
            + " when undoes and from_state in ('READY', 'IN_TRANSLATION') and to_state = 'IN_REVIEW' then -1"
            + " else 0 end) as bigint)"
            + step("from_state = 'BATCHED' and to_state = 'PRINTED'")
            + ", cast(sum(case when to_state = 'POSTED' then 1"
            + " when from_state = 'POSTED' and to_state = 'PRINTED' then -1 else 0 end) as bigint)"
            + step("to_state = 'RETURNED'")
            + step("to_state = 'REPLIED'");

    /** The same columns from {@code letter_count}. */
    static final String AMONG_SUMS = List.of("written", "approved", "printed", "posted", "returned", "replied").stream()
            .map(step -> ", cast(sum(" + step + ") as bigint)")
            .collect(Collectors.joining());

    private static String step(String condition) {
        return ", cast(sum(case when " + condition + " then 1 else 0 end) as bigint)";
    }

    /** @return the six columns of a row from {@code first} on */
    static Steps of(@Nullable Object[] row, int first) {
        return new Steps(
                LetterSums.whole(row[first]),
                LetterSums.whole(row[first + 1]),
                LetterSums.whole(row[first + 2]),
                LetterSums.whole(row[first + 3]),
                LetterSums.whole(row[first + 4]),
                LetterSums.whole(row[first + 5]));
    }

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
