package org.postern.curate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.Character.UnicodeScript;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.Period;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;
import org.postern.TestDatabase;
import org.postern.cause.Campaign;
import org.postern.cause.Campaigns;
import org.postern.directory.Facilities;
import org.postern.directory.Judged;
import org.postern.directory.Objection;
import org.postern.directory.Official;
import org.postern.directory.People;
import org.postern.directory.Prisoner;
import org.postern.directory.Recipient;
import org.postern.directory.Rule;
import org.postern.directory.RulePacks;
import org.postern.directory.Rules;
import org.postern.letter.LetterState;
import org.postern.site.PrintSites;

/** The demo's files are data that anybody may change: this is what must stay true of them. */
@Tag("database")
@ParameterizedClass
@MethodSource("org.postern.TestDatabase#both")
class DemoContentTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    private final TestDatabase db;
    private final People people;
    private final Campaigns campaigns;
    private final Facilities facilities;
    private final List<DemoFile> letters = DemoFiles.in("letters");

    DemoContentTest(TestDatabase db) {
        this.db = db;
        this.people = new People(db.entityManager());
        this.campaigns = new Campaigns(db.entityManager());
        this.facilities = new Facilities(db.entityManager());
    }

    @BeforeEach
    void seed() {
        db.inTransaction(em -> {
            if (facilities.isEmpty()) {
                new DemoDirectory(facilities, people, campaigns, new PrintSites(em)).seed(TODAY);
            }
        });
    }

    @Test
    void there_is_enough_to_show_on_every_page() {
        db.inTransaction(em -> {
            assertThat(prisoners()).hasSizeGreaterThanOrEqualTo(12);
            assertThat(prisoners().stream().map(Recipient::country).distinct()).hasSizeGreaterThanOrEqualTo(6);
            assertThat(people.officials()).hasSizeGreaterThanOrEqualTo(4);
            assertThat(campaigns.all()).hasSizeGreaterThanOrEqualTo(2);
            assertThat(letters).hasSizeGreaterThanOrEqualTo(60);
        });
    }

    @Test
    void names_stand_in_many_scripts() {
        db.inTransaction(em -> {
            Set<UnicodeScript> scripts = prisoners().stream()
                    .map(person -> UnicodeScript.of(person.name().given().codePointAt(0)))
                    .collect(Collectors.toSet());
            assertThat(scripts)
                    .contains(
                            UnicodeScript.CYRILLIC,
                            UnicodeScript.ARABIC,
                            UnicodeScript.LATIN,
                            UnicodeScript.MYANMAR,
                            UnicodeScript.GEORGIAN);
            assertThat(prisoners()).extracting(Recipient::language).contains("ru", "be", "fa", "ar", "tr", "my", "ka");
        });
    }

    @Test
    void everybody_but_one_is_invented_and_every_place_says_so() {
        db.inTransaction(em -> {
            assertThat(people.all())
                    .filteredOn(person -> !person.invented())
                    .extracting(Recipient::slug)
                    .containsExactly("boris-kagarlitsky");
            assertThat(facilities.all()).allSatisfy(place -> {
                assertThat(place.source()).as(place.slug()).startsWith("invented for the demo");
                assertThat(place.latin().name()).endsWith("(sample)");
            });
        });
    }

    /** Whoever adds a sentence must add it to the file beside this test, and so look up whether somebody said it. */
    @Test
    void of_the_one_real_person_nothing_is_said_that_the_source_does_not_say() {
        Set<String> said = Set.copyOf(sentencesOfTheSource());
        db.inTransaction(em -> {
            Prisoner boris = people.prisoner("boris-kagarlitsky").orElseThrow();
            Campaign cause = campaigns.bySlug("free-boris-kagarlitsky").orElseThrow();
            List<String> everything = Stream.of(
                            Stream.of(boris.lead(), cause.title(), cause.summary()),
                            boris.story().stream(),
                            cause.story().stream(),
                            cause.demands().stream(),
                            cause.endorsedBy().stream(),
                            Stream.concat(boris.timeline().stream(), cause.timeline().stream())
                                    .flatMap(event -> Stream.of(event.when(), event.what())),
                            cause.quotes().stream().flatMap(quote -> Stream.of(quote.words(), quote.who())))
                    .flatMap(texts -> texts)
                    .flatMap(text -> Stream.of(text.split("(?<=[.!?]”?) ")))
                    .toList();
            assertThat(everything).hasSizeGreaterThan(30).isSubsetOf(said);
            assertThat(boris.gladOf()).isEmpty();
            assertThat(boris.leftOut()).isEmpty();
            assertThat(boris.birthYear()).isNull();
        });
    }

    @Test
    void whoever_is_shown_has_agreed_with_day_and_source() {
        db.inTransaction(em -> assertThat(people.all())
                .filteredOn(person -> person.listing() != Recipient.Listing.HIDDEN)
                .hasSizeGreaterThan(12)
                .allSatisfy(person -> {
                    assertThat(person.agreedBy()).as(person.slug()).isNotBlank();
                    assertThat(person.agreedOn()).as(person.slug()).isBefore(TODAY);
                    assertThat(person.agreedSource()).as(person.slug()).isNotBlank();
                }));
    }

    @Test
    void every_page_of_a_person_and_a_campaign_has_something_to_say() {
        db.inTransaction(em -> {
            assertThat(people.listed(People.Search.EVERYBODY)).allSatisfy(person -> {
                assertThat(person.lead()).as(person.slug()).hasSizeBetween(40, 140);
                assertThat(person.story()).as(person.slug()).hasSizeGreaterThanOrEqualTo(2);
                assertThat(person.timeline()).as(person.slug()).isNotEmpty();
                if (person.invented()) {
                    assertThat(person.gladOf()).as(person.slug()).hasSizeGreaterThanOrEqualTo(2);
                    assertThat(person.leftOut()).as(person.slug()).isNotEmpty();
                    assertThat(person.birthYear()).as(person.slug()).isNotNull();
                }
            });
            assertThat(people.officials())
                    .extracting(Official::ask)
                    .allSatisfy(ask -> assertThat(ask).endsWith("."));
            assertThat(campaigns.all()).allSatisfy(cause -> {
                assertThat(cause.story()).as(cause.slug()).hasSizeGreaterThanOrEqualTo(2);
                assertThat(cause.demands()).as(cause.slug()).isNotEmpty();
                assertThat(cause.timeline()).as(cause.slug()).isNotEmpty();
                assertThat(cause.source()).as(cause.slug()).isNotBlank();
                assertThat(people.ofCampaign(cause.id())).as(cause.slug()).isNotEmpty();
            });
        });
    }

    @Test
    void a_number_is_known_wherever_the_rules_ask_for_it() {
        db.inTransaction(em -> assertThat(prisoners())
                .filteredOn(person -> new RulePacks().of(person).allow(Rule.NumberRequired.class))
                .isNotEmpty()
                .allSatisfy(
                        person -> assertThat(person.number()).as(person.slug()).isNotNull()));
    }

    @Test
    void letters_lie_in_every_state_over_twelve_weeks() {
        assertThat(letters.stream()
                        .map(letter -> letter.one(LetterState.class, "state"))
                        .collect(Collectors.toSet()))
                .isEqualTo(EnumSet.allOf(LetterState.class));
        assertThat(letters)
                .allSatisfy(letter ->
                        assertThat(TODAY.minus(age(letter))).as(letter.name()).isBetween(TODAY.minusDays(90), TODAY));
        assertThat(letters.stream()
                        .map(letter -> TODAY.minus(age(letter)).toEpochDay() / 7)
                        .distinct())
                .hasSizeGreaterThan(9);
        assertThat(letters.stream().map(letter -> letter.value("language")).distinct())
                .hasSizeGreaterThanOrEqualTo(7);
    }

    @Test
    void every_letter_is_to_somebody_and_has_words_of_its_own() {
        db.inTransaction(em -> {
            Set<String> slugs = people.all().stream().map(Recipient::slug).collect(Collectors.toSet());
            assertThat(letters).allSatisfy(letter -> {
                assertThat(slugs).as(letter.name()).contains(letter.value("to"));
                assertThat(letter.text()).as(letter.name()).isNotBlank();
            });
            assertThat(letters.stream().map(DemoFile::text)).doesNotHaveDuplicates();
        });
    }

    @Test
    void what_was_printed_in_the_language_of_the_place_is_stopped_by_no_rule() {
        Set<LetterState> onPaper =
                EnumSet.of(LetterState.PRINTED, LetterState.POSTED, LetterState.REPLIED, LetterState.RETURNED);
        db.inTransaction(em -> {
            List<DemoFile> printed = letters.stream()
                    .filter(letter -> onPaper.contains(letter.one(LetterState.class, "state")))
                    .toList();
            assertThat(printed).isNotEmpty().allSatisfy(letter -> {
                Recipient to = people.all().stream()
                        .filter(person -> person.slug().equals(letter.value("to")))
                        .findFirst()
                        .orElseThrow();
                Rules rules = new RulePacks().of(to);
                Judged judged = new Judged(letter.text(), rules.languages().get(0), 1, 0, true, true);
                assertThat(rules.objectionsTo(judged)).as(letter.name()).noneMatch(Objection::blocks);
            });
        });
    }

    private List<Prisoner> prisoners() {
        return people.all().stream()
                .filter(Prisoner.class::isInstance)
                .map(Prisoner.class::cast)
                .toList();
    }

    private static Period age(DemoFile letter) {
        return letter.maybe("ago")
                .filter(ago -> !ago.startsWith("PT"))
                .map(Period::parse)
                .orElse(Period.ZERO);
    }

    private static List<String> sentencesOfTheSource() {
        try (InputStream in =
                Objects.requireNonNull(DemoContentTest.class.getResourceAsStream("/demo/seed-case-sentences.txt"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
