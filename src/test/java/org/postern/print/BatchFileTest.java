package org.postern.print;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
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
import org.postern.letter.Batch;
import org.postern.letter.BatchLine;
import org.postern.letter.Frozen;
import org.postern.typeset.PrintedLetters;
import org.postern.typeset.PrintedPage;
import org.postern.typeset.VeraPdf;

/** The file that a volunteer prints, read back. */
@Tag("database")
@ParameterizedClass
@MethodSource("org.postern.TestDatabase#both")
class BatchFileTest {
    private final TestDatabase db;
    private final PrintRoom room;

    BatchFileTest(TestDatabase db) {
        this.db = db;
        this.room = new PrintRoom(db, false);
    }

    private static String text(PDDocument document, int from, int to) throws IOException {
        PDFTextStripper stripper = new PDFTextStripper();
        stripper.setSortByPosition(false);
        stripper.setStartPage(from);
        stripper.setEndPage(to);
        return stripper.getText(document).replaceAll("\\s+", " ");
    }

    private Batch batch(long number) {
        return db.fromTransaction(em -> {
            Batch batch = room.house.batches.byNumber(number).orElseThrow();
            assertThat(batch.lines()).isNotEmpty();
            assertThat(batch.site().city()).isEqualTo("Berlin");
            return batch;
        });
    }

    @Test
    void cover_lists_and_letters_are_pdf_a_and_pdf_ua() {
        room.letters(2, room.timofey);

        long number = room.batch(room.window);
        assertThat(VeraPdf.findings(room.take(number))).isEmpty();
        assertThat(VeraPdf.findings(room.file(number, SetFile.COVER))).isEmpty();
        assertThat(VeraPdf.findings(room.file(number, SetFile.MANIFEST))).isEmpty();
    }

    @Test
    void every_letter_begins_on_a_front_side_and_only_a_sheet_before_each_run_is_among_them() throws IOException {
        room.letters(3, room.timofey);
        room.letter(room.timofey, 4);
        room.letter(room.timofey, 4);
        long number = room.batch(room.window);
        Batch batch = batch(number);
        try (PDDocument pdf = Loader.loadPDF(room.take(number))) {
            int expected = 1;
            int sheets = 0;
            StringBuilder letters = new StringBuilder();
            for (BatchLine line : batch.lines()) {
                if (line.sheets() != sheets) {
                    assertThat(text(pdf, expected, expected)).contains("NOT A LETTER", batch.name());
                    assertThat(text(pdf, expected + 1, expected + 1)).isBlank();
                    expected += 2;
                    sheets = line.sheets();
                }
                assertThat(line.firstPage()).isEqualTo(expected);
                assertThat(text(pdf, line.firstPage(), line.firstPage())).contains("Здравствуйте!", "Тимофей");
                expected += 2 * line.sheets();
                letters.append(text(pdf, line.firstPage(), expected - 1));
            }
            assertThat(pdf.getNumberOfPages()).isEqualTo(expected - 1);
            // Codes, numbers and names of ours stand on no prisoner's sheet.
            assertThat(letters).doesNotContain(batch.name(), "SAMPLE", "NOT A LETTER");
            batch.lines()
                    .forEach(line ->
                            assertThat(letters).doesNotContain(line.pieceCode().substring(0, 4) + "-"));
        }
    }

    @Test
    void letters_of_one_thickness_need_no_sheet_between_them() throws IOException {
        room.letters(1, room.timofey);
        long number = room.batch(room.window);
        try (PDDocument pdf = Loader.loadPDF(room.take(number))) {
            assertThat(batch(number).lines().get(0).firstPage()).isEqualTo(1);
            assertThat(text(pdf, 1, pdf.getNumberOfPages())).doesNotContain("NOT A LETTER");
        }
    }

    @Test
    void cover_and_manifest_say_what_is_in_the_stack() throws IOException {
        room.letters(3, room.timofey);
        room.letter(room.timofey, 4);
        room.letter(room.timofey, 4);
        long number = room.batch(room.window);
        Batch batch = batch(number);
        try (PDDocument cover = Loader.loadPDF(room.file(number, SetFile.COVER));
                PDDocument list = Loader.loadPDF(room.file(number, SetFile.MANIFEST))) {
            assertThat(text(cover, 1, 1))
                    .contains(
                            batch.name(),
                            "5 letters, 7 sheets",
                            "print site Berlin",
                            "IK-98 Verkhnie Sosny",
                            "Sunday 29 November 2026, 20:00");
            String manifest = text(list, 1, list.getNumberOfPages());
            for (BatchLine line : batch.lines()) {
                assertThat(manifest).contains(line.pieceCode().substring(0, 4) + "-");
            }
            assertThat(manifest).contains("Тимофей Ласточкин", "Timofey Lastochkin", "1991");
        }
    }

