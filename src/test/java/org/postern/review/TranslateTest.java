package org.postern.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;
import org.postern.TestDatabase;
import org.postern.letter.Letter;
import org.postern.letter.Letter.Approval;
import org.postern.letter.LetterState;
import org.postern.letter.NotNow;
import org.postern.letter.NotNow.Why;
import org.postern.letter.Words;
import org.postern.typeset.Manuscript.Translated;

@Tag("database")
@ParameterizedClass
@MethodSource("org.postern.TestDatabase#both")
class TranslateTest {
    private static final long MARTA = 11;
    private static final long TOMAS = 21;
    private static final long IRINA = 22;
    private static final String ENGLISH = "Dear Vera,\n\nThe first snow fell.";
    private static final String RUSSIAN = "Здравствуйте, Вера!\n\nВыпал первый снег.";

    private final TestDatabase db;
    private final ReadersHouse room;

    TranslateTest(TestDatabase db) {
        this.db = db;
        this.room = new ReadersHouse(db);
    }

    @BeforeEach
    void nobodyElseWaits() {
        db.sql("update letter set state = 'WITHDRAWN', claimed_by = null, claimed_until = null");
        db.sql("delete from print_site_route");
        room.siteServes("QA");
    }

    /** @return a letter that waits for a translator */
    private UUID approved(String rules) {
        UUID id = room.letter(room.prisoner("QA", ReadersHouse.LATELY, rules), "en", ENGLISH);
        Reading seen = room.open(id, MARTA);
        db.inTransaction(em -> room.decide.approve(id, MARTA, seen.fence(), seen.hash(), room.house.now()));
        return id;
    }

    private Optional<UUID> take(String from, String into, long who) {
        return db.fromTransaction(em -> room.translate.claimNext(from, into, who, room.house.now()));
    }

    private List<Flag> finish(UUID id, String text, long who) {
        long fence = letter(id).fence();
        return db.fromTransaction(em -> room.translate.finish(id, who, fence, text, room.house.now()));
    }

    private Optional<UUID> check(long who) {
        return db.fromTransaction(
                em -> room.decide.claimNext(LetterState.TRANSLATION_CHECK, who, List.of(), room.house.now()));
    }

    private Letter letter(UUID id) {
        return db.fromTransaction(em -> room.house.letters.byId(id).orElseThrow());
    }

    private String translation(UUID id) {
        return db.fromTransaction(
                em -> room.house.letters.translationOf(letter(id)).orElse(""));
    }

    @Test
    void a_letter_is_taken_by_its_pair_of_languages_and_by_one_translator() {
        UUID id = approved("");
        assertThat(db.<List<Translations.Pair>>fromTransaction(em -> room.translations.pairs(room.house.now())))
                .containsExactly(new Translations.Pair("en", "ru", 1, 0));
        assertThat(take("de", "ru", TOMAS)).isEmpty();
        assertThat(take("en", "ru", TOMAS)).contains(id);
        assertThat(take("en", "ru", IRINA)).isEmpty();
    }

    @Test
    void what_is_not_finished_is_kept_paragraph_by_paragraph() {
        UUID id = approved("");
        take("en", "ru", TOMAS);
        String half = Paragraphs.join(List.of("", "Выпал\n\nснег."));
        long fence = letter(id).fence();
        db.inTransaction(em -> room.translate.save(id, TOMAS, fence, half, room.house.now()));
        Translations.Open open = db.fromTransaction(em -> room.translations
                .open(id, LetterState.IN_TRANSLATION, TOMAS, room.house.now())
                .orElseThrow());
        assertThat(open.sideBySide()).isTrue();
        assertThat(open.rows())
                .containsExactly(
                        new Translations.Row(1, "Dear Vera,", ""),
                        new Translations.Row(2, "The first snow fell.", "Выпал\nснег."));
        assertThatThrownBy(
                        () -> db.inTransaction(em -> room.translate.save(id, IRINA, fence, "чужое", room.house.now())))
                .isInstanceOf(NotNow.class);
        assertThat(translation(id)).isEqualTo(half);
    }

    @Test
    void a_half_translated_letter_is_shown_to_nobody_as_what_will_be_printed() {
        UUID id = approved("");
        take("en", "ru", TOMAS);
        long fence = letter(id).fence();
        db.inTransaction(em -> room.translate.save(id, TOMAS, fence, "Здравствуйте, Вера!", room.house.now()));
        assertThat(db.<String>fromTransaction(em -> room.house
                        .letters
                        .wordsToPrint(letter(id))
                        .orElseThrow()
                        .body()))
                .isEqualTo(ENGLISH);
    }

