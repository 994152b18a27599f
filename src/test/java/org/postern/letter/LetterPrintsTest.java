package org.postern.letter;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;
import org.postern.TestDatabase;
import org.postern.TestPeople;

@Tag("database")
@ParameterizedClass
@MethodSource("org.postern.TestDatabase#both")
class LetterPrintsTest {
    private final TestDatabase db;

    House house;
    LetterPrints letterPrints;
    long vera;
    long ivan;

    LetterPrintsTest(TestDatabase db) {
        this.db = db;
    }

    @BeforeEach
    void twoPeople() {
        db.sql("delete from letter_print_band");
        db.sql("delete from letter_print");
        house = new House(db);
        letterPrints = new LetterPrints(db.entityManager(), house.vault);
        vera = TestPeople.listed(db, "Vera", "RU");
        ivan = TestPeople.listed(db, "Ivan", "RU");
    }

    private UUID letter(long to, String body) {
        return db.fromTransaction(em -> {
            Letter letter = house.letters.begin(UUID.randomUUID().toString(), "en", to, "en", house.now());
            house.letters.rewrite(letter, "en", new Words(body, "Hanna", null), "plain", house.now());
            letter.submission().orElseThrow().confirm(house.now());
            letter.arrive(java.time.LocalDate.of(2026, 11, 1), false, house.now());
            letterPrints.keep(letter, body, house.now());
            return letter.id();
        });
    }

    private List<UUID> alike(UUID id) {
        return db.fromTransaction(
                em -> letterPrints.alike(house.letters.byId(id).orElseThrow(), LetterState.IN_REVIEW, house.now()));
    }

    @Test
    void the_same_words_to_another_person_are_found_and_those_to_the_same_person_never() {
        SpunTexts texts = new SpunTexts(1);
        String text = texts.honest();
        UUID first = letter(vera, text);
        UUID copy = letter(ivan, texts.spun(text));
        letter(vera, text);
        letter(ivan, texts.honest());
        assertThat(alike(first)).containsExactly(copy);
    }

    @Test
    void a_wish_that_many_write_is_no_copy() {
        UUID first = letter(vera, "Happy birthday to you, and many happy returns of the day!");
        letter(ivan, "Happy birthday to you, and many happy returns of the day!");
        assertThat(alike(first)).isEmpty();
    }

    @Test
    void a_print_goes_with_the_words_and_after_thirty_days_at_the_latest() {
        SpunTexts texts = new SpunTexts(2);
        UUID erased = letter(vera, texts.honest());
        letter(ivan, texts.honest());
        db.inTransaction(em -> house.letters.eraseText(erased));
        assertThat(db.value("select count(*) from letter_print")).hasToString("1");
        List<UUID> early = db.fromTransaction(em -> letterPrints.due(house.now().plus(Duration.ofDays(29)), 9));
        assertThat(early).isEmpty();
        List<UUID> due = db.fromTransaction(em -> letterPrints.due(house.now().plus(Duration.ofDays(30)), 9));
        db.inTransaction(em -> due.forEach(letterPrints::forget));
        assertThat(db.value("select count(*) from letter_print_band")).hasToString("0");
    }

    @Test
    void words_that_changed_have_another_print() {
        SpunTexts texts = new SpunTexts(3);
        String text = texts.honest();
        UUID first = letter(vera, text);
        UUID copy = letter(ivan, text);
        db.inTransaction(em -> letterPrints.keep(house.letters.byId(copy).orElseThrow(), texts.honest(), house.now()));
        assertThat(alike(first)).isEmpty();
    }

    /** In memory and by the same bands as in the table, for a thousand of each. */
    @Test
    void nine_of_ten_spun_copies_are_grouped_and_no_honest_letter_is() {
        SpunTexts texts = new SpunTexts(4);
        String text = texts.honest();
        WordPrint first = print(text);
        int grouped = 0;
        for (int i = 0; i < 1000; i++) {
            grouped += group(first, print(texts.spun(text))) ? 1 : 0;
        }
        List<WordPrint> honest = new ArrayList<>();
        for (int i = 0; i < 1000; i++) {
            honest.add(print(texts.honest()));
        }
        int falsely = 0;
        int sharedBands = 0;
        for (int i = 0; i < honest.size(); i++) {
            for (int k = 0; k < i; k++) {
                falsely += group(honest.get(i), honest.get(k)) ? 1 : 0;
                sharedBands += shareABand(honest.get(i), honest.get(k)) ? 1 : 0;
            }
        }
        System.out.printf(
                Locale.ROOT,
                "near-duplicates: %d of 1000 spun copies grouped; %d false groups among 1000 honest letters, %d of %d"
                        + " pairs compared%n",
                grouped,
                falsely,
                sharedBands,
                honest.size() * (honest.size() - 1) / 2);
        assertThat(grouped).isGreaterThanOrEqualTo(900);
        assertThat(falsely).isZero();
    }

    private WordPrint print(String text) {
        return WordPrint.of(text, letterPrints::keyed);
    }

    private static boolean group(WordPrint one, WordPrint other) {
        return shareABand(one, other) && one.likeness(other) >= LetterPrints.ALIKE;
    }

    private static boolean shareABand(WordPrint one, WordPrint other) {
        Set<Long> shared = new HashSet<>(one.bands());
        shared.retainAll(other.bands());
        return !shared.isEmpty();
    }
}
