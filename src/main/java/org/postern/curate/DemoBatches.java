package org.postern.curate;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.postern.directory.Recipient;
import org.postern.letter.Actor;
import org.postern.letter.Batch;
import org.postern.letter.BatchLine;
import org.postern.letter.BatchLines;
import org.postern.letter.Batches;
import org.postern.letter.Letter;
import org.postern.letter.LetterState;
import org.postern.letter.LetterState.Reason;
import org.postern.letter.StackWanted;
import org.postern.site.PrintSite;
import org.postern.site.PrintSites;

/** The demo's evenings at the printers, and what became of the letters after the post box. */
@Dependent
class DemoBatches {
    private static final Duration UNTIL_ANSWERED = Duration.ofDays(26);
    private static final Duration UNTIL_RETURNED = Duration.ofDays(15);

    private final Batches batches;
    private final BatchLines batchLines;
    private final PrintSites sites;
    private final Consumer<StackWanted> printer;

    @Inject
    DemoBatches(Batches batches, BatchLines batchLines, PrintSites sites, Event<StackWanted> wanted) {
        this(batches, batchLines, sites, wanted::fire);
    }

    DemoBatches(Batches batches, BatchLines batchLines, PrintSites sites, Consumer<StackWanted> printer) {
        this.batches = batches;
        this.batchLines = batchLines;
        this.sites = sites;
        this.printer = printer;
    }

    void tell(List<DemoLetter> letters, DemoCrew crew, Instant now, Deeds deeds) {
        for (DemoFile file : DemoFiles.in("batches")) {
            List<DemoLetter> stack = letters.stream()
                    .filter(one -> one.file()
                            .maybe("batch")
                            .filter(file.name()::equals)
                            .isPresent())
                    .toList();
            new Evening(file, stack, crew.printer(), now).tell(deeds);
        }
    }

    /** One batch. */
    private final class Evening {
        private final DemoFile file;
        private final List<DemoLetter> stack;
        private final long printer;
        private final Instant now;
        private long number;

        Evening(DemoFile file, List<DemoLetter> stack, long printer, Instant now) {
            this.file = file;
            this.stack = stack;
            this.printer = printer;
            this.now = now;
        }

        void tell(Deeds deeds) {
            Instant claimed = when("claimed");
            deeds.at(claimed, () -> claim(claimed));
            if (file.maybe("printed").isEmpty()) {
                return;
            }
            Instant printed = when("printed");
            deeds.at(printed, () -> print(printed));
            if (file.maybe("posted").isPresent()) {
                Instant posted = when("posted");
                deeds.at(posted, () -> post(posted));
                stack.forEach(one -> afterwards(one, printer, posted, deeds));
            }
        }

        private Instant when(String what) {
            return now.minus(Duration.parse(file.value(what)));
        }

        private void claim(Instant when) {
            Map<Letter, Recipient> letters = new LinkedHashMap<>();
            stack.forEach(one -> letters.put(one.letter(), one.to()));
            DemoBatches.this.printer.accept(new StackWanted(site(), letters, printer, when));
            number = batches.lately(1).get(0).number();
        }

        private PrintSite site() {
            return sites.all().stream()
                    .filter(site -> site.name().equalsIgnoreCase(file.value("site")))
                    .findFirst()
                    .orElseThrow();
        }

        private void print(Instant when) {
            Batch batch = batch();
            batch.takeFiles(printer, when);
            while (batch.claimedUntil().isBefore(now.plus(Duration.ofDays(1)))
                    && file.maybe("posted").isEmpty()) {
                batch.extend(printer, when);
            }
            batchLines.print(batch, stackNos(LetterState.values()), printer, when);
        }

        /** Whoever is not sure about a letter gives it back and says so. */
        private void post(Instant when) {
            Batch batch = batch();
            batchLines.post(
                    batch,
                    stackNos(LetterState.POSTED, LetterState.RETURNED, LetterState.REPLIED),
                    batch.site().city(),
                    printer,
                    when);
            List<Integer> unsure = stackNos(LetterState.UNSURE);
            if (!unsure.isEmpty()) {
                batchLines.giveBack(batch, unsure, false, printer, when);
            }
            if (batch.closedAt() != null) {
                batch.tidy(printer, when);
            }
        }

        private Batch batch() {
            return batches.lock(number).orElseThrow();
        }

        private List<Integer> stackNos(LetterState... ofThose) {
            List<LetterState> wanted = List.of(ofThose);
            List<Integer> numbers = new ArrayList<>();
            for (BatchLine line : batch().lines()) {
                stack.stream()
                        .filter(one -> one.letter().id().equals(line.letterId()) && wanted.contains(one.state()))
                        .forEach(one -> numbers.add(line.stackNo()));
            }
            return numbers;
        }
    }

    private static void afterwards(DemoLetter one, long printer, Instant posted, Deeds deeds) {
        if (one.state() == LetterState.REPLIED) {
            Instant answered = posted.plus(UNTIL_ANSWERED);
            deeds.at(answered, () -> one.letter().beAnswered(Actor.WRITER, answered));
        }
        if (one.state() == LetterState.RETURNED) {
            Instant back = posted.plus(UNTIL_RETURNED);
            Reason why = one.file().one(Reason.class, "reason");
            deeds.at(back, () -> one.letter().comeBack(why, Actor.staff(printer), back));
        }
    }
}
