package org.postern.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;
import org.postern.TestDatabase;
import org.postern.letter.Advice;
import org.postern.letter.Letter;
import org.postern.letter.LetterState;
import org.postern.letter.NotNow;
import org.postern.letter.Words;

@Tag("database")
@ParameterizedClass
@MethodSource("org.postern.TestDatabase#both")
class BlackoutTest {
    private static final long MARTA = 11;
    private static final String NUMBER = "+49 341 5550 142";
    private static final String BODY = "Здравствуйте!\n\nМой номер " + NUMBER + ". Пчёлы спят.";

    private final TestDatabase db;
    private final ReadersHouse room;

    BlackoutTest(TestDatabase db) {
        this.db = db;
        this.room = new ReadersHouse(db);
        db.sql("delete from print_site_route");
        room.siteServes("QA");
    }

    @Test
    void what_is_blacked_out_is_neither_read_on_nor_printed_and_its_writer_is_shown_it() throws IOException {
        UUID id = letter(BODY);
        Reading first = room.open(id, MARTA);
        assertThat(first.personal()).containsExactly(NUMBER);
        blackOut(id, first, NUMBER);

        Reading black = room.open(id, MARTA);
        assertThat(black.body()).contains("Мой номер ██████. Пчёлы").doesNotContain("5550");
        assertThat(black.personal()).isEmpty();
        assertThat(black.blackedOut()).containsExactly(NUMBER);
        assertThat(black.hash()).isNotEqualTo(first.hash());
        assertThat(text(black.proof().typesetting().pdf())).contains("Пчёлы").doesNotContain("5550");
        db.inTransaction(em -> {
            Letter letter = room.house.letters.byId(id).orElseThrow();
            assertThat(room.house.letters.wordsToPrint(letter).orElseThrow().body())
                    .doesNotContain("5550");
            assertThat(room.house.letters.wordsOf(letter).orElseThrow().body()).isEqualTo(BODY);
        });
    }

    @Test
    void an_approval_is_of_the_words_as_they_are_blacked_out() {
        UUID id = letter(BODY);
        Reading first = room.open(id, MARTA);
        blackOut(id, first, NUMBER);
        assertThatThrownBy(() -> approve(id, first)).isInstanceOf(NotNow.class);

        approve(id, room.open(id, MARTA));
        assertThat(room.house.state(id)).isEqualTo(LetterState.READY);
        db.inTransaction(
                em -> assertThat(room.house.letters.byId(id).orElseThrow().isApproved())
                        .isTrue());
    }

    @Test
    void lifted_again_or_written_anew_nothing_is_black() {
        UUID id = letter(BODY);
        Reading first = room.open(id, MARTA);
        blackOut(id, first, NUMBER);
        blackOut(id, room.open(id, MARTA));
        assertThat(room.open(id, MARTA).hash()).isEqualTo(first.hash());

        blackOut(id, room.open(id, MARTA), NUMBER);
        db.inTransaction(em -> {
            Letter letter = room.house.letters.lock(id).orElseThrow();
            Words words = new Words(BODY + " Снег.", "Марта", null);
            room.house.letters.rewrite(letter, "ru", words, "plain", room.house.now());
            assertThat(room.house.letters.blackedOut(letter)).isEmpty();
            assertThat(room.house.letters.wordsToRead(letter).orElseThrow().body())
                    .contains("5550");
        });
    }

    @Test
    void what_was_blacked_out_stands_in_no_difference() {
        UUID id = letter(BODY);
        Reading first = room.open(id, MARTA);
        db.inTransaction(em -> room.decide.askForChanges(
                id, MARTA, first.fence(), new Advice("", "Ohne das", Set.of()), room.house.now()));
        room.rewrite(id, "ru", BODY + " Снег.");
        blackOut(id, room.open(id, MARTA), NUMBER);
        assertThat(String.valueOf(room.open(id, MARTA).changed()))
                .contains("Снег")
                .doesNotContain("5550");
    }

    @Test
    void what_does_not_stand_in_the_letter_cannot_be_blacked_out() {
        UUID id = letter(BODY);
        Reading first = room.open(id, MARTA);
        blackOut(id, first, "something else", " ");
        assertThat(room.open(id, MARTA).blackedOut()).isEmpty();
        assertThat(room.open(id, MARTA).hash()).isEqualTo(first.hash());
    }

    @Test
    void a_reader_who_knows_better_says_which_language_it_is_and_it_goes_where_that_goes() {
        UUID id = room.letter(
                room.prisoner("QA", ReadersHouse.LATELY, "languages ru"),
                "en",
                "Здравствуйте! У нас снова снег, и я читаю вам вслух, как вы просили. Это всё, что я хотела сказать.");
        Reading first = room.open(id, MARTA);
        assertThat(first.onto()).isEqualTo("translate");
        assertThat(first.looksLike()).isEqualTo("ru");
        db.inTransaction(em -> room.decide.speaks(id, "ru", MARTA, first.fence(), room.house.now()));

        Reading again = room.open(id, MARTA);
        assertThat(again.looksLike()).isNull();
        approve(id, again);
        assertThat(room.house.state(id)).isEqualTo(LetterState.READY);
    }

    private UUID letter(String body) {
        return room.letter(room.prisoner("QA", ReadersHouse.LATELY, "languages ru"), "ru", body);
    }

    private void blackOut(UUID id, Reading seen, String... passages) {
        db.inTransaction(em -> room.decide.blackOut(id, MARTA, seen.fence(), List.of(passages), room.house.now()));
    }

    private void approve(UUID id, Reading seen) {
        db.inTransaction(em -> room.decide.approve(id, MARTA, seen.fence(), seen.hash(), room.house.now()));
    }

    private static String text(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }
}
