package org.postern.print;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.postern.directory.Recipient;
import org.postern.letter.Batch;
import org.postern.letter.Pages;
import org.postern.site.PrintSite;

/**
 * A facility group: letters that go to one country in one kind of envelope can be one evening's stack.
 *
 * @param country ISO 3166 alpha-2
 * @param stationery the family they are set in
 */
record Destination(String country, String stationery) {
    private static final Pattern TEXT = Pattern.compile("([A-Z]{2}) ([A-Za-z0-9_-]{1,64})");

    /** As the site prints: its windows decide, and without one everybody's envelopes are of one kind. */
    static Destination of(Recipient person, PrintSite site, Pages pages) {
        return new Destination(person.country(), pages.stationery(person, site));
    }

    static Optional<Destination> parse(String text) {
        Matcher found = TEXT.matcher(text);
        return found.matches() ? Optional.of(new Destination(found.group(1), found.group(2))) : Optional.empty();
    }

    static Destination of(Batch batch) {
        return parse(batch.destination()).orElseGet(() -> new Destination("", batch.destination()));
    }

    /** @return as a form sends it and a batch keeps it */
    String text() {
        return country + " " + stationery;
    }
}
