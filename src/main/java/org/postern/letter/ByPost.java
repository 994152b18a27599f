package org.postern.letter;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How letters of one batch go into the post.
 *
 * @param day by the site's calendar
 * @param when in it, as the history keeps it
 * @param tracking numbers that the post gave, by stack number
 * @param paid as the volunteer typed it; null: by the stamps that the site typed, where it did
 * @param undo how long it may be undone
 */
public record ByPost(
        LocalDate day,
        Instant when,
        String place,
        Map<Integer, String> tracking,
        @Nullable Paid paid,
        Duration undo) {

    /**
     * What was paid for all of them.
     *
     * @param minor in the currency's smallest unit
     * @param currency ISO 4217
     */
    public record Paid(long minor, String currency) {
        /** @return of the i-th of n letters, from 0; together they are exactly what was paid */
        long share(int i, int n) {
            return minor / n + (i < minor % n ? 1 : 0);
        }
    }
}
