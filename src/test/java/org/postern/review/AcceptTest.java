package org.postern.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;
import org.postern.TestDatabase;
import org.postern.letter.LetterState;
import org.postern.letter.NotNow;
import org.postern.letter.NotNow.Why;
import org.postern.letter.TranslationMarks.Mark;
import org.postern.letter.TranslationMarks.State;
import org.postern.letter.Words;
import org.postern.review.CheckTranslation.NewMark;
import org.postern.review.Translations.Original;
import org.postern.typeset.Manuscript.Translated;
import org.postern.web.Views;

/** What a second reader approves, and how they and the translator come to agree. */
@Tag("database")
@ParameterizedClass
@MethodSource("org.postern.TestDatabase#both")
class AcceptTest {
    private static final long TOMAS = 21;
    private static final long IRINA = 22;
    private static final long MARTA = 23;
    private static final String ENGLISH = "Dear Vera,\n\nThe first snow fell.";
    private static final String RUSSIAN = "Здравствуйте, Вера!\n\nВыпал первый снег.";

    private final TestDatabase db;
    private final ReadersHouse room;

    AcceptTest(TestDatabase db) {
        this.db = db;
        this.room = new ReadersHouse(db);
    }

    @BeforeEach
    void nobodyElseWaits() {
        db.sql("update letter set state = 'WITHDRAWN', claimed_by = null, claimed_until = null");
        db.sql("delete from print_site_route");
        room.siteServes("QA");
    }

    private UUID atSecondReader(String rules) {
        UUID id = room.atTranslator(rules, ENGLISH, null, TOMAS);
        room.handedIn(id, TOMAS, RUSSIAN, IRINA);
        return id;
    }

    private boolean original(UUID id, boolean wanted) {
        return db.<Boolean>fromTransaction(
                em -> room.translate.withOriginal(id, IRINA, room.fence(id), wanted, room.house.now()));
    }

    private void accept(UUID id, String hash) {
        db.inTransaction(em -> room.translate.accept(id, IRINA, room.fence(id), hash, room.house.now()));
    }

    /** @return what is printed after the translation; empty for nothing */
    private String behind(UUID id) {
        return db.<Optional<String>>fromTransaction(em -> room.house
                        .letters
                        .wordsToPrint(room.house.letters.byId(id).orElseThrow())
                        .map(Words::translated)
                        .map(Translated::original))
                .orElse("no translation");
    }

    @Test
    void the_tick_for_the_original_changes_what_is_approved() {
        UUID id = atSecondReader("");
        Translations.Open with = room.checked(id, IRINA);
        assertThat(with.original()).isEqualTo(Original.WITH);
        assertThat(original(id, false)).isTrue();
        assertThatThrownBy(() -> accept(id, with.hash()))
                .as("what was seen had the original behind it")
                .isInstanceOfSatisfying(NotNow.class, e -> assertThat(e.why()).isEqualTo(Why.CHANGED));
        Translations.Open without = room.checked(id, IRINA);
        assertThat(without.original()).isEqualTo(Original.WITHOUT);
        assertThat(without.hash()).isNotEqualTo(with.hash());
        accept(id, without.hash());
        assertThat(room.house.state(id)).isEqualTo(LetterState.READY);
        assertThat(behind(id)).isEmpty();
    }

    @Test
    void the_original_can_be_taken_back_in_and_the_same_is_approved_as_before() {
        UUID id = atSecondReader("");
        String hash = room.checked(id, IRINA).hash();
        original(id, false);
        assertThat(original(id, true)).isTrue();
        assertThat(room.checked(id, IRINA).hash()).isEqualTo(hash);
        accept(id, hash);
        assertThat(behind(id)).isEqualTo(ENGLISH);
    }

    @Test
    void a_place_that_wants_no_original_gets_none_whoever_ticks_it() {
        UUID id = atSecondReader("no-original | letters that came back | 2026-10-12");
        assertThat(room.checked(id, IRINA).original()).isEqualTo(Original.NOT_THERE);
        assertThat(behind(id)).isEmpty();
        assertThat(original(id, true)).isFalse();
        assertThat(behind(id)).isEmpty();
    }

    @Test
    void where_both_have_too_many_pages_the_page_says_so() {
        UUID id = room.atTranslator(
                "max-pages 1", "The first snow fell, and nobody was ready for it. ".repeat(70), null, TOMAS);
        room.handedIn(id, TOMAS, RUSSIAN, IRINA);
        assertThat(room.checked(id, IRINA).original()).isEqualTo(Original.TOO_LONG);
        assertThat(original(id, true)).isFalse();
    }

    @Test
    void nobody_but_the_second_reader_who_has_it_ticks() {
        UUID id = atSecondReader("");
        assertThatThrownBy(() -> db.inTransaction(
                        em -> room.translate.withOriginal(id, TOMAS, room.fence(id), false, room.house.now())))
                .isInstanceOf(NotNow.class);
    }

    private void sendBack(UUID id, NewMark... marks) {
        db.inTransaction(
                em -> room.translate.sendBack(id, IRINA, room.fence(id), "", List.of(marks), room.house.now()));
        db.inTransaction(em -> room.decide.claim(id, LetterState.IN_TRANSLATION, TOMAS, room.house.now()));
    }

