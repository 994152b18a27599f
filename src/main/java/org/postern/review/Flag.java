package org.postern.review;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.postern.directory.Severity;
import org.postern.letter.Advice.About;
import org.postern.web.View;

/**
 * Something to look at, with its reason. None refuses a letter by itself.
 *
 * @param number from 1, the same beside the words and in the list
 * @param key of the message
 * @param arguments of the message
 * @param quote the writer's own words it is about; null for the whole
 * @param source of the rule; empty where nobody wrote one down
 * @param checkedOn when somebody last made sure of the rule
 */
public record Flag(
        int number,
        Severity severity,
        String key,
        List<Object> arguments,
        @Nullable String quote,
        String source,
        @Nullable LocalDate checkedOn) {
    public String tone() {
        return severity.name().toLowerCase(Locale.ROOT);
    }

    /** @return the reason in the reader's language */
    public String words(View view) {
        return view.against(key, arguments);
    }

    public boolean blocks() {
        return severity == Severity.BLOCKS;
    }

    /** @return the reason that an advice on it carries first; null for none */
    public @Nullable About about() {
        return switch (key) {
            case "flag.email", "flag.link", "flag.card", "flag.street", "flag.phone" -> About.PERSONAL;
            case "flag.case" -> About.CASE;
            case "flag.capitals" -> About.TONE;
            case "objection.warn-words" -> About.TOPIC;
            default -> null;
        };
    }

    Flag numbered(int n) {
        return new Flag(n, severity, key, arguments, quote, source, checkedOn);
    }

    /** @return the same, as something that is only to be known */
    Flag softened() {
        return blocks() ? new Flag(number, Severity.WARNS, key, arguments, quote, source, checkedOn) : this;
    }
}
