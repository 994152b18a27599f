package org.postern.print;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postern.directory.People;
import org.postern.directory.Prisoner;
import org.postern.directory.Recipient;
import org.postern.letter.Batch;
import org.postern.letter.BatchLine;
import org.postern.letter.BatchLines;
import org.postern.letter.Batches;
import org.postern.letter.Frozen;
import org.postern.letter.Letter;
import org.postern.letter.LetterState;
import org.postern.letter.Pages;
import org.postern.letter.StackNumbers;
import org.postern.vault.PieceCode;

/** What the page of a batch shows: its rows as they were frozen, and how far each letter is. */
@ApplicationScoped
public class BatchView {
    private Batches batches;
    private BatchLines batchLines;
    private People people;
    private Pages pages;
    private Clock clock;

    @SuppressWarnings("NullAway.Init")
    protected BatchView() {}

    @Inject
    BatchView(Batches batches, BatchLines batchLines, People people, Pages pages, Clock clock) {
        this.batches = batches;
        this.batchLines = batchLines;
        this.people = people;
        this.pages = pages;
        this.clock = clock;
    }

    /** The one thing to do next; words {@code print.step.<name>}. */
    public enum Step {
        FILES,
        PRINT,
        POST,
        /** Somebody must say what became of papers. */
        ANSWER,
        CLOSED
    }

    /**
     * A letter of the stack.
     *
     * @param born a year, or null
     * @param code grouped
     * @param isOut whether it is no longer in the batch, although not posted
     * @param run how many letters in this run of the same thickness, where a run begins here; else 0
     */
    public record Row(
            int no,
            String name,
            @Nullable String born,
            String place,
            String code,
            int sheets,
            LetterState state,
            boolean open,
            boolean isOut,
            int run) {
        public boolean canBePosted() {
            return open && state == LetterState.PRINTED;
        }

        public boolean canBePrinted() {
            return open && state == LetterState.BATCHED;
        }

        public boolean isPosted() {
            return !open && !isOut;
        }

        /** @return whether its writer or an organiser took it out, and not the volunteer */
        public boolean isTakenBack() {
            return isOut && (state == LetterState.WITHDRAWN || state == LetterState.HELD);
        }

        /** @return the nos of the run that begins here */
        public String nos() {
            return run > 1 ? no + "–" + (no + run - 1) : String.valueOf(no);
        }
    }

    /** A picture to look at before printing; words {@code print.look.<why>}. */
    public record Look(int no, String why) {}

    /**
     * The page.
     *
     * @param mine whether the one who looks may act
     * @param pdfKb size of the file in kilobytes, 0 once it is deleted
     * @param paper what else may be taken, on envelopes and labels
     * @param removed nos that are in the file but no longer in the batch
     */
    public record Model(
            Batch batch,
            boolean mine,
            boolean window,
            String country,
            Step step,
            List<Row> rows,
            List<Look> looks,
            int sheets,
            int pdfSheets,
            long pdfKb,
            Paperwork paper,
            String removed,
            boolean overdue,
            String said,
            int saidN,
            int saidHeld) {

        public long toPrint() {
            return rows.stream().filter(Row::canBePrinted).count();
        }

        public long toPost() {
            return rows.stream().filter(Row::canBePosted).count();
        }

        public long posted() {
            return rows.stream().filter(Row::isPosted).count();
        }

        public long unsure() {
            return rows.stream()
                    .filter(row -> row.open() && row.state() == LetterState.UNSURE)
                    .count();
        }

        public long takenBack() {
            return rows.stream().filter(Row::isTakenBack).count();
        }

        /** @return whether nothing of it was posted, and not because its volunteer gave it back */
        public boolean isEmptied() {
            return step == Step.CLOSED && posted() == 0 && takenBack() > 0;
        }

        public long out() {
            return rows.stream().filter(Row::isOut).count();
        }

        public long left() {
            return toPrint() + toPost();
        }

        public long places() {
            return rows.stream().map(Row::place).distinct().count();
        }
    }

