package org.postern.track;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.postern.directory.People;
import org.postern.letter.AddressTasks;
import org.postern.letter.Batch;
import org.postern.letter.BatchLines;
import org.postern.letter.Batches;
import org.postern.letter.LedgerEntries;
import org.postern.letter.LetterCounts;
import org.postern.letter.LetterCounts.Waiting;
import org.postern.letter.LetterEvents;
import org.postern.letter.LetterState;
import org.postern.letter.LetterState.Reason;
import org.postern.letter.Letters;
import org.postern.letter.Watches;
import org.postern.letter.WaysOut;
import org.postern.letter.WaysOut.Missing;
import org.postern.notice.Notice;
import org.postern.notice.Outbox;
import org.postern.reply.Replies;
import org.postern.staff.Role;
import org.postern.staff.Roles;
import org.postern.staff.Staff;
import org.postern.web.Page;
import org.postern.web.Settings;

/** What waits for me, by role: a window each with one large number, how old the oldest is, and one action. */
@Path("/desk")
@RolesAllowed(Roles.STAFF)
@RequestScoped
public class DeskPage {
    private static final int LATELY = 50;

    @Inject
    private Staff staff;

    @Inject
    private LetterCounts counts;

    @Inject
    private LetterEvents letterEvents;

    @Inject
    private Batches batches;

    @Inject
    private BatchLines batchLines;

    @Inject
    private LedgerEntries ledger;

    @Inject
    private Settings settings;

    @Inject
    private AddressTasks addressTasks;

    @Inject
    private Letters letters;

    @Inject
    private People people;

    @Inject
    private WaysOut ways;

    @Inject
    private Outbox outbox;

    @Inject
    private Replies replies;

    @Inject
    private Watches watches;

    @Inject
    private Clock clock;

    @SuppressWarnings("NullAway.Init")
    public DeskPage() {}

    /**
     * @param urgent the first batch that was printed and not marked posted; null for none
     * @param watched null for those who cannot mend anything about it
     */
    public record Model(
            String name,
            List<Window> windows,
            List<Place> places,
            BatchLines.@Nullable NotPosted urgent,
            long late,
            @Nullable Map<Watches.Watch, Long> watched) {

        public boolean quiet() {
            return watched != null && watched.values().stream().allMatch(n -> n == 0);
        }
    }

    /**
     * One role's window.
     *
     * @param key of its messages, {@code window.<key>}
     * @param waits the large number
     * @param oldestHours how long the oldest waits; 0 where nothing does
     * @param patienceHours how long it may
     * @param href where its one action leads
     */
    public record Window(String key, long waits, long oldestHours, long patienceHours, String href, List<Line> lines) {}

    /**
     * @param key of its message
     * @param argument of the message; may be empty; a country's code with {@code no-route}
     * @param href empty for none
     */
    public record Line(String key, String argument, long count, String href) {}

    /** How many letters are in one state. */
    public record Place(
            LetterState state,
            long letters,
            long oldestHours,
            @Nullable Long patienceHours) {}

    @GET
    @Transactional
    public Page desk() {
        Instant now = clock.instant();
        Map<LetterState, Waiting> waiting = counts.waiting(now);
        List<Window> windows = new ArrayList<>();
        if (staff.is(Role.MODERATOR)) {
            windows.add(window(
                    "review",
                    waiting,
                    LetterState.IN_REVIEW,
                    "/desk/review",
                    now,
                    List.of(line("changes-asked", "", waiting, LetterState.CHANGES_ASKED))));
        }
        if (staff.is(Role.TRANSLATOR)) {
            windows.add(window(
                    "translations",
                    waiting,
                    LetterState.IN_TRANSLATION,
                    "/desk/translations",
                    now,
                    List.of(
                            line("second-reader", "/desk/translations", waiting, LetterState.TRANSLATION_CHECK),
                            new Line(
                                    "answers",
                                    "",
                                    replies.toTranslate(now).size()
                                            + replies.atSecondReaders().size(),
                                    "/desk/translations/replies"))));
        }
        if (staff.is(Role.PRINTER)) {
            windows.add(window("print", waiting, LetterState.READY, "/desk/batches", now, printing(waiting, now)));
        }
        if (staff.is(Role.ORGANISER)) {
            windows.add(window("organise", waiting, LetterState.HELD, "/desk/held", now, organising(waiting, now)));
        }
        if (staff.is(Role.ADMIN)) {
            windows.add(new Window("admin", 0, 0, 0, "/desk/staff", administrating()));
        }
        boolean watching = staff.is(Role.ORGANISER) || staff.is(Role.ADMIN);
        return Page.of(
                        "track/desk",
                        new Model(
                                staff.name(),
                                windows,
                                places(waiting, now),
                                staff.is(Role.PRINTER)
                                        ? batchLines.printedNotPosted(staff.id(), now).stream()
                                                .findFirst()
                                                .orElse(null)
                                        : null,
                                waiting.values().stream()
                                        .mapToLong(Waiting::over)
                                        .sum(),
                                watching ? watches.look(now) : null))
                .keptSecret();
    }

