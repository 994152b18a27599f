package org.postern;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.EvaluationResult;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.postern.letter.LetterState;

/** Each rule holds for the product, and catches the classes under {@code fixtures/} that break it. */
class HouseRulesTest {
    private static final String FIXTURES = "org.postern.fixtures.";
    private static final JavaClasses PRODUCT = product("org.postern");
    private static final JavaClasses PRODUCT_WITH_PAGES = product("org.postern", "gg.jte.generated");
    private static final JavaClasses TESTS = new ClassFileImporter()
            .withImportOption(new ImportOption.OnlyIncludeTests())
            .withImportOption(location -> !location.contains("/fixtures/"))
            .importPackages("org.postern");

    private static JavaClasses product(String... packages) {
        return new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages(packages);
    }

    private static Held holds(ArchRule rule, JavaClasses where) {
        rule.check(where);
        return new Held(rule);
    }

    private static Held holds(ArchRule rule) {
        return holds(rule, PRODUCT);
    }

    private record Held(ArchRule rule) {
        /** @param fixtures below {@code org.postern.fixtures}; each must be named in the rule's report */
        void andCatches(String... fixtures) {
            EvaluationResult result = evaluate(fixtures);
            assertThat(result.hasViolation()).isTrue();
            assertThat(result.getFailureReport().toString())
                    .contains(Stream.of(fixtures).map(FIXTURES::concat).toList());
        }

        void andLeaves(String... fixtures) {
            EvaluationResult result = rule.allowEmptyShould(true).evaluate(imported(fixtures));
            assertThat(result.getFailureReport().getDetails()).isEmpty();
        }

        private EvaluationResult evaluate(String... fixtures) {
            return rule.evaluate(imported(fixtures));
        }

        private static JavaClasses imported(String... fixtures) {
            return new ClassFileImporter()
                    .importClasses(Stream.of(fixtures).map(Held::load).toArray(Class<?>[]::new));
        }

        private static Class<?> load(String fixture) {
            try {
                return Class.forName(FIXTURES + fixture, false, Held.class.getClassLoader());
            } catch (ClassNotFoundException e) {
                throw new AssertionError(e);
            }
        }
    }

    @Test
    void the_rules_look_at_the_whole_product() {
        assertThat(PRODUCT.contain(LetterState.class)).isTrue();
        assertThat(PRODUCT.stream().map(WhoMaySeeWhom::home).distinct()).containsAll(WhoMaySeeWhom.NOUNS.keySet());
        assertThat(PRODUCT.contain(HouseRulesTest.class)).isFalse();
    }

    @Test
    void each_package_is_a_step_or_a_noun() {
        holds(WhoMaySeeWhom.EACH_PACKAGE_HAS_ITS_PLACE).andCatches("shelf.HomelessClass");
    }

    @Test
    void a_step_never_sees_another_step() {
        holds(WhoMaySeeWhom.NO_STEP_SEES_ANOTHER).andCatches("compose.SeesPosting");
    }

    @Test
    void a_noun_sees_only_the_nouns_it_may() {
        holds(WhoMaySeeWhom.NOUNS_SEE_ONLY_THEIR_OWN)
                .andCatches("directory.SeesLetters", "web.SeesStaff", "letter.SeesReview");
    }

    @Test
    void packages_see_each_other_one_way_only() {
        holds(WhoMaySeeWhom.NO_CYCLES).andCatches("vault.Forth", "notice.Back");
    }

    @Test
    void rules_states_addresses_and_pages_know_no_container() {
        holds(WhoMaySeeWhom.PURE_CODE_KNOWS_NO_CONTAINER)
                .andCatches("typeset.AsksTheContainer", "directory.RuleBean", "letter.LetterState");
    }

    @Test
    void only_typeset_knows_pdfbox() {
        holds(WhoMaySeeWhom.PDFBOX_ONLY_IN_TYPESET).andCatches("print.DrawsByItself");
    }

