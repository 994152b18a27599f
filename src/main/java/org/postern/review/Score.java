package org.postern.review;

import java.util.List;
import java.util.Map;

/**
 * How much there is to think about in a letter: the sum of what its flags weigh, each kind once, however often it stands
 * there. It only says how many people read it; it neither refuses a letter nor stops one.
 */
final class Score {
    /** A code alone asks for two readers as the setting comes. What can be seen on the page weighs less than what cannot. */
    private static final Map<String, Integer> WEIGHTS = Map.ofEntries(
            Map.entry("flag.code", 6),
            Map.entry("flag.hidden", 4),
            Map.entry("flag.turning", 4),
            Map.entry("flag.card", 4),
            Map.entry("flag.case", 2),
            Map.entry("flag.phone", 2),
            Map.entry("flag.email", 2),
            Map.entry("flag.street", 2),
            Map.entry("flag.link", 2),
            Map.entry("flag.mixed", 2),
            Map.entry("flag.language", 1),
            Map.entry("flag.capitals", 1));

    private static final int ALIKE = 2;

    /** The words of a place's own list, one each up to this. */
    private static final String LISTED = "objection.warn-words";

    private static final int MOST_LISTED = 3;

    private Score() {}

    /** @param alike whether letters to other people have much the same words */
    static int of(List<Flag> flags, boolean alike) {
        long listed = flags.stream().filter(flag -> flag.key().equals(LISTED)).count();
        return (int) Math.min(MOST_LISTED, listed)
                + (alike ? ALIKE : 0)
                + flags.stream()
                        .map(Flag::key)
                        .distinct()
                        .mapToInt(key -> WEIGHTS.getOrDefault(key, 0))
                        .sum();
    }
}
