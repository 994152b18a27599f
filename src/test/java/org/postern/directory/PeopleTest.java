package org.postern.directory;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;
import org.postern.TestDatabase;
import org.postern.directory.People.Search;

@Tag("database")
@ParameterizedClass
@MethodSource("org.postern.TestDatabase#both")
class PeopleTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    private final TestDatabase db;
    private final People people;
    private final Facilities facilities;

    PeopleTest(TestDatabase db) {
        this.db = db;
        this.people = new People(db.entityManager());
        this.facilities = new Facilities(db.entityManager());
    }

    @BeforeEach
    void empty() {
        db.sql("delete from address_change");
        db.sql("delete from recipient");
        db.sql("delete from facility");
    }

    @Test
    void somebody_is_hidden_until_somebody_agreed() {
        db.inTransaction(em -> people.add(vera(colony("ik-97"))));
        db.inTransaction(em -> {
            assertThat(people.prisoner("vera-solodova")).isEmpty();
            assertThat(people.listed(Search.EVERYBODY)).isEmpty();
            people.all().get(0).list("her sister", LocalDate.of(2025, 5, 2), "a letter from her sister");
        });
        db.inTransaction(em -> {
            Prisoner vera = people.prisoner("vera-solodova").orElseThrow();
            assertThat(vera.agreedBy()).isEqualTo("her sister");
            assertThat(vera.agreedOn()).isEqualTo(LocalDate.of(2025, 5, 2));
            assertThat(people.listed(Search.EVERYBODY)).containsExactly(vera);
        });
    }

    @Test
    void whoever_asked_for_no_more_letters_is_shown_and_not_offered() {
        db.inTransaction(em -> {
            Prisoner vera = listed(vera(colony("ik-97")));
            people.add(vera);
            vera.pause();
        });
        db.inTransaction(em -> {
            assertThat(people.prisoner("vera-solodova").orElseThrow().acceptsLetters())
                    .isFalse();
            assertThat(people.listed(Search.EVERYBODY)).isEmpty();
        });
    }

    @Test
    void every_word_comes_back_as_it_was_written() {
        db.inTransaction(em -> {
            Facility colony = colony("ik-97");
            colony.ruledBy("max-pages 4 | letters that came back | 2026-10-12\nmax-photos 3");
            colony.postTakes(3, 12);
            Prisoner vera = listed(vera(colony));
            vera.born(LocalDate.of(1991, 4, 14));
            vera.numbered("97/14");
            vera.imprisoned("9 March 2023");
            vera.isInvented();
            vera.ruledBy("max-pages 1");
            vera.told(
                    "For eleven years Vera kept the library.\n\nIn the colony she sews.",
                    "What grows where you live\nRecipes",
                    "The war",
                    "tomatoes, seeds",
                    "9 March 2023 | Taken from the school.\nAugust 2026 | Refused.");
            people.add(vera);
        });
        db.inTransaction(em -> {
            Prisoner vera = people.prisoner("vera-solodova").orElseThrow();
            assertThat(vera.name().familyFirst()).isEqualTo("Солодова Вера Ильинична");
            assertThat(vera.latinName().spoken()).isEqualTo("Vera Ilyinichna Solodova");
            assertThat(vera.familiar()).isEqualTo("Vera");
            assertThat(vera.gender()).isEqualTo(Prisoner.Gender.SHE);
            assertThat(vera.birthYear()).isEqualTo(1991);
            assertThat(vera.reads()).containsExactly("ru", "en");
            assertThat(vera.story()).hasSize(2);
            assertThat(vera.gladOf()).containsExactly("What grows where you live", "Recipes");
            assertThat(vera.timeline()).contains(new Dated("August 2026", "Refused."));
            assertThat(vera.invented()).isTrue();
            assertThat(vera.facility().postWeeksTo()).isEqualTo(12);
            assertThat(vera.address().number()).isEqualTo("97/14");
            Rules rules = new RulePacks().of(vera);
            assertThat(rules.maxPages()).isEqualTo(1);
            assertThat(rules.maxPhotos()).isEqualTo(3);
            assertThat(rules.languages()).containsExactly("ru");
        });
    }

    @Test
    void a_move_is_written_down_with_its_day_and_source() {
        db.inTransaction(em -> people.add(listed(vera(colony("ik-97")))));
        db.inTransaction(em ->
                people.move(people.prisoner("vera-solodova").orElseThrow(), colony("ik-12"), TODAY, "her lawyer"));
        db.inTransaction(em -> {
            Prisoner vera = people.prisoner("vera-solodova").orElseThrow();
            assertThat(vera.facility().slug()).isEqualTo("ik-12");
            List<AddressChange> moves = people.moves(vera);
            assertThat(moves).hasSize(2);
            assertThat(moves.get(0).fromFacilityId()).isNull();
            assertThat(requireNonNull(moves.get(1).fromFacilityId()))
                    .isEqualTo(moves.get(0).toFacilityId());
            assertThat(moves.get(1).toFacilityId()).isEqualTo(vera.facility().id());
            assertThat(moves.get(1).source()).isEqualTo("her lawyer");
            assertThat(moves.get(1).day()).isEqualTo(TODAY);
        });
    }

    @Test
    void people_are_found_by_name_in_either_script_by_interest_country_and_language() {
        db.inTransaction(em -> {
            Prisoner vera = listed(vera(colony("ik-97")));
            vera.told("", "", "", "tomatoes, seeds", "");
            people.add(vera);
        });
        db.inTransaction(em -> {
            for (Search hit : List.of(
                    new Search("солод", null, null),
                    new Search("SOLODOVA", null, null),
                    new Search("tomato", null, null),
                    new Search("librarian", "RU", "en"))) {
                assertThat(people.listed(hit)).as(hit.toString()).hasSize(1);
            }
            for (Search miss : List.of(
                    new Search("accordion", null, null), new Search(null, "BY", null), new Search(null, null, "de"))) {
                assertThat(people.listed(miss)).as(miss.toString()).isEmpty();
            }
        });
    }

    @Test
    void a_rule_that_cannot_be_read_is_refused_before_it_is_kept() {
        Prisoner vera = vera(new Facility("x", place("x"), place("x"), "RU", "ru", TODAY, "us"));
        assertThatThrownBy(() -> vera.ruledBy("max-pages many")).isInstanceOf(Rule.Unreadable.class);
        assertThat(vera.rulesText()).isEmpty();
    }

    private Facility colony(String slug) {
        Facility colony =
                new Facility(slug, place("ИК-97 (образец)"), place("IK-97 (sample)"), "RU", "ru", TODAY, "invented");
        facilities.add(colony);
        return colony;
    }

    private static Facility.Place place(String name) {
        return new Facility.Place(name, "ул. Образцовая, д. 1", "пос. Примерный", null, "000097");
    }

    private static Prisoner vera(Facility at) {
        return new Prisoner(
                "vera-solodova",
                at,
                "ru",
                new Name("Солодова", "Вера", "Ильинична"),
                new Name("Solodova", "Vera", "Ilyinichna"),
                Prisoner.Gender.SHE,
                List.of("ru", "en"),
                "A school librarian who was given six years for a reading list.");
    }

    private static Prisoner listed(Prisoner person) {
        person.list("her sister", LocalDate.of(2025, 5, 2), "a letter from her sister");
        return person;
    }
}
