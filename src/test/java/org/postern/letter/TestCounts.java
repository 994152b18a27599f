package org.postern.letter;

import jakarta.persistence.EntityManager;

/** The three that count, over one entity manager. */
public record TestCounts(LetterCounts counts, LetterWeeks weeks, LetterFold fold) {
    public static TestCounts over(EntityManager em) {
        LetterSums sums = new LetterSums(em);
        return new TestCounts(new LetterCounts(sums), new LetterWeeks(sums), new LetterFold(sums));
    }
}
