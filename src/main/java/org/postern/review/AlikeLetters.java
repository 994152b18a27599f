package org.postern.review;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Letters to several people with much the same words: all that this reader has open of them, the one that was read first.
 *
 * @param typed what was typed, and ticked, so far
 * @param said empty, or the message {@code review.said.<said>}
 * @param missing empty, or the message {@code alike.missing.<missing>}
 * @param decided how many were decided at the last press, if some were not
 * @param undone those that were not
 */
public record AlikeLetters(
        List<Same> letters, Typed typed, String said, String missing, int decided, List<Undone> undone) {

    /**
     * One of them.
     *
     * @param beside the first letter's words
     * @param readers how many the first letter wants, as {@link WhoReads.Care} says it
     */
    public record Same(Reading reading, Beside beside, String readers, boolean ticked) {
        /** A letter in which more is different has to be read by itself. */
        private static final double MOST_DIFFERENT = 0.15;

        /** @return why it is not decided here, as {@code alike.alone.<why>}; null if it may be */
        public @Nullable String alone() {
            if (reading.proof().stops()) {
                return "stops";
            }
            if (reading.photo() && reading.proof().pictures() == 0) {
                return "photo";
            }
            if (reading.care().escalated() != null) {
                return "lead";
            }
            if (!reading.care().readers().equals(readers)) {
                return "readers";
            }
            return beside.differs() > MOST_DIFFERENT ? "differs" : null;
        }

        /** @return the letter with what was seen of it, as the form brings it back */
        public String seen() {
            return Seen.text(reading);
        }
    }

    /**
     * A letter on which nothing was decided.
     *
     * @param why the message {@code alike.undone.<why>}
     */
    public record Undone(UUID letter, String to, String why) {}

    /** @param ticked of these letters; null for all */
    static AlikeLetters of(List<Reading> open, Typed typed, @Nullable Set<UUID> ticked) {
        return new AlikeLetters(
                open.stream()
                        .map(reading -> new Same(
                                reading,
                                Beside.of(open.get(0).body(), reading.body()),
                                open.get(0).care().readers(),
                                ticked == null || ticked.contains(reading.id())))
                        .toList(),
                typed,
                "",
                "",
                0,
                List.of());
    }

    AlikeLetters saying(String what) {
        return new AlikeLetters(letters, typed, what, missing, decided, undone);
    }

    AlikeLetters lacking(String what) {
        return new AlikeLetters(letters, typed, said, what, decided, undone);
    }

    AlikeLetters after(int done, List<Undone> notDone) {
        return new AlikeLetters(letters, typed, said, missing, done, notDone);
    }

    /** @return all words that were typed, to copy from where no letter is left */
    public String kept() {
        return typed.all();
    }

    /** @return how many may be decided here */
    public long together() {
        return letters.stream().filter(same -> same.alone() == null).count();
    }

    /** @return how many letters read alike and are not shown: somebody else's, or not for this reader */
    public long elsewhere() {
        Set<UUID> shown = letters.stream().map(same -> same.reading().id()).collect(Collectors.toSet());
        return letters.stream()
                .limit(1)
                .flatMap(first -> first.reading().alike().stream())
                .filter(other -> !shown.contains(other))
                .count();
    }

    /** @return until the first of them goes back by itself */
    public long minutesLeft() {
        return letters.stream()
                .mapToLong(same -> same.reading().minutesLeft())
                .min()
                .orElse(0);
    }
}
