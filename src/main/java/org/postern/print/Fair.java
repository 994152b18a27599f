package org.postern.print;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postern.letter.ReadyLetters.Candidate;

/**
 * Who is in an evening's stack when not all can be: whoever has a birthday that the post can still meet, then letters
 * that have waited beyond patience, then people who got the least of late. Within each, the oldest first.
 */
final class Fair {
    /** What the desk calls late. */
    static final Duration PATIENCE = Duration.ofDays(14);

    /** How far back a person's post counts against the next letter. */
    static final int LATELY_DAYS = 30;

    /** Of a stack's sealed words, photos and all: its file stays below 64 MB. */
    static final long MOST_BYTES = 48L << 20;

    /** Weeks on the way where nobody knows better. */
    private static final int WEEKS_FROM = 2;

    private static final int WEEKS_TO = 12;

    private Fair() {}

    /**
     * @param postedLately by person, letters of the last {@value #LATELY_DAYS} days; nobody without one need be in it
     * @param birthdays people whose birthday can still be met
     * @return at most {@code most}, in the order in which they would be taken
     */
    static List<UUID> pick(
            List<Candidate> candidates, Map<Long, Long> postedLately, Set<Long> birthdays, Instant now, int most) {
        List<Turn> turns = new ArrayList<>();
        Map<Long, Integer> before = new HashMap<>();
        candidates.stream().sorted(OLDEST).forEach(one -> {
            int turn = before.merge(one.recipientId(), 1, Integer::sum);
            turns.add(turn(one, turn, postedLately, birthdays, now));
        });
        List<UUID> picked = new ArrayList<>();
        long bytes = 0;
        for (Turn turn : turns.stream().sorted(FIRST).toList()) {
            boolean fits = picked.isEmpty() || bytes + turn.letter().bytes() <= MOST_BYTES;
            if (picked.size() < most && fits) {
                picked.add(turn.letter().id());
                bytes += turn.letter().bytes();
            }
        }
        return picked;
    }

    /**
     * @param weeksFrom how long the post takes at least, null where nobody knows
     * @param weeksTo how long it may take
     * @return whether a letter that goes now may arrive for the birthday
     */
    static boolean isInTime(
            @Nullable MonthDay birthday, LocalDate today, @Nullable Integer weeksFrom, @Nullable Integer weeksTo) {
        if (birthday == null) {
            return false;
        }
        LocalDate earliest = today.plusWeeks(weeksFrom == null ? WEEKS_FROM : weeksFrom);
        LocalDate latest = today.plusWeeks(weeksTo == null ? WEEKS_TO : weeksTo);
        LocalDate next = birthday.atYear(earliest.getYear());
        LocalDate then = next.isBefore(earliest) ? birthday.atYear(earliest.getYear() + 1) : next;
        return !then.isAfter(latest);
    }

    /** A letter's place in the order: its class, and within the third how much the person had. */
    private record Turn(Candidate letter, int rank, long had) {}

    private static final Comparator<Candidate> OLDEST =
            Comparator.comparing(Candidate::since).thenComparing(Candidate::seq);

    private static final Comparator<Turn> FIRST =
            Comparator.comparingInt(Turn::rank).thenComparing(Turn::had).thenComparing(Turn::letter, OLDEST);

    /** @param turn 1 for the person's oldest letter here */
    private static Turn turn(
            Candidate letter, int turn, Map<Long, Long> postedLately, Set<Long> birthdays, Instant now) {
        if (birthdays.contains(letter.recipientId())) {
            // One each before anybody has two: a birthday is no reason to keep all others waiting.
            return new Turn(letter, turn == 1 ? 0 : 2, turn == 1 ? 0 : had(letter, turn, postedLately));
        }
        if (letter.since().isBefore(now.minus(PATIENCE))) {
            return new Turn(letter, 1, 0);
        }
        return new Turn(letter, 2, had(letter, turn, postedLately));
    }

    private static long had(Candidate letter, int turn, Map<Long, Long> postedLately) {
        return postedLately.getOrDefault(letter.recipientId(), 0L) + turn;
    }
}