    Model of(Batch batch, boolean mine, String said, int n, int held) {
        Instant now = clock.instant();
        Destination destination = Destination.of(batch);
        List<Row> rows = rows(batch);
        int letterSheets = rows.stream().mapToInt(Row::sheets).sum();
        BatchLine last = batch.lines().get(batch.lines().size() - 1);
        TreeSet<Integer> removed = new TreeSet<>();
        rows.stream().filter(Row::isOut).forEach(row -> removed.add(row.no()));
        return new Model(
                batch,
                mine,
                pages.typesetter().stationery(destination.stationery()).window() != null,
                destination.country(),
                step(batch, rows),
                rows,
                mine ? looks(rows, batch) : List.of(),
                letterSheets,
                (last.firstPage() - 1) / 2 + last.sheets(),
                (batch.pdfBytes() + 1023) / 1024,
                paperwork(batch),
                StackNumbers.write(removed),
                batch.isOverdue(now),
                said,
                n,
                held);
    }

    private Paperwork paperwork(Batch batch) {
        List<Frozen> letters = batch.lines().stream()
                .filter(BatchLine::isOpen)
                .flatMap(line -> batches.frozen(line).map(Frozen::of).stream())
                .toList();
        int slips = (int) batch.lines().stream().filter(SetFiles::isTakenBack).count();
        return Paperwork.of(batch.site(), letters, slips, pages);
    }

    private static Step step(Batch batch, List<Row> rows) {
        // Without a letter it is finished, although the clock may write that down only in a minute.
        if (batch.closedAt() != null || batch.lines().stream().noneMatch(BatchLine::isOpen)) {
            return Step.CLOSED;
        }
        if (batch.filesTakenAt() == null) {
            return Step.FILES;
        }
        if (rows.stream().anyMatch(Row::canBePrinted)) {
            return Step.PRINT;
        }
        return rows.stream().anyMatch(Row::canBePosted) ? Step.POST : Step.ANSWER;
    }

    private List<Row> rows(Batch batch) {
        Map<UUID, Letter> letters = batchLines.lettersOf(batch);
        Map<Long, Recipient> persons = people.byIds(
                letters.values().stream().map(Letter::recipientId).distinct().toList());
        List<Row> rows = new ArrayList<>();
        List<BatchLine> lines = batch.lines();
        for (int i = 0; i < lines.size(); i++) {
            BatchLine line = lines.get(i);
            Letter letter = Objects.requireNonNull(letters.get(line.letterId()));
            boolean first = i == 0 || lines.get(i - 1).sheets() != line.sheets();
            int run = first
                    ? (int) lines.stream()
                            .filter(other -> other.sheets() == line.sheets())
                            .count()
                    : 0;
            LetterState leftAs = line.leftAs();
            LetterState state = leftAs != null ? leftAs : letter.state();
            boolean open = line.isOpen() && state != LetterState.WITHDRAWN && state != LetterState.HELD;
            boolean out = !open && state != LetterState.POSTED;
            Frozen.To to = to(line, Objects.requireNonNull(persons.get(letter.recipientId())));
            rows.add(new Row(
                    line.stackNo(),
                    to.latinName(),
                    to.born(),
                    to.place(),
                    new PieceCode(line.pieceCode()).text(),
                    line.sheets(),
                    state,
                    open,
                    out,
                    run));
        }
        return rows;
    }

    /** As it was frozen; once the words are erased, as the directory says today. */
    private Frozen.To to(BatchLine line, Recipient today) {
        return batches.frozen(line).map(bytes -> Frozen.of(bytes).to()).orElseGet(() -> {
            Integer year = today instanceof Prisoner prisoner ? prisoner.birthYear() : null;
            return new Frozen.To(
                    today.name().spoken(),
                    today.latinName().spoken(),
                    year == null ? null : year.toString(),
                    null,
                    today.facility().latin().name(),
                    today.country(),
                    today.language());
        });
    }

    /** The thinnest, the thickest, and one by chance: always the same one, so that a reload does not surprise. */
    private static List<Look> looks(List<Row> rows, Batch batch) {
        List<Row> here = rows.stream().filter(Row::open).toList();
        if (here.isEmpty()) {
            return List.of();
        }
        List<Look> looks = new ArrayList<>();
        looks.add(new Look(here.get(0).no(), "shortest"));
        Row longest = here.stream().max(Comparator.comparingInt(Row::sheets)).orElseThrow();
        if (longest.no() != here.get(0).no()) {
            looks.add(new Look(longest.no(), "longest"));
        }
        int chance = here.get((int) (batch.number() * 7919 % here.size())).no();
        if (looks.stream().noneMatch(look -> look.no() == chance)) {
            looks.add(new Look(chance, "chance"));
        }
        return looks;
    }
}
