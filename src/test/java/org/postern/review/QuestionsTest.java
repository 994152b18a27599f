package org.postern.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.time.Duration;
import java.time.Instant;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.postern.TestDatabase;
import org.postern.compose.Answers;
import org.postern.letter.LetterState;
import org.postern.letter.NotNow;
import org.postern.letter.WriterQuestions.Asked;
import org.postern.web.Views;

/** A translator asks the writer, and neither learns who the other is. */
@Tag("database")
@ParameterizedClass
@MethodSource("org.postern.TestDatabase#both")
class QuestionsTest {
    private static final long TOMAS = 987_654_321;
    private static final long IRINA = 22;
    private static final String ENGLISH = "Dear Vera,\n\nI drove the 49 for years.\n\nYours.";
    private static final String QUESTION = "Is the 49 a bus or a tram?";

    private final TestDatabase db;
    private final ReadersHouse room;
    private UUID id;

    QuestionsTest(TestDatabase db) {
        this.db = db;
        this.room = new ReadersHouse(db);
        this.id = new UUID(0, 0);
    }

    @BeforeEach
    void aTranslatorHasALetter() {
        db.sql("update letter set state = 'WITHDRAWN', claimed_by = null, claimed_until = null");
        db.sql("delete from print_site_route");
        room.siteServes("QA");
        id = room.atTranslator("", ENGLISH, UUID.randomUUID() + "@canary.example", TOMAS);
    }

    private Optional<String> ask(String words) {
        return ask(words, room.fence(id));
    }

    private Optional<String> ask(String words, long fence) {
        return db.fromTransaction(em -> room.questions.ask(id, TOMAS, fence, 2, words, room.house.now()));
    }

    private List<Asked> toWriter() {
        return db.fromTransaction(
                em -> room.asked.toWriterOf(room.house.letters.byId(id).orElseThrow()));
    }

    private boolean answer(UUID question, String words) {
        return db.<Boolean>fromTransaction(
                em -> room.asked.answer(room.house.letters.lock(id).orElseThrow(), question, words, room.house.now()));
    }

    private Instant claimedUntil() {
        return db.<Optional<Instant>>fromTransaction(em -> Optional.ofNullable(
                        room.house.letters.byId(id).orElseThrow().claimedUntil()))
                .orElseThrow();
    }

    private long mails() {
        return Long.parseLong(String.valueOf(
                db.value("select count(*) from notice where kind = 'QUESTION' and letter_id = '" + id + "'")));
    }

    private static Document draw(String template, Map<String, Object> parameters) {
        StringOutput html = new StringOutput();
        TemplateEngine.createPrecompiled(ContentType.Html).render(template, parameters, html);
        return Jsoup.parse(html.toString());
    }

    @Test
    void the_writer_reads_the_question_and_the_translator_the_answer() {
        assertThat(ask(QUESTION)).isEmpty();
        Asked asked = toWriter().get(0);
        assertThat(asked.question()).isEqualTo(QUESTION);
        assertThat(asked.paragraph()).isEqualTo(2);
        assertThat(answer(asked.id(), "A bus.")).isTrue();
        assertThat(answer(asked.id(), "A tram.")).as("once").isFalse();
        assertThat(room.atWork(id, TOMAS).beside().questions(2))
                .extracting(Asked::answer)
                .containsExactly("A bus.");
    }

    @Test
    void neither_side_learns_who_the_other_is() {
        ask(QUESTION);
        Document writers = draw(
                "compose/questions.jte",
                Map.of("view", Views.of("en", true), "address", "/letters/x", "questions", toWriter()));
        assertThat(writers.text()).contains(QUESTION);
        assertThat(writers.html()).doesNotContain("" + TOMAS, "Marta");
        assertThat(writers.select("form[method=post]").attr("action"))
                .isEqualTo("/en/letters/x/answers/" + toWriter().get(0).id());
        answer(toWriter().get(0).id(), "A bus. Call me: +49 30 1234567");
        Document translators = translators(Extras.NONE);
        assertThat(translators.text())
                .contains(QUESTION, "A bus.", "Nothing of this goes into the letter: +49 30 1234567");
        assertThat(translators.html()).doesNotContain("canary.example").doesNotContain("/letters/x");
    }

