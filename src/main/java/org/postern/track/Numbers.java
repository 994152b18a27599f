package org.postern.track;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.postern.cause.Campaigns;
import org.postern.directory.People;
import org.postern.directory.Prisoner;
import org.postern.directory.Recipient;
import org.postern.letter.DaysToPost;
import org.postern.letter.LetterCounts;
import org.postern.letter.LetterCounts.Waiting;
import org.postern.letter.LetterState;
import org.postern.letter.LetterWeeks;
import org.postern.letter.Steps;

/** Answers an organiser: the sums come from SQL, names from the directory; nothing is counted letter by letter. */
@ApplicationScoped
public class Numbers {
    /** As many as fit into three rows of six. */
    private static final int DRAWN = 18;

    private static final int ADDRESS_IS_OLD_DAYS = 60;

    @Inject
    private LetterCounts counts;

    @Inject
    private LetterWeeks weeks;

    @Inject
    private People people;

    @Inject
    private Campaigns campaigns;

    @SuppressWarnings("NullAway.Init")
    public Numbers() {}

    /** For tests. */
    public Numbers(LetterCounts counts, LetterWeeks weeks, People people, Campaigns campaigns) {
        this.counts = counts;
        this.weeks = weeks;
        this.people = people;
        this.campaigns = campaigns;
    }

    public Answer to(Question question, Instant now) {
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        List<LocalDate> mondays = question.mondays(today);
        LocalDate from = mondays.get(0);
        LocalDate until = mondays.get(mondays.size() - 1).plusWeeks(1);

        List<Recipient> everybody = people.all();
        List<Recipient> asked = everybody.stream()
                .filter(person -> question.personId() == null || question.personId() == person.id())
                .toList();
        Map<LetterState, Waiting> waiting = counts.waiting(question.scope(), now);
        Map<Long, Map<LetterState, Long>> standing = counts.nowByPerson(question.scope());
        List<Answer.State> states = states(standing.values(), waiting, now);
        Answer.@Nullable State oldest = states.stream()
                .filter(state -> state.oldest() != null)
                .max(Comparator.comparing(state -> Objects.requireNonNull(state.oldest())))
                .orElse(null);
        List<Answer.Week> weekly = weekly(mondays, question, from, until);
        List<Answer.Person> drawn =
                drawn(asked, mondays, weeks.postedByPerson(question.scope(), from, until), question);
        return new Answer(
                question,
                now,
                everybody.stream()
                        .map(person -> new Answer.Choice(person.id(), name(person)))
                        .toList(),
                campaigns.all().stream()
                        .map(campaign -> new Answer.Choice(campaign.id(), campaign.title()))
                        .toList(),
                waiting.values().stream().mapToLong(Waiting::letters).sum(),
                oldest == null ? null : oldest.oldest(),
                oldest == null ? null : oldest.state(),
                weekly,
                weekly.stream().map(Answer.Week::steps).reduce(Steps.NONE, Steps::plus),
                weekly.stream().map(Answer.Week::days).reduce(DaysToPost.NONE, DaysToPost::plus),
                question.everybody() ? drawn : drawn.stream().limit(DRAWN).toList(),
                drawn.size(),
                thin(asked, drawn, standing, question, today),
                states);
    }

    private List<Answer.Week> weekly(List<LocalDate> mondays, Question question, LocalDate from, LocalDate until) {
        SortedMap<LocalDate, Steps> steps = weeks.steps(question.scope(), from, until);
        SortedMap<LocalDate, DaysToPost> days = weeks.daysToPost(question.scope(), from, until);
        return mondays.stream()
                .map(monday -> new Answer.Week(
                        monday, steps.getOrDefault(monday, Steps.NONE), days.getOrDefault(monday, DaysToPost.NONE)))
                .toList();
    }

    /** Those with the fewest letters lately first: they are whom the page is for. */
    private static List<Answer.Person> drawn(
            List<Recipient> asked, List<LocalDate> mondays, Map<Long, Map<LocalDate, Long>> posted, Question question) {
        return asked.stream()
                .filter(person -> person.acceptsLetters() || posted.containsKey(person.id()))
                .map(person -> {
                    Map<LocalDate, Long> letters = posted.getOrDefault(person.id(), Map.of());
                    List<Long> bars = mondays.stream()
                            .map(monday -> letters.getOrDefault(monday, 0L))
                            .toList();
                    long lately = bars.stream()
                            .skip(Math.max(0, bars.size() - question.inWeeks()))
                            .mapToLong(Long::longValue)
                            .sum();
                    return new Answer.Person(person.id(), name(person), bars, lately);
                })
                .sorted(Comparator.comparing(Answer.Person::lately).thenComparing(Answer.Person::all))
                .toList();
    }

    private List<Answer.Thin> thin(
            List<Recipient> asked,
            List<Answer.Person> drawn,
            Map<Long, Map<LetterState, Long>> now,
            Question question,
            LocalDate today) {
        Map<Long, LocalDate> last = weeks.lastPosted(question.scope());
        Map<Long, Recipient> byId =
                asked.stream().collect(java.util.stream.Collectors.toMap(Recipient::id, person -> person));
        List<Answer.Thin> thin = new ArrayList<>();
        for (Answer.Person bars : drawn) {
            Recipient person = Objects.requireNonNull(byId.get(bars.id()));
            if (bars.lately() < question.fewerThan() && person.acceptsLetters()) {
                thin.add(thin(
                        person, bars.lately(), last.get(person.id()), now.getOrDefault(person.id(), Map.of()), today));
            }
        }
        return thin;
    }

    private static Answer.Thin thin(
            Recipient person, long lately, @Nullable LocalDate last, Map<LetterState, Long> now, LocalDate today) {
        LetterState most = now.keySet().stream()
                .filter(state -> state.patience() != null)
                .max(Comparator.comparing(state -> now.getOrDefault(state, 0L)))
                .orElse(null);
        long unchecked = ChronoUnit.DAYS.between(person.facility().checkedOn(), today);
        boolean held = now.containsKey(LetterState.READY) && unchecked > ADDRESS_IS_OLD_DAYS;
        return new Answer.Thin(
                person.id(),
                name(person),
                person.facility().latin().name(),
                person.facility().slug(),
                (person instanceof Prisoner ? "/people/" : "/officials/") + person.slug(),
                lately,
                last,
                held ? unchecked : null,
                most,
                most == null ? 0 : now.getOrDefault(most, 0L));
    }

    /** From the readers on: what is not sent yet is its writer's own business. */
    private static List<Answer.State> states(
            Collection<Map<LetterState, Long>> standing, Map<LetterState, Waiting> waiting, Instant at) {
        Map<LetterState, Long> now = new EnumMap<>(LetterState.class);
        standing.forEach(person -> person.forEach((state, letters) -> now.merge(state, letters, Long::sum)));
        return Arrays.stream(LetterState.values())
                .filter(state -> state != LetterState.DRAFT && state != LetterState.UNCONFIRMED)
                .map(state -> {
                    Duration patience = state.patience();
                    Waiting here = waiting.get(state);
                    return new Answer.State(
                            state,
                            now.getOrDefault(state, 0L),
                            patience == null ? null : patience.toDays(),
                            here == null
                                    ? null
                                    : Math.max(
                                            0,
                                            Duration.between(here.oldest(), at).toDays()),
                            here == null ? 0 : here.over());
                })
                .filter(state -> state.letters() > 0 || state.patience() != null)
                .toList();
    }

    private static String name(Recipient person) {
        return person.latinName().spoken();
    }
}
