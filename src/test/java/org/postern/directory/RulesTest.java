package org.postern.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.postern.directory.Rules.Level;

class RulesTest {
    @Test
    void where_nobody_knows_anything_the_careful_set_holds() {
        Rules rules = Rules.of("ka", List.of(), List.of(), List.of());
        assertThat(rules.languages()).containsExactly("ka");
        assertThat(rules.maxPages()).isEqualTo(2);
        assertThat(rules.allow(Rule.WindowAllowed.class)).isFalse();
        assertThat(rules.allow(Rule.CodesAllowed.class)).isFalse();
        assertThat(rules.allow(Rule.LabelsAllowed.class)).isFalse();
        assertThat(rules.allow(Rule.ColourAllowed.class)).isFalse();
        assertThat(rules.allow(Rule.EnclosuresAllowed.class)).isFalse();
        assertThat(rules.all()).extracting(Rules.Inherited::level).containsOnly(Level.CAREFUL);
    }

    @Test
    void the_nearest_rule_of_a_kind_holds_and_says_where_it_was_laid_down() {
        Rules rules = rules("max-pages 2", "max-pages 4 | letters that came back", "max-pages 1");
        assertThat(rules.maxPages()).isEqualTo(1);
        assertThat(rules("max-pages 2", "max-pages 4", "").maxPages()).isEqualTo(4);
        assertThat(rules.all())
                .filteredOn(inherited -> inherited.line().rule() instanceof Rule.MaxPages)
                .extracting(Rules.Inherited::level)
                .containsExactly(Level.PERSON);
    }

    @Test
    void a_place_without_photos_overrules_a_country_that_allows_three() {
        assertThat(rules("max-photos 3", "no-photos", "").maxPhotos()).isZero();
        assertThat(rules("no-photos", "max-photos 3", "").maxPhotos()).isEqualTo(3);
    }

    @Test
    void what_a_country_allows_a_place_takes_back_and_a_person_may_have_again() {
        assertThat(rules("window-allowed", "", "").allow(Rule.WindowAllowed.class))
                .isTrue();
        assertThat(rules("window-allowed", "no-window", "").allow(Rule.WindowAllowed.class))
                .isFalse();
        assertThat(rules("window-allowed", "no-window", "window-allowed").allow(Rule.WindowAllowed.class))
                .isTrue();
    }

    @Test
    void word_lists_topics_and_notes_add_up() {
        Rules rules = rules("warn-words war\nleave-out the war", "warn-words snow\nnote short", "leave-out snow");
        assertThat(rules.all())
                .filteredOn(inherited -> inherited.line().rule().addsUp())
                .extracting(Rules.Inherited::level)
                .containsExactly(Level.COUNTRY, Level.COUNTRY, Level.FACILITY, Level.FACILITY, Level.PERSON);
        assertThat(rules.objectionsTo(new Judged("Snow after the war", "ru", 1, 0, true, true)))
                .extracting(Objection::quote)
                .containsExactly("war", "Snow");
    }

    @Test
    void the_gravest_objection_comes_first() {
        Rules rules = rules("warn-words war\nlanguages ru\nmax-pages 1", "", "");
        assertThat(rules.objectionsTo(new Judged("War", "en", 2, 0, true, true)))
                .extracting(Objection::severity)
                .containsExactly(Severity.BLOCKS, Severity.WARNS, Severity.ROUTES);
    }

    private static Rules rules(String country, String facility, String person) {
        return Rules.of("ru", Rule.parseAll(country), Rule.parseAll(facility), Rule.parseAll(person));
    }
}
