package org.postern.print;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.postern.directory.People;
import org.postern.directory.Recipient;
import org.postern.letter.Letters;
import org.postern.letter.Letters.Waiting;
import org.postern.letter.Pages;
import org.postern.site.PrintSite;

/** What waits to be printed at a site, by destination. Call within a transaction. */
@ApplicationScoped
class Ready {
    private Letters letters;
    private People people;
    private Pages pages;

    @SuppressWarnings("NullAway.Init")
    protected Ready() {}

    @Inject
    Ready(Letters letters, People people, Pages pages) {
        this.letters = letters;
        this.people = people;
        this.pages = pages;
    }

    /**
     * Letters that may be one stack.
     *
     * @param recipients the people they go to
     * @param oldest since when the first of them waits
     */
    record Group(Destination destination, List<Recipient> recipients, long letters, Instant oldest) {
        List<Long> recipientIds() {
            return recipients.stream().map(Recipient::id).toList();
        }

        /** @return how many prisons or offices */
        long places() {
            return recipients.stream()
                    .map(person -> person.facility().id())
                    .distinct()
                    .count();
        }

        Group with(Recipient person, Waiting waiting) {
            List<Recipient> all = new ArrayList<>(recipients);
            all.add(person);
            Instant since = waiting.oldest().isBefore(oldest) ? waiting.oldest() : oldest;
            return new Group(destination, all, letters + waiting.letters(), since);
        }
    }

    /** @return the groups that the site's post reaches, whose letters wait longest first */
    List<Group> at(PrintSite site) {
        List<Waiting> waiting = letters.waitingToBePrinted();
        Map<Long, Recipient> persons =
                people.byIds(waiting.stream().map(Waiting::recipientId).toList());
        Map<String, Group> groups = new TreeMap<>();
        for (Waiting one : waiting) {
            Recipient person = persons.get(one.recipientId());
            if (person != null && site.serves(person.country())) {
                Destination to = Destination.of(person, site, pages);
                groups.merge(
                        to.text(),
                        new Group(to, List.of(person), one.letters(), one.oldest()),
                        (group, more) -> group.with(person, one));
            }
        }
        return groups.values().stream()
                .sorted(Comparator.comparing(Group::oldest))
                .toList();
    }
}
