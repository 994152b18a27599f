package org.postern.post;

import java.util.Arrays;
import java.util.Locale;

/** What scanning a letter means now; it stays until another one is chosen. */
public enum Mode {
    POSTED,
    RETURNED,
    REPLY,
    SPOILED;

    /** @return of a form's or an address's word; the first for anything else */
    static Mode of(String word) {
        return Arrays.stream(values())
                .filter(mode -> mode.word().equals(word))
                .findFirst()
                .orElse(POSTED);
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
