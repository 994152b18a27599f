package org.postern.print;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TimeZone;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;
import org.postern.TestDatabase;
import org.postern.directory.People;
import org.postern.letter.Batch;
import org.postern.letter.BatchLine;
import org.postern.letter.Frozen;
import org.postern.letter.Words;
import org.postern.site.PostageSteps;
import org.postern.site.PrintSite;
import org.postern.site.PrintSites;
import org.postern.typeset.Sheet;
import org.postern.typeset.Typesetting;
import org.postern.vault.PieceCode;

/** What cover and separators say of weights and stamps, read back from paper; tables on both databases. */
@Tag("database")
@ParameterizedClass
@MethodSource("org.postern.TestDatabase#both")
class FrankingTest {
    private final TestDatabase db;
    private final PrintRoom room;

    FrankingTest(TestDatabase db) {
        this.db = db;
        this.room = new PrintRoom(db, false);
    }

    private interface Drawn {
        Sheet of(Stack stack);
    }

    private void prices(String steps) {
        db.inTransaction(em -> {
            PrintSite site = new PrintSites(em).lock(room.site.id()).orElseThrow();
            site.addPostage()
                    .says(
                            "Abroad",
                            Set.of("*"),
                            PostageSteps.read(steps, "EUR").steps().orElseThrow(),
                            LocalDate.of(2026, 1, 1),
                            null,
                            "a test");
        });
    }

    private byte[] pdf(long number, Drawn drawn) {
        return db.fromTransaction(em -> {
            Batch batch = room.house.batches.byNumber(number).orElseThrow();
            List<Piece> pieces = new ArrayList<>();
            for (BatchLine line : batch.lines()) {
                Frozen frozen = Frozen.of(room.house.batches.frozen(line).orElseThrow());
                pieces.add(new Piece(line.stackNo(), new PieceCode(line.pieceCode()), frozen, room.pages.set(frozen)));
            }
            return drawn.of(new Stack(batch, pieces, true, "https://postern.example/desk/batches/" + number))
                    .pdf();
        });
    }

    private byte[] cover(long number) {
        return pdf(number, stack -> new CoverSheet(stack, room.pages.typesetter()).draw());
    }

    private static String text(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(document.getNumberOfPages()).isEqualTo(1);
            PDFTextStripper stripper = new PDFTextStripper();
            stripper.setSortByPosition(true);
            return stripper.getText(document).replaceAll("\\s+", " ");
        }
    }

    private static String scanned(byte[] pdf, int dpi) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            BufferedImage page = new PDFRenderer(document).renderImageWithDPI(0, dpi, ImageType.GRAY);
            int[] pixels = page.getRGB(0, 0, page.getWidth(), page.getHeight(), null, 0, page.getWidth());
            var source = new RGBLuminanceSource(page.getWidth(), page.getHeight(), pixels);
            return new QRCodeReader()
                    .decode(new BinaryBitmap(new HybridBinarizer(source)), Map.of(DecodeHintType.TRY_HARDER, true))
                    .getText();
        } catch (ReaderException e) {
            throw new AssertionError("no code at " + dpi, e);
        }
    }

    private static void keep(String name, byte[] pdf) throws IOException {
        Files.write(Files.createDirectories(Path.of("target/paperwork")).resolve(name + ".pdf"), pdf);
    }

    @Test
    void the_cover_says_which_stamps_by_weight_and_what_they_cost_together() throws IOException {
        prices("12 1.25\n20 1.80");
        room.letters(3, room.timofey);
        room.letter(room.timofey, 4);
        long number = room.batch(room.window);

        byte[] pdf = cover(number);
        keep("cover", pdf);
        assertThat(text(pdf))
                .contains("4 letters, 5 sheets, €5.55")
                .contains("1 1–3 1 sheet a letter 3 10 g 12 g €1.25 €3.75")
                .contains("2 4 2 sheets a letter 1 15 g 20 g €1.80 €1.80")
                .containsPattern("Weighed and stamped: 3.at.€1\\.25,")
                .containsPattern("1.at.€1\\.80");
    }

    @Test
    void without_a_price_it_says_so_and_nothing_costs_nothing() throws IOException {
        room.letters(2, room.timofey);
        long number = room.batch(room.window);

        byte[] none = cover(number);
        keep("cover-no-prices", none);
        assertThat(text(none))
                .contains("No prices for")
                .containsPattern("on \\d+ \\w+ \\d{4} are known")
                .contains("2 letters, 2 sheets Yours")
                .doesNotContain("€", "0.00");

        prices("5 0.50");
        assertThat(text(cover(number))).contains("Nos 1, 2 to").contains("heavier than any step");
    }

    @Test
    void two_lines_that_cost_a_stamp_are_told() throws IOException {
        prices("12 1.25\n20 1.80");
        String body = "Здравствуйте!";
        Typesetting set = set(body);
        while (set.pages() < 3) {
            body = body + "\n\nЕщё одна строка.";
            set = set(body);
        }
        assertThat(set.linesOnLastPage()).as("two lines at most, and the name").isBetween(2, 3);
        room.letter(room.timofey, body, "");
        room.letter(room.timofey, 3);
        long number = room.batch(room.window);

        String words = text(cover(number));
        assertThat(words)
                .contains("the last one or two lines cost a sheet more")
                .containsPattern("Nos \\d: the last");
    }

    private Typesetting set(String body) {
        return db.fromTransaction(em -> room.pages
                .fitted(
                        new Words(body, "Марта", null),
                        "ru",
                        new People(em).byId(room.timofey).orElseThrow(),
                        LocalDate.of(2026, 11, 20),
                        new PrintSites(em).byId(room.site.id()).orElseThrow())
                .set());
    }

    @Test
    void the_batchs_own_code_stands_on_cover_and_separator_and_can_be_scanned() throws IOException {
        room.letters(2, room.timofey);
        long number = room.batch(room.window);
        String code = db.fromTransaction(em -> Objects.requireNonNull(
                room.house.batches.byNumber(number).orElseThrow().code()));

        byte[] cover = cover(number);
        assertThat(text(cover)).contains(new PieceCode(code).text());
        for (int dpi : new int[] {100, 200, 300}) {
            assertThat(scanned(cover, dpi)).as("cover at " + dpi + " dpi").isEqualTo(code);
        }
        byte[] separator =
                pdf(number, stack -> SeparatorSheet.draw(stack, stack.runs().get(0), room.pages.typesetter()));
        keep("separator", separator);
        assertThat(text(separator)).contains("NOT A LETTER", "1–2", "1 sheet a letter", new PieceCode(code).text());
        for (int dpi : new int[] {100, 200, 300}) {
            assertThat(scanned(separator, dpi)).as(dpi + " dpi").isEqualTo(code);
        }
    }

    @Test
    void the_same_stack_gives_the_same_cover_in_another_zone_and_language() {
        prices("12 1.25\n20 1.80");
        room.letters(2, room.timofey);
        long number = room.batch(room.window);
        byte[] here = cover(number);
        Locale language = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG"));
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
            assertThat(cover(number)).isEqualTo(here);
        } finally {
            Locale.setDefault(language);
            TimeZone.setDefault(zone);
        }
    }
}
