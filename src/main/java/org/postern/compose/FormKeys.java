package org.postern.compose;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.postern.directory.Recipient;
import org.postern.vault.Token;
import org.postern.vault.Vault;

/**
 * The signed one-time key of a form to one person: a form that was not made by us, or too long ago, is not taken, and the
 * same form sent twice, by an impatient finger or a browser's reload, is one letter.
 */
@ApplicationScoped
class FormKeys {
    private static final String PURPOSE = "form";
    /** As long as a draft that is saved with a code. */
    private static final Duration GOOD_FOR = Duration.ofDays(14);

    /** Random, the day it was made since 1970, the signature. */
    private static final Pattern KEY = Pattern.compile("([\\w-]{43})\\.(\\d{1,6})\\.([\\w-]{43})");

    private Vault vault;
    private Clock clock;

    @SuppressWarnings("NullAway.Init")
    protected FormKeys() {}

    @Inject
    FormKeys(Vault vault, Clock clock) {
        this.vault = vault;
        this.clock = clock;
    }

    String make(Recipient to) {
        String random = Token.random().text();
        long today = today();
        return random + "." + today + "." + vault.sign(PURPOSE, signed(random, today, to));
    }

    boolean isOurs(String key, Recipient to) {
        Matcher parts = KEY.matcher(key);
        if (!parts.matches()) {
            return false;
        }
        long day = Long.parseLong(parts.group(2));
        return day <= today()
                && day + GOOD_FOR.toDays() >= today()
                && vault.verify(PURPOSE, signed(parts.group(1), day, to), parts.group(3));
    }

    /** @return what is stored of it: its random part */
    String stored(String key) {
        return key.substring(0, key.indexOf('.'));
    }

    private static String signed(String random, long day, Recipient to) {
        return random + " " + day + " " + to.id();
    }

    private long today() {
        return Duration.ofSeconds(clock.instant().getEpochSecond()).toDays();
    }
}
