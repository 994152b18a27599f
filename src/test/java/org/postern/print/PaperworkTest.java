package org.postern.print;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;
import org.postern.TestDatabase;
import org.postern.directory.People;
import org.postern.letter.Batch;
import org.postern.letter.BatchLine;
import org.postern.post.PhotographedCodes;
import org.postern.site.PrintSite;
import org.postern.site.PrintSites;
import org.postern.site.Printer;
import org.postern.site.ReturnAddress;
import org.postern.site.Route;
import org.postern.typeset.Calibration;
import org.postern.typeset.Envelope;
import org.postern.typeset.LabelFormat;
import org.postern.typeset.Paper;
import org.postern.typeset.PrintedPage;
import org.postern.typeset.Stock;
import org.postern.typeset.StockEnvelope;
import org.postern.typeset.Window;
import org.postern.vault.PieceCode;

/** Envelopes, labels and addresses of a batch, read back in millimetres; and what a site has, on both databases. */
@Tag("database")
@ParameterizedClass
@MethodSource("org.postern.TestDatabase#both")
class PaperworkTest {
    private static final double MM = 25.4 / 72;

    private final TestDatabase db;
    private final PrintRoom room;

    PaperworkTest(TestDatabase db) {
        this.db = db;
        this.room = new PrintRoom(db, false);
    }

    private interface Drawn {
        Optional<byte[]> of(Batch batch);
    }

    private byte[] drawn(long number, Drawn file) {
        return db.fromTransaction(
                em -> file.of(room.house.batches.byNumber(number).orElseThrow()).orElseThrow());
    }

    private long plainBatch(String rules) {
        rules(rules);
        room.letters(3, room.vera);
        return room.batch(room.plain);
    }

    private void rules(String rules) {
        db.fromTransaction(em -> {
            new People(em).byId(room.vera).orElseThrow().facility().ruledBy(rules);
            return 0;
        });
    }

    @Test
    void every_envelope_has_sender_and_address_in_their_boxes_and_nothing_where_it_must_stay_clear()
            throws IOException {
        long number = plainBatch("languages ru");
        for (StockEnvelope envelope : Stock.envelopes()) {
            if (envelope.envelope().hasWindow()) {
                continue;
            }
            byte[] pdf = drawn(number, batch -> room.files.file(batch, SetFile.ENVELOPES, PrintRoom.on(envelope)));
            assertThat(drawn(number, batch -> room.files.file(batch, SetFile.ENVELOPES, PrintRoom.on(envelope))))
                    .isEqualTo(pdf);
            Files.write(Files.createDirectories(Path.of("target/paperwork")).resolve(envelope.code() + ".pdf"), pdf);
            try (PDDocument document = Loader.loadPDF(pdf)) {
                assertThat(document.getNumberOfPages()).isEqualTo(3);
                assertThat(document.getPage(0).getMediaBox().getWidth() * MM)
                        .isEqualTo(envelope.envelope().width(), within(0.05));
                assertThat(document.getPage(0).getMediaBox().getHeight() * MM)
                        .isEqualTo(envelope.envelope().height(), within(0.05));
                List<PrintedPage.Line> lines = PrintedPage.of(document, 1).lines();
                assertThat(lines.stream().map(PrintedPage.Line::text)).anyMatch(text -> text.contains("Солодова"));
                assertThat(lines.get(0).text()).isEqualTo("Postern");
                for (PrintedPage.Line line : lines) {
                    assertThat(frame(envelope.senderBox()).contains(line.ink())
                                    || frame(envelope.addressBox()).contains(line.ink()))
                            .as(envelope.code() + ": " + line)
                            .isTrue();
                    assertThat(envelope.clear()).noneMatch(zone -> frame(zone).intersects(line.ink()));
                }
            }
        }
    }

