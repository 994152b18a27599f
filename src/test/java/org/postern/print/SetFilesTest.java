package org.postern.print;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TimeZone;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;
import org.postern.TestDatabase;
import org.postern.letter.Keeping;
import org.postern.letter.Letter;
import org.postern.letter.Submission;
import org.postern.print.SlipSheet.Slip;
import org.postern.site.Family;
import org.postern.site.PrintSites;
import org.postern.site.Printer;
import org.postern.typeset.Calibration;
import org.postern.typeset.PageChoice.Sides;
import org.postern.typeset.Paper;
import org.postern.typeset.PrintedPage;
import org.postern.typeset.Stock;

/** The files of a batch as a set: what is in it for which printer, and what lies beside the letters. */
@Tag("database")
@ParameterizedClass
@MethodSource("org.postern.TestDatabase#both")
class SetFilesTest {
    private final TestDatabase db;
    private final PrintRoom room;

    SetFilesTest(TestDatabase db) {
        this.db = db;
        this.room = new PrintRoom(db, false);
    }

    private static Wanted wanted(@Nullable Printer printer, Sides sides) {
        return new Wanted(
                printer, Stock.envelope("dl").orElseThrow(), Stock.labels().get(0), 1, false, sides);
    }

    private byte[] zip(long number, @Nullable Printer printer, Locale reader) {
        return db.fromTransaction(em ->
                room.zip.of(room.house.batches.byNumber(number).orElseThrow(), wanted(printer, Sides.BOTH), reader));
    }

