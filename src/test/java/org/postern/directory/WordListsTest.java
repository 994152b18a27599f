package org.postern.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;
import org.postern.TestDatabase;

@Tag("database")
@ParameterizedClass
@MethodSource("org.postern.TestDatabase#both")
class WordListsTest {
    private static final String WORDS =
            "# learnt in November\nwarn-words карцер*, шизо | a letter from IK-6 | 2026-11-02\n";

    private final TestDatabase db;
    private final WordLists lists;

    WordListsTest(TestDatabase db) {
        this.db = db;
        this.lists = new WordLists(db.entityManager());
    }

    @BeforeEach
    void nothingIsTyped() {
        db.sql("delete from country_words");
    }

    private List<String> found(WordLists node, String body) {
        RulePacks packs = new RulePacks(Optional.empty(), node::lines);
        return db.fromTransaction(
                em -> Rules.of("ru", packs.of("RU"), List.of(), List.of())
                        .objectionsTo(new Judged(body, "ru", 1, 0, true, true))
                        .stream()
                        .map(Objection::quote)
                        .filter(quote -> quote != null)
                        .toList());
    }

    @Test
    void words_of_the_desk_stand_beside_those_of_the_file() {
        assertThat(found(lists, "Он был в карцере, а потом война.")).containsExactly("война");
        db.inTransaction(em -> lists.say("RU", WORDS));
        assertThat(found(new WordLists(db.entityManager()), "Он был в карцере, а потом война."))
                .containsExactlyInAnyOrder("война", "карцере");
    }

    @Test
    void they_warn_on_another_node_within_seconds() {
        try (TestDatabase node = db.anotherNode()) {
            WordLists there = new WordLists(node.entityManager());
            assertThat(node.<List<Rule.Line>>fromTransaction(em -> there.lines("RU")))
                    .isEmpty();
            db.inTransaction(em -> lists.say("RU", WORDS));
            Awaitility.await()
                    .atMost(Duration.ofSeconds(5))
                    .untilAsserted(() -> assertThat(node.<List<Rule.Line>>fromTransaction(em -> there.lines("RU")))
                            .hasSize(1));
        }
    }

    @Test
    void a_line_that_is_no_list_of_words_is_named_and_nothing_is_changed() {
        db.inTransaction(em -> lists.say("RU", WORDS));
        for (String wrong : List.of(
                "max-pages 1 | nobody | 2026-11-02",
                "warn-words тюрьм*",
                "warn-words тюрьм* | a letter",
                "warn-words тюрьм* | a letter | yesterday",
                "nonsense | a letter | 2026-11-02")) {
            assertThatThrownBy(() -> db.inTransaction(em -> lists.say("RU", WORDS + "\n" + wrong)))
                    .isInstanceOfSatisfying(
                            Rule.Unreadable.class,
                            e -> assertThat(e.line()).as(wrong).isEqualTo(4));
        }
        assertThat(db.<String>fromTransaction(em -> lists.of("RU").orElseThrow().text()))
                .isEqualTo(WORDS);
    }

    @Test
    void an_empty_box_takes_them_back() {
        db.inTransaction(em -> lists.say("RU", WORDS));
        db.inTransaction(em -> lists.say("RU", ""));
        assertThat(found(new WordLists(db.entityManager()), "Он был в карцере."))
                .isEmpty();
    }
}
