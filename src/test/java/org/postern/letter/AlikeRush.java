package org.postern.letter;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.postern.TestDatabase;

/**
 * Copies of a few texts that were made to look different, and honest letters, among many recent ones: what is grouped, and
 * how long one letter takes. All is made by chance from one seed.
 */
public final class AlikeRush {
    private static final int TEXTS = 5;
    private static final int PEOPLE = 300;
    private static final int PRISONS = 12;

    private final TestDatabase db;
    private final House house;
    private final LetterPrints letterPrints;
    private final WaitingLetters waiting;
    private final SpunTexts texts = new SpunTexts(20261123);
    private final Random random = new Random(20261123);
    private final List<Long> people;
    private final Map<UUID, Double> printing = new HashMap<>();
    private final List<Double> millis = new ArrayList<>();

    /** @param recent how many letters with prints wait already */
    public AlikeRush(TestDatabase db, int recent) {
        this.db = db;
        this.house = new House(db);
        this.letterPrints = new LetterPrints(db.entityManager(), house.vault);
        this.waiting = new WaitingLetters(db);
        this.people = waiting.people(PEOPLE, PRISONS);
        waiting.write(recent, people, house.now(), i -> texts.honest(), letterPrints);
    }

    /**
     * What was found.
     *
     * @param spun how many copies there were
     * @param grouped copies in whose group is another copy of the same text
     * @param withTheFirst copies in whose group is the very text that all were made of
     * @param withAnother copies in whose group is anything that is no copy of the same text
     * @param toOne honest letters to one person that have a group of any kind
     * @param toOneAlike pairs of them that would be alike if they did not go to the same person
     * @param toOthers honest letters to many people that have a group of any kind
     * @param millis for each letter's print and its search, sorted
     */
    public record Result(
            int spun,
            int grouped,
            int withTheFirst,
            int withAnother,
            int honest,
            int toOne,
            int toOneAlike,
            int toOthers,
            List<Double> millis) {
        /** @param share 0.5 for the median */
        public double milliseconds(double share) {
            return millis.get((int) Math.min(millis.size() - 1, Math.floor(millis.size() * share)));
        }
    }

    /** @param many of each kind */
    public Result run(int many) {
        millis.clear();
        Map<UUID, Integer> textOf = new HashMap<>();
        List<String> originals = new ArrayList<>();
        List<UUID> firsts = new ArrayList<>();
        for (int text = 0; text < TEXTS; text++) {
            originals.add(texts.honest());
            firsts.add(arrived(someone(), originals.get(text)));
            textOf.put(firsts.get(text), text);
        }
        List<UUID> copies = new ArrayList<>();
        for (int i = 0; i < many; i++) {
            int text = i % TEXTS;
            UUID copy = arrived(someone(), texts.spun(originals.get(text)));
            textOf.put(copy, text);
            copies.add(copy);
        }
        List<String> bodies = new ArrayList<>();
        List<UUID> toOne = new ArrayList<>();
        List<UUID> toOthers = new ArrayList<>();
        for (int i = 0; i < many; i++) {
            bodies.add(texts.honest());
            toOne.add(arrived(people.get(0), bodies.get(i)));
            toOthers.add(arrived(someone(), texts.honest()));
        }
        int grouped = 0;
        int withTheFirst = 0;
        int withAnother = 0;
        for (UUID copy : copies) {
            Set<UUID> found = alike(copy);
            int text = copies.indexOf(copy) % TEXTS;
            grouped += found.stream().anyMatch(id -> Integer.valueOf(text).equals(textOf.get(id))) ? 1 : 0;
            withTheFirst += found.contains(firsts.get(text)) ? 1 : 0;
            withAnother += found.stream().anyMatch(id -> !Integer.valueOf(text).equals(textOf.get(id))) ? 1 : 0;
        }
        return new Result(
                many,
                grouped,
                withTheFirst,
                withAnother,
                many,
                (int) toOne.stream().filter(id -> !alike(id).isEmpty()).count(),
                alikePairs(bodies),
                (int) toOthers.stream().filter(id -> !alike(id).isEmpty()).count(),
                millis.stream().sorted().toList());
    }

    /** To anybody but the one who gets so many honest letters. */
    private long someone() {
        return people.get(1 + random.nextInt(people.size() - 1));
    }

    private UUID arrived(long person, String body) {
        UUID id = db.fromTransaction(em -> {
            Letter letter = house.letters.begin(UUID.randomUUID().toString(), "en", person, "en", house.now());
            letter.arrive(LocalDate.of(2026, 11, 1), false, house.now());
            return letter.id();
        });
        long start = System.nanoTime();
        db.inTransaction(em -> letterPrints.keep(house.letters.byId(id).orElseThrow(), body, house.now()));
        printing.put(id, (System.nanoTime() - start) / 1e6);
        return id;
    }

    private Set<UUID> alike(UUID id) {
        long start = System.nanoTime();
        List<UUID> found = db.fromTransaction(
                em -> letterPrints.alike(house.letters.byId(id).orElseThrow(), LetterState.IN_REVIEW, house.now()));
        millis.add(printing.getOrDefault(id, 0.0) + (System.nanoTime() - start) / 1e6);
        return Set.copyOf(found);
    }

    private int alikePairs(List<String> bodies) {
        List<WordPrint> prints = bodies.stream().map(letterPrints::print).toList();
        int alike = 0;
        for (int i = 0; i < prints.size(); i++) {
            for (int k = 0; k < i; k++) {
                alike += prints.get(i).likeness(prints.get(k)) >= LetterPrints.ALIKE ? 1 : 0;
            }
        }
        return alike;
    }
}
