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
import org.postern.directory.People;
import org.postern.directory.Prisoner;
import org.postern.directory.Recipient;
import org.postern.letter.Batch;
import org.postern.letter.BatchLine;
import org.postern.letter.BatchLines;
import org.postern.letter.BatchLines.Found;
import org.postern.letter.Batches;
import org.postern.letter.Letter;
import org.postern.letter.LetterEvent;
import org.postern.letter.LetterState;
import org.postern.letter.Letters;
import org.postern.post.ScanPage.Kept;
import org.postern.staff.Role;
import org.postern.staff.Staff;
import org.postern.vault.PieceCode;

/** What the scanning page shows: what was answered, to whom the letter goes so far as that is the member's to see. */
@Dependent
public class ScanView {
    private static final Set<String> FAULTS = Set.of(
            "NOT_AN_IMAGE", "TOO_MANY_BYTES", "TOO_MANY_PIXELS", "SIDE_TOO_LONG", "BROKEN", "BUSY", "WHY", "SEARCH");

    private static final int CANDIDATES = 10;

    private final ScanLetter scanLetter;
    private final Batches batches;
    private final BatchLines batchLines;
    private final Letters letters;
    private final People people;
    private final Staff staff;

    @Inject
    ScanView(
            ScanLetter scanLetter,
            Batches batches,
            BatchLines batchLines,
            Letters letters,
            People people,
            Staff staff) {
        this.scanLetter = scanLetter;
        this.batches = batches;
        this.batchLines = batchLines;
        this.letters = letters;
        this.people = people;
        this.staff = staff;
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
            return "mode=" + mode.word() + more(kept, today);
        }

        public String justText() {
            return ScanPage.joined(kept.just());
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

    /**
     * One letter.
     *
     * @param born empty where nobody knows
     * @param posted how many of its batch are in the post
     * @param all how many letters its batch can post
     */
    public record Piece(
            String code,
            long number,
            String batch,
            int no,
            String name,
            String born,
            String place,
            @Nullable LocalDate written,
            LetterState state,
            int copy,
            long posted,
            long all,
            String town) {}

    Model of(Kept kept, List<String> answers, String fault, LocalDate today) {
        return new Model(
                kept,
                today,
                query(kept, today),
                answers.stream().flatMap(said -> told(kept, said).stream()).toList(),
                kept.just().stream().flatMap(code -> piece(code).stream()).toList(),
                FAULTS.contains(fault) ? fault : "",
                null);
    }

    /** Never a list of everybody: a name, and the year of birth or the day on the letter. */
    Model search(Kept kept, String name, String born, String written, LocalDate today) {
        Integer year = born.matches("[0-9]{4}") ? Integer.valueOf(born) : null;
        LocalDate day = day(written);
        boolean enough = name.codePoints().filter(Character::isLetter).count() >= 2 && (year != null || day != null);
        Model plain = of(kept, List.of(), enough ? "" : "SEARCH", today);
        List<Piece> found = enough ? candidates(name, year, day) : List.of();
        return new Model(
                plain.kept(), today, plain.query(), List.of(), plain.just(), plain.fault(), enough ? found : null);
    }

    private List<Piece> candidates(String name, @Nullable Integer year, @Nullable LocalDate day) {
        List<Long> ids =
                people.named(name, year, CANDIDATES).stream().map(Recipient::id).toList();
        return batchLines.linesTo(ids, staff.is(Role.ORGANISER) ? null : staff.id(), 100).stream()
                .map(this::piece)
                .filter(piece -> day == null || day.equals(piece.written()))
                .limit(CANDIDATES)
                .toList();
    }

    static String query(Kept kept, LocalDate today) {
        return "mode=" + kept.mode().word() + more(kept, today);
    }

    /** @return the same without the mode, beginning with an ampersand where there is anything */
    static String more(Kept kept, LocalDate today) {
        return (kept.day().equals(today) ? "" : "&day=" + kept.day())
                + (kept.place().isEmpty() ? "" : "&place=" + ScanPage.encoded(kept.place()))
                + (kept.just().isEmpty() ? "" : "&just=" + ScanPage.joined(kept.just()));
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
            Optional<Piece> piece = code.flatMap(this::piece);
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

    /** Only what the member may act on. */
    private Optional<Piece> piece(PieceCode code) {
        return scanLetter
                .mine(code)
                .flatMap(found -> batchLines.line(found.number(), found.stackNo()))
                .map(this::piece);
    }

    private Piece piece(BatchLine line) {
        Letter letter = letters.byId(line.letterId()).orElseThrow();
        Recipient to = people.byId(letter.recipientId()).orElseThrow();
        List<BatchLine> all = line.batch().lines();
        long posted =
                all.stream().filter(one -> one.leftAs() == LetterState.POSTED).count();
        long open = all.stream().filter(BatchLine::isOpen).count();
        Integer year = to instanceof Prisoner prisoner ? prisoner.birthYear() : null;
        return new Piece(
                new PieceCode(line.pieceCode()).text(),
                line.batch().number(),
                line.batch().name(),
                line.stackNo(),
                to.latinName().spoken(),
                year == null ? "" : year.toString(),
                to.facility().latin().name(),
                letter.writtenOn(),
                letter.state(),
                line.copy(),
                posted,
                posted + open,
                line.batch().site().city());
    }

    private @Nullable Instant first(Mode mode, Found found) {
        LetterState into = switch (mode) {
            case POSTED -> LetterState.POSTED;
            case RETURNED -> LetterState.RETURNED;
            case REPLY -> LetterState.REPLIED;
            case SPOILED -> null;
        };
        return letters.byId(found.letterId()).stream()
                .flatMap(letter -> letter.events().stream())
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
