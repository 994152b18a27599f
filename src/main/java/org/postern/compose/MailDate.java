package org.postern.compose;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Period;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.postern.directory.Objection;

/** The day a writer asks a letter to wait for, as the form has it: {@code 2027-03-14}, or empty for none. */
final class MailDate {
    static final String FIELD = "notBefore";

    /** Words are not kept for longer than they need to be. */
    private static final Period FARTHEST = Period.ofMonths(12);

    private MailDate() {}

    /** @return the day; empty for none, and for what is no day */
    static Optional<LocalDate> of(String typed) {
        try {
            return typed.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(typed));
        } catch (DateTimeException noDay) {
            return Optional.empty();
        }
    }

    /** @return what stands against it; today is a day like any other, and nothing waits for it */
    static Optional<Objection> objectionTo(String typed, LocalDate today) {
        if (typed.isEmpty()) {
            return Optional.empty();
        }
        String wrong = of(typed)
                .map(day -> day.isBefore(today) ? "past" : day.isAfter(today.plus(FARTHEST)) ? "far" : "")
                .orElse("unreadable");
        return wrong.isEmpty()
                ? Optional.empty()
                : Optional.of(Objection.blocks(FIELD, "objection.mail-date." + wrong, typed));
    }

    /** @return what a form begins with: a day that is over is not asked for again */
    static String typed(@Nullable LocalDate day, LocalDate today) {
        return day == null || day.isBefore(today) ? "" : day.toString();
    }
}
