package org.postern.letter;

/**
 * Letters that wait in two lanes, in SQL. What was sent without an address waits a day longer than the others, never for
 * ever: however many come after it.
 */
final class Lanes {
    /** Of few letters: the one that counts as the oldest first. */
    static final String OLDEST_FIRST =
            " order by case when slow_lane then " + since(true) + " else " + since(false) + " end, seq";

    private Lanes() {}

    /**
     * @param fitting conditions on the table {@code letter}, of its state first
     * @return a query for the ids of those that count as the oldest, oldest first
     */
    static String oldest(String fitting, int most) {
        // Either lane by its index, then the one merged into the other.
        return "select id from ((" + lane(fitting, false, most) + ") union all (" + lane(fitting, true, most)
                + ")) waiting order by since, seq" + first(most);
    }

    private static String lane(String fitting, boolean slow, int most) {
        // In the order of the index, state first: the embedded database sorts nothing then.
        return "select id, " + since(slow) + " as since, seq from letter where " + fitting + " and slow_lane = " + slow
                + " order by state, slow_lane, state_since, seq" + first(most);
    }

    private static String since(boolean slow) {
        return slow ? "state_since + interval '1' day" : "state_since";
    }

    private static String first(int most) {
        return " fetch first " + most + " rows only";
    }
}
