package org.postern.staff;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a member does; one may have several. */
public enum Role {
    MODERATOR,
    TRANSLATOR,
    PRINTER,
    ORGANISER,
    ADMIN;

    /** As in {@link Roles}, forms and message keys: {@code moderator}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Empty for any other word. */
    public static Optional<Role> of(String word) {
        return Arrays.stream(values()).filter(role -> role.word().equals(word)).findFirst();
    }
}
