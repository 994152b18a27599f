package org.postern.post;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.NotFoundException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.postern.letter.Actor;
import org.postern.letter.Batch;
import org.postern.letter.BatchLine;
import org.postern.letter.BatchLines;
import org.postern.letter.BatchLines.Answer;
import org.postern.letter.Batches;
import org.postern.letter.ByPost;
import org.postern.letter.ByPost.Paid;
import org.postern.letter.Letter;
import org.postern.letter.Letters;
import org.postern.letter.NotNow;
import org.postern.letter.PulledOut;
import org.postern.letter.Writers;
import org.postern.notice.NoticeKind;
import org.postern.web.Settings;

/**
 * Letters are in the post box: day and city are noted, and each writer who can be told will be told, once it cannot be
 * undone any more.
 */
@ApplicationScoped
class MarkPosted {
    private Batches batches;
    private BatchLines batchLines;
    private Letters letters;
    private PulledOut pulledOut;
    private Writers writers;
    private Settings settings;
    private Clock clock;

    @SuppressWarnings("NullAway.Init")
    protected MarkPosted() {}

    @Inject
    MarkPosted(
            Batches batches,
            BatchLines batchLines,
            Letters letters,
            PulledOut pulledOut,
            Writers writers,
            Settings settings,
            Clock clock) {
        this.batches = batches;
        this.batchLines = batchLines;
        this.letters = letters;
        this.pulledOut = pulledOut;
        this.writers = writers;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * What a volunteer says of a way to the post box.
     *
     * @param day null: today, by the site's calendar
     * @param city empty: the site's
     * @param tracking by stack number
     * @param paid for all of them; null: nobody says
     */
    record Said(
            @Nullable LocalDate day,
            String city,
            Map<Integer, String> tracking,
            @Nullable Paid paid) {
        static final Said TODAY = new Said(null, "", Map.of(), null);

        static Said on(LocalDate day, String city) {
            return new Said(day, city, Map.of(), null);
        }
    }

    /** The day lies ahead, or before the batch was claimed. */
    static final class NoSuchDay extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    /**
     * What a deed left.
     *
     * @param stay how many of the batch are neither posted nor out of it
     */
    record Posted(int letters, int stay) {}

    /**
     * Any letters of a batch, by its volunteer.
     *
     * @return how many became posted by this; a letter that was already is left as it is
     * @throws NotNow if the batch is finished, or somebody else's
     * @throws NoSuchDay if they cannot have been posted on that day
     */
    @Transactional
    public Posted posted(long number, Collection<Integer> stackNos, Said said, long staff) {
        Instant now = clock.instant();
        Batch batch = batches.lock(number).orElseThrow(NotFoundException::new);
        mustBeOf(batch, staff);
        ZoneId zone = batch.site().zone();
        LocalDate day = said.day();
        if (day != null
                && (day.isAfter(LocalDate.ofInstant(now, zone))
                        || day.isBefore(LocalDate.ofInstant(batch.claimedAt(), zone)))) {
            throw new NoSuchDay();
        }
        List<BatchLine> posted = tellOf(batchLines.post(batch, stackNos, how(batch, said, now), staff, now), now);
        int stay = (int) batch.lines().stream().filter(BatchLine::isOpen).count();
        return new Posted(posted.size(), stay);
    }

    /** Papers that were to be taken out, and were in the post already. */
    @Transactional
    public int wentAlready(long number, Collection<Integer> stackNos, long staff) {
        Instant now = clock.instant();
        Batch batch = batches.lock(number).orElseThrow(NotFoundException::new);
        mustBeOf(batch, staff);
        ByPost how = how(batch, Said.TODAY, now);
        return tellOf(batchLines.wentAlready(batch, stackNos, how, staff, now), now)
                .size();
    }

    /**
     * One letter, by its code: into the post box on a day, in a place that the volunteer chose.
     *
     * @param day not after today; by the site's calendar
     * @param city empty: the site's
     * @return whether it became posted by this
     * @throws NotNow if its batch is finished
     */
    @Transactional
    public boolean posted(long number, int stackNo, LocalDate day, String city, long staff) {
        Instant now = clock.instant();
        Batch batch = batches.lock(number).orElseThrow(NotFoundException::new);
        ByPost how = how(batch, Said.on(day, city), now);
        return !tellOf(batchLines.post(batch, List.of(stackNo), how, staff, now), now)
                .isEmpty();
    }

    private static void mustBeOf(Batch batch, long staff) {
        if (batch.claimedBy() != staff) {
            throw new NotNow(NotNow.Why.CLAIM, "This batch is somebody else's");
        }
    }

    private ByPost how(Batch batch, Said said, Instant now) {
        ZoneId zone = batch.site().zone();
        LocalDate today = LocalDate.ofInstant(now, zone);
        LocalDate day = said.day() == null || said.day().isAfter(today) ? today : said.day();
        return new ByPost(
                day,
                at(day, zone, now),
                said.city().isEmpty() ? batch.site().city() : said.city(),
                said.tracking(),
                said.paid(),
                settings.undoPosting());
    }

    /** The evening of a day that is over, when post boxes are emptied. */
    private static Instant at(LocalDate day, ZoneId zone, Instant now) {
        Instant evening = day.atTime(18, 0).atZone(zone).toInstant();
        return evening.isBefore(now) && day.isBefore(LocalDate.ofInstant(now, zone)) ? evening : now;
    }

    /**
     * A person says what became of a paper of which nobody was sure.
     *
     * @param forAnybody whether they may answer for papers of other volunteers
     */
    @Transactional
    public void answer(long number, int stackNo, Answer answer, long staff, boolean forAnybody) {
        Instant now = clock.instant();
        Batch batch = batches.lock(number).orElseThrow(NotFoundException::new);
        BatchLine line = batch.lines().stream()
                .filter(one -> one.stackNo() == stackNo)
                .findFirst()
                .orElseThrow(NotFoundException::new);
        List<BatchLine> pulled = PulledOut.of(batch);
        batchLines.answer(line, answer, how(batch, Said.TODAY, now), staff, forAnybody, now);
        if (answer == Answer.POSTED) {
            tellOf(List.of(line), now);
        } else if (pulled.contains(line)) {
            pulledOut.settle(List.of(line), Actor.staff(staff), now);
        }
    }

    /**
     * A few minutes ago, and by mistake: the batch holds them again, printed.
     *
     * @param forAnybody whether they may undo what was posted from batches of other volunteers
     * @return how many are back; one whose writer has been told, or whose time is over, is not
     */
    @Transactional
    public int undo(long number, Collection<Integer> stackNos, long staff, boolean forAnybody) {
        Instant now = clock.instant();
        Batch batch = batches.lock(number).orElseThrow(NotFoundException::new);
        if (!forAnybody) {
            mustBeOf(batch, staff);
        }
        int back = 0;
        for (BatchLine line : batch.lines()) {
            if (stackNos.contains(line.stackNo()) && line.mayUndo(now)) {
                Letter letter = letters.lock(line.letterId()).orElseThrow();
                if (writers.unsay(letter, NoticeKind.POSTED)) {
                    batchLines.unpost(line, letter, staff, now);
                    back++;
                }
            }
        }
        return back;
    }

    private List<BatchLine> tellOf(List<BatchLine> posted, Instant now) {
        Instant from = now.plus(settings.undoPosting());
        posted.forEach(line ->
                letters.byId(line.letterId()).ifPresent(letter -> writers.tell(letter, NoticeKind.POSTED, from, now)));
        return posted;
    }
}
