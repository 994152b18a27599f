package org.postern.print;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
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
import org.postern.vault.PieceCode;

/** The letters of a batch as they were frozen, and how far each is. */
@Dependent
class StackRows {
    private final Batches batches;
    private final BatchLines batchLines;
    private final People people;

    @Inject
    StackRows(Batches batches, BatchLines batchLines, People people) {
        this.batches = batches;
        this.batchLines = batchLines;
        this.people = people;
    }

    List<StackRow> of(Batch batch, Instant now) {
        Map<UUID, Letter> letters = batchLines.lettersOf(batch);
        Map<Long, Recipient> persons = people.byIds(
                letters.values().stream().map(Letter::recipientId).distinct().toList());
        List<StackRow> rows = new ArrayList<>();
        List<BatchLine> lines = batch.lines();
        for (int i = 0; i < lines.size(); i++) {
            BatchLine line = lines.get(i);
            Letter letter = Objects.requireNonNull(letters.get(line.letterId()));
            Recipient to = Objects.requireNonNull(persons.get(letter.recipientId()));
            boolean first = i == 0 || lines.get(i - 1).sheets() != line.sheets();
            int run = first
                    ? (int) lines.stream()
                            .filter(other -> other.sheets() == line.sheets())
                            .count()
                    : 0;
            rows.add(row(line, letter.state(), to(line, to), run, now));
        }
        return rows;
    }

    private static StackRow row(BatchLine line, LetterState now, Frozen.To to, int run, Instant instant) {
        LetterState leftAs = line.leftAs();
        LetterState state = leftAs != null ? leftAs : now;
        boolean open = line.isOpen() && state != LetterState.WITHDRAWN && state != LetterState.HELD;
        return new StackRow(
                line.stackNo(),
                to.latinName(),
                to.born(),
                to.place(),
                new PieceCode(line.pieceCode()).text(),
                line.sheets(),
                line.sheetsUsed(),
                line.grams(),
                state,
                open,
                !open && state != LetterState.POSTED,
                run,
                line.pull(),
                line.again(),
                line.copy(),
                line.tracking(),
                line.stamp().orElse(null),
                line.mayUndo(instant));
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
}
