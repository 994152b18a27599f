package org.postern.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.postern.TestDatabase;
import org.postern.review.Glossary.Piece;

/** Names and words beside a translation. */
@Tag("database")
@ParameterizedClass
@MethodSource("org.postern.TestDatabase#both")
class GlossaryTest {
    private static final long TOMAS = 21;
    private static final String BODY =
            "Dear Vera,\n\nI count goods trains at Verkhnie Sosny. A GOODS TRAIN is veracity.";

    private final TestDatabase db;
    private final ReadersHouse room;

    GlossaryTest(TestDatabase db) {
        this.db = db;
        this.room = new ReadersHouse(db);
    }

    @BeforeEach
    void noWords() {
        db.sql("delete from glossary_term");
        db.sql("delete from print_site_route");
        room.siteServes("QA");
    }

    private Optional<String> add(String term, String meaning, String note) {
        return db.fromTransaction(em -> room.glossary.add(
                "en", "ru", term, meaning, note, "Joan Quill, Leeds", TOMAS, LocalDate.of(2026, 11, 23)));
    }

    private Margin beside() {
        UUID id = room.atTranslator("", BODY, null, TOMAS);
        return room.atWork(id, TOMAS).beside();
    }

    @Test
    void names_come_from_the_directory_in_both_scripts() {
        assertThat(beside().glossary())
                .extracting(Glossary.Entry::term, Glossary.Entry::meaning)
                .contains(
                        org.assertj.core.groups.Tuple.tuple("Vera", "Вера"),
                        org.assertj.core.groups.Tuple.tuple("Sinitsyna", "Синицына"),
                        org.assertj.core.groups.Tuple.tuple("IK-98", "ИК-98"),
                        org.assertj.core.groups.Tuple.tuple("Verkhnie Sosny", "Верхние Сосны"));
    }

    @Test
    void a_word_that_is_known_is_underlined_where_it_stands_and_every_letter_is_still_there() {
        assertThat(add("goods train", "товарный поезд", "м. р.")).isEmpty();
        List<Piece> pieces = beside().marked("I count goods trains at Verkhnie Sosny. A GOODS TRAIN is veracity.");
        assertThat(pieces.stream().map(Piece::text).reduce("", String::concat))
                .isEqualTo("I count goods trains at Verkhnie Sosny. A GOODS TRAIN is veracity.");
        assertThat(pieces)
                .filteredOn(piece -> piece.meaning() != null)
                .containsExactly(
                        new Piece("goods trains", "товарный поезд"),
                        new Piece("Verkhnie Sosny", "Верхние Сосны"),
                        new Piece("GOODS TRAIN", "товарный поезд"));
    }

    @Test
    void whoever_says_a_word_last_says_it_for_everybody() {
        add("drive", "везти", "");
        add("Drive", "водить", "автобус");
        assertThat(beside().glossary())
                .filteredOn(entry -> !entry.own())
                .containsExactly(new Glossary.Entry("drive", "водить", "автобус", false));
    }

    @ParameterizedTest
    @CsvSource({
        "Joan, Джоан, '', signature",
        "Джоан, x, 'Quill is her name', signature",
        "ward 4021, палата, '', personal",
        "mail, почта, a@example.org, personal",
        "'', слово, '', empty",
        "a very long sentence that nobody would ever look up in any list of words, слово, '', long"
    })
    void nothing_of_one_letter_comes_into_a_list_that_everybody_sees(
            String term, String meaning, String note, String why) {
        assertThat(add(term, meaning, note)).contains(why);
        assertThat(String.valueOf(db.value("select count(*) from glossary_term")))
                .isEqualTo("0");
    }
}