    private static Map<String, byte[]> entries(byte[] zip) throws IOException {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                entries.put(entry.getName().replaceFirst("B[0-9]{4,}/", ""), in.readAllBytes());
            }
        }
        return entries;
    }

    private static String text(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
        }
    }

    private static int pages(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return document.getNumberOfPages();
        }
    }

    private Printer printer(boolean byHand, Calibration faults) {
        return db.fromTransaction(em -> {
            Printer one =
                    new PrintSites(em).lock(room.site.id()).orElseThrow().addPrinter(byHand ? "Kitchen" : "Office");
            one.works(byHand ? "Kitchen" : "Office", 90, byHand);
            one.calibrated(faults);
            new PrintSites(em).flush();
            return one;
        });
    }

    @Test
    void the_zip_holds_what_this_batch_needs_and_a_word_on_each_in_the_readers_language() throws IOException {
        room.letters(3, room.vera);
        long plain = room.batch(room.plain);
        room.letters(2, room.timofey);
        long window = room.batch(room.window);

        Map<String, byte[]> set = entries(zip(plain, printer(false, Calibration.NONE), Locale.GERMAN));
        assertThat(set)
                .containsOnlyKeys(
                        "readme.txt",
                        "cover.pdf",
                        "letters.pdf",
                        "envelopes.pdf",
                        "addresses.pdf",
                        "manifest.pdf",
                        "manifest.csv");
        assertThat(new String(set.get("readme.txt"), UTF_8))
                .contains("3 Briefe", "letters.pdf", "Umschläge einlegen", "löschen Sie sie");
        assertThat(set.get("letters.pdf")).isEqualTo(room.take(plain));
        assertThat(entries(zip(window, printer(true, Calibration.NONE), Locale.ENGLISH)))
                .containsOnlyKeys(
                        "readme.txt",
                        "cover.pdf",
                        "letters-fronts.pdf",
                        "letters-backs.pdf",
                        "manifest.pdf",
                        "manifest.csv");
    }

    @Test
    void the_same_batch_is_the_same_zip_wherever_the_server_stands() {
        room.rules(room.vera, "languages ru\nlabels-allowed\nenclosures-allowed");
        room.letterThatAsksForAnAnswer(room.vera);
        room.letters(2, room.vera);
        long number = room.batch(room.plain);
        Printer printer = printer(false, new Calibration(1, -1, 99.5, 100.5, 0.2));
        byte[] here = zip(number, printer, Locale.ENGLISH);
        TimeZone zone = TimeZone.getDefault();
        Locale locale = Locale.getDefault();
        try {
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Auckland"));
            Locale.setDefault(Locale.forLanguageTag("fa-IR-u-nu-arabext"));
            assertThat(zip(number, printer, Locale.ENGLISH)).isEqualTo(here);
        } finally {
            TimeZone.setDefault(zone);
            Locale.setDefault(locale);
        }
    }

    @Test
    void one_sided_leaves_out_blank_backs_and_fronts_and_backs_are_each_half() throws IOException {
        room.letters(4, room.vera); // two of one page, two of two
        long number = room.batch(room.plain);
        assertThat(pages(room.take(number))).isEqualTo(8);
        assertThat(pages(room.file(number, SetFile.LETTERS_ONE_SIDED))).isEqualTo(6);
        assertThat(pages(room.file(number, SetFile.LETTERS_FRONTS))).isEqualTo(4);
        byte[] backs = room.file(number, SetFile.LETTERS_BACKS);
        try (PDDocument document = Loader.loadPDF(backs)) {
            assertThat(PrintedPage.of(document, 1).isBlank())
                    .as("the last letter has a back")
                    .isFalse();
            assertThat(PrintedPage.of(document, 4).isBlank())
                    .as("the first has none")
                    .isTrue();
        }
        try (PDDocument document = Loader.loadPDF(room.take(number))) {
            assertThat(document.getDocumentCatalog().getViewerPreferences().getDuplex())
                    .isEqualTo("DuplexFlipLongEdge");
        }
        try (PDDocument document = Loader.loadPDF(backs)) {
            assertThat(document.getDocumentCatalog().getViewerPreferences().getDuplex())
                    .isEqualTo("Simplex");
        }
    }

    @Test
    void chosen_letters_are_printed_again_with_the_very_pages_they_had() throws IOException {
        room.letters(4, room.vera);
        long number = room.batch(room.plain);
        assertThat(pages(again(number, Set.of(1, 4), Sides.BOTH))).isEqualTo(4);
        assertThat(pages(again(number, Set.of(1, 4), Sides.ONE))).isEqualTo(3);
        try (PDDocument all = Loader.loadPDF(room.take(number));
                PDDocument again = Loader.loadPDF(again(number, Set.of(3), Sides.FRONTS))) {
            int first = db.fromTransaction(
                    em -> room.house.batchLines.line(number, 3).orElseThrow().firstPage());
            assertThat(PrintedPage.of(again, 1).lines().toString())
                    .isEqualTo(PrintedPage.of(all, first).lines().toString());
        }
    }

    private byte[] again(long number, Set<Integer> nos, Sides sides) {
        return db.fromTransaction(em -> room.files
                .again(room.house.batches.byNumber(number).orElseThrow(), nos, wanted(null, sides))
                .orElseThrow());
    }

    @Test
    void a_letter_that_was_withdrawn_has_a_slip_and_is_never_printed_again() throws IOException {
        List<UUID> ids = room.letters(2, room.vera);
        long number = room.batch(room.plain);
        room.take(number);
        int no = db.fromTransaction(em -> {
            Letter letter = room.house.letters.lock(ids.get(0)).orElseThrow();
            letter.withdraw(room.house.now());
            room.house.batches.pullOut(letter, room.house.now());
            return room.house.batches.byNumber(number).orElseThrow().lines().stream()
                    .filter(line -> !line.isOpen())
                    .findFirst()
                    .orElseThrow()
                    .stackNo();
        });
        assertThat(text(room.file(number, SetFile.SLIPS)))
                .contains("REMOVE", "no. " + no, "Vera Solodova", "Its writer took it back");
        assertThat(pages(room.file(number, SetFile.ENVELOPES))).isEqualTo(1);
        assertThat(pages(again(number, Set.of(1, 2), Sides.BOTH))).isEqualTo(2);

        db.inTransaction(em -> room.house.letters.eraseText(ids.get(0)));
        assertThat(text(room.file(number, SetFile.MANIFEST)))
                .as("whom the directory still names, once the words are gone")
                .contains("Vera Solodova");
    }

    @Test
    void slips_stand_four_on_a_sheet() throws IOException {
        List<Slip> slips = new java.util.ArrayList<>();
        for (int no = 1; no <= 5; no++) {
            slips.add(new Slip(no, "Somebody", "reason.TRANSFER"));
        }
        byte[] pdf = SlipSheet.draw(room.pages.typesetter(), Paper.A4, false, "B0127", slips)
                .pdf();
        Files.write(Files.createDirectories(Path.of("target/paperwork")).resolve("slips.pdf"), pdf);
        assertThat(pages(pdf)).isEqualTo(2);
        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(PrintedPage.of(document, 1).lines())
                    .filteredOn(line -> line.text().startsWith("REMOVE"))
                    .hasSize(4);
            assertThat(PrintedPage.of(document, 1).lines())
                    .allMatch(line -> line.ink().getMaxX() < 100 || line.ink().getMinX() > 110);
        }
    }

    @Test
    void an_answer_is_asked_for_only_where_its_sheet_may_be_enclosed() throws IOException {
        room.rules(room.vera, "languages ru\nenclosures-allowed");
        room.letterThatAsksForAnAnswer(room.vera);
        room.letters(2, room.vera);
        long number = room.batch(room.plain);
        byte[] sheets = room.file(number, SetFile.REPLY_SHEETS);
        Files.write(Files.createDirectories(Path.of("target/paperwork")).resolve("reply-sheets.pdf"), sheets);
        assertThat(pages(sheets)).as("one sheet, lined on both sides").isEqualTo(2);
        assertThat(text(sheets)).contains("Postfach 1", "10967 Berlin").doesNotContain("-");
        byte[] envelopes = room.file(number, SetFile.RETURN_ENVELOPES);
        Files.write(Path.of("target/paperwork").resolve("return-envelopes.pdf"), envelopes);
        assertThat(pages(envelopes)).isEqualTo(1);
        assertThat(text(envelopes)).contains("Postern", "10967 Berlin", "GERMANY");

        room.rules(room.vera, "languages ru\nenclosures-allowed\ncodes-allowed");
        room.letterThatAsksForAnAnswer(room.vera);
        String code = text(room.file(room.batch(room.plain), SetFile.REPLY_SHEETS));
        assertThat(code).containsPattern("[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}");

        room.rules(room.vera, "languages ru");
        room.letterThatAsksForAnAnswer(room.vera);
        assertThat(entries(zip(room.batch(room.plain), null, Locale.ENGLISH))).doesNotContainKey("reply-sheets.pdf");
    }

    @Test
    void an_answer_is_asked_for_by_the_letter_and_not_by_its_writers_other_ones() throws IOException {
        room.rules(room.vera, "languages ru\nenclosures-allowed");
        UUID id = room.letter(room.vera, "Здравствуйте, Вера! Отвечать не нужно.", "answer@example.org");
        db.inTransaction(em -> room.house
                .letters
                .byId(id)
                .flatMap(Letter::submission)
                .flatMap(Submission::contact)
                .orElseThrow()
                .keepInstead(Keeping.FOR_A_REPLY));
        assertThat(entries(zip(room.batch(room.plain), null, Locale.ENGLISH))).doesNotContainKey("reply-sheets.pdf");
        room.letterThatAsksForAnAnswer(room.vera);
        assertThat(entries(zip(room.batch(room.plain), null, Locale.ENGLISH))).containsKey("reply-sheets.pdf");
    }

    @Test
    void where_only_postcards_pass_the_letter_is_one_with_its_address() throws IOException {
        room.rules(room.vera, "languages ru\npostcard-only");
        room.letter(room.vera, "Здравствуйте, Вера! Привет с моря.", "");
        long number = room.batch(new Pile(Family.POSTCARD, room.plain.country()));
        byte[] letters = room.take(number);
        Files.write(Files.createDirectories(Path.of("target/paperwork")).resolve("postcard.pdf"), letters);
        try (PDDocument document = Loader.loadPDF(letters)) {
            assertThat(document.getPage(0).getMediaBox().getWidth() * 25.4 / 72).isBetween(147.9, 148.1);
            assertThat(document.getPage(0).getMediaBox().getHeight() * 25.4 / 72)
                    .isBetween(104.9, 105.1);
        }
        assertThat(text(letters)).contains("Привет с моря", "612345");
        assertThat(entries(zip(number, null, Locale.ENGLISH)))
                .containsOnlyKeys("readme.txt", "cover.pdf", "letters.pdf", "manifest.pdf", "manifest.csv");
        Files.write(Path.of("target/paperwork/postcard-cover.pdf"), entry(number, "cover.pdf"));
        String lists = text(entry(number, "cover.pdf")) + text(entry(number, "manifest.pdf"));
        assertThat(lists)
                .contains("No envelope", "The whole address on every card", "Stamped")
                .doesNotContainIgnoringCase("fold")
                .doesNotContain("Envelope DL", "Addresses copied");
        assertThat(text(letters)).doesNotContainIgnoringCase("fold");
    }

    private byte[] entry(long number, String name) throws IOException {
        return java.util.Objects.requireNonNull(
                entries(zip(number, null, Locale.ENGLISH)).get(name));
    }

    @Test
    void the_list_for_a_spreadsheet_names_nobody_and_runs_nothing() {
        room.letters(1, room.timofey);
        room.letters(
                1,
                room.person(
                        room.window.country() == null ? "QA" : room.window.country(),
                        "window-allowed\nlanguages ru",
                        "Петров-Водкин",
                        "=Кузьма",
                        "Petrov-Vodkin",
                        "=Kuzma"));
        db.sql(
                "update facility set latin_name = '=1+1 Colony' where id = (select facility_id from recipient where id = "
                        + room.timofey + ")");
        long number = room.batch(room.window);
        String csv = db.fromTransaction(em -> new String(
                room.files.manifestCsv(room.house.batches.byNumber(number).orElseThrow()), UTF_8));
        String code = db.fromTransaction(em -> new org.postern.vault.PieceCode(
                        room.house.batchLines.line(number, 1).orElseThrow().pieceCode())
                .text());
        assertThat(csv)
                .startsWith("\uFEFFno,code,to,place,country,sheets,grams,stamp,currency,copy,remove\r\n1,")
                .contains(code, ",T. L.,", ",K. P. V.,", ",'=1+1 Colony,", ",1,10,,,1,\r\n")
                .doesNotContain("Timofey", "Lastochkin", "Ласточкин", "Vodkin", "Kuzma", "Марта", "1991");
    }
}
