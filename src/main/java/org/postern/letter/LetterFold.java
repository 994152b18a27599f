package org.postern.letter;

import static org.postern.letter.LetterSums.MONDAY;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.Timestamp;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;

/** Sums the events of past weeks, so that counting stays fast as history grows; see {@link LetterSums}. */
@ApplicationScoped
public class LetterFold {
    /** How long after its end a week is folded; what commits even later is folded the next time. */
    private static final Duration SETTLED = Duration.ofHours(2);

    private static final String NUMBER_PAST_WEEKS = """
            update letter_event set fold_no = ?1
            where fold_no is null and at_hour < ?2
            """;

    private static final String COUNT = """
            insert into letter_count (monday, recipient_id, campaign_id,
              written, approved, printed, posted, returned, replied, last_posted)
            select %1$s, recipient_id, campaign_id%2$s,
              %4$s
            from letter_event
            where fold_no = ?1 and %3$s
            group by %1$s, recipient_id, campaign_id
            """.formatted(MONDAY, Steps.AMONG_EVENTS, Steps.LEAD_TO, Steps.LAST_POSTED);

    /** The standing is summed anew with what is new; a row takes one number too, so two folds never both take it. */
    private static final String NUMBER_STANDING = "update letter_stand set fold_no = ?1 where fold_no is null";

    private static final String STAND = """
            insert into letter_stand (recipient_id, campaign_id, state, letters)
            select recipient_id, campaign_id, state, sum(n)
            from (
              select recipient_id, campaign_id, state, letters as n from letter_stand where fold_no = ?1
              union all
              select recipient_id, campaign_id, to_state, 1 from letter_event where fold_no = ?1
              union all
              select recipient_id, campaign_id, from_state, -1 from letter_event
              where fold_no = ?1 and from_state is not null
            ) moves
            group by recipient_id, campaign_id, state
            having sum(n) <> 0
            """;

    private static final String DROP_OLD_STANDING = "delete from letter_stand where fold_no = ?1";

    private static final String DAYS = """
            insert into letter_days (monday, recipient_id, campaign_id, days, letters)
            select %1$s, recipient_id, campaign_id, days, %2$s
            from letter_event
            where fold_no = ?1 and %3$s and days is not null
            group by %1$s, recipient_id, campaign_id, days
            having %2$s <> 0
            """.formatted(MONDAY, Steps.POSTED, Steps.POSTINGS);

    @Inject
    private LetterSums sums;

    @SuppressWarnings("NullAway.Init")
    public LetterFold() {}

    /** For tests. */
    LetterFold(LetterSums sums) {
        this.sums = sums;
    }

    /**
     * Folds all past weeks in one transaction. May run as often as one likes, also twice at once: an event takes one
     * number and so enters the sums once.
     *
     * @return how many events were folded
     */
    @Transactional
    public int fold(Instant now) {
        long fold = sums.nextFold();
        int folded = sums.change(
                NUMBER_PAST_WEEKS,
                fold,
                Timestamp.from(runningWeek(now).atStartOfDay(ZoneOffset.UTC).toInstant()));
        if (folded > 0) {
            sums.change(COUNT, fold);
            sums.change(NUMBER_STANDING, fold);
            sums.change(STAND, fold);
            sums.change(DROP_OLD_STANDING, fold);
            sums.change(DAYS, fold);
        }
        return folded;
    }

    private static LocalDate runningWeek(Instant now) {
        return LocalDate.ofInstant(now.minus(SETTLED), ZoneOffset.UTC)
                .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }
}
