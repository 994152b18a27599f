package org.postern.track;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;
import org.postern.TestDatabase;
import org.postern.TestPeople;
import org.postern.cause.Campaigns;
import org.postern.directory.People;
import org.postern.letter.LetterCounts;
import org.postern.letter.LetterState;
import org.postern.letter.LetterWeeks;
import org.postern.letter.Letters;
import org.postern.letter.TestCounts;
import org.postern.letter.TestLetters;
import org.postern.vault.TestVault;

@Tag("database")
@ParameterizedClass
@MethodSource("org.postern.TestDatabase#both")
class NumbersTest {
    private static final Instant NOW = Instant.parse("2026-11-20T16:40:00Z");
    private static final Question USUAL = new Question(26, null, null, 3, 6, false);

    private final TestDatabase db;
    private final LetterCounts counts;
    private final LetterWeeks weeks;
    private final People people;
    private final long anna;
    private final long boris;
    private TestLetters write;

    @TempDir
    Path keys;

    @SuppressWarnings("NullAway.Init")
    NumbersTest(TestDatabase db) {
        this.db = db;
        TestCounts all = TestCounts.over(db.entityManager());
        this.counts = all.counts();
        this.weeks = all.weeks();
        this.people = new People(db.entityManager());
        this.anna = TestPeople.listed(db, "Anna", "RU");
        this.boris = TestPeople.listed(db, "Boris", "BY");
    }

    @BeforeEach
    void someLetters() {
        for (String table : java.util.List.of(
                "letter_count",
                "letter_stand",
                "letter_days",
                "letter_event",
                "letter",
                "submission",
                "sealing_key",
                "wrapping_key")) {
            db.sql("delete from " + table);
        }
        write = new TestLetters(db, new Letters(db.entityManager(), TestVault.in(db, keys)));
        for (int week = 0; week < 8; week++) {
            Instant posted = NOW.minus(Duration.ofDays(7L * week));
            write.posted(anna, posted.minus(Duration.ofDays(4)), posted);
        }
        write.posted(boris, NOW.minus(Duration.ofDays(80)), NOW.minus(Duration.ofDays(70)));
        write.written(boris, NOW.minus(Duration.ofDays(5)));
    }

    @Test
    void the_page_adds_up() {
        Answer answer = answer(USUAL);

        assertThat(answer.total().written()).isEqualTo(10);
        assertThat(answer.total().posted()).isEqualTo(9);
        assertThat(answer.weeks()).hasSize(26);
        assertThat(answer.running().monday()).isEqualTo(LocalDate.of(2026, 11, 16));
        assertThat(answer.running().steps().posted()).isEqualTo(1);
        assertThat(answer.isRecord()).isFalse();
        assertThat(answer.days().within(50)).isEqualTo(4);
        assertThat(answer.days().within(100)).isEqualTo(10);
        assertThat(answer.waits()).isEqualTo(1);
        assertThat(answer.oldest()).isEqualTo(5);
        assertThat(answer.oldestIn()).isEqualTo(LetterState.IN_REVIEW);
    }

    @Test
    void who_got_few_letters_comes_first_with_the_reason() {
        Answer answer = answer(USUAL);

        assertThat(answer.people()).extracting(Answer.Person::id).containsExactly(boris, anna);
        assertThat(answer.people()).extracting(Answer.Person::lately).containsExactly(0L, 6L);
        assertThat(answer.thin())
                .containsExactly(new Answer.Thin(
                        boris,
                        "Boris Tester",
                        "Prison of Boris",
                        "prison-Boris",
                        "/people/person-Boris",
                        0,
                        LocalDate.of(2026, 9, 11),
                        null,
                        LetterState.IN_REVIEW,
                        1));
    }

    @Test
    void states_show_their_age_and_how_many_are_over_their_patience() {
        assertThat(answer(USUAL).states())
                .contains(
                        new Answer.State(LetterState.IN_REVIEW, 1, 3L, 5L, 1),
                        new Answer.State(LetterState.READY, 0, 14L, null, 0),
                        new Answer.State(LetterState.POSTED, 9, null, null, 0))
                .extracting(Answer.State::state)
                .doesNotContain(LetterState.DRAFT, LetterState.REFUSED);
    }

    @Test
    void one_person_can_be_asked_for() {
        Answer answer = answer(new Question(12, anna, null, 3, 6, false));

        assertThat(answer.total().posted()).isEqualTo(8);
        assertThat(answer.waits()).isZero();
        assertThat(answer.people()).extracting(Answer.Person::id).containsExactly(anna);
        assertThat(answer.persons()).hasSize(2);
    }

    @Test
    void the_file_has_a_line_for_each_week_and_person() {
        String text = db.fromTransaction(em -> {
            var weekly = weeks.stepsByPerson(USUAL.scope(), LocalDate.of(2026, 11, 9), LocalDate.of(2026, 11, 23));
            return NumbersPage.csv(weekly, people.byIds(java.util.List.of(anna, boris)))
                    .text();
        });

        assertThat(text)
                .isEqualTo("week,person_id,person,country,written,approved,printed,posted,returned,replied\r\n"
                        + "2026-11-09," + anna + ",Anna Tester,RU,1,1,1,1,0,0\r\n"
                        + "2026-11-09," + boris + ",Boris Tester,BY,1,0,0,0,0,0\r\n"
                        + "2026-11-16," + anna + ",Anna Tester,RU,1,1,1,1,0,0\r\n");
    }

    @Test
    void in_public_small_counts_are_blank_and_the_total_is_rounded() {
        OpenNumbers open = new OpenNumbers(counts, weeks, people);
        for (int more = 0; more < 5; more++) {
            write.posted(anna, NOW, NOW);
        }

        OpenNumbers.Model model = db.fromTransaction(em -> open.at(NOW, 8));

        assertThat(model.weeks()).hasSize(OpenNumbers.WEEKS);
        assertThat(model.weeks().get(25).posted()).isEqualTo(6);
        assertThat(model.weeks().get(24).posted()).isNull();
        assertThat(model.rounded()).isTrue();
        assertThat(model.total()).isEqualTo(10);
        assertThat(model.countries())
                .containsExactly(
                        new OpenNumbers.Country("RU", "some", 10L), new OpenNumbers.Country("BY", "none", null));
    }

    @Test
    void hidden_people_make_no_country_appear() {
        db.inTransaction(em -> people.byId(boris).orElseThrow().hide());
        try {
            OpenNumbers open = new OpenNumbers(counts, weeks, people);

            assertThat(db.fromTransaction(em -> open.at(NOW, 8)).countries())
                    .extracting(OpenNumbers.Country::iso2)
                    .containsExactly("RU");
        } finally {
            db.inTransaction(em -> people.byId(boris).orElseThrow().list("a test", LocalDate.of(2026, 9, 1), "a test"));
        }
    }

    private Answer answer(Question question) {
        Numbers numbers = new Numbers(counts, weeks, people, new Campaigns(db.entityManager()));
        return db.fromTransaction(em -> numbers.to(question, NOW));
    }
}
