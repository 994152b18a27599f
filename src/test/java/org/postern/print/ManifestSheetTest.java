package org.postern.print;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
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
import org.postern.post.PhotographedCodes;
import org.postern.typeset.PrintedPage;
import org.postern.typeset.VeraPdf;
import org.postern.vault.PieceCode;

/** The list that lies beside forty letters, as a scanner and as a tired volunteer read it. */
@Tag("database")
@ParameterizedClass
@MethodSource("org.postern.TestDatabase#both")
class ManifestSheetTest {
    private static final double EDGE = 12;
    private static final List<Frozen.To> LONG = List.of(
            new Frozen.To(
                    "Константин Александрович Вознесенский-Благовещенский",
                    "Konstantin Aleksandrovich Voznesensky-Blagoveshchensky",
                    "1968",
                    null,
                    "IK-41 Novy Bor",
                    "RU",
                    "ru"),
            new Frozen.To(
                    "محمدرضا عبدالحسین‌زادهٔ خراسانی‌نژاد",
                    "Mohammadreza Abdolhosseinzadeh Khorasaninejad",
                    "1990",
                    null,
                    "Bagh-e Sib prison",
                    "IR",
                    "fa"),
            new Frozen.To(
                    "عبد الرحمن بن عبد العزيز المنصوري الهاشمي",
                    "Abdulrahman bin Abdulaziz al-Mansouri al-Hashimi",
                    null,
                    "A-2041/77",
                    "Wadi al-Nakhil",
                    "EG",
                    "ar"),
            new Frozen.To("Jean Baptiste", "Jean Baptiste", null, "90417-083", "Cedar Hollow", "US", "en"));

    private final TestDatabase db;
    private final PrintRoom room;

    ManifestSheetTest(TestDatabase db) {
        this.db = db;
        this.room = new PrintRoom(db, true);
    }

    /** The first few go to people with the longest names. */
    private byte[] drawn(long number) {
        return db.fromTransaction(em -> {
            Batch batch = room.house.batches.byNumber(number).orElseThrow();
            List<Piece> pieces = new ArrayList<>();
            for (BatchLine line : batch.lines()) {
                Frozen frozen = Frozen.of(room.house.batches.frozen(line).orElseThrow());
                Frozen.To to = pieces.size() < LONG.size() ? LONG.get(pieces.size()) : frozen.to();
                Frozen named = new Frozen(frozen.manuscript(), frozen.paper(), frozen.sample(), to, frozen.outside());
                PieceCode code = new PieceCode(line.pieceCode());
                pieces.add(new Piece(line.stackNo(), code, named, line.sheets(), false, null));
            }
            return new ManifestSheet(
                            new Stack(batch, pieces, true, "https://postern.example/"), room.pages.typesetter())
                    .draw()
                    .pdf();
        });
    }

    private Set<String> codes(long number) {
        return db.fromTransaction(em -> {
            Set<String> codes = new HashSet<>();
            for (BatchLine line :
                    room.house.batches.byNumber(number).orElseThrow().lines()) {
                codes.add(new PieceCode(line.pieceCode()).text());
            }
            return codes;
        });
    }

    @Test
    void each_letters_code_is_read_from_a_scan_of_the_list_and_its_modules_are_half_a_millimetre() throws IOException {
        room.letters(40, room.timofey);
        long number = room.batch(room.window);
        byte[] pdf = drawn(number);
        Files.write(Files.createDirectories(Path.of("target/paperwork")).resolve("manifest-40.pdf"), pdf);
        try (PDDocument document = Loader.loadPDF(pdf)) {
            for (int dpi : List.of(100, 200, 300)) {
                Set<String> read = new HashSet<>();
                for (int page = 1; page <= document.getNumberOfPages(); page++) {
                    read.addAll(PhotographedCodes.on(document, page, dpi));
                }
                assertThat(read).as("at %s dpi", dpi).hasSize(40).isEqualTo(codes(number));
            }
            assertThat(ScannedCodes.moduleMillimetres(document, 1)).isBetween(0.49, 0.55);
        }
    }

    @Test
    void the_longest_names_stand_whole_in_both_scripts_and_nothing_leaves_the_sheet() throws IOException {
        room.letters(6, room.timofey);
        long number = room.batch(room.window);
        byte[] pdf = drawn(number);
        try (PDDocument document = Loader.loadPDF(pdf)) {
            String words = new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
            assertThat(words)
                    .contains("Константин Александрович", "Konstantin Aleksandrovich", "1968")
                    .contains("Mohammadreza Abdolhosseinzadeh", "1990", "A-2041/77", "90417-083")
                    .contains("20 Nov, Марта");
            double right = document.getPage(0).getMediaBox().getWidth() * 25.4 / 72 - EDGE;
            for (PrintedPage.Line line : PrintedPage.of(document, 1).lines()) {
                assertThat(line.ink().getMinX()).as(line.text()).isGreaterThanOrEqualTo(EDGE - 0.5);
                assertThat(line.ink().getMaxX()).as(line.text()).isLessThanOrEqualTo(right + 0.5);
            }
        }
        assertThat(VeraPdf.findings(pdf)).isEmpty();
    }

    @Test
    void what_is_to_be_taken_out_has_no_code_and_a_second_copy_says_so() throws IOException {
        room.letters(4, room.timofey);
        long number = room.batch(room.window);
        db.sql("update batch_line set pull = 'TRANSFER' where stack_no = 2 and batch_number = " + number);
        db.sql("update batch_line set copy_no = 2 where stack_no = 3 and batch_number = " + number);
        byte[] pdf = drawn(number);
        Files.write(Files.createDirectories(Path.of("target/paperwork")).resolve("manifest-changed.pdf"), pdf);
        try (PDDocument document = Loader.loadPDF(pdf)) {
            String words = new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
            assertThat(words).contains("REMOVE, DO NOT POST", "COPY 2", "remove 2; printed again: 3");
            assertThat(PhotographedCodes.on(document, 1, 200)).hasSize(3);
        }
    }
}
