package org.postern.notify;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;
import org.postern.TestDatabase;
import org.postern.directory.People;
import org.postern.letter.House;
import org.postern.letter.Keeping;
import org.postern.letter.Letter;
import org.postern.letter.LetterState;
import org.postern.letter.Survey;
import org.postern.letter.Surveys;
import org.postern.letter.Writers;

/** Who is asked whether word of a letter came, when, and how often. */
@Tag("database")
@ParameterizedClass
@MethodSource("org.postern.TestDatabase#both")
class AskSurveysTest {
    private final TestDatabase db;
    private final House house;
    private final Surveys surveys;

    AskSurveysTest(TestDatabase db) {
        this.db = db;
        this.house = new House(db);
        this.surveys = new Surveys(db.entityManager());
    }

    private void ask() {
        new AskSurveys(
                        surveys,
                        house.letters,
                        new People(db.entityManager()),
                        new Writers(house.outbox),
                        house.oneByOne,
                        house.clock)
                .askWhatIsDue();
    }

    private UUID posted(Keeping keeping) {
        UUID id = house.ready(UUID.randomUUID() + "@example.org", keeping);
        long batch = house.batch(house.now().plus(Duration.ofDays(3)), id);
        house.print(batch);
        house.post(batch);
        return id;
    }

    private Object asked(UUID letter) {
        Object count = db.value("select count(*) from notice where kind = 'SURVEY' and letter_id = '" + letter + "'");
        return count == null ? -1 : count;
    }

    private void weeks(int weeks) {
        house.clock.pass(Duration.ofDays(7L * weeks));
    }

    private int due(UUID id) {
        return db.fromTransaction(em -> surveys.due(letter(id), house.now()).orElse(0));
    }

    private Letter letter(UUID id) {
        return house.letters.byId(id).orElseThrow();
    }

    private void answer(UUID id, Survey.Answer what) {
        house.on(
                id,
                letter -> surveys.answer(
                        letter,
                        what,
                        new People(db.entityManager())
                                .byId(letter.recipientId())
                                .orElseThrow()
                                .facility()
                                .id(),
                        house.now()));
    }

    @Test
    void a_writer_who_agreed_is_asked_after_6_12_and_26_weeks_once_each() {
        UUID id = posted(Keeping.FOR_A_REPLY);
        UUID other = posted(Keeping.UNTIL_POSTED);
        weeks(5);
        ask();
        assertThat(asked(id)).isEqualTo(0L);
        weeks(1);
        ask();
        ask();
        assertThat(asked(id)).isEqualTo(1L);
        weeks(6);
        ask();
        assertThat(asked(id)).isEqualTo(2L);
        weeks(14);
        ask();
        ask();
        assertThat(asked(id)).isEqualTo(3L);
        weeks(20);
        ask();
        assertThat(asked(id)).isEqualTo(3L);
        assertThat(asked(other))
                .as("whoever wanted no more mail after the posting")
                .isEqualTo(0L);
        assertThat(due(other)).as("but the page asks").isEqualTo(26);
    }

    @Test
    void after_a_long_silence_of_ours_only_the_last_question_is_asked() {
        UUID id = posted(Keeping.FOR_A_REPLY);
        weeks(13);
        ask();
        assertThat(asked(id)).isEqualTo(1L);
        assertThat(db.value("select weeks from survey where letter_id = '" + id + "'"))
                .isEqualTo(12);
    }

    @Test
    void the_page_asks_what_is_due_until_it_is_answered_and_the_last_word_counts() {
        UUID id = posted(Keeping.UNTIL_POSTED);
        assertThat(due(id)).isZero();
        weeks(6);
        assertThat(due(id)).isEqualTo(6);
        answer(id, Survey.Answer.NOTHING);
        assertThat(due(id)).isZero();
        weeks(6);
        assertThat(due(id)).isEqualTo(12);
        answer(id, Survey.Answer.ARRIVED);
        assertThat(due(id)).isZero();
        assertThat(db.value("select count(*) from survey where letter_id = '" + id + "'"))
                .isEqualTo(2L);
        weeks(1);
        answer(id, Survey.Answer.NOTHING);
        assertThat(db.value("select answer from survey where weeks = 12 and letter_id = '" + id + "'"))
                .as("an old page, after the answer")
                .isEqualTo("ARRIVED");
    }

    @Test
    void an_answer_from_prison_is_noted_at_the_letter_and_ends_the_questions() {
        UUID id = posted(Keeping.FOR_A_REPLY);
        weeks(6);
        answer(id, Survey.Answer.REPLIED);
        assertThat(house.state(id)).isEqualTo(LetterState.REPLIED);
        weeks(6);
        ask();
        assertThat(asked(id)).isEqualTo(0L);
        assertThat(due(id)).isZero();
    }
}
