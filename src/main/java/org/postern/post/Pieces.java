package org.postern.post;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postern.directory.People;
import org.postern.directory.Prisoner;
import org.postern.directory.Recipient;
import org.postern.letter.Batch;
import org.postern.letter.BatchLine;
import org.postern.letter.BatchLines;
import org.postern.letter.Letter;
import org.postern.letter.LetterState;
import org.postern.staff.Role;
import org.postern.staff.Staff;
import org.postern.vault.PieceCode;

/** Letters in hand, by their code or by what stands on the envelope, so far as they are the member's to see. */
@Dependent
class Pieces {
    private static final int LOOKED_THROUGH = 100;

    private final ScanLetter scanLetter;
    private final BatchLines batchLines;
    private final People people;
    private final Staff staff;
    private final Clock clock;

    @Inject
    Pieces(ScanLetter scanLetter, BatchLines batchLines, People people, Staff staff, Clock clock) {
        this.scanLetter = scanLetter;
        this.batchLines = batchLines;
        this.people = people;
        this.staff = staff;
        this.clock = clock;
    }

    /** Only what the member may act on. */
    Optional<Piece> of(PieceCode code) {
        return scanLetter
                .mine(code)
                .flatMap(found -> batchLines.line(found.number(), found.stackNo()))
                .map(this::piece);
    }

    /** @return by a name as it stands on an envelope, and the year of birth or the day on the letter */
    List<Piece> named(String name, @Nullable Integer year, @Nullable LocalDate day, int most) {
        List<Long> ids =
                people.named(name, year, most).stream().map(Recipient::id).toList();
        return batchLines.linesTo(ids, staff.is(Role.ORGANISER) ? null : staff.id(), LOOKED_THROUGH).stream()
                .map(this::piece)
                .filter(piece -> day == null || day.equals(piece.written()))
                .limit(most)
                .toList();
    }

    private Piece piece(BatchLine line) {
        Batch batch = line.batch();
        Map<UUID, Letter> letters = batchLines.lettersOf(batch);
        Letter letter = Objects.requireNonNull(letters.get(line.letterId()));
        Recipient to = people.byId(letter.recipientId()).orElseThrow();
        List<BatchLine> all = batch.lines();
        long posted =
                all.stream().filter(one -> one.leftAs() == LetterState.POSTED).count();
        long open = all.stream().filter(BatchLine::isOpen).count();
        long canGo = all.stream()
                .filter(one -> one.isOpen() && one.pull() == null && isPrinted(letters, one))
                .count();
        Integer year = to instanceof Prisoner prisoner ? prisoner.birthYear() : null;
        return new Piece(
                new PieceCode(line.pieceCode()).text(),
                batch.number(),
                batch.name(),
                line.stackNo(),
                to.latinName().spoken(),
                year == null ? "" : year.toString(),
                to.facility().latin().name(),
                letter.writtenOn(),
                letter.state(),
                line.copy(),
                posted,
                canGo,
                open - canGo,
                batch.site().city(),
                line.pull() != null,
                line.again() != null,
                line.mayUndo(clock.instant()));
    }

    private static boolean isPrinted(Map<UUID, Letter> letters, BatchLine line) {
        return Objects.requireNonNull(letters.get(line.letterId())).state() == LetterState.PRINTED;
    }
}
