package org.postern.reply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;
import org.postern.TestDatabase;
import org.postern.TestPeople;
import org.postern.reply.PublishedLetter.Consent;
import org.postern.reply.PublishedLetter.Text;

/** Nothing from prison is shown without consent, and what is hidden again is gone for everybody but organisers. */
@Tag("database")
@ParameterizedClass
@MethodSource("org.postern.TestDatabase#both")
class PublishedLettersTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 1);

    private final TestDatabase db;
    private final PublishedLetters letters;

    PublishedLettersTest(TestDatabase db) {
        this.db = db;
        this.letters = new PublishedLetters(db.entityManager());
    }

    private static PublishedLetter letter(String slug, long from, Consent consent) {
        return new PublishedLetter(slug, from, new Text("The arch", "One.\n\nTwo."), "ru", null, consent);
    }

    @Test
    void there_is_no_letter_without_who_agreed_and_where_that_is_written() {
        for (Consent consent : new Consent[] {new Consent(" ", DAY, "a note"), new Consent("Vera", DAY, "")}) {
            assertThatThrownBy(() -> letter("x", 1, consent)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void what_is_hidden_again_is_shown_to_nobody() {
        long person = TestPeople.listed(db, "Shown", "GE");
        Consent consent = new Consent("Vera herself", DAY, "her note");
        db.inTransaction(em -> letters.add(letter("shown-1", person, consent)));
        db.inTransaction(em -> {
            assertThat(letters.shown("shown-1")).isPresent();
            assertThat(letters.shown()).extracting(PublishedLetter::slug).containsExactly("shown-1");
            PublishedLetter found = letters.bySlug("shown-1").orElseThrow();
            assertThat(found.consent()).isEqualTo(consent);
            found.hide();
        });
        db.inTransaction(em -> {
            assertThat(letters.shown("shown-1")).isEmpty();
            assertThat(letters.shown()).isEmpty();
            assertThat(letters.bySlug("shown-1"))
                    .as("organisers still see why it was there")
                    .isPresent();
        });
    }
}
