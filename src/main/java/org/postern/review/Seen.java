package org.postern.review;

import jakarta.ws.rs.BadRequestException;
import java.util.List;
import java.util.UUID;
import org.postern.letter.OpenClaims;

/**
 * One letter of a form that decides on several: which, and what was seen of it.
 *
 * @param goes where it was said to go if it is approved, as {@link Readings#onto} names it
 */
record Seen(UUID letter, long fence, String hash, String goes) {

    static List<Seen> all(List<String> texts) {
        return texts.stream()
                .distinct()
                .limit(OpenClaims.MOST_TOGETHER)
                .map(Seen::of)
                .toList();
    }

    private static Seen of(String text) {
        String[] parts = text.split(" ", -1);
        try {
            return new Seen(UUID.fromString(parts[0]), Long.parseLong(parts[1]), parts[2], parts[3]);
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
            throw new BadRequestException(e);
        }
    }

    static String text(Reading reading) {
        return reading.id() + " " + reading.fence() + " " + reading.hash() + " " + reading.goes();
    }

    boolean isOf(Reading reading) {
        return letter.equals(reading.id()) && hash.equals(reading.hash()) && goes.equals(reading.goes());
    }
}
