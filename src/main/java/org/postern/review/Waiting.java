package org.postern.review;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.postern.letter.LetterState;
import org.postern.letter.Letters;

/**
 * How many letters are in a room, and how long the oldest has been.
 *
 * @param hours of the oldest; 0 when there is none
 * @param patienceHours after which the desk calls it late
 */
public record Waiting(long count, long hours, long patienceHours) {

    static Waiting in(Letters letters, LetterState room, Instant now) {
        long hours = letters.oldest(room)
                .map(since -> Duration.between(since, now).toHours())
                .orElse(0L);
        return new Waiting(
                letters.count(room),
                Math.max(0, hours),
                Objects.requireNonNull(room.patience()).toHours());
    }

    public boolean late() {
        return hours > patienceHours;
    }
}
