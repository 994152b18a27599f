package org.postern.letter;

import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How many letters took how many days from the date on them, or the day that their writers
 * chose, to their posting; whole, so that weeks can be added and
 * every part of them is exact.
 *
 * @param letters by days, from 0 up
 */
public record DaysToPost(SortedMap<Integer, Long> letters) {
    public static final DaysToPost NONE = new DaysToPost(new TreeMap<>());

    static DaysToPost of(int days, long letters) {
        SortedMap<Integer, Long> one = new TreeMap<>();
        one.put(days, letters);
        return new DaysToPost(one);
    }

    public DaysToPost plus(DaysToPost other) {
        SortedMap<Integer, Long> both = new TreeMap<>(letters);
        other.letters.forEach((days, count) -> both.merge(days, count, Long::sum));
        return new DaysToPost(both);
    }

    public long count() {
        return letters.values().stream().mapToLong(Long::longValue).sum();
    }

    /**
     * The nearest rank.
     *
     * @param percent 1 to 100: 50 for the median
     * @return the least number of days within which at least that part was posted; -1 where nothing was
     */
    public int within(int percent) {
        long rank = (count() * percent + 99) / 100;
        long seen = 0;
        for (var entry : letters.entrySet()) {
            seen += entry.getValue();
            if (seen >= rank) {
                return entry.getKey();
            }
        }
        return -1;
    }
}