    private Document translators(Extras extras) {
        return draw(
                "review/translation.jte",
                Map.of(
                        "view",
                        Views.of("en", true, "translator"),
                        "page",
                        new TranslateLetter.Model(room.atWork(id, TOMAS), "", List.of(), extras)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Write me at tomas@example.org?",
                "Ring +49 30 1234567, please",
                "See https://example.org/49",
                "Where is 12 Baker Street?"
            })
    void a_question_says_nothing_by_which_anybody_can_be_reached(String words) {
        assertThat(ask(words)).contains("personal");
        assertThat(toWriter()).isEmpty();
        Document page =
                translators(new Extras("question.wrong.personal", "question", words, "2", "", "", "", Map.of()));
        assertThat(page.select("#question").val()).isEqualTo(words);
        assertThat(page.select("#about option[selected]").val()).isEqualTo("2");
        assertThat(page.select("[role=alert] a").attr("href")).isEqualTo("#question");
    }

    @Test
    void three_may_wait_for_an_answer_and_one_mail_tells_of_all() {
        assertThat(ask("One?")).isEmpty();
        assertThat(ask("Two?")).isEmpty();
        assertThat(ask("Three?")).isEmpty();
        assertThat(ask("Four?")).contains("many");
        assertThat(ask("x".repeat(501))).contains("long");
        assertThat(ask(" ")).contains("empty");
        assertThat(mails()).isEqualTo(1);
        answer(toWriter().get(0).id(), "Yes.");
        assertThat(ask("Four?")).isEmpty();
    }

    @Test
    void the_letter_waits_for_an_answer_fourteen_days_at_most() {
        ask(QUESTION);
        Instant end = claimedUntil();
        assertThat(Duration.between(room.house.now(), end)).isBetween(Duration.ofDays(13), Duration.ofDays(14));
        room.house.clock.pass(Duration.ofDays(10));
        ask("And the 50?");
        assertThat(claimedUntil()).as("from the first that waits").isEqualTo(end);
        toWriter().forEach(asked -> answer(asked.id(), "Yes."));
        assertThat(Duration.between(room.house.now(), claimedUntil())).isEqualTo(Duration.ofDays(7));
        assertThat(mails()).as("nothing to be told any more").isZero();
    }

    @Test
    void an_old_claim_asks_nothing() {
        long old = room.fence(id);
        db.inTransaction(em -> room.house.letters.lock(id).orElseThrow().release());
        db.inTransaction(em -> room.decide.claim(id, LetterState.IN_TRANSLATION, TOMAS, room.house.now()));
        assertThatThrownBy(() -> ask(QUESTION, old)).isInstanceOf(NotNow.class);
        assertThat(toWriter()).isEmpty();
    }

    @Test
    void once_it_is_handed_in_nothing_is_asked_of_the_writer_and_the_answer_is_not_printed() {
        ask(QUESTION);
        answer(toWriter().get(0).id(), "canary-answer");
        ask("And the 50?");
        UUID late = toWriter().stream()
                .filter(Asked::isOpen)
                .findFirst()
                .orElseThrow()
                .id();
        room.handedIn(id, TOMAS, "Раз.\n\nДва.\n\nТри.", IRINA);
        assertThat(toWriter()).isEmpty();
        assertThat(answer(late, "Too late.")).isFalse();
        assertThat(room.checked(id, IRINA).beside().questions()).hasSize(2);
        assertThat(db.<String>fromTransaction(em -> room.house
                        .letters
                        .wordsToPrint(room.house.letters.byId(id).orElseThrow())
                        .orElseThrow()
                        .toString()))
                .doesNotContain("canary-answer");
    }

    @Test
    void it_is_sealed_and_goes_with_the_words_or_when_they_change() {
        ask(QUESTION);
        answer(toWriter().get(0).id(), "A bus.");
        assertThat(String.valueOf(db.value(
                        "select cast(question as varchar) from writer_question where letter_id = '" + id + "'")))
                .doesNotContain("tram");
        db.inTransaction(em -> room.house.letters.eraseText(id));
        assertThat(rows()).isZero();
        id = room.atTranslator("", ENGLISH, null, TOMAS);
        ask(QUESTION);
        room.rewrite(id, "en", ENGLISH + " Other words.");
        assertThat(rows()).isZero();
    }

    @Test
    void it_goes_with_the_words_also_where_the_letter_is_with_its_readers_again() {
        ask(QUESTION);
        db.sql("update letter set state = 'IN_REVIEW', claimed_until = null where id = '" + id + "'");
        room.rewrite(id, "en", ENGLISH + " Other words.");
        assertThat(rows()).isZero();
    }

    @Test
    void what_comes_too_late_is_shown_to_be_copied() {
        Document late = draw(
                "compose/answerLate.jte",
                Map.of("view", Views.of("en", true, ""), "page", new Answers.Late("/letters/abc", "A <b>bus</b>.")));
        assertThat(late.select("textarea").val()).isEqualTo("A <b>bus</b>.");
        assertThat(late.select("[role=status]").text()).contains("no answer any more");
    }

    @Test
    void all_that_stands_beside_the_text_is_kept_until_it_is_taken() {
        Extras typed = new Extras("", "", "Why?", "2", "goods train", "", "", Map.of("m1", "One", "m2", "Two"));
        assertThat(typed.text()).contains("Why?", "goods train", "One", "Two");
        assertThat(typed.asked().text()).doesNotContain("Why?").contains("goods train");
        assertThat(typed.added().text()).doesNotContain("goods train").contains("Why?");
        assertThat(typed.answered(List.of("m1")).reasons()).containsExactly(Map.entry("m2", "Two"));
        Document page = translators(typed);
        assertThat(page.select("#question").val()).isEqualTo("Why?");
        assertThat(page.select("#term").val()).isEqualTo("goods train");
        assertThat(page.select("details[open]")).hasSize(2);
    }

    private long rows() {
        return Long.parseLong(
                String.valueOf(db.value("select count(*) from writer_question where letter_id = '" + id + "'")));
    }
}