    @Test
    void labels_stand_on_their_labels_from_the_one_that_is_left() throws IOException {
        long number = plainBatch("languages ru\nlabels-allowed");
        LabelFormat format = Stock.labels().get(0);
        byte[] pdf = drawn(number, batch -> room.files.file(batch, SetFile.LABELS, PrintRoom.on(format, 20, true)));
        assertThat(drawn(number, batch -> room.files.file(batch, SetFile.LABELS, PrintRoom.on(format, 20, true))))
                .isEqualTo(pdf);
        Files.write(Files.createDirectories(Path.of("target/paperwork")).resolve("labels.pdf"), pdf);
        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(document.getNumberOfPages())
                    .as("two on the first sheet, one on the next")
                    .isEqualTo(2);
            for (PrintedPage.Line line : PrintedPage.of(document, 1).lines()) {
                assertThat(frame(format.at(19)).contains(line.ink())
                                || frame(format.at(20)).contains(line.ink()))
                        .as(line.toString())
                        .isTrue();
            }
            PrintedPage second = PrintedPage.of(document, 2);
            assertThat(second.lines())
                    .isNotEmpty()
                    .allMatch(line -> frame(format.at(0)).contains(line.ink()));
            assertThat(second.drawings()).hasSize(21);
            Rectangle2D fifth = second.drawings().get(4);
            assertThat(fifth.getMinX()).isEqualTo(format.at(4).x(), within(0.1));
            assertThat(fifth.getMinY()).isEqualTo(format.at(4).y(), within(0.1));
        }
    }

    @Test
    void a_place_that_takes_no_labels_gets_none() {
        long number = plainBatch("languages ru");
        boolean none = db.fromTransaction(em -> room.files
                .file(
                        room.house.batches.byNumber(number).orElseThrow(),
                        SetFile.LABELS,
                        PrintRoom.on(Stock.labels().get(0), 1, false))
                .isEmpty());
        assertThat(none).isTrue();
        Paperwork paper = db.fromTransaction(em -> room.batchView
                .of(room.house.batches.byNumber(number).orElseThrow(), true, Said.NOTHING)
                .paper());
        assertThat(paper.plain()).isEqualTo(3);
        assertThat(paper.labelled()).isZero();
        assertThat(paper.envelopes()).extracting(StockEnvelope::code).containsExactly("dl", "c6");
        assertThat(room.file(number, SetFile.ADDRESSES)).isNotEmpty();
    }

    @Test
    void sheets_are_marked_only_for_a_place_that_lets_marks_through() throws IOException {
        long marked = plainBatch("languages ru\ncodes-allowed");
        try (PDDocument document = Loader.loadPDF(room.take(marked))) {
            String sheets = new PDFTextStripper().getText(document);
            String name = db.fromTransaction(
                    em -> room.house.batches.byNumber(marked).orElseThrow().name());
            assertThat(sheets).contains(name + "-001 1/1", name + "-002 1/1", name + "-003 1/1");
            List<BatchLine> lines = db.fromTransaction(
                    em -> room.house.batches.byNumber(marked).orElseThrow().lines());
            for (BatchLine line : lines) {
                String code = new PieceCode(line.pieceCode()).text();
                assertThat(sheets).contains(code);
                for (int dpi : new int[] {100, 200, 300}) {
                    assertThat(PhotographedCodes.on(document, line.firstPage(), dpi))
                            .as("at %s dpi", dpi)
                            .containsExactly(code);
                }
                PrintedPage page = PrintedPage.of(document, line.firstPage());
                assertThat(page.drawings())
                        .as("far below whatever a window shows, and clear of the words")
                        .isNotEmpty()
                        .allMatch(ink -> ink.getMinY() > 270)
                        .noneMatch(ink -> page.lines().stream()
                                .anyMatch(words -> words.ink()
                                        .intersects(
                                                ink.getMinX() - 2,
                                                ink.getMinY() - 2,
                                                ink.getWidth() + 4,
                                                ink.getHeight() + 4)));
            }
            Files.write(Files.createDirectories(Path.of("target/paperwork")).resolve("marked.pdf"), room.take(marked));
        }

        long bare = plainBatch("languages ru");
        try (PDDocument document = Loader.loadPDF(room.take(bare))) {
            assertThat(new PDFTextStripper().getText(document)).doesNotContain("-001 1/1");
            assertThat(PhotographedCodes.on(document, document.getNumberOfPages() - 1, 200))
                    .isEmpty();
        }
    }

    @Test
    void whoever_takes_envelopes_took_files_and_the_audit_says_which() {
        long number = plainBatch("languages ru");
        StockEnvelope dl = Stock.envelope("dl").orElseThrow();
        byte[] pdf = db.fromTransaction(em -> room.atThePrinter.takeFile(
                number,
                PrintRoom.PRIYA,
                "envelopes",
                batch -> room.files.file(batch, SetFile.ENVELOPES, PrintRoom.on(dl))));

        assertThat(pdf).isNotEmpty();
        boolean taken = db.fromTransaction(
                em -> room.house.batches.byNumber(number).orElseThrow().filesTakenAt() != null);
        assertThat(taken).isTrue();
    }

    @Test
    void an_address_that_the_sites_window_would_cut_goes_onto_the_envelope() {
        db.fromTransaction(em -> {
            PrintSite site = new PrintSites(em).byId(room.site.id()).orElseThrow();
            site.has(new Envelope("Narrow window", 220, 110, 20, 15, 40, 20, List.of()));
            site.stocks(Set.of("dl"));
            return 0;
        });
        room.letters(2, room.timofey);
        long number = room.batch(room.window);
        Paperwork paper = db.fromTransaction(em -> room.batchView
                .of(room.house.batches.byNumber(number).orElseThrow(), true, Said.NOTHING)
                .paper());

        assertThat(paper.plain())
                .as("printed without an address, and not wrong")
                .isEqualTo(2);
    }

    @Test
    void without_window_envelopes_everybodys_letters_are_one_kind() {
        db.fromTransaction(em -> {
            PrintSite site = new PrintSites(em).byId(room.site.id()).orElseThrow();
            site.printsOn(Paper.A4, 80, "plain");
            site.stocks(Set.of("dl"));
            return 0;
        });
        room.letters(1, room.timofey);
        room.letters(1, room.vera);

        assertThat(room.claim(room.plain, 10).letters()).isEqualTo(2);
    }

    @Test
    void what_is_like_another_is_kept_beside_it() {
        long id = room.site.id();
        LocalDate day = LocalDate.of(2026, 11, 20);
        for (String one : List.of("QA", "QB")) {
            db.inTransaction(em -> {
                PrintSite site = new PrintSites(em).lock(id).orElseThrow();
                site.serves(one, day);
                site.has(new Envelope(one, 230, 115.5, 20, 16, 90, 45, List.of(105d, 210d)));
                site.has(new LabelFormat("own " + one, one, Paper.A4, 3, 7, 63.5, 38.1, 7.5, 15.5, 66, 38.1));
            });
        }
        db.inTransaction(em -> {
            PrintSite site = new PrintSites(em).byId(id).orElseThrow();
            assertThat(site.serves("QA") && site.serves("QB")).isTrue();
            assertThat(site.windows()).extracting(Envelope::name).contains("QA", "QB");
            assertThat(site.labels()).extracting(LabelFormat::name).contains("QA", "QB");
        });
    }

    @Test
    void what_a_site_has_is_there_again() {
        long id = room.site.id();
        Envelope grey = new Envelope("Grey", 230, 115.5, 20, 16, 90, 45, List.of(105d, 210d));
        LabelFormat ours = new LabelFormat("own Ours", "Ours", Paper.A4, 3, 7, 63.5, 38.1, 7.5, 15.5, 66, 38.1);
        Calibration crooked = new Calibration(1.2, -0.5, 99.5, 100.25, 0.25);
        long printer = db.fromTransaction(em -> {
            PrintSite site = new PrintSites(em).lock(id).orElseThrow();
            site.answersTo("PO Box 1", ReturnAddress.ENVELOPE);
            site.has(grey);
            site.has(ours);
            site.reaches(Map.of("BY", new Route("BY", false, LocalDate.of(2026, 10, 1))));
            site.isClosedOn(Map.of(LocalDate.of(2026, 12, 24), "closed"));
            Printer one = site.addPrinter("Brother");
            one.works("Brother", 90, true);
            one.calibrated(crooked);
            new PrintSites(em).flush();
            return one.id();
        });
        db.fromTransaction(em -> {
            PrintSite site = new PrintSites(em).byId(id).orElseThrow();
            assertThat(site.envelopes()).anyMatch(one -> one.envelope().equals(grey));
            assertThat(site.windows()).contains(grey);
            assertThat(site.labels()).first().isEqualTo(ours);
            assertThat(site.lineInWindow()).isNull();
            assertThat(site.lineOnEnvelope()).isEqualTo("PO Box 1");
            assertThat(site.serves("BY")).isFalse();
            assertThat(site.isClosedOn(LocalDate.of(2026, 12, 24))).isTrue();
            Printer one = site.printer(printer).orElseThrow();
            assertThat(one.calibration()).isEqualTo(crooked);
            assertThat(one.feed()).isEqualTo(90);
            assertThat(one.manualDuplex()).isTrue();
            site.hasNoMoreEnvelopes("Grey");
            site.hasNoMoreLabels("Ours");
            site.removePrinter(one);
            return 0;
        });
        db.fromTransaction(em -> {
            PrintSite site = new PrintSites(em).byId(id).orElseThrow();
            assertThat(site.envelopes()).noneMatch(one -> one.code().startsWith("own "));
            assertThat(site.printers()).isEmpty();
            return 0;
        });
    }

    private static Rectangle2D frame(Window window) {
        return new Rectangle2D.Double(window.x(), window.y(), window.width(), window.height());
    }
}