    /** What two must read waits for an administrator where nobody may be the second. */
    private List<Line> administrating() {
        List<Line> lines = new ArrayList<>();
        long stuck = letterEvents.waitingForNobody();
        if (stuck > 0) {
            lines.add(new Line("one-reader", "", stuck, "/desk/staff"));
        }
        lines.add(new Line("audit", "", 0, "/desk/audit"));
        return lines;
    }

    private List<Line> printing(Map<LetterState, Waiting> waiting, Instant now) {
        List<Line> lines = new ArrayList<>();
        for (Batch batch : batches.openOf(staff.id())) {
            lines.add(new Line(
                    "batch",
                    batch.name(),
                    batch.lines().stream().filter(l -> l.isOpen()).count(),
                    "/desk/batches/" + batch.number()));
        }
        lines.add(line("unsure", "/desk/post/unsure", waiting, LetterState.UNSURE));
        List<Batch> lying = batches.closedOf(staff.id(), LATELY).stream()
                .filter(batch -> batch.tidiedAt() == null && batch.filesTakenAt() != null)
                .toList();
        if (!lying.isEmpty()) {
            Batch oldest = lying.get(lying.size() - 1);
            lines.add(new Line("tidy", oldest.name(), lying.size(), "/desk/batches/" + oldest.number()));
        }
        lines.add(posted(staff.id(), now));
        lines.add(new Line(
                "replies",
                "",
                replies.inHandOf(staff.id(), staff.siteId(), clock.instant()).size(),
                "/desk/replies"));
        return lines;
    }

    private List<Line> organising(Map<LetterState, Waiting> waiting, Instant now) {
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        List<Line> lines = new ArrayList<>();
        for (BatchLines.NotPosted late : batchLines.printedNotPosted(null, now)) {
            lines.add(new Line("not-posted", late.name(), late.letters(), "/desk/batches/" + late.number()));
        }
        lines.addAll(List.of(
                new Line("addresses", "", addressTasks.open(today).count(), "/desk/addresses"),
                line("unsure", "/desk/post/unsure", waiting, LetterState.UNSURE),
                line("returned", "/desk/numbers", waiting, LetterState.RETURNED),
                new Line("mails", "", outbox.count(Notice.State.GAVE_UP), "/desk/notices"),
                posted(null, now)));
        Map<Long, Long> noRoute = letters.heldByPerson(Reason.NO_ROUTE);
        Map<Missing, Map<String, Long>> byCountry = new EnumMap<>(Missing.class);
        people.byIds(noRoute.keySet()).values().forEach(one -> {
            // A way that opened a moment ago: its letters are about to go on.
            Missing why = Objects.requireNonNullElse(ways.missing(one), Missing.NO_ROUTE);
            byCountry
                    .computeIfAbsent(why, any -> new TreeMap<>())
                    .merge(one.country(), noRoute.getOrDefault(one.id(), 0L), Long::sum);
        });
        byCountry.forEach((why, countries) ->
                countries.forEach((country, held) -> lines.add(new Line(why.words(), country, held, "/desk/sites"))));
        return lines;
    }

    /** @param by null: by anybody */
    private Line posted(@Nullable Long by, Instant now) {
        LocalDate month = LocalDate.ofInstant(now, settings.zone()).withDayOfMonth(1);
        long letters = ledger.sums(by, month).stream()
                .mapToLong(LedgerEntries.Sum::letters)
                .sum();
        return new Line("ledger", "", letters, "/desk/post/ledger");
    }

    private static Line line(String key, String href, Map<LetterState, Waiting> waiting, LetterState state) {
        Waiting there = waiting.get(state);
        return new Line(key, "", there == null ? 0 : there.letters(), href);
    }

    private static Window window(
            String key,
            Map<LetterState, Waiting> waiting,
            LetterState state,
            String href,
            Instant now,
            List<Line> lines) {
        Waiting there = waiting.get(state);
        return new Window(
                key,
                there == null ? 0 : there.letters(),
                there == null ? 0 : hours(there.oldest(), now),
                Objects.requireNonNull(state.patience()).toHours(),
                href,
                lines);
    }

    private static List<Place> places(Map<LetterState, Waiting> waiting, Instant now) {
        return Stream.of(LetterState.values())
                .filter(state -> state.patience() != null || state == LetterState.CHANGES_ASKED)
                .map(state -> {
                    Waiting there = waiting.get(state);
                    Duration patience = state.patience();
                    return new Place(
                            state,
                            there == null ? 0 : there.letters(),
                            there == null ? 0 : hours(there.oldest(), now),
                            patience == null ? null : patience.toHours());
                })
                .toList();
    }

    private static long hours(Instant since, Instant now) {
        return Math.max(0, Duration.between(since, now).toHours());
    }
}
