package org.postern.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.postern.TestDatabase;
import org.postern.TestSettings;
import org.postern.curate.DemoHouse;
import org.postern.directory.People;
import org.postern.directory.RulePacks;
import org.postern.letter.Letter;
import org.postern.letter.Words;
import org.postern.site.PrintSites;

/** Two readers are for the rare letter: of the demo's, which are as letters are, none needs them. */
@Tag("database")
class DemoScoresTest {
    @AutoClose
    static final TestDatabase db = TestDatabase.h2();

    @Test
    void every_letter_of_the_demo_has_one_reader_as_the_setting_comes() {
        DemoHouse demo = DemoHouse.of(db);
        demo.seed("true");
        List<Integer> scores = new ArrayList<>();
        List<String> heavy = new ArrayList<>();
        db.inTransaction(em -> {
            Proofs proofs = new Proofs(DemoHouse.PAGES, new RulePacks(), new PrintSites(em));
            for (Letter letter :
                    em.createQuery("select l from Letter l", Letter.class).getResultList()) {
                demo.letters.wordsOf(letter).ifPresent(words -> {
                    int score = Score.of(flags(proofs, letter, words, new People(em)), false);
                    scores.add(score);
                    if (score >= TestSettings.of().twoReaders()) {
                        heavy.add(score + ": " + words.body());
                    }
                });
            }
        });
        assertThat(scores).hasSizeGreaterThan(20).contains(0).anyMatch(score -> score > 1);
        assertThat(heavy).isEmpty();
    }

    private static List<Flag> flags(Proofs proofs, Letter letter, Words words, People people) {
        List<String> codes = words.photo() == null ? List.of() : PhotoCodes.in(words.photo());
        return proofs.of(
                        letter,
                        words,
                        letter.language(),
                        people.byId(letter.recipientId()).orElseThrow())
                .and(LookedFor.in(words.body(), letter.language(), codes))
                .flags();
    }
}
