package org.postern.letter;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.postern.directory.Recipient;
import org.postern.directory.Rule;
import org.postern.directory.RulePacks;
import org.postern.directory.Rules;
import org.postern.site.Family;
import org.postern.site.PrintSite;
import org.postern.site.PrintSites;

/**
 * Which letters can be posted at all: some site's post reaches the country, and that site puts a sender's address where
 * the rules of the place demand one.
 */
@Dependent
public class WaysOut {
    private final RulePacks packs;
    private final PrintSites sites;

    @Inject
    public WaysOut(RulePacks packs, PrintSites sites) {
        this.packs = packs;
        this.sites = sites;
    }

    /** What is missing; words {@code person.<name>} and {@code objection.<name>} in small letters. */
    public enum Missing {
        /** No site's post reaches the country. */
        NO_ROUTE("no-route"),
        /** Some site's does, and none of those puts the sender's address that the place demands. */
        NO_SENDER("no-sender");

        private final String words;

        Missing(String words) {
            this.words = words;
        }

        /** @return the last part of the messages' keys */
        public String words() {
            return words;
        }
    }

    /**
     * What a site's post does.
     *
     * @param country ISO 3166 alpha-2
     * @param signed the kind of sheet on which its letters there carry a sender's address; null: none is asked for
     */
    public record Way(String country, @Nullable Family signed) {}

    /** @return what keeps letters to this person from being posted anywhere; null: nothing does */
    public @Nullable Missing missing(Recipient to) {
        Rules rules = packs.of(to);
        if (!rules.allow(Rule.ReturnAddressRequired.class)) {
            return sites.anyServes(to.country()) ? null : Missing.NO_ROUTE;
        }
        List<PrintSite> there =
                sites.all().stream().filter(site -> site.serves(to.country())).toList();
        if (there.isEmpty()) {
            return Missing.NO_ROUTE;
        }
        Family sheet = sheet(rules);
        return there.stream().anyMatch(site -> site.senderOn(sheet) != null) ? null : Missing.NO_SENDER;
    }

    /** @return whether a letter to this person can go by one of these */
    public boolean isThere(Recipient to, Set<Way> ways) {
        Rules rules = packs.of(to);
        boolean signed = rules.allow(Rule.ReturnAddressRequired.class);
        return ways.contains(new Way(to.country(), signed ? sheet(rules) : null));
    }

    /** @return all that these sites offer */
    public static Set<Way> of(List<PrintSite> some) {
        return some.stream().flatMap(WaysOut::of).collect(Collectors.toSet());
    }

    private static Stream<Way> of(PrintSite site) {
        List<Family> signed = Stream.of(Family.values())
                .filter(sheet -> site.senderOn(sheet) != null)
                .toList();
        return site.routes().entrySet().stream()
                .filter(route -> route.getValue().served())
                .map(Map.Entry::getKey)
                .flatMap(country -> Stream.concat(
                        Stream.of(new Way(country, null)), signed.stream().map(sheet -> new Way(country, sheet))));
    }

    private static Family sheet(Rules rules) {
        return Family.of(Pages.stationery(rules));
    }
}
