package org.postern.print;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.postern.directory.People;
import org.postern.directory.Recipient;
import org.postern.directory.Rule;
import org.postern.directory.RulePacks;
import org.postern.letter.Pages;
import org.postern.letter.ReadyLetters;
import org.postern.letter.ReadyLetters.Waiting;
import org.postern.site.Family;
import org.postern.site.PrintSite;
import org.postern.typeset.StockEnvelope;

/** What waits to be printed at a site, by kind of envelope, and what waits but not for this site. */
@ApplicationScoped
class Ready {
    private ReadyLetters letters;
    private People people;
    private Pages pages;
    private RulePacks packs;

    @SuppressWarnings("NullAway.Init")
    protected Ready() {}

    @Inject
    Ready(ReadyLetters letters, People people, Pages pages, RulePacks packs) {
        this.letters = letters;
        this.people = people;
        this.pages = pages;
        this.packs = packs;
    }

    /**
     * Letters that may be one stack.
     *
     * @param recipients the people they go to
     * @param byCountry how many letters, by country, ISO 3166 alpha-2
     * @param oldest since when the first of them waits
     */
    record Group(Family family, List<Recipient> recipients, SortedMap<String, Long> byCountry, Instant oldest) {
        long letters() {
            return byCountry.values().stream().mapToLong(Long::longValue).sum();
        }

        /** @return how many prisons or offices */
        long places() {
            return recipients.stream()
                    .map(person -> person.facility().id())
                    .distinct()
                    .count();
        }

        /** @return ISO 3166 alpha-2, each once */
        List<String> countries() {
            return List.copyOf(byCountry.keySet());
        }

        private Group with(Recipient person, Waiting waiting) {
            List<Recipient> all = new ArrayList<>(recipients);
            all.add(person);
            SortedMap<String, Long> countries = new TreeMap<>(byCountry);
            countries.merge(person.country(), waiting.letters(), Long::sum);
            Instant since = waiting.oldest().isBefore(oldest) ? waiting.oldest() : oldest;
            return new Group(family, all, countries, since);
        }
    }

    /** Why letters to a country that the site serves are not in its piles; words {@code print.left-out.<name>}. */
    enum LeftOut {
        /** Their writer or their campaign named a day that is still to come. */
        DAY,
        /** The place wants a sender's address where this site puts none. */
        RETURN_ADDRESS,
        /** No envelope of that kind lies here. */
        ENVELOPE
    }

    /** @return by kind, those whose letters wait longest first */
    List<Group> at(PrintSite site, LocalDate today) {
        Map<Family, Group> groups = new EnumMap<>(Family.class);
        List<Waiting> waiting = letters.waitingToBePrinted(today);
        Map<Long, Recipient> persons = persons(waiting);
        for (Waiting one : waiting) {
            Recipient person = persons.get(one.recipientId());
            if (person != null && site.serves(person.country()) && obstacle(person, site) == null) {
                Family family = Pile.family(person, site, pages);
                groups.merge(
                        family,
                        new Group(
                                family,
                                List.of(person),
                                new TreeMap<>(Map.of(person.country(), one.letters())),
                                one.oldest()),
                        (group, more) -> group.with(person, one));
            }
        }
        return groups.values().stream()
                .sorted(Comparator.comparing(Group::oldest))
                .toList();
    }

    /** @return the people whose letters may be in one stack, by id; nothing is locked */
    Map<Long, Recipient> people(PrintSite site, Pile pile, LocalDate today) {
        Map<Long, Recipient> found = new HashMap<>();
        persons(letters.waitingToBePrinted(today)).forEach((id, person) -> {
            if (mayHave(person, site, pile)) {
                found.put(id, person);
            }
        });
        return found;
    }

    /** @return whether a letter to this person may be in such a stack at this site */
    boolean mayHave(Recipient person, PrintSite site, Pile pile) {
        return site.serves(person.country())
                && pile.takes(person)
                && Pile.family(person, site, pages) == pile.family()
                && obstacle(person, site) == null;
    }

    /** @return how many letters to countries that the site serves stay out of its piles, and why */
    Map<LeftOut, Long> leftOut(PrintSite site, LocalDate today) {
        Map<LeftOut, Long> out = new EnumMap<>(LeftOut.class);
        List<Waiting> waiting = letters.waitingToBePrinted(today);
        Map<Long, Recipient> persons = persons(waiting);
        for (Waiting one : waiting) {
            Recipient person = persons.get(one.recipientId());
            LeftOut why = person == null || !site.serves(person.country()) ? null : obstacle(person, site);
            if (why != null) {
                out.merge(why, one.letters(), Long::sum);
            }
        }
        List<Waiting> later = letters.waitingForTheirDay(today);
        Map<Long, Recipient> theirs = persons(later);
        for (Waiting one : later) {
            Recipient person = theirs.get(one.recipientId());
            if (person != null && site.serves(person.country())) {
                out.merge(LeftOut.DAY, one.letters(), Long::sum);
            }
        }
        return out;
    }

    private @Nullable LeftOut obstacle(Recipient person, PrintSite site) {
        Family family = Pile.family(person, site, pages);
        if (packs.of(person).allow(Rule.ReturnAddressRequired.class) && site.senderOn(family) == null) {
            return LeftOut.RETURN_ADDRESS;
        }
        return isThere(family, site) ? null : LeftOut.ENVELOPE;
    }

    private static boolean isThere(Family family, PrintSite site) {
        List<StockEnvelope> stock = site.envelopes();
        return switch (family) {
            case WINDOW -> stock.stream().anyMatch(one -> one.envelope().hasWindow());
            case PLAIN -> stock.stream().anyMatch(one -> !one.envelope().hasWindow());
            case POSTCARD -> true;
        };
    }

    private Map<Long, Recipient> persons(List<Waiting> waiting) {
        return people.byIds(waiting.stream().map(Waiting::recipientId).toList());
    }
}
