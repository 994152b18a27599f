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
import org.postern.letter.Batch;
import org.postern.letter.BatchLine;
import org.postern.letter.BatchLines;
import org.postern.letter.BatchLines.Answer;
import org.postern.letter.Batches;
import org.postern.letter.Letter;
import org.postern.letter.LetterState;
import org.postern.letter.Letters;
import org.postern.notice.NoticeKind;
import org.postern.notice.Outbox;

/** Letters are in the post box: the day and the city are noted, and each writer who can be told will be told. */
@ApplicationScoped
class MarkPosted {
    private Batches batches;
    private BatchLines batchLines;
    private Letters letters;
    private Outbox outbox;
    private Clock clock;

    @SuppressWarnings("NullAway.Init")
    protected MarkPosted() {}

    @Inject
    MarkPosted(Batches batches, BatchLines batchLines, Letters letters, Outbox outbox, Clock clock) {
        this.batches = batches;
        this.batchLines = batchLines;
        this.letters = letters;
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * Posted in the site's city.
     *
     * @return how many became posted by this; a letter that was already is left as it is
     */
    @Transactional
    public int posted(long number, Collection<Integer> stackNos, long staff) {
        Instant now = clock.instant();
        Batch batch = batches.lock(number).orElseThrow(NotFoundException::new);
        List<BatchLine> open = batch.lines().stream().filter(BatchLine::isOpen).toList();
        int posted = batchLines.post(batch, stackNos, batch.site().city(), staff, now);
        open.stream().filter(line -> line.leftAs() == LetterState.POSTED).forEach(line -> tellWriter(line, now));
        return posted;
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
        BatchLine line = batch.lines().get(stackNo - 1);
        String where = city.isEmpty() ? batch.site().city() : city;
        boolean posted = batchLines.post(
                        batch, List.of(stackNo), where, at(day, batch.site().zone(), now), staff, now)
                > 0;
        if (posted) {
            tellWriter(line, now);
        }
        return posted;
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
        batchLines.answer(line, answer, staff, forAnybody, now);
        if (answer == Answer.POSTED) {
            tellWriter(line, now);
        }
    }

    private void tellWriter(BatchLine line, Instant now) {
        letters.byId(line.letterId())
                .flatMap(Letter::submission)
                .ifPresent(submission -> submission
                        .contact()
                        .filter(contact -> !contact.isForgotten())
                        .ifPresent(contact -> outbox.tell(
                                NoticeKind.POSTED, contact.id(), line.letterId(), submission.language(), now)));
    }
}
