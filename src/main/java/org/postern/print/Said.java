package org.postern.print;

import java.util.Set;

/**
 * What a deed on a batch reports; words {@code print.said.<word>}.
 *
 * @param word empty for none
 * @param n how many letters it did
 * @param stay how many are still in the batch
 * @param held how many were left out of the claim
 */
public record Said(String word, int n, int stay, int held) {
    private static final Set<String> GOOD = Set.of(
            "claimed",
            "printed",
            "posted",
            "posted-some",
            "undone",
            "returned",
            "returned-unsure",
            "extended",
            "again",
            "taken-out",
            "tidied",
            "receipt");

    private static final Set<String> LATE = Set.of(
            "claimed-before",
            "printed-before",
            "posted-before",
            "returned-before",
            "undone-before",
            "again-before",
            "taken-out-before",
            "nothing-chosen",
            "unreadable",
            "posting-unreadable",
            "no-such-day",
            "answer-first",
            "destroy-first",
            "both-first",
            "receipt-none",
            "receipt-unusable",
            "not-now");

    static final Said NOTHING = new Said("", 0, 0, 0);

    static Said of(String word, int n, int stay, int held) {
        return new Said(GOOD.contains(word) || LATE.contains(word) ? word : "", n, stay, held);
    }

    public boolean isGood() {
        return GOOD.contains(word);
    }
}
