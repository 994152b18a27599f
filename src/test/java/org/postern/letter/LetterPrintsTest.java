package org.postern.letter;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
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
            house.letters.arrive(letter, java.time.LocalDate.of(2026, 11, 1), false, house.now());
            return letter.id();
        });
    }

    private void rewrite(UUID id, String body) {
        house.on(
                id,
                letter -> house.letters.rewrite(letter, "en", new Words(body, "Hanna", null), "plain", house.now()));
    }

    private long prints() {
        return ((Number) Objects.requireNonNull(db.value("select count(*) from letter_print"))).longValue();
    }

    private Instant until() {
        return db.fromTransaction(em -> em.createQuery("select p.keptUntil from LetterPrint p", Instant.class)
                .getSingleResult());
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
        List<UUID> due = db.fromTransaction(em -> letterPrints.due(house.now().plus(Duration.ofHours(30 * 24 + 1)), 9));
        db.inTransaction(em -> due.forEach(letterPrints::forget));
        assertThat(db.value("select count(*) from letter_print_band")).hasToString("0");
    }

    @Test
    void words_that_changed_have_another_print() {
        SpunTexts texts = new SpunTexts(3);
        String text = texts.honest();
        UUID first = letter(vera, text);
        UUID copy = letter(ivan, text);
        rewrite(copy, texts.honest());
        assertThat(alike(first)).isEmpty();
    }

    @Test
    void a_print_is_made_when_a_letter_comes_to_the_readers_and_not_before() {
        String body = new SpunTexts(5).honest();
        UUID id = house.begun();
        rewrite(id, body);
        assertThat(prints()).isZero();
        house.on(id, letter -> house.sending.send(letter, "hanna@example.org", Keeping.UNTIL_POSTED));
        assertThat(prints()).isZero();
        house.on(id, letter -> house.sending.confirm(letter));
        assertThat(prints()).isEqualTo(1);
    }

    @Test
    void the_hour_is_kept_and_the_same_words_once_more_are_kept_no_longer() {
        String body = new SpunTexts(6).honest();
        UUID id = letter(vera, body);
        assertThat(until()).isEqualTo(Instant.parse("2026-12-22T13:00:00Z"));
        house.clock.pass(Duration.ofDays(3));
        rewrite(id, body);
        assertThat(until()).isEqualTo(Instant.parse("2026-12-22T13:00:00Z"));
        rewrite(id, new SpunTexts(7).honest());
        assertThat(until()).isEqualTo(Instant.parse("2026-12-25T13:00:00Z"));
    }

    @Test
    void whom_it_greets_is_no_likeness() {
        assertThat(print("Dear Vera,\n" + "the bees sleep under the roof ".repeat(30)))
                .isEqualTo(print("Dear Ivan and Maria,\n" + "the bees sleep under the roof ".repeat(30)));
    }

    /** What a thief of the table would try: the same sum without the key, or with another one. */
    @Test
    void without_the_key_no_word_can_be_asked_for() {
        String body = new SpunTexts(8).honest();
        WordPrint own = print(body);
        WordPrint unkeyed = WordPrint.of(
                body, pairs -> pairs.stream().mapToLong(String::hashCode).toArray());
        WordPrint otherKey = WordPrint.of(body, pairs -> house.vault.keyed("another purpose", pairs));
        for (WordPrint other : List.of(unkeyed, otherKey)) {
            assertThat(own.smallest()).doesNotContainAnyElementsOf(other.smallest());
            assertThat(own.bands()).doesNotContainAnyElementsOf(other.bands());
        }
    }

    /** The benchmark near-duplicates, at a fiftieth of its size. */
    @Test
    void among_many_letters_copies_are_grouped_and_honest_letters_are_not() {
        AlikeRush.Result result = new AlikeRush(db, 2_000).run(200);
        System.out.printf(
                Locale.ROOT,
                "near-duplicates on %s, 2,000 recent: %d of %d spun copies grouped (%d with the very text), %d with"
                        + " anything else; of %d honest letters to one person %d in a group (%d pairs alike), of %d to"
                        + " others %d; %.1f ms a letter, 95 %% below %.1f ms%n",
                db,
                result.grouped(),
                result.spun(),
                result.withTheFirst(),
                result.withAnother(),
                result.honest(),
                result.toOne(),
                result.toOneAlike(),
                result.honest(),
                result.toOthers(),
                result.milliseconds(0.5),
                result.milliseconds(0.95));
        assertThat(result.grouped()).isGreaterThanOrEqualTo(result.spun() * 9 / 10);
        assertThat(result.withAnother() + result.toOne() + result.toOneAlike() + result.toOthers())
                .isZero();
    }

    /** In memory and by the same bands as in the table, for a thousand of each. */
    @Test
    void nine_of_ten_spun_copies_are_grouped_and_no_honest_letter_is() {
        SpunTexts texts = new SpunTexts(4);
        String text = texts.honest();
        WordPrint first = underOneKey(text);
        int grouped = 0;
        for (int i = 0; i < 1000; i++) {
            grouped += group(first, underOneKey(texts.spun(text))) ? 1 : 0;
        }
        List<WordPrint> honest = new ArrayList<>();
        for (int i = 0; i < 1000; i++) {
            honest.add(underOneKey(texts.honest()));
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
        return letterPrints.print(text);
    }

    /** The same figures each time: with a key by chance they differ by two in a hundred. */
    private static WordPrint underOneKey(String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(new byte[32], "HmacSHA256"));
            return WordPrint.of(
                    text,
                    pairs -> pairs.stream()
                            .mapToLong(pair -> ByteBuffer.wrap(mac.doFinal(pair.getBytes(StandardCharsets.UTF_8)))
                                    .getLong())
                            .toArray());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
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
