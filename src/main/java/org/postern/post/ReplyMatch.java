package org.postern.post;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postern.directory.People;
import org.postern.directory.Recipient;
import org.postern.letter.BatchLine;
import org.postern.letter.BatchLines;
import org.postern.letter.Letter;
import org.postern.letter.LetterState;
import org.postern.letter.Letters;
import org.postern.staff.Staff;
import org.postern.vault.PieceCode;

/**
 * Which letter an answer answers: by the code on its paper where one was allowed, else by who wrote it, the name that the
 * letter was signed with and the day on it. Only letters of this member's batches and site, and never a list of all.
 */
@Dependent
public class ReplyMatch {
    private static final Set<LetterState> ANSWERABLE =
            Set.of(LetterState.POSTED, LetterState.RETURNED, LetterState.REPLIED);

    private static final int PEOPLE = 10;
    private static final int LINES = 200;

    private final BatchLines batchLines;
    private final Letters letters;
    private final People people;
    private final Staff staff;

    @Inject
    ReplyMatch(BatchLines batchLines, Letters letters, People people, Staff staff) {
        this.batchLines = batchLines;
        this.letters = letters;
        this.people = people;
        this.staff = staff;
    }

    /**
     * A letter that may be meant.
     *
     * @param code by which the form says it
     * @param signedSo whether it was signed with the name that was typed
     * @param reachable whether anything still leads to its writer
     */
    public record Candidate(
            String code,
            String name,
            String place,
            @Nullable LocalDate written,
            LetterState state,
            boolean signedSo,
            boolean reachable) {}

    /** @return the letter that carried a code, if it is this member's or their site's to answer */
    Optional<Letter> byCode(PieceCode code) {
        return batchLines
                .find(code)
                .flatMap(found -> batchLines.line(found.number(), found.stackNo()))
                .filter(this::isOurs)
                .flatMap(line -> letters.byId(line.letterId()))
                .filter(letter -> ANSWERABLE.contains(letter.state()));
    }

    /** @return whether enough was typed to look for one letter, and not for a list of many */
    static boolean isEnough(String name, String signed, @Nullable LocalDate day) {
        return letters(name) >= 2 && (letters(signed) >= 2 || day != null);
    }

    private static long letters(String text) {
        return text.codePoints().filter(Character::isLetter).count();
    }

    /**
     * Letters to people of a name. Where a letter keeps what it was signed with, the typed name must be it; where it does
     * not, the day on it must be the typed one.
     *
     * @param name of whoever answers
     * @param signed as the answer says who wrote to them; empty if it does not
     */
    List<Candidate> candidates(String name, String signed, @Nullable LocalDate day) {
        List<Long> ids =
                people.named(name, null, PEOPLE).stream().map(Recipient::id).toList();
        Set<UUID> once = new HashSet<>();
        return batchLines.linesTo(ids, null, LINES).stream()
                .filter(this::isOurs)
                .filter(line -> once.add(line.letterId()))
                .flatMap(line -> candidate(line, signed, day).stream())
                .sorted(Comparator.comparing(Candidate::signedSo).reversed())
                .toList();
    }

    private Optional<Candidate> candidate(BatchLine line, String signed, @Nullable LocalDate day) {
        Letter letter = letters.byId(line.letterId()).orElseThrow();
        Optional<Boolean> signedSo = signed.isEmpty() ? Optional.empty() : letters.isSigned(letter, signed);
        boolean ofTheDay = day != null && day.equals(letter.writtenOn());
        boolean fits = signedSo.orElse(ofTheDay) && (day == null || ofTheDay);
        if (!fits || !ANSWERABLE.contains(letter.state())) {
            return Optional.empty();
        }
        return Optional.of(candidate(letter, line.pieceCode(), signedSo.orElse(false)));
    }

    /** @return what the desk may know of a letter that an answer was matched with */
    Candidate shown(Letter letter) {
        return candidate(letter, "", false);
    }

    private Candidate candidate(Letter letter, String code, boolean signedSo) {
        Recipient to = people.byId(letter.recipientId()).orElseThrow();
        return new Candidate(
                code,
                to.latinName().spoken(),
                to.facility().latin().name(),
                letter.writtenOn(),
                letter.state(),
                signedSo,
                letter.submission().isPresent());
    }

    private boolean isOurs(BatchLine line) {
        return line.batch().claimedBy() == staff.id()
                || Objects.equals(line.batch().site().id(), staff.siteId());
    }
}