    @Test
    void the_whole_address_stands_inside_the_window() throws IOException {
        room.letters(2, room.timofey);
        long number = room.batch(room.window);
        Batch batch = batch(number);
        try (PDDocument pdf = Loader.loadPDF(room.take(number))) {
            assertThat(PrintedLetters.firstPages(pdf, "din5008b"))
                    .isEqualTo(batch.lines().stream().map(BatchLine::firstPage).toList());
            for (BatchLine line : batch.lines()) {
                assertThat(PrintedPage.of(pdf, line.firstPage()).shownWholeIn(PrintedPage.DIN_5008_B))
                        // and the country's line, one of its own for each room of these tests
                        .hasSize(6)
                        .startsWith(
                                "Postern, Postfach 1, 10967 Berlin",
                                "Тимофей Ласточкин",
                                "ФКУ ИК-98",
                                "ул. Лесная, д. 3",
                                "пос. Верхние Сосны, Кировская обл., 612345");
            }
        }
    }

    @Test
    void where_no_window_is_allowed_the_addresses_stand_on_a_list_of_their_own_and_not_on_the_letter()
            throws IOException {
        room.letters(3, room.vera);
        long number = room.batch(room.plain);
        try (PDDocument pdf = Loader.loadPDF(room.take(number));
                PDDocument list = Loader.loadPDF(room.file(number, SetFile.ADDRESSES))) {
            assertThat(text(list, 1, list.getNumberOfPages())).contains("Addresses", "ул. Лесная", "612345");
            assertThat(text(pdf, 1, pdf.getNumberOfPages()))
                    .doesNotContain("612345")
                    .contains("Здравствуйте!");
        }
    }

    @Test
    void the_same_batch_gives_the_same_file_whenever_it_is_drawn_and_whoever_moved_meanwhile() {
        List<UUID> ids = room.letters(4, room.vera);
        long number = room.batch(room.plain);
        byte[] taken = room.take(number);
        assertThat(room.take(number)).isEqualTo(taken);
        room.house.clock.pass(java.time.Duration.ofDays(1));
        room.extend(number);
        db.sql("update recipient set family = 'Другая', latin_family = 'Other' where id = " + room.vera);
        db.inTransaction(em -> {
            Batch batch = room.house.batches.byNumber(number).orElseThrow();
            BatchFile.Drawn again = room.file.drawAgain(batch).orElseThrow();
            assertThat(again.hash()).isEqualTo(batch.pdfHash()).isEqualTo(BatchFile.hash(taken));
            for (BatchLine line : batch.lines()) {
                Frozen frozen = Frozen.of(room.house.batches.frozen(line).orElseThrow());
                assertThat(BatchFile.hash(room.pages.set(frozen).pdf())).isEqualTo(line.pdfHash());
            }
            assertThat(batch.lines()).extracting(BatchLine::letterId).containsExactlyInAnyOrderElementsOf(ids);
        });
    }

    @Test
    void the_demo_says_sample_on_every_page_that_is_not_an_empty_back() throws IOException {
        PrintRoom demo = new PrintRoom(db, true);
        demo.letters(3, demo.vera);
        try (PDDocument pdf = Loader.loadPDF(demo.take(demo.batch(demo.plain)))) {
            for (int page = 1; page <= pdf.getNumberOfPages(); page++) {
                String words = text(pdf, page, page);
                assertThat(words.isBlank() || words.contains("SAMPLE"))
                        .as("page " + page + ": " + words)
                        .isTrue();
            }
        }
    }

    @Test
    void a_picture_of_a_first_page_shows_where_the_window_is() throws IOException {
        room.letters(1, room.timofey);
        long number = room.batch(room.window);
        byte[] png = db.fromTransaction(em -> {
            BatchLine line = room.house.batchLines.line(number, 1).orElseThrow();
            return room.firstPage.draw(
                    Frozen.of(room.house.batches.frozen(line).orElseThrow()),
                    line.batch().site());
        });
        var image = javax.imageio.ImageIO.read(new java.io.ByteArrayInputStream(png));
        assertThat(image.getWidth()).isBetween(325, 335);
        Set<Integer> colours = new HashSet<>();
        // what always shows in DL and C6/C5 begins 3 mm inside their window
        int left = (int) Math.round(23 / 25.4 * 40);
        for (int y = 80; y < 130; y++) {
            colours.add(image.getRGB(left, y) & 0xffffff);
        }
        assertThat(new ArrayList<>(colours)).contains(0xa8201a);
    }
}
