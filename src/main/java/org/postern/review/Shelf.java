package org.postern.review;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * What a reader sees of the room beside the letters they have open.
 *
 * @param piles by language, the longest waiting first
 * @param lapsed letters that went back because the reader's time was over
 * @param open how many claims the reader has open, of {@code most}
 * @param week how many they read since Monday, and {@code total} in all; theirs alone, compared with nobody's
 */
public record Shelf(List<Tongue> piles, List<Lapsed> lapsed, int open, int most, long week, long total) {

    /**
     * Free letters in one language.
     *
     * @param hours of the oldest
     * @param mine whether the reader said that they read it, or named no language at all
     * @param unread whether no moderator said so: then everyone is dealt it
     */
    public record Tongue(String language, long letters, long hours, boolean mine, boolean unread) {}

    /** @param to whom it is for, in Latin letters */
    public record Lapsed(UUID id, String to, Instant at) {}
}