    @Test
    void the_second_readers_approval_binds_the_words_that_will_be_printed() {
        UUID id = approved("");
        take("en", "ru", TOMAS);
        assertThat(finish(id, RUSSIAN, TOMAS)).isEmpty();
        assertThat(check(TOMAS)).isEmpty();
        assertThat(check(MARTA)).contains(id);
        String before = letter(id).contentHash();
        long fence = letter(id).fence();
        String seen = room.checked(id, MARTA).hash();
        assertThat(db.<Approval>fromTransaction(em -> room.translate.accept(id, MARTA, fence, seen, room.house.now())))
                .isEqualTo(Approval.READY);
        Letter ready = letter(id);
        assertThat(ready.isApproved()).isTrue();
        assertThat(ready.contentHash()).isNotEqualTo(before);
        assertThat(ready.printLanguage()).isEqualTo("ru");
        assertThat(db.<String>fromTransaction(em ->
                        room.house.letters.wordsToPrint(ready).orElseThrow().body()))
                .isEqualTo(RUSSIAN);
    }

    @Test
    void the_second_reader_approves_what_they_read_and_nothing_else() {
        UUID id = approved("");
        take("en", "ru", TOMAS);
        finish(id, RUSSIAN, TOMAS);
        check(MARTA);
        Translations.Open seen = room.checked(id, MARTA);
        String elsewhere = seen.hash().replaceFirst("^.", seen.hash().startsWith("0") ? "1" : "0");
        assertThatThrownBy(() -> db.fromTransaction(
                        em -> room.translate.accept(id, MARTA, seen.fence(), elsewhere, room.house.now())))
                .isInstanceOfSatisfying(
                        NotNow.class, refused -> assertThat(refused.why()).isEqualTo(Why.CHANGED));
        assertThat(letter(id).state()).isEqualTo(LetterState.TRANSLATION_CHECK);
    }

    @Test
    void whoever_translated_never_checks_even_with_a_claim() {
        UUID id = approved("");
        take("en", "ru", TOMAS);
        finish(id, RUSSIAN, TOMAS);
        assertThatThrownBy(() -> db.inTransaction(
                        em -> room.decide.claim(id, LetterState.TRANSLATION_CHECK, TOMAS, room.house.now())))
                .isInstanceOfSatisfying(
                        NotNow.class, refused -> assertThat(refused.why()).isEqualTo(Why.OWN_WORK));
        room.house.on(id, letter -> letter.claim(TOMAS, room.house.now()));
        long fence = letter(id).fence();
        assertThatThrownBy(
                        () -> db.fromTransaction(em -> room.translate.accept(id, TOMAS, fence, "", room.house.now())))
                .isInstanceOfSatisfying(
                        NotNow.class, refused -> assertThat(refused.why()).isEqualTo(Why.OWN_WORK));
    }

    @Test
    void what_its_place_wants_in_another_language_by_now_is_not_accepted() {
        UUID id = approved("");
        take("en", "ru", TOMAS);
        finish(id, RUSSIAN, TOMAS);
        db.inTransaction(em -> room.decide.claim(id, LetterState.TRANSLATION_CHECK, IRINA, room.house.now()));
        String hash = room.checked(id, IRINA).hash();
        room.rule(letter(id).recipientId(), "languages kk");
        long fence = letter(id).fence();
        assertThatThrownBy(
                        () -> db.fromTransaction(em -> room.translate.accept(id, IRINA, fence, hash, room.house.now())))
                .isInstanceOfSatisfying(
                        NotNow.class, refused -> assertThat(refused.why()).isEqualTo(Why.CHANGED));
        assertThat(letter(id).state()).isEqualTo(LetterState.TRANSLATION_CHECK);
    }

    @Test
    void what_was_sent_back_comes_to_its_translator_with_all_its_words() {
        UUID id = approved("");
        take("en", "ru", TOMAS);
        finish(id, RUSSIAN, TOMAS);
        check(IRINA);
        long fence = letter(id).fence();
        db.inTransaction(
                em -> room.translate.sendBack(id, IRINA, fence, "Первая строка.\nИ имя.", List.of(), room.house.now()));
        assertThat(db.<List<Readings.Mine>>fromTransaction(em -> room.translations.sentBackTo(TOMAS, room.house.now())))
                .extracting(Readings.Mine::id)
                .containsExactly(id);
        assertThat(take("en", "ru", TOMAS)).contains(id);
        assertThat(translation(id)).isEqualTo(RUSSIAN);
        assertThat(again(id)).isEqualTo("Первая строка.\nИ имя.");
        Translations.Open open = db.fromTransaction(em -> room.translations
                .open(id, LetterState.IN_TRANSLATION, TOMAS, room.house.now())
                .orElseThrow());
        assertThat(open.again()).isEqualTo("Первая строка.\nИ имя.");
        assertThat(String.valueOf(
                        db.value("select cast(translation_advice as varchar) from letter where id = '" + id + "'")))
                .as("sealed")
                .doesNotContain("Первая");
        assertThat(finish(id, RUSSIAN, TOMAS)).isEmpty();
        assertThat(again(id)).isEmpty();
        assertThat(db.value("select translation_advice from letter where id = '" + id + "'"))
                .isNull();
    }