    @Test
    void a_mark_that_is_taken_puts_its_suggestion_into_the_paragraph_and_no_other() {
        UUID id = atSecondReader("");
        sendBack(id, new NewMark(2, "Heavy.", "Первый снег выпал."), new NewMark(1, "Warmer?", ""));
        List<Mark> marks = room.atWork(id, TOMAS).beside().marks();
        assertThat(marks).extracting(Mark::paragraph).containsExactly(1, 2);
        db.inTransaction(em ->
                room.translate.take(id, TOMAS, room.fence(id), marks.get(1).id(), room.house.now()));
        db.inTransaction(em -> room.translate.keepMine(
                id, TOMAS, room.fence(id), marks.get(0).id(), "They never met.", room.house.now()));
        Translations.Open open = room.atWork(id, TOMAS);
        assertThat(open.translation()).isEqualTo("Здравствуйте, Вера!\n\nПервый снег выпал.");
        assertThat(open.beside().marks()).extracting(Mark::state).containsExactly(State.KEPT, State.TAKEN);
        assertThatThrownBy(() -> room.handedIn(id, TOMAS, open.translation(), IRINA))
                .as("it says what she suggested")
                .isInstanceOfSatisfying(NotNow.class, e -> assertThat(e.why()).isEqualTo(Why.OWN_WORK));
        db.inTransaction(em -> room.decide.claim(id, LetterState.TRANSLATION_CHECK, MARTA, room.house.now()));
        assertThat(room.checked(id, MARTA).beside().marks(1))
                .extracting(Mark::answer)
                .containsExactly("They never met.");
    }

    @Test
    void in_a_text_of_one_piece_a_suggestion_is_put_in_by_its_translator_alone() {
        UUID id = room.atTranslator("", ENGLISH, null, TOMAS);
        String whole = "Здравствуйте, Вера!\n\nСнег.\n\nПервый.";
        room.handedIn(id, TOMAS, whole, IRINA);
        sendBack(id, new NewMark(2, "Heavy.", "Выпал снег."));
        Mark mark = room.atWork(id, TOMAS).beside().marks().get(0);
        db.inTransaction(em -> room.translate.take(id, TOMAS, room.fence(id), mark.id(), room.house.now()));
        assertThat(room.atWork(id, TOMAS).translation()).isEqualTo(whole);
        assertThat(room.atWork(id, TOMAS).beside().openMarks()).isZero();
    }

    @Test
    void a_mark_under_a_paragraph_that_is_no_more_is_taken_and_changes_nothing() {
        UUID id = room.atTranslator("", ENGLISH, null, TOMAS);
        room.handedIn(id, TOMAS, RUSSIAN + "\n\nЕщё.", IRINA);
        sendBack(id, new NewMark(3, "Not there.", "Нет."));
        Mark mark = room.atWork(id, TOMAS).beside().marks().get(0);
        db.inTransaction(em -> room.translate.save(id, TOMAS, room.fence(id), RUSSIAN, room.house.now()));
        db.inTransaction(em -> room.translate.take(id, TOMAS, room.fence(id), mark.id(), room.house.now()));
        assertThat(room.atWork(id, TOMAS).translation()).isEqualTo(RUSSIAN);
    }

    @Test
    void an_open_mark_stops_the_approval() {
        UUID id = atSecondReader("");
        sendBack(id, new NewMark(1, "Warmer?", ""));
        room.handedIn(id, TOMAS, RUSSIAN, IRINA);
        String hash = room.checked(id, IRINA).hash();
        assertThatThrownBy(() -> accept(id, hash)).isInstanceOf(NotNow.class);
        assertThat(page(id).select("button[value=accept]")).isEmpty();
    }

    @Test
    void a_mark_of_another_letter_is_not_touched() {
        UUID other = atSecondReader("");
        sendBack(other, new NewMark(1, "Warmer?", "Вера!"));
        UUID mark = room.atWork(other, TOMAS).beside().marks().get(0).id();
        UUID id = room.atTranslator("", ENGLISH, null, TOMAS);
        db.inTransaction(em -> room.translate.take(id, TOMAS, room.fence(id), mark, room.house.now()));
        assertThat(room.atWork(other, TOMAS).beside().openMarks()).isEqualTo(1);
    }

    @Test
    void marks_are_sealed_and_go_with_the_words() {
        UUID id = atSecondReader("");
        sendBack(id, new NewMark(1, "canary-mark", "canary-instead"));
        assertThat(String.valueOf(
                        db.value("select cast(words as varchar) from translation_mark where letter_id = '" + id + "'")))
                .doesNotContain("canary");
        db.inTransaction(em -> room.house.letters.eraseText(id));
        assertThat(String.valueOf(db.value("select count(*) from translation_mark where letter_id = '" + id + "'")))
                .isEqualTo("0");
    }

    private Document page(UUID id) {
        StringOutput html = new StringOutput();
        TemplateEngine.createPrecompiled(ContentType.Html)
                .render(
                        "review/check.jte",
                        Map.of(
                                "view",
                                Views.of("en", true, "translator"),
                                "page",
                                new CheckTranslation.Model(
                                        room.checked(id, IRINA), "", "", "", List.of(new NewMark(2, "Typed", "")))),
                        html);
        return Jsoup.parse(html.toString());
    }

    @Test
    void the_page_carries_what_is_seen_and_what_was_typed() {
        UUID id = atSecondReader("");
        Document page = page(id);
        assertThat(page.select("input[name=hash]").val())
                .isEqualTo(room.checked(id, IRINA).hash());
        assertThat(page.select("#mark2").val()).isEqualTo("Typed");
        assertThat(page.select("button[value=accept]")).hasSize(1);
        assertThat(page.select("button[value=without]")).hasSize(1);
        assertThat(page.select("form form")).isEmpty();
    }
}
