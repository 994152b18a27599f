package org.postern.review;

import java.util.List;
import org.postern.directory.Severity;

/**
 * What a look at a letter found, said as a flag that never stops it.
 *
 * @param key of the message, {@code flag.<kind>}
 * @param quote the writer's own words
 */
record Found(String key, List<Object> arguments, String quote) {
    static Found of(String kind, String quote, Object... arguments) {
        return new Found("flag." + kind, List.of(arguments), quote);
    }

    Flag flag() {
        return new Flag(0, Severity.WARNS, key, arguments, quote, "", null);
    }
}
