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
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.postern.directory.People;
import org.postern.directory.Recipient;
import org.postern.directory.RulePacks;
import org.postern.letter.Letter;
import org.postern.letter.LetterPairs;
import org.postern.letter.LetterState;
import org.postern.letter.Letters;
import org.postern.letter.Piles;
import org.postern.letter.Piles.Pile;
import org.postern.letter.Words;
import org.postern.typeset.Manuscript.Translated;

/** What the translators' and the second readers' pages show. */
@Dependent
public class Translations {
    private final Letters letters;
    private final LetterPairs pairs;
    private final Piles piles;
    private final People people;
    private final RulePacks packs;
    private final Proofs proofs;
    private final Readings readings;
    private final Margins margins;

    @Inject
    public Translations(
            Letters letters,
            LetterPairs pairs,
            Piles piles,
            People people,
            RulePacks packs,
            Proofs proofs,
            Readings readings,
            Margins margins) {
        this.letters = letters;
        this.pairs = pairs;
        this.piles = piles;
        this.people = people;
        this.packs = packs;
        this.proofs = proofs;
        this.readings = readings;
        this.margins = margins;
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
     * @param beside questions, marks, names and words
     * @param original whether it is printed after the translation
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
            long minutesLeft,
            Margin beside,
            Original original) {
        /** @return how many paragraphs have a translation */
        public long translated() {
            return rows.stream().filter(row -> !row.translation().isBlank()).count();
        }

        public long words() {
            return count(rows.stream().map(Row::original));
        }

        public long translatedWords() {
            return count(Stream.of(translation));
        }

        private static long count(Stream<String> texts) {
            return texts.flatMap(text -> Stream.of(text.split("\\s+")))
                    .filter(word -> !word.isBlank())
                    .count();
        }

        public String whole() {
            return rows.stream().map(Row::original).collect(Collectors.joining("\n"));
        }
    }

    /** Whether the original is printed after its translation. */
    public enum Original {
        /** It is. */
        WITH,
        /** It could be. */
        WITHOUT,
        /** The place does not let in so many pages. */
        TOO_LONG,
        /** The place does not want it. */
        NOT_THERE;

        public boolean fits() {
            return this == WITH || this == WITHOUT;
        }
    }

    /** @return pairs of languages, most letters first */
    @Transactional
    public List<Pair> pairs(Instant now) {
        List<Pile> free = piles.in(LetterState.IN_TRANSLATION, now);
        Map<Long, String> into = into(free);
        Map<String, Pair> found = new TreeMap<>();
        for (Pile pile : free) {
            String to = Objects.requireNonNull(into.get(pile.recipientId()));
            long hours = Math.max(0, Duration.between(pile.oldest(), now).toHours());
            found.merge(
                    pile.language() + " " + to,
                    new Pair(pile.language(), to, pile.letters(), hours),
                    (a, b) -> new Pair(a.from(), a.into(), a.count() + b.count(), Math.max(a.hours(), b.hours())));
        }
        return found.values().stream()
                .sorted(Comparator.comparing(Pair::count).reversed())
                .toList();
    }

    /** @return the people whose letters in a language are translated into another; nobody for whom none waits */
    List<Long> recipients(String from, String into, Instant now) {
        List<Pile> free = piles.in(LetterState.IN_TRANSLATION, now).stream()
                .filter(pile -> pile.language().equals(from))
                .toList();
        return into(free).entrySet().stream()
                .filter(person -> person.getValue().equals(into))
                .map(Map.Entry::getKey)
                .toList();
    }

    private Map<Long, String> into(List<Pile> some) {
        Set<Long> ids = some.stream().map(Pile::recipientId).collect(Collectors.toSet());
        return people.byIds(ids).entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, person -> into(person.getValue())));
    }

    /** @return letters that this member translated and a second reader sent back, free to be taken up again */
    @Transactional
    public List<Readings.Mine> sentBackTo(long staff, Instant now) {
        return pairs.backWith(staff, now).stream()
                .map(letter ->
                        new Readings.Mine(letter.id(), to(letter).latinName().spoken(), now, 0))
                .toList();
    }

    /** @return how many wait for a second reader who is not this member */
    @Transactional
    public long toCheck(long staff, Instant now) {
        return pairs.toCheckBy(staff, now);
    }

    /** @return empty unless this member holds it */
    @Transactional
    public Optional<Open> open(UUID id, LetterState in, long staff, Instant now) {
        return readings.held(id, in, staff, now)
                .flatMap(letter -> letters.wordsToRead(letter).map(words -> open(letter, words, now)));
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
                Readings.minutesLeft(letter, now),
                margins.of(letter, to, letter.language(), into),
                original(letter, printed, translation, into, to));
    }

    /** Of a letter that a second reader has. */
    Original original(Letter letter) {
        Recipient to = to(letter);
        Words printed = letters.wordsToPrint(letter).orElseThrow();
        return original(letter, printed, printed.body(), letter.printLanguage(), to);
    }

    private Original original(Letter letter, Words printed, String translation, String into, Recipient to) {
        Translated of = printed.translated();
        if (!packs.of(to).letInOriginals()) {
            return Original.NOT_THERE;
        }
        if (of != null && !of.original().isEmpty()) {
            return Original.WITH;
        }
        Words own = letters.wordsToRead(letter).orElse(printed);
        boolean fits = translation.isBlank()
                || Optional.ofNullable(proofs.translated(letter, own, translation, into, to)
                                .translated())
                        .filter(both -> !both.original().isEmpty())
                        .isPresent();
        return fits ? Original.WITHOUT : Original.TOO_LONG;
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