    @Test
    void only_the_designers_door_reads_json() {
        holds(WhoMaySeeWhom.GSON_ONLY_AT_THE_DESIGNERS_DOOR).andCatches("track.SpeaksJson");
    }

    @Test
    void one_class_sends_mail() {
        holds(WhoMaySeeWhom.ONE_MAILER).andCatches("notify.SecondMailer");
    }

    @Test
    void only_the_vault_sees_a_key() {
        holds(WhoMaySeeWhom.KEYS_ONLY_IN_VAULT).andCatches("letter.HoldsKey", "letter.Encrypts", "review.SealsByTink");
    }

    @Test
    void a_class_is_public_only_where_another_package_needs_it() {
        holds(WhoMaySeeWhom.PUBLIC_ONLY_WHERE_NEEDED, PRODUCT_WITH_PAGES).andCatches("web.PublicForNobody");
    }

    @Test
    void only_plurals_query_the_database() {
        Held held = holds(HowCodeReads.ENTITY_MANAGERS_ONLY_IN_PLURALS);
        held.andCatches("compose.PageThatQueries", "letter.LetterFinder");
        held.andLeaves("letter.OpenEntities", "letter.OpenEntity");
    }

    @Test
    void no_interface_has_one_implementation() {
        Held held = holds(HowCodeReads.NO_INTERFACE_FOR_ONE);
        held.andCatches("letter.Unused");
        assertThat(held.evaluate("letter.Carrier", "letter.Train")
                        .getFailureReport()
                        .toString())
                .contains(FIXTURES + "letter.Carrier");
    }

    @Test
    void names_say_what_a_thing_is() {
        holds(HowCodeReads.NAMES_SAY_WHAT_IT_IS, TESTS);
        holds(HowCodeReads.NAMES_SAY_WHAT_IT_IS)
                .andCatches(
                        "letter.Names$LetterImpl",
                        "letter.Names$LetterService",
                        "letter.Names$LetterManager",
                        "letter.Names$LetterUtil",
                        "letter.Names$LetterHelper",
                        "letter.Names$LetterDto");
    }

    @Test
    void entities_have_verbs_and_no_setters() {
        holds(HowCodeReads.ENTITIES_HAVE_VERBS_AND_NO_SETTERS).andCatches("letter.OpenEntity");
    }

    @Test
    void nobody_reads_the_time_but_the_one_clock() {
        holds(HowCodeReads.ONE_CLOCK)
                .andCatches(
                        "track.Watches$ByInstant",
                        "track.Watches$ByDay",
                        "track.Watches$ByMillis",
                        "track.Watches$ByDate",
                        "track.Watches$ByClock",
                        "track.Watches$ByReference");
    }

    @Test
    void no_record_is_left_to_the_server_to_fill() {
        holds(HowCodeReads.NO_RECORD_FOR_THE_SERVER_TO_FILL).andCatches("letter.StoredRecord", "compose.FilledRecord");
    }

    @Test
    void each_package_says_what_belongs_there() {
        ArchRule rule = HowCodeReads.EACH_PACKAGE_SAYS_WHAT_BELONGS_THERE;
        rule.check(PRODUCT);
        JavaClasses two = new ClassFileImporter().importPackages(FIXTURES + "unmarked", FIXTURES + "compose");
        assertThat(rule.evaluate(two).getFailureReport().toString())
                .contains("fixtures.unmarked.Nameless")
                .doesNotContain("fixtures.compose");
    }

    @Test
    void no_test_is_switched_off() {
        holds(HowCodeReads.NO_TEST_IS_SWITCHED_OFF, TESTS).andCatches("letter.SwitchedOff");
    }

    @Test
    void a_test_on_a_database_is_tagged() {
        holds(HowCodeReads.DATABASE_TESTS_ARE_TAGGED, TESTS).andCatches("letter.Untagged");
    }
}
