package org.postern.track;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.postern.letter.LetterCounts.Scope;

/**
 * What an organiser asks the numbers page; anything unreadable in its address becomes the usual.
 *
 * @param weeks 12, 26 or 52, the running week included
 * @param personId null for everybody
 * @param campaignId null for all
 * @param fewerThan who got fewer letters than these
 * @param inWeeks in so many weeks, the running one included
 * @param everybody whether all people are drawn, not only those with the fewest letters
 */
public record Question(
        int weeks, @Nullable Long personId, @Nullable Long campaignId, int fewerThan, int inWeeks, boolean everybody) {
    public static final List<Integer> PERIODS = List.of(12, 26, 52);
    public static final List<Integer> FEW = List.of(1, 2, 3, 5, 10);
    public static final List<Integer> LATELY = List.of(4, 6, 8, 12);

    public Question {
        weeks = PERIODS.contains(weeks) ? weeks : 26;
        fewerThan = FEW.contains(fewerThan) ? fewerThan : 3;
        inWeeks = LATELY.contains(inWeeks) ? inWeeks : 6;
    }

    public Scope scope() {
        return new Scope(personId, campaignId);
    }

    /** @return the Mondays of the period, the running week's last */
    public List<LocalDate> mondays(LocalDate today) {
        LocalDate first = monday(today).minusWeeks(weeks - 1L);
        return IntStream.range(0, weeks).mapToObj(first::plusWeeks).toList();
    }

    /** @return the same question of one person, as an address */
    public String of(long person) {
        return new Question(weeks, person, campaignId, fewerThan, inWeeks, false).address("/desk/numbers", false);
    }

    /** @return the whole question as an address under {@code path}, with everybody drawn or not */
    public String address(String path, boolean all) {
        return path + "?weeks=" + weeks + (personId == null ? "" : "&person=" + personId)
                + (campaignId == null ? "" : "&campaign=" + campaignId) + "&fewer=" + fewerThan + "&in=" + inWeeks
                + (all ? "&people=all" : "");
    }

    static LocalDate monday(LocalDate day) {
        return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }
}
