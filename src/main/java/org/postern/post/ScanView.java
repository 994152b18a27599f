package org.postern.post;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.postern.letter.Batch;
import org.postern.letter.BatchLines;
import org.postern.letter.BatchLines.Found;
import org.postern.letter.Batches;
import org.postern.letter.LetterEvent;
import org.postern.letter.LetterState;
import org.postern.letter.Letters;
import org.postern.vault.PieceCode;

/** What the scanning page shows: what was answered, to whom the letter goes so far as that is the member's to see. */
@Dependent
public class ScanView {
    private static final Set<String> FAULTS = Set.of(
            "NOT_AN_IMAGE", "TOO_MANY_BYTES", "TOO_MANY_PIXELS", "SIDE_TOO_LONG", "BROKEN", "BUSY", "WHY", "SEARCH");

    private static final int CANDIDATES = 10;

    private final Pieces pieces;
    private final Batches batches;
    private final BatchLines batchLines;
    private final Letters letters;

    @Inject
    ScanView(Pieces pieces, Batches batches, BatchLines batchLines, Letters letters) {
        this.pieces = pieces;
        this.batches = batches;
        this.batchLines = batchLines;
        this.letters = letters;
    }

    /**
     * The page.
     *
     * @param query what is kept, for a link's address
     * @param fault empty, or the message {@code scan.fault.<fault>} or {@code objection.photo.<fault>}
     * @param candidates null while nobody searched
     */
    public record Model(
            Kept kept,
            LocalDate today,
            String query,
            List<Told> told,
            List<Piece> just,
            String fault,
            @Nullable List<Piece> candidates) {
        /** @return whether a question stands above, whose button is the next thing to press */
        public boolean asks() {
            return told.stream().anyMatch(one -> one.answer() == Answer.ASK);
        }

        /** @return the same page in another mode */
        public String queryOf(Mode mode) {
            return kept.in(mode).query(today);
        }

        /** @return the town of the last letter, as a hint for the field that chooses another */
        public String town() {
            return just.isEmpty() ? "" : just.get(0).town();
        }
    }

    /**
     * One answer.
     *
     * @param piece null where it is not the member's to see, or there is none
     * @param first when it was done the first time; null where it was not done before
     * @param site whose it is, for what is somebody else's; no name of a person
     */
    public record Told(
            Answer answer, @Nullable Piece piece, @Nullable Instant first, String site) {}

    Model of(Kept kept, List<String> answers, String fault, LocalDate today) {
        return new Model(
                kept,
                today,
                kept.query(today),
                answers.stream().flatMap(said -> told(kept, said).stream()).toList(),
                kept.just().stream().flatMap(code -> pieces.of(code).stream()).toList(),
                FAULTS.contains(fault) ? fault : "",
                null);
    }

    /** Never a list of everybody: a name, and the year of birth or the day on the letter. */
    Model search(Kept kept, String name, String born, String written, LocalDate today) {
        Integer year = born.matches("[0-9]{4}") ? Integer.valueOf(born) : null;
        LocalDate day = day(written);
        boolean enough = name.codePoints().filter(Character::isLetter).count() >= 2 && (year != null || day != null);
        Model plain = of(kept, List.of(), enough ? "" : "SEARCH", today);
        List<Piece> found = enough ? pieces.named(name, year, day, CANDIDATES) : List.of();
        return new Model(
                plain.kept(), today, plain.query(), List.of(), plain.just(), plain.fault(), enough ? found : null);
    }

    private Optional<Told> told(Kept kept, String said) {
        String[] parts = said.split("\\.", 2);
        Optional<Answer> answer = Arrays.stream(Answer.values())
                .filter(one -> one.name().equals(parts[0]))
                .findFirst();
        Optional<PieceCode> code = parts.length < 2 ? Optional.empty() : PieceCode.parse(parts[1]);
        return answer.map(one -> {
            Optional<Found> found = code.flatMap(batchLines::find);
            if (one == Answer.NOT_YOURS && found.isPresent()) {
                return new Told(one, null, null, batch(found.get()).site().name());
            }
            Optional<Piece> piece = code.flatMap(pieces::of);
            if (piece.isEmpty()
                    && !Set.of(Answer.UNKNOWN, Answer.MISTYPED, Answer.NO_CODE).contains(one)) {
                return new Told(Answer.UNKNOWN, null, null, "");
            }
            return new Told(
                    one,
                    piece.orElse(null),
                    found.map(f -> first(kept.mode(), f)).orElse(null),
                    "");
        });
    }

    private @Nullable Instant first(Mode mode, Found found) {
        LetterState into = switch (mode) {
            case POSTED -> LetterState.POSTED;
            case RETURNED -> LetterState.RETURNED;
            case REPLY -> LetterState.REPLIED;
            case SPOILED -> null;
        };
        return letters.byId(found.letterId()).stream()
                .flatMap(letter -> letter.history().stream())
                .filter(event -> event.to() == into)
                .map(LetterEvent::hour)
                .findFirst()
                .orElse(null);
    }

    private Batch batch(Found found) {
        return Objects.requireNonNull(batches.byNumber(found.number()).orElse(null));
    }

    private static @Nullable LocalDate day(String typed) {
        try {
            return typed.isEmpty() ? null : LocalDate.parse(typed);
        } catch (DateTimeParseException e) {
            return null;
        }
    }
}
