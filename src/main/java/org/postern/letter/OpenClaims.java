package org.postern.letter;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * What one member has open in a room, in claims: letters to several people with much the same words are read as one, and
 * so they are one claim.
 *
 * @param groups each letter in one of them, mostly alone
 */
public record OpenClaims(List<Set<UUID>> groups) {
    /** More at once is not reading any more: of a larger group each so many are a claim of their own. */
    public static final int MOST_TOGETHER = 20;

    public int count() {
        return groups.stream()
                .mapToInt(group -> (group.size() + MOST_TOGETHER - 1) / MOST_TOGETHER)
                .sum();
    }

    public Set<UUID> letters() {
        return groups.stream().flatMap(Set::stream).collect(Collectors.toSet());
    }

    /** @return how many more may be opened beside this letter without being another claim; 0 if it is not open */
    public int roomBeside(UUID letter) {
        return groups.stream()
                .filter(group -> group.contains(letter))
                .mapToInt(group -> Math.max(0, MOST_TOGETHER - group.size()))
                .sum();
    }
}
