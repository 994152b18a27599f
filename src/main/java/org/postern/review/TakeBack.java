package org.postern.review;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.postern.directory.People;
import org.postern.letter.Advice;
import org.postern.letter.Letter;
import org.postern.letter.LetterEvents;
import org.postern.letter.LetterReading;
import org.postern.letter.LetterState;
import org.postern.letter.Letters;
import org.postern.letter.NotNow;
import org.postern.letter.Writers;
import org.postern.notice.NoticeKind;
import org.postern.staff.Audit;
import org.postern.staff.StaffAccounts;

/**
 * Decisions are taken back: for half a minute by whoever made them, before any mail went; by a lead for as long as nobody
 * worked on the letter since, until it is in a batch.
 */
@Dependent
public class TakeBack {
    private final LetterEvents letterEvents;
    private final Letters letters;
    private final People people;
    private final Writers writers;
    private final WhoReads whoReads;
    private final StaffAccounts accounts;
    private final Audit audit;

    @Inject
    public TakeBack(
            LetterEvents letterEvents,
            Letters letters,
            People people,
            Writers writers,
            WhoReads whoReads,
            StaffAccounts accounts,
            Audit audit) {
        this.letterEvents = letterEvents;
        this.letters = letters;
        this.people = people;
        this.writers = writers;
        this.whoReads = whoReads;
        this.accounts = accounts;
        this.audit = audit;
    }

    /** @return before then no mail tells of a decision that is made now */
    static Instant until(Instant now) {
        return now.plus(LetterReading.UNDO);
    }

    /**
     * A decision of one's own that can be taken back now.
     *
     * @param to whom the letter is for
     * @param what the message {@code undo.<what>}
     */
    public record Fresh(UUID id, String to, String what, long secondsLeft) {}

    /** @return in one room, the latest first */
    @Transactional
    public List<Fresh> fresh(long staff, LetterState room, Instant now) {
        return letterEvents.decidedJustNow(staff, now).stream()
                .filter(letter -> letter.reading().decidedFrom() == room && !letter.isClaimed(now))
                .map(letter -> new Fresh(letter.id(), to(letter), what(letter), secondsLeft(letter, now)))
                .toList();
    }

    /**
     * A decision that a lead may take back.
     *
     * @param who the name of the member who decided
     * @param hour in which it was decided
     * @param why codes of messages {@code reason.<CODE>}; empty for none
     */
    public record Decided(UUID id, String to, String who, Instant hour, String what, List<String> why) {}

    /** @return the latest first; nothing of what was written in either direction */
    @Transactional
    public List<Decided> decided(Instant now, int most) {
        List<Letter> all = letterEvents.decided(now, most);
        Set<Long> by = all.stream()
                .map(letter -> letter.reading().decidedBy())
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        var names = accounts.names(by);
        return all.stream()
                .map(letter -> new Decided(
                        letter.id(),
                        to(letter),
                        names.getOrDefault(
                                letter.reading().decidedBy(),
                                "#" + letter.reading().decidedBy()),
                        letter.stateSince(),
                        what(letter),
                        why(letter)))
                .toList();
    }

    /**
     * What came of it.
     *
     * @param room where the letter waits again; whoever takes back their own decision has it open
     * @param words that the reader had typed to the writer; empty for none, and where somebody else had
     */
    record TakenBack(LetterState room, String words) {}

    /** @throws NotNow if it is too late, or somebody works on it */
    @Transactional
    public TakenBack takeBack(UUID id, long staff, Instant now) {
        Letter letter =
                letters.lock(id).orElseThrow(() -> new NotNow(NotNow.Why.STATE, "There is no such letter any more"));
        boolean mine = Objects.equals(letter.reading().decidedBy(), staff);
        Advice words = mine ? advice(letter) : null;
        String typed = words == null ? "" : (words.kind() + "\n\n" + words.words()).strip();
        LetterState was = letter.state();
        LetterState room = letter.takeBack(staff, whoReads.isLead(staff), now);
        NoticeKind told = told(was, room);
        if (told != null) {
            writers.takeBack(letter, told, now);
        }
        audit.record(staff, "letter.taken-back", id.toString(), was.name());
        if (mine) {
            letter.claim(staff, now);
        }
        return new TakenBack(room, typed);
    }

    private @Nullable Advice advice(Letter letter) {
        return letter.state() == LetterState.CHANGES_ASKED || letter.state() == LetterState.REFUSED
                ? letters.adviceOn(letter).map(Advice::parse).orElse(null)
                : null;
    }

    /** @return what its writer was told, or would have been; null where a decision is told to nobody */
    private static @Nullable NoticeKind told(LetterState of, LetterState room) {
        return switch (of) {
            case CHANGES_ASKED -> NoticeKind.CHANGES_ASKED;
            case REFUSED -> NoticeKind.REFUSED;
            case HELD -> NoticeKind.HELD;
            // That a second reader agreed with a translation is told to nobody.
            case READY, IN_TRANSLATION -> room == LetterState.IN_REVIEW ? NoticeKind.APPROVED : null;
            default -> null;
        };
    }

    private List<String> why(Letter letter) {
        LetterState.Reason reason = letter.reason();
        if (reason != null) {
            return List.of(reason.name());
        }
        Advice advice = advice(letter);
        return advice == null
                ? List.of()
                : advice.about().stream().sorted().map(Enum::name).toList();
    }

    private String to(Letter letter) {
        return people.byId(letter.recipientId()).orElseThrow().latinName().spoken();
    }

    private static String what(Letter letter) {
        return letter.state().name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static long secondsLeft(Letter letter, Instant now) {
        Instant until = letter.reading().undoUntil();
        return until == null ? 0 : Math.max(1, Duration.between(now, until).toSeconds());
    }
}
