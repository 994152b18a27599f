package org.postern.letter;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import org.postern.directory.People;

/**
 * Letters that an organiser wanted out of a stack, once no paper of them is left: ready with today's address where nothing
 * stands against them any more, else held, and their writers are told.
 */
@Dependent
public class PulledOut {
    private final Letters letters;
    private final People people;
    private final Holds holds;

    @Inject
    public PulledOut(Letters letters, People people, Holds holds) {
        this.letters = letters;
        this.people = people;
        this.holds = holds;
    }

    /** @return the lines of a batch whose letters somebody wants out, to be asked before a deed that may end that */
    public static List<BatchLine> of(Batch batch) {
        return batch.lines().stream()
                .filter(line -> line.isOpen() && line.pull() != null)
                .toList();
    }

    /** @param pulled as {@link #of} named them before the deed */
    public void settle(List<BatchLine> pulled, Actor by, Instant now) {
        for (BatchLine line : pulled) {
            if (line.leftAs() == LetterState.HELD) {
                Letter letter = letters.lock(line.letterId()).orElseThrow();
                holds.tell(letter, now);
                people.byId(letter.recipientId()).ifPresent(to -> holds.letGo(letter, to, by, now));
            }
        }
    }
}
