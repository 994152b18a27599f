package org.postern.review;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.postern.directory.People;
import org.postern.directory.Recipient;
import org.postern.directory.RulePacks;
import org.postern.letter.Letter;
import org.postern.letter.LetterState;
import org.postern.letter.Letters;
import org.postern.letter.Words;

/** What the translators' and the second readers' pages show. */
@Dependent
public class Translations {
    private static final int MOST = 1_000;

    private final Letters letters;
    private final People people;
    private final RulePacks packs;
    private final Proofs proofs;
    private final Readings readings;

    @Inject
    public Translations(Letters letters, People people, RulePacks packs, Proofs proofs, Readings readings) {
        this.letters = letters;
        this.people = people;
        this.packs = packs;
        this.proofs = proofs;
        this.readings = readings;
    }

    /**
     * Letters that nobody translates yet, from one language into another.
     *
     * @param hours since the oldest came
     */
    public record Pair(String from, String into, long count, long hours) {}

    /** A paragraph and its translation; either is empty where the two texts have different numbers of paragraphs. */
    public record Row(int number, String original, String translation) {}

    /**
     * A letter that a translator or a second reader has open.
     *
     * @param rows paragraph beside paragraph
     * @param sideBySide whether each paragraph has its own; else the translation is one text
     * @param translation the whole of it, as it was kept; may be empty
     * @param again what a second reader asks to be looked at; empty for nothing
     * @param proof of the translation; null while there is none
     * @param hash of what is read here; another one is not approved
     */
    public record Open(
            UUID id,
            Recipient to,
            String from,
            String into,
            List<Row> rows,
            boolean sideBySide,
            String translation,
            String again,
            String signedAs,
            boolean photo,
            @Nullable Proof proof,
            long fence,
            String hash,
            Instant until,
            long minutesLeft) {}

    /** @return pairs of languages, most letters first */
    @Transactional
    public List<Pair> pairs(Instant now) {
        Map<String, Pair> pairs = new TreeMap<>();
        for (Letter letter : letters.in(LetterState.IN_TRANSLATION, MOST)) {
            if (!letter.isClaimed(now)) {
                String into = into(to(letter));
                long hours =
                        Math.max(0, Duration.between(letter.stateSince(), now).toHours());
                pairs.merge(
                        letter.language() + " " + into,
                        new Pair(letter.language(), into, 1, hours),
                        (a, b) -> new Pair(a.from(), a.into(), a.count() + 1, Math.max(a.hours(), b.hours())));
            }
        }
        return pairs.values().stream()
                .sorted(Comparator.comparing(Pair::count).reversed())
                .toList();
    }

    /** @return letters that this member translated and a second reader sent back, free to be taken up again */
    @Transactional
    public List<Readings.Mine> sentBackTo(long staff, Instant now) {
        return letters.in(LetterState.IN_TRANSLATION, MOST).stream()
                .filter(letter -> letter.hasTranslated(staff) && !letter.isClaimed(now))
                .map(letter ->
                        new Readings.Mine(letter.id(), to(letter).latinName().spoken(), now, 0))
                .toList();
    }

    /** @return how many wait for a second reader who is not this member */
    @Transactional
    public long toCheck(long staff, Instant now) {
        return letters.in(LetterState.TRANSLATION_CHECK, MOST).stream()
                .filter(letter -> !letter.hasTranslated(staff) && !letter.isClaimed(now))
                .count();
    }

    /** @return empty unless this member holds it */
    @Transactional
    public Optional<Open> open(UUID id, LetterState in, long staff, Instant now) {
        return readings.held(id, in, staff, now)
                .flatMap(letter -> letters.wordsOf(letter).map(words -> open(letter, words, now)));
    }

    private Open open(Letter letter, Words words, Instant now) {
        Recipient to = to(letter);
        String into = letter.state() == LetterState.TRANSLATION_CHECK ? letter.printLanguage() : into(to);
        List<String> original = Paragraphs.of(words.body());
        String translation = letters.translationOf(letter).orElse("");
        List<String> kept =
                translation.isEmpty() ? original.stream().map(paragraph -> "").toList() : Paragraphs.kept(translation);
        Words printed = printed(letter, words, translation, into, to);
        Proof proof = translation.isBlank() ? null : proofs.of(letter, printed, into, to);
        return new Open(
                letter.id(),
                to,
                letter.language(),
                into,
                rows(original, kept),
                original.size() == kept.size(),
                translation,
                letters.translationAdviceOn(letter).orElse(""),
                words.signedAs(),
                words.photo() != null,
                proof,
                letter.fence(),
                printed.contentHash(proofs.stationery(to)),
                Objects.requireNonNull(letter.claimedUntil()),
                Readings.minutesLeft(letter, now));
    }

    /** A second reader sees what was handed in; a translator what would be. */
    private Words printed(Letter letter, Words words, String translation, String into, Recipient to) {
        if (letter.state() == LetterState.TRANSLATION_CHECK) {
            return letters.wordsToPrint(letter).orElse(words);
        }
        return translation.isBlank() ? words : proofs.translated(letter, words, translation, into, to);
    }

    private static List<Row> rows(List<String> original, List<String> translation) {
        List<Row> rows = new ArrayList<>();
        IntStream.range(0, Math.max(original.size(), translation.size()))
                .forEach(i -> rows.add(new Row(i + 1, at(original, i), at(translation, i))));
        return List.copyOf(rows);
    }

    private static String at(List<String> list, int i) {
        return i < list.size() ? list.get(i) : "";
    }

    private String into(Recipient to) {
        return packs.of(to).languages().get(0);
    }

    private Recipient to(Letter letter) {
        return people.byId(letter.recipientId()).orElseThrow();
    }
}
