package org.postern.compose;

import java.util.Locale;

/** How much post somebody had lately, for the public: exact numbers of a few letters could point at their writers. */
public enum Band {
    NONE(0),
    FEW(4),
    SOME(14),
    PLENTY(Long.MAX_VALUE);

    private final long most;

    Band(long most) {
        this.most = most;
    }

    /** @param letters posted in 30 days */
    static Band of(long letters) {
        for (Band band : values()) {
            if (letters <= band.most) {
                return band;
            }
        }
        return PLENTY;
    }

    /** @return as the part {@code band.jte} takes it */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
