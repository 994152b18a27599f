package org.postern.review;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.postern.directory.People;
import org.postern.directory.Recipient;
import org.postern.letter.Actor;
import org.postern.letter.Letter;
import org.postern.letter.Letter.Approval;
import org.postern.letter.LetterEvent;
import org.postern.letter.LetterPrints;
import org.postern.letter.LetterState;
import org.postern.letter.Letters;
import org.postern.letter.Onward;
import org.postern.letter.OpenClaims;
import org.postern.letter.Words;

/** Opens letters for the readers who hold them, and for nobody else. */
@Dependent
public class Readings {
    private final Letters letters;
    private final People people;
    private final Proofs proofs;
    private final Onward onward;
    private final LetterPrints letterPrints;
    private final WhoReads whoReads;

    @Inject
    public Readings(
            Letters letters,
            People people,
            Proofs proofs,
            Onward onward,
            LetterPrints letterPrints,
            WhoReads whoReads) {
        this.letters = letters;
        this.people = people;
        this.proofs = proofs;
        this.onward = onward;
        this.letterPrints = letterPrints;
        this.whoReads = whoReads;
    }

    /**
     * One's own open letter, in the list of the room.
     *
     * @param to whom it is for, in Latin letters
     */
    public record Mine(UUID id, String to, Instant until, long minutesLeft) {}

    @Transactional
    public Waiting waiting(LetterState in, Instant now) {
        return Waiting.in(letters, in, now);
    }

    @Transactional
    public List<Mine> mine(LetterState in, long staff, Instant now) {
        return letters.claimedBy(staff, in, now).stream()
                .map(letter -> new Mine(
                        letter.id(),
                        people.byId(letter.recipientId())
                                .orElseThrow()
                                .latinName()
                                .spoken(),
                        Objects.requireNonNull(letter.claimedUntil()),
                        minutesLeft(letter, now)))
                .toList();
    }

    /** @return what this member has open; only where letters that read alike are decided together they are one claim */
    @Transactional
    public OpenClaims claims(LetterState in, long staff, Instant now) {
        List<UUID> open =
                letters.claimedBy(staff, in, now).stream().map(Letter::id).toList();
        return new OpenClaims(
                in == LetterState.IN_REVIEW
                        ? letterPrints.groups(open, now)
                        : open.stream().map(Set::of).toList());
    }

    /** @return empty unless this reader holds it */
    @Transactional
    public Optional<Reading> open(UUID id, long staff, Instant now) {
        return held(id, LetterState.IN_REVIEW, staff, now)
                .flatMap(letter -> letters.wordsToRead(letter)
                        .map(words -> reading(
                                letter, words, people.byId(letter.recipientId()).orElseThrow(), staff, now)));
    }

    /** @return a picture of a page as it will be printed; empty unless this member holds it and there is such a page */
    @Transactional
    public Optional<byte[]> picture(UUID id, LetterState in, int page, long staff, Instant now) {
        return held(id, in, staff, now)
                .flatMap(letter -> letters.wordsToPrint(letter)
                        .map(words -> proofs.of(
                                letter,
                                words,
                                letter.printLanguage(),
                                people.byId(letter.recipientId()).orElseThrow())))
                .flatMap(proof -> proof.picture(page));
    }

    private Reading reading(Letter letter, Words words, Recipient to, long staff, Instant now) {
        List<String> codes = words.photo() == null ? List.of() : PhotoCodes.in(words.photo());
        Proof proof = proofs.of(letter, words, letter.language(), to)
                .and(LookedFor.in(words.body(), letter.language(), codes));
        LocalDate written = letter.writtenOn();
        return new Reading(
                letter.id(),
                to,
                proof,
                letterPrints.alike(letter, LetterState.IN_REVIEW, now),
                words.body(),
                Paragraphs.marked(words.body(), proof.flags()),
                words.signedAs(),
                words.photo() != null,
                letter.language(),
                SpokenIn.language(words.body()).isEmpty(),
                Arrays.stream(words.body().split("\\s+"))
                        .filter(word -> !word.isBlank())
                        .count(),
                letter.fence(),
                words.contentHash(proofs.stationery(to)),
                minutesLeft(letter, now),
                onto(onward.of(to, letter.language(), now)),
                written != null ? written : LocalDate.ofInstant(letter.stateSince(), ZoneOffset.UTC),
                Waiting.in(letters, LetterState.IN_REVIEW, now),
                whoReads.care(letter, proof.flags(), staff, now),
                letters.wordsBefore(letter)
                        .map(before -> Beside.of(before.body(), words.body()))
                        .orElse(null),
                letters.blackedOut(letter));
    }

    Optional<Letter> held(UUID id, LetterState in, long staff, Instant now) {
        return letters.byId(id).filter(letter -> letter.state() == in && letter.isClaimedBy(staff, now));
    }

    /** @return whether this member has decided on it already */
    @Transactional
    public boolean decided(UUID id, LetterState in, long staff) {
        return became(id, in, staff).isPresent();
    }

    /**
     * @return where this member sent it from that room, which is still its last step; the room itself where they were the
     *     first of two who find it good
     */
    @Transactional
    public Optional<LetterState> became(UUID id, LetterState in, long staff) {
        Optional<Letter> letter = letters.byId(id);
        if (letter.filter(one -> one.state() == in).isPresent()) {
            return letter.filter(
                            one -> in == LetterState.IN_REVIEW && one.reading().isFirst(staff, one.contentHash()))
                    .map(Letter::state);
        }
        return letter.map(one -> one.events().get(one.events().size() - 1))
                .filter(event -> event.from() == in
                        && event.actor().equals(Actor.staff(staff).text()))
                .map(LetterEvent::to);
    }

    /** @return whom a letter is for, in Latin letters */
    String to(UUID id) {
        return letters.byId(id)
                .flatMap(letter -> people.byId(letter.recipientId()))
                .map(person -> person.latinName().spoken())
                .orElse("");
    }

    static String onto(Approval approval) {
        if (approval.state() == LetterState.IN_TRANSLATION) {
            return "translate";
        }
        if (approval.state() == LetterState.IN_REVIEW) {
            return "first";
        }
        return approval.reason() == null
                ? "ready"
                : "held-" + approval.reason().name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static long minutesLeft(Letter letter, Instant now) {
        Instant until = letter.claimedUntil();
        return until == null ? 0 : Math.max(1, Duration.between(now, until).toMinutes());
    }
}
