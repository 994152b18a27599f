package org.postern.curate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.postern.TestDatabase;
import org.postern.cause.Campaigns;
import org.postern.directory.Facilities;
import org.postern.directory.Judged;
import org.postern.directory.Objection;
import org.postern.directory.People;
import org.postern.directory.Recipient;
import org.postern.directory.RulePacks;
import org.postern.directory.Severity;
import org.postern.letter.LetterState;
import org.postern.letter.Pages;
import org.postern.letter.Words;
import org.postern.site.PrintSite;
import org.postern.site.PrintSites;
import org.postern.typeset.Typesetting;

@Tag("database")
class DemoFilesTest {
    private static final String BORIS = "boris-kagarlitsky";
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    /** All that may be said of him: the case as its source tells it, sentence by sentence. */
    private static final Set<String> FACTS = Set.of(
            "Boris Kagarlitsky is a Russian anti-war intellectual of 65",
            "A Russian anti-war intellectual, called a “foreign agent” and sentenced to five years",
            "He signed the resolution of the “Anti-War Round Table of the Left Forces” against the “unhealthy foreign"
                    + " ambitions of a narrow circle of individuals in the leadership of the country”",
            "He was called a “foreign agent”",
            "In July 2023 he was arrested on terrorism-related charges",
            "In December 2023 he was found guilty and fined 609,000 roubles",
            "The prosecution appealed the fine as too lenient, and claimed, falsely, that he could not pay and had not"
                    + " cooperated",
            "On 13 February 2024 a military court of appeal sentenced him to five years and a two-year ban on running any"
                    + " website",
            "He is in overcrowded cells",
            "Anti-war prisoners are tortured; Alexei Navalny died in an Arctic penal colony",
            "His letters from prison are published",
            "In one he wrote why Lenin is still relevant to Russia’s foreign policy",
            "He asks for support for all political prisoners, “especially those less well-known”",
            "July 2023 | Arrested on terrorism-related charges",
            "December 2023 | Found guilty and fined 609,000 roubles",
            "The prosecution appeals: too lenient",
            "13 February 2024 | A military court of appeal sentences him to five years and bans him for two years from"
                    + " running any website",
            "Since then | His letters from prison are published");

    @Test
    void the_contents_are_the_files_that_there_are() throws IOException {
        Path root = Path.of("src/main/resources/demo");
        try (Stream<Path> files = Files.walk(root)) {
            Set<String> there = files.filter(Files::isRegularFile)
                    .map(file -> root.relativize(file).toString())
                    .filter(name -> !name.equals("contents.txt"))
                    .collect(Collectors.toCollection(TreeSet::new));
            assertThat(Files.readAllLines(root.resolve("contents.txt"))).containsExactlyElementsOf(there);
        }
    }

    @Test
    void there_is_something_to_show_on_every_page() {
        List<DemoFile> prisoners = DemoFiles.in("people");
        assertThat(prisoners).hasSizeGreaterThanOrEqualTo(12);
        Map<String, String> places = DemoFiles.in("facilities").stream()
                .collect(Collectors.toMap(DemoFile::name, file -> file.value("country")));
        assertThat(prisoners.stream()
                        .map(file -> places.get(file.value("facility")))
                        .distinct())
                .doesNotContainNull()
                .hasSizeGreaterThanOrEqualTo(6);
        assertThat(prisoners.stream()
                        .map(file ->
                                Character.UnicodeScript.of(file.value("given").codePointAt(0)))
                        .distinct())
                .hasSizeGreaterThanOrEqualTo(5);
        assertThat(DemoFiles.in("officials")).hasSize(4);
        assertThat(DemoFiles.in("campaigns")).hasSize(2);
        assertThat(DemoFiles.in("sites")).hasSize(3);
        assertThat(places).hasSizeGreaterThanOrEqualTo(10);
        assertThat(DemoFiles.in("letters")).hasSizeGreaterThanOrEqualTo(62);
        Map<String, Long> languages = DemoFiles.in("letters").stream()
                .collect(Collectors.groupingBy(file -> file.value("language"), Collectors.counting()));
        assertThat(languages.keySet()).contains("en", "ru", "de", "fr", "es", "fa", "tr");
        assertThat(languages.get("en")).isGreaterThanOrEqualTo(22);
        assertThat(languages.get("ru")).isGreaterThanOrEqualTo(22);
        assertThat(DemoFiles.in("letters").stream()
                        .filter(file -> file.maybe("photo").isPresent()))
                .hasSize(2);
        assertThat(DemoFiles.in("letters").stream()
                        .map(file -> file.one(LetterState.class, "state"))
                        .distinct())
                .containsExactlyInAnyOrder(LetterState.values());
    }

