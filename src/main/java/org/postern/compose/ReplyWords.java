package org.postern.compose;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.postern.letter.Letter;
import org.postern.letter.Letters;
import org.postern.vault.Vault;
import org.postern.web.Brake;

/**
 * The word that opens an answer, and what stands for it once it was right: supporters have no cookie, so the next address
 * carries a signed hour. A word is easily guessed by whoever has the mail: five wrong ones an hour, wherever they come from.
 */
@ApplicationScoped
class ReplyWords {
    static final int FREE = 5;
    private static final int OPEN_HOURS = 3;
    private static final String PURPOSE = "answer opened";

    private final Letters letters;
    private final Vault vault;
    private final Clock clock;
    private final Brake brake;

    @Inject
    ReplyWords(Letters letters, Vault vault, Clock clock) {
        this.letters = letters;
        this.vault = vault;
        this.clock = clock;
        // No slow lane: nobody but the bearer of the link comes here at all.
        this.brake = new Brake(FREE, Duration.ofHours(1), 0, clock);
    }

    /** For CDI's proxy only. */
    @SuppressWarnings("NullAway")
    protected ReplyWords() {
        this.letters = null;
        this.vault = null;
        this.clock = null;
        this.brake = null;
    }

    /** What was tried. */
    enum Tried {
        RIGHT,
        WRONG,
        /** Not looked at: too many wrong ones in this hour. */
        LATER
    }

    Tried attempt(Letter letter, String word) {
        if (!letters.hasWord(letter)) {
            return Tried.RIGHT;
        }
        String whose = letter.id().toString();
        if (!brake.mayTry(whose)) {
            return Tried.LATER;
        }
        if (!letters.isWord(letter, word)) {
            return Tried.WRONG;
        }
        brake.right(whose);
        return Tried.RIGHT;
    }

    /** @return {@code <hour>-<signature>}, good for a few hours */
    String opened(Letter letter) {
        long hour = hour();
        return hour + "-" + vault.sign(PURPOSE, said(letter.id(), hour));
    }

    boolean isOpen(Letter letter, String key) {
        int hyphen = key.indexOf('-');
        long hour = Long.parseLong(key.substring(0, hyphen));
        return hour <= hour()
                && hour() - hour < OPEN_HOURS
                && vault.verify(PURPOSE, said(letter.id(), hour), key.substring(hyphen + 1));
    }

    private long hour() {
        Instant now = clock.instant();
        return now.getEpochSecond() / 3600;
    }

    private static String said(UUID letter, long hour) {
        return letter + " " + hour;
    }
}
