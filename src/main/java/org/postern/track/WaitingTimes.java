package org.postern.track;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.postern.directory.Facilities;
import org.postern.directory.Facility;
import org.postern.directory.Facility.Heard;
import org.postern.directory.People;
import org.postern.directory.Recipient;
import org.postern.letter.Surveys;
import org.postern.letter.Surveys.Word;
import org.postern.web.OneByOne;
import org.postern.web.Timer;

/**
 * How long it takes until word of a letter comes, counted for each place from answers, from what writers were told, and
 * from what came back. Who hears nothing is not in it, so the times are of those letters of which anything was heard.
 */
@ApplicationScoped
class WaitingTimes {
    /** Older letters went another way, past other censors. */
    private static final int MONTHS = 24;

    private Surveys surveys;
    private People people;
    private Facilities facilities;
    private OneByOne oneByOne;
    private Clock clock;

    @SuppressWarnings("NullAway.Init")
    protected WaitingTimes() {}

    @Inject
    public WaitingTimes(Surveys surveys, People people, Facilities facilities, OneByOne oneByOne, Clock clock) {
        this.surveys = surveys;
        this.people = people;
        this.facilities = facilities;
        this.oneByOne = oneByOne;
        this.clock = clock;
    }

    @Produces
    Timer waitingTimes(WaitingTimes times) {
        return new Timer("waiting-times", Duration.ofHours(6), times::count);
    }

    /** What is known of one place: days until word came of each letter, and how many came back. */
    private record Known(Map<UUID, Long> days, int back) {}

    private record Found(String slug, @Nullable Heard heard, int back) {}

    /** @return for how many places the times are other ones than before */
    public int count() {
        return oneByOne.each(
                "waiting times of",
                this::changed,
                found -> facilities.lock(found.slug).ifPresent(place -> place.heard(found.heard, found.back)));
    }

    private List<Found> changed() {
        Map<Long, Known> known = known();
        return facilities.all().stream()
                .filter(place -> differs(place, known.get(place.id())))
                .map(place -> found(place, known.get(place.id())))
                .toList();
    }

    private static boolean differs(Facility place, @Nullable Known known) {
        Found found = found(place, known);
        return !Objects.equals(place.heard(), found.heard) || place.cameBack() != found.back;
    }

    private static Found found(Facility place, @Nullable Known known) {
        return known == null
                ? new Found(place.slug(), null, 0)
                : new Found(place.slug(), middleHalf(known.days.values()), known.back < Heard.FEWEST ? 0 : known.back);
    }

    private Map<Long, Known> known() {
        LocalDate since = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).minusMonths(MONTHS);
        List<Word> words = surveys.words(since);
        Map<Long, Recipient> persons =
                people.byIds(words.stream().map(Word::recipientId).collect(Collectors.toSet()));
        Map<Long, Known> all = new HashMap<>();
        for (Word word : words) {
            Recipient to = Objects.requireNonNull(persons.get(word.recipientId()));
            all.merge(people.whereOn(to, word.posted()), of(word), WaitingTimes::both);
        }
        return all;
    }

    private static Known of(Word word) {
        Map<UUID, Long> days = new HashMap<>();
        if (!word.back()) {
            days.put(word.letter(), ChronoUnit.DAYS.between(word.posted(), word.known()));
        }
        return new Known(days, word.back() ? 1 : 0);
    }

    /** Of one letter the first word counts. */
    private static Known both(Known one, Known other) {
        other.days.forEach((letter, days) -> one.days.merge(letter, days, Math::min));
        return new Known(one.days, one.back + other.back);
    }

    /** @return null for too few */
    static @Nullable Heard middleHalf(Collection<Long> days) {
        if (days.size() < Heard.FEWEST) {
            return null;
        }
        long[] sorted = days.stream().mapToLong(Long::longValue).sorted().toArray();
        int last = sorted.length - 1;
        int low = (int) Math.floor(last * 0.25);
        int high = (int) Math.ceil(last * 0.75);
        int from = (int) Math.max(1, sorted[low] / 7);
        return new Heard(from, (int) Math.max(from, (sorted[high] + 6) / 7), sorted.length);
    }
}
