package org.postern.letter;

/**
 * Since when a letter waits, in SQL on the table {@code letter}: one that is ready waits for the print room from the later
 * of that hour and the day that its writer or its campaign asked it to wait for. Nobody is late before that day.
 */
final class SinceItsDay {
    /** Of a letter of any state. */
    static final String SQL = "case when state = 'READY' then greatest(state_since, " + start("not_before") + ", "
            + start("(select c.not_before from campaign c where c.id = letter.campaign_id)") + ") else state_since end";

    private SinceItsDay() {}

    private static String start(String day) {
        return "coalesce(cast(" + day + " as timestamp with time zone), state_since)";
    }
}
