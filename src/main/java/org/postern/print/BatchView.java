package org.postern.print;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.postern.letter.Batch;
import org.postern.letter.BatchLine;
import org.postern.letter.Batches;
import org.postern.letter.Frozen;
import org.postern.letter.LetterState;
import org.postern.letter.Pages;
import org.postern.letter.Postings;
import org.postern.letter.StackNumbers;
import org.postern.site.Family;

/** What the page of a batch shows: its rows as they were frozen, and how far each letter is. */
@ApplicationScoped
public class BatchView {
    private Batches batches;
    private StackRows stackRows;
    private Postings postings;
    private Pages pages;
    private Clock clock;

    @SuppressWarnings("NullAway.Init")
    protected BatchView() {}

    @Inject
    BatchView(Batches batches, StackRows stackRows, Postings postings, Pages pages, Clock clock) {
        this.batches = batches;
        this.stackRows = stackRows;
        this.postings = postings;
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

    /** A picture to look at before printing; words {@code print.look.<why>}. */
    public record Look(int no, String why) {}

    /**
     * The page.
     *
     * @param mine whether the one who looks may act
     * @param pdfKb size of the file in kilobytes, 0 once it is deleted
     * @param paper what else may be taken, on envelopes and labels
     * @param postings what went from it, and whether there is a receipt
     * @param today by the site's calendar
     */
    public record Model(
            Batch batch,
            boolean mine,
            boolean window,
            List<String> countries,
            Step step,
            List<StackRow> rows,
            List<Look> looks,
            int sheets,
            int pdfSheets,
            long pdfKb,
            Paperwork paper,
            List<Postings.Carried> postings,
            LocalDate today,
            boolean overdue,
            Said said) {

        public long toPrint() {
            return rows.stream().filter(StackRow::canBePrinted).count();
        }

        public long toPost() {
            return rows.stream().filter(StackRow::canBePosted).count();
        }

        public long posted() {
            return rows.stream().filter(StackRow::isPosted).count();
        }

        /** @return nos to be printed once more; empty for none */
        public String again() {
            return nos(row -> row.again() != null);
        }

        /** @return nos whose papers are to be taken out; empty for none */
        public String toRemove() {
            return nos(StackRow::isToRemove);
        }

        public List<StackRow> removals() {
            return rows.stream().filter(StackRow::isToRemove).toList();
        }

        /** @return whether somebody may say that such a paper is in the post already */
        public boolean mayHaveGone() {
            return removals().stream().anyMatch(StackRow::open);
        }

        /** @return whether any letter's stamp is known */
        public boolean hasStamps() {
            return rows.stream().anyMatch(row -> row.stamp() != null);
        }

        public long undoable() {
            return rows.stream().filter(StackRow::mayUndo).count();
        }

        public String undoableNos() {
            return nos(StackRow::mayUndo);
        }

        /** @return of paper, so far as it was printed */
        public long sheetsUsed() {
            return rows.stream()
                    .filter(row -> row.isPosted() || row.state() == LetterState.PRINTED || row.copy() > 1)
                    .mapToLong(row -> row.canBePrinted() ? row.sheetsUsed() - row.sheets() : row.sheetsUsed())
                    .sum();
        }

        public long spoiled() {
            return rows.stream()
                    .mapToLong(row -> row.sheetsUsed() - row.sheets())
                    .sum();
        }

        /** @return whether it is over and nobody said that files and lists are gone */
        public boolean isToTidy() {
            return step == Step.CLOSED && batch.tidiedAt() == null && batch.filesTakenAt() != null;
        }

        /** @return of the site's country, ISO 4217 */
        public String currency() {
            Currency in = Currency.getInstance(new Locale("", batch.site().country()));
            return in == null ? "EUR" : in.getCurrencyCode();
        }

        private String nos(Predicate<StackRow> which) {
            TreeSet<Integer> nos = new TreeSet<>();
            rows.stream().filter(which).forEach(row -> nos.add(row.no()));
            return StackNumbers.write(nos);
        }

        public long unsure() {
            return rows.stream()
                    .filter(row -> row.open() && row.state() == LetterState.UNSURE)
                    .count();
        }

        public long takenBack() {
            return rows.stream().filter(StackRow::isTakenBack).count();
        }

        /** @return whether nothing of it was posted, and not because its volunteer gave it back */
        public boolean isEmptied() {
            return step == Step.CLOSED && posted() == 0 && takenBack() > 0;
        }

        public long out() {
            return rows.stream().filter(StackRow::isOut).count();
        }

        public long left() {
            return toPrint() + toPost();
        }

        public long places() {
            return rows.stream().map(StackRow::place).distinct().count();
        }
    }

    Model of(Batch batch, boolean mine, Said said) {
        Instant now = clock.instant();
        List<StackRow> rows = stackRows.of(batch, now);
        int letterSheets = rows.stream().mapToInt(StackRow::sheets).sum();
        BatchLine last = batch.lines().get(batch.lines().size() - 1);
        return new Model(
                batch,
                mine,
                batch.family() == Family.WINDOW,
                batch.countries(),
                step(batch, rows),
                rows,
                mine ? looks(rows, batch) : List.of(),
                letterSheets,
                (last.firstPage() - 1) / 2 + last.sheets(),
                (batch.pdfBytes() + 1023) / 1024,
                paperwork(batch),
                postings.from(batch),
                LocalDate.ofInstant(now, batch.site().zone()),
                batch.isOverdue(now),
                said);
    }

    private Paperwork paperwork(Batch batch) {
        List<Frozen> letters = batch.lines().stream()
                .filter(BatchLine::isOpen)
                .flatMap(line -> batches.frozen(line).map(Frozen::of).stream())
                .toList();
        int slips = (int) batch.lines().stream().filter(SetFiles::isTakenBack).count();
        return Paperwork.of(batch.site(), letters, slips, pages);
    }

    private static Step step(Batch batch, List<StackRow> rows) {
        // Without a letter it is finished, although the clock may write that down only in a minute.
        if (batch.closedAt() != null || batch.lines().stream().noneMatch(BatchLine::isOpen)) {
            return Step.CLOSED;
        }
        if (batch.filesTakenAt() == null) {
            return Step.FILES;
        }
        if (rows.stream().anyMatch(StackRow::canBePrinted)) {
            return Step.PRINT;
        }
        return rows.stream().anyMatch(StackRow::canBePosted) ? Step.POST : Step.ANSWER;
    }

    /** The thinnest, the thickest, and one by chance: always the same one, so that a reload does not surprise. */
    private static List<Look> looks(List<StackRow> rows, Batch batch) {
        List<StackRow> here = rows.stream().filter(StackRow::open).toList();
        if (here.isEmpty()) {
            return List.of();
        }
        List<Look> looks = new ArrayList<>();
        looks.add(new Look(here.get(0).no(), "shortest"));
        StackRow longest =
                here.stream().max(Comparator.comparingInt(StackRow::sheets)).orElseThrow();
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
