package org.postern.track;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.postern.letter.DaysToPost;
import org.postern.letter.LetterState;
import org.postern.letter.Steps;
import org.postern.web.WeekChart;

/**
 * The numbers page.
 *
 * @param counted when; the numbers are exact then
 * @param waits letters that wait for somebody here
 * @param oldest days that the oldest of them waits; null when none does
 * @param oldestIn its state
 * @param weeks oldest first, the running one last; none is left out
 * @param total of the weeks
 * @param days from writing to posting, of all the weeks
 * @param people those drawn, fewest letters lately first
 * @param of how many people there are to draw
 * @param thin who got too few letters lately, fewest first
 */
public record Answer(
        Question question,
        Instant counted,
        List<Choice> persons,
        List<Choice> campaigns,
        long waits,
        @Nullable Long oldest,
        @Nullable LetterState oldestIn,
        List<Week> weeks,
        Steps total,
        DaysToPost days,
        List<Person> people,
        int of,
        List<Thin> thin,
        List<State> states) {

    /** A line of a filter. */
    public record Choice(long id, String name) {}

    /** A week and how long its posted letters took. */
    public record Week(LocalDate monday, Steps steps, DaysToPost days) {}

    /**
     * One person's bars.
     *
     * @param posted letters of each week, oldest first
     * @param lately of the last weeks asked for
     */
    public record Person(long id, String name, List<Long> posted, long lately) {
        public long all() {
            return posted.stream().mapToLong(Long::longValue).sum();
        }
    }

    /**
     * Somebody with too few letters.
     *
     * @param place the facility's Latin name
     * @param facility its part of an address
     * @param address of the person's public page, without its language
     * @param last day of the last posting; null: never
     * @param addressDays since when nobody checked the address, where that is what holds ready letters; else null
     * @param waitIn where most letters to this person wait; null: none waits
     * @param waits how many wait there
     */
    public record Thin(
            long id,
            String name,
            String place,
            String facility,
            String address,
            long letters,
            @Nullable LocalDate last,
            @Nullable Long addressDays,
            @Nullable LetterState waitIn,
            long waits) {}

    /**
     * Letters in one state.
     *
     * @param patience days after which one of them is reported; null: it waits for nobody here
     * @param oldest days
     * @param over how many are older than the patience
     */
    public record State(
            LetterState state,
            long letters,
            @Nullable Long patience,
            @Nullable Long oldest,
            long over) {}

    public Week running() {
        return weeks.get(weeks.size() - 1);
    }

    /** @return whether more were posted in the running week than in any other of the period */
    public boolean isRecord() {
        long best = weeks.stream()
                .limit(weeks.size() - 1L)
                .mapToLong(week -> week.steps().posted())
                .max()
                .orElse(0);
        return running().steps().posted() > best;
    }

    /** @return percent of the posted that came back, rounded */
    public long cameBack() {
        return total.posted() == 0 ? 0 : Math.round(100.0 * total.returned() / total.posted());
    }

    public long mostInState() {
        return states.stream()
                .filter(s -> s.patience() != null)
                .mapToLong(State::letters)
                .max()
                .orElse(0);
    }

    /** @return the longest bar of anybody's week: one scale for all */
    public long mostInWeek() {
        return people.stream()
                .flatMap(person -> person.posted().stream())
                .mapToLong(Long::longValue)
                .max()
                .orElse(0);
    }

    /** @return the chart, its weeks named by {@code label} */
    public WeekChart chart(Function<LocalDate, String> label) {
        return new WeekChart(weeks.stream()
                .map(week -> new WeekChart.Week(
                        label.apply(week.monday()),
                        week.steps().written(),
                        week.steps().posted()))
                .toList());
    }

    public DaysChart daysChart() {
        return new DaysChart(weeks.stream().map(Week::days).toList());
    }
}
