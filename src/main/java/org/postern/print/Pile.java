package org.postern.print;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.postern.directory.Recipient;
import org.postern.letter.Pages;
import org.postern.site.Family;
import org.postern.site.PrintSite;

/**
 * Letters that may be one evening's stack at a site: they go in one kind of envelope.
 *
 * @param country ISO 3166 alpha-2, if only its letters are wanted; null for any
 */
record Pile(Family family, @Nullable String country) {
    static Pile of(Family family) {
        return new Pile(family, null);
    }

    /** @param typed as a form sends it; {@code country} may be empty */
    static Optional<Pile> parse(String typed, String country) {
        return Arrays.stream(Family.values())
                .filter(one -> one.name().equals(typed))
                .findFirst()
                .map(one -> new Pile(one, country.matches("[A-Z]{2}") ? country : null));
    }

    /** As the site prints: its windows decide, and without one everybody's envelopes are of one kind. */
    static Family family(Recipient person, PrintSite site, Pages pages) {
        return Family.of(pages.stationery(person, site));
    }

    boolean takes(Recipient person) {
        return country == null || country.equals(person.country());
    }
}