    @Test
    void what_a_second_reader_asked_goes_with_the_words() {
        UUID id = approved("");
        take("en", "ru", TOMAS);
        finish(id, RUSSIAN, TOMAS);
        check(IRINA);
        long fence = letter(id).fence();
        db.inTransaction(em -> room.translate.sendBack(id, IRINA, fence, "Имя.", List.of(), room.house.now()));
        db.inTransaction(em -> room.house.letters.eraseText(id));
        assertThat(again(id)).isEmpty();
        assertThat(db.value("select translation_advice from letter where id = '" + id + "'"))
                .isNull();
    }

    private String again(UUID id) {
        return db.fromTransaction(
                em -> room.house.letters.translationAdviceOn(letter(id)).orElse(""));
    }

    @Test
    void a_translation_that_is_too_long_for_the_place_stays_with_its_translator_and_is_not_lost() {
        UUID id = approved("max-pages 1");
        take("en", "ru", TOMAS);
        String tooLong = "Очень длинное предложение о снеге. ".repeat(300);
        assertThat(finish(id, tooLong, TOMAS)).extracting(Flag::key).containsExactly("objection.max-pages");
        assertThat(letter(id).state()).isEqualTo(LetterState.IN_TRANSLATION);
        assertThat(letter(id).isClaimedBy(TOMAS, room.house.now())).isTrue();
        assertThat(translation(id)).isEqualTo(tooLong);
    }

    @Test
    void a_sign_that_no_font_has_stays_with_its_translator() {
        UUID id = approved("");
        take("en", "ru", TOMAS);
        assertThat(finish(id, RUSSIAN + " \uD83D\uDC1D", TOMAS))
                .extracting(Flag::key)
                .containsExactly("finding.NO_FONT");
    }

    @Test
    void the_writers_new_words_take_the_letter_back_to_the_readers() {
        UUID id = approved("");
        take("en", "ru", TOMAS);
        long fence = letter(id).fence();
        room.rewrite(id, "en", ENGLISH + "\n\nAnd then it melted.");
        assertThatThrownBy(() ->
                        db.fromTransaction(em -> room.translate.finish(id, TOMAS, fence, RUSSIAN, room.house.now())))
                .isInstanceOfSatisfying(
                        NotNow.class, refused -> assertThat(refused.why()).isEqualTo(Why.STATE));
        assertThat(letter(id).state()).isEqualTo(LetterState.IN_REVIEW);
    }

    @Test
    void what_is_printed_is_the_translation_with_its_original_after_it() {
        UUID id = approved("");
        take("en", "ru", TOMAS);
        assertThat(finish(id, RUSSIAN, TOMAS)).isEmpty();
        assertThat(printed(id)).isEqualTo(new Words(RUSSIAN, "Hanna", null, new Translated("en", ENGLISH)));
        Translations.Open open = checked(id, IRINA);
        db.inTransaction(em -> room.translate.accept(id, IRINA, open.fence(), open.hash(), room.house.now()));
        assertThat(letter(id).state()).isEqualTo(LetterState.READY);
        assertThat(letter(id).contentHash())
                .isEqualTo(open.hash())
                .isNotEqualTo(new Words(RUSSIAN, "Hanna", null).contentHash("din5008b"));
    }

    @Test
    void where_the_place_lets_in_too_few_pages_the_original_stays_at_home() {
        String tale = "The first snow fell, and nobody was ready for it. ".repeat(70);
        UUID id = room.letter(room.prisoner("QA", ReadersHouse.LATELY, "max-pages 1"), "en", tale);
        Reading seen = room.open(id, MARTA);
        db.inTransaction(em -> room.decide.approve(id, MARTA, seen.fence(), seen.hash(), room.house.now()));
        take("en", "ru", TOMAS);
        assertThat(finish(id, RUSSIAN, TOMAS)).isEmpty();
        assertThat(printed(id)).isEqualTo(new Words(RUSSIAN, "Hanna", null, new Translated("en", "")));
    }

    @Test
    void a_letter_translated_before_anybody_asked_is_printed_as_it_was_approved() {
        UUID id = approved("");
        take("en", "ru", TOMAS);
        finish(id, RUSSIAN, TOMAS);
        db.sql("update letter set with_original = null");
        assertThat(printed(id)).isEqualTo(new Words(RUSSIAN, "Hanna", null));
    }

    private Words printed(UUID id) {
        return db.fromTransaction(
                em -> room.house.letters.wordsToPrint(letter(id)).orElseThrow());
    }

    private Translations.Open checked(UUID id, long who) {
        check(who);
        return db.fromTransaction(em -> room.translations
                .open(id, LetterState.TRANSLATION_CHECK, who, room.house.now())
                .orElseThrow());
    }
}
