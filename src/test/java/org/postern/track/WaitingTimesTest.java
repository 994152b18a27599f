package org.postern.track;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;
import org.postern.TestDatabase;
import org.postern.TestPeople;
import org.postern.directory.Facilities;
import org.postern.directory.Facility;
import org.postern.directory.Facility.Heard;
import org.postern.directory.People;
import org.postern.letter.Actor;
import org.postern.letter.House;
import org.postern.letter.LetterState.Reason;
import org.postern.letter.Survey;
import org.postern.letter.Surveys;
import org.postern.letter.TestLetters;

@Tag("database")
@ParameterizedClass
@MethodSource("org.postern.TestDatabase#both")
class WaitingTimesTest {
    private final TestDatabase db;
    private final House house;
    private final TestLetters letters;
    private final Surveys surveys;
    private final People people;

    WaitingTimesTest(TestDatabase db) {
        this.db = db;
        this.house = new House(db);
        this.letters = new TestLetters(db, house.letters);
        this.surveys = new Surveys(db.entityManager());
        this.people = new People(db.entityManager());
    }

    private WaitingTimes times() {
        return new WaitingTimes(surveys, people, new Facilities(db.entityManager()), house.oneByOne, house.clock);
    }

    private Facility placeOf(long person) {
        return db.fromTransaction(em -> people.byId(person).orElseThrow().facility());
    }

    private UUID posted(long person, int daysAgo) {
        Instant then = house.now().minus(daysAgo, ChronoUnit.DAYS);
        return letters.posted(person, then, then);
    }

    private void replied(UUID id, int daysAfter, int daysAgo) {
        Instant when = house.now().minus(daysAgo, ChronoUnit.DAYS).plus(Duration.ofDays(daysAfter));
        house.on(id, letter -> letter.beAnswered(Actor.WRITER, when));
    }

    @Test
    void nothing_is_said_of_four_letters_and_the_middle_half_of_five() {
        long person = TestPeople.listed(db, "wait", "QA");
        int[] after = {21, 30, 44, 60, 200};
        for (int i = 0; i < 4; i++) {
            replied(posted(person, 300), after[i], 300);
        }
        times().count();
        assertThat(placeOf(person).heard()).isNull();
        replied(posted(person, 300), after[4], 300);
        assertThat(times().count()).isEqualTo(1);
        // The second and the fourth of five: 30 and 60 days.
        assertThat(placeOf(person).heard()).isEqualTo(new Heard(4, 9, 5));
        assertThat(times().count()).as("nothing is new").isZero();
    }

    @Test
    void what_writers_were_told_counts_and_a_letter_counts_once() {
        long person = TestPeople.listed(db, "told", "QB");
        List<UUID> all = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            all.add(posted(person, 50));
        }
        long place = placeOf(person).id();
        for (UUID id : all) {
            house.on(id, letter -> surveys.answer(letter, Survey.Answer.ARRIVED, place, house.now()));
        }
        house.on(all.get(0), letter -> letter.beAnswered(Actor.WRITER, house.now()));
        times().count();
        assertThat(placeOf(person).heard()).isEqualTo(new Heard(7, 8, 5));
        assertThat(placeOf(person).cameBack()).isZero();
    }

    @Test
    void times_stay_with_the_place_to_which_the_letters_went() {
        long person = TestPeople.listed(db, "moved", "QC");
        long elsewhere = TestPeople.listed(db, "there", "QC");
        Facility first = placeOf(person);
        for (int i = 0; i < 5; i++) {
            replied(posted(person, 100), 40, 100);
        }
        db.inTransaction(em -> people.move(
                people.byId(person).orElseThrow(),
                people.byId(elsewhere).orElseThrow().facility(),
                LocalDate.ofInstant(house.now(), java.time.ZoneOffset.UTC),
                "a test"));
        times().count();
        assertThat(placeOf(person).heard()).isNull();
        db.inTransaction(em -> assertThat(
                        new Facilities(em).bySlug(first.slug()).orElseThrow().heard())
                .isEqualTo(new Heard(5, 6, 5)));
    }

    @Test
    void what_came_back_is_counted_from_five_on_and_no_time_of_its_own() {
        long person = TestPeople.listed(db, "back", "QD");
        for (int i = 0; i < 5; i++) {
            UUID id = posted(person, 80);
            house.on(id, letter -> letter.comeBack(Reason.OTHER, Actor.staff(1), house.now()));
            times().count();
            assertThat(placeOf(person).cameBack()).isEqualTo(i < 4 ? 0 : 5);
        }
        assertThat(placeOf(person).heard()).isNull();
    }

    @Test
    void letters_of_years_ago_say_nothing_of_today() {
        long person = TestPeople.listed(db, "old", "QE");
        for (int i = 0; i < 5; i++) {
            replied(posted(person, 800), 40, 800);
        }
        times().count();
        assertThat(placeOf(person).heard()).isNull();
    }
}