    @Test
    void everybody_but_one_says_to_be_invented() {
        Stream.of("people", "officials")
                .flatMap(folder -> DemoFiles.in(folder).stream())
                .forEach(file -> assertThat(file.says("invented"))
                        .as(file.name())
                        .isEqualTo(!file.name().equals(BORIS)));
        DemoFiles.in("facilities")
                .forEach(file -> assertThat(file.value("latin-name")).contains("(sample)"));
    }

    @Test
    void of_the_one_real_person_only_what_is_known_is_said() {
        DemoFile boris = DemoFiles.in("people").stream()
                .filter(file -> file.name().equals(BORIS))
                .findFirst()
                .orElseThrow();
        assertThat(boris.texts().keySet()).containsExactlyInAnyOrder("", "story", "timeline");
        assertThat(sentences(boris.text("story"))).isNotEmpty().allMatch(FACTS::contains);
        assertThat(sentences(boris.text("timeline"))).isNotEmpty().allMatch(FACTS::contains);
        assertThat(sentences(boris.value("lead"))).allMatch(FACTS::contains);
        assertThat(boris.values()).doesNotContainKeys("born", "since", "number", "patronymic");
    }

    private static List<String> sentences(String text) {
        return Arrays.stream(text.split("\\.(\\s+|$)"))
                .map(sentence -> sentence.replace('\n', ' ').strip())
                .filter(sentence -> !sentence.isEmpty())
                .toList();
    }

    @Test
    void every_letter_can_be_set_and_only_a_telephone_or_a_word_is_warned_of() {
        Pages pages = new Pages(new RulePacks(), true, Optional.empty(), Optional.empty());
        try (TestDatabase db = TestDatabase.h2()) {
            db.inTransaction(em -> {
                PrintSites sites = new PrintSites(db.entityManager());
                People people = new People(db.entityManager());
                new DemoDirectory(new Facilities(db.entityManager()), people, new Campaigns(db.entityManager()), sites)
                        .seed(TODAY);
                Map<String, Recipient> known =
                        people.all().stream().collect(Collectors.toMap(Recipient::slug, Function.identity()));
                for (DemoFile file : DemoFiles.in("letters")) {
                    DemoLetter letter =
                            new DemoLetter(file, java.util.Objects.requireNonNull(known.get(file.value("to"))));
                    check(pages, sites, letter, letter.words(), file.value("language"));
                    String into = letter.into();
                    if (into != null) {
                        check(pages, sites, letter, letter.words().saying(file.text("translation")), into);
                    }
                }
            });
        }
    }

    private static void check(Pages pages, PrintSites sites, DemoLetter letter, Words words, String language) {
        Recipient to = letter.to();
        PrintSite site = sites.all().stream()
                .filter(one -> one.serves(to.country()))
                .findFirst()
                .orElse(null);
        Typesetting set = pages.set(pages.manuscript(words, language, to, TODAY, site));
        assertThat(set.findings()).as(letter.file().name()).isEmpty();
        List<Objection> objections = new RulePacks()
                .of(to)
                .objectionsTo(
                        new Judged(words.body(), language, set.pages(), words.photo() == null ? 0 : 1, true, true));
        assertThat(objections).as(letter.file().name()).noneMatch(objection -> objection.severity() == Severity.BLOCKS);
        if (letter.state().keepsText() == null
                && letter.state() != LetterState.IN_REVIEW
                && letter.state() != LetterState.CHANGES_ASKED) {
            assertThat(objections)
                    .as(letter.file().name())
                    .noneMatch(objection -> objection.severity() == Severity.WARNS);
        }
    }

    @Test
    void a_line_that_is_neither_value_nor_text_is_named() {
        assertThatThrownBy(() -> DemoFile.parse("somebody", "family: Doe\nno colon here\n\nText"))
                .hasMessageContaining("somebody, line 2");
    }

    @Test
    void a_file_is_values_then_texts() {
        DemoFile file = DemoFile.parse("x", "to: vera\n\nDear Vera,\n\nhello: there\n\n== advice\nShorter.\n");
        assertThat(file.value("to")).isEqualTo("vera");
        assertThat(file.text()).isEqualTo("Dear Vera,\n\nhello: there");
        assertThat(file.text("advice")).isEqualTo("Shorter.");
        assertThat(file.text("none")).isEmpty();
    }
}
