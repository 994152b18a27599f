package org.postern.typeset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.Result;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.junit.jupiter.api.Test;

class SheetTest {

    @Test
    void a_code_can_be_scanned_at_every_usual_resolution() throws Exception {
        Sheet sheet = SampleLetters.TYPESETTER.sheet(Paper.A4, "en");
        sheet.code(20, 20, 12.6, "B0127-9Q4X-7K");
        for (int dpi : List.of(100, 200, 300)) {
            BufferedImage page = ImageIO.read(new ByteArrayInputStream(sheet.png(0, dpi)));
            // what a scanner looks at: the code and some white around it
            int side = (int) (26 / 25.4 * dpi);
            int at = (int) (13 / 25.4 * dpi);
            int[] pixels = page.getRGB(at, at, side, side, null, 0, side);
            var bitmap = new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(side, side, pixels)));
            Result result = new QRCodeReader().decode(bitmap, Map.of(DecodeHintType.TRY_HARDER, true));

            assertThat(result.getText()).isEqualTo("B0127-9Q4X-7K");
        }
    }

    @Test
    void a_table_runs_over_pages_and_repeats_its_head() {
        Sheet sheet = SampleLetters.TYPESETTER.sheet(Paper.A4, "en").foot("manifest", "page {page} of {pages}");
        var rows = new ArrayList<Table.Row>();
        for (int i = 1; i <= 60; i++) {
            rows.add(Table.Row.of(Cell.tick(), Cell.text("no " + i), Cell.code("CODE" + i, 9, 0)));
        }
        sheet.table(
                20,
                30,
                Table.of(
                                11,
                                1,
                                new Table.Column(15, Align.START, "Done"),
                                new Table.Column(60, Align.START, "To"),
                                new Table.Column(30, Align.END, ""))
                        .with(rows));

        assertThat(sheet.pages()).isEqualTo(3);
        String third = SampleLetters.readPage(sheet.pdf(), 3);
        assertThat(third).startsWith("Done To").contains("page 3 of 3");
        String all = SampleLetters.read(sheet.pdf());
        for (int i = 1; i <= 60; i++) {
            assertThat(all).contains("no " + i + " ");
        }
    }

    @Test
    void a_character_that_no_font_has_is_shown_by_its_number() {
        Sheet sheet = SampleLetters.TYPESETTER.sheet(Paper.A4, "en");
        sheet.text(20, 20, 100, Type.of(11), "Имя 漢 \uD83D end");

        assertThat(SampleLetters.read(sheet.pdf())).isEqualTo("Имя [U+6F22] [U+D83D] end");
    }

    @Test
    void text_tells_where_it_ends() {
        Sheet sheet = SampleLetters.TYPESETTER.sheet(Paper.A4, "en");
        double one = sheet.text(20, 20, 100, Type.of(11), "short");
        double three = sheet.text(20, 20, 20, Type.of(11), "quite a lot longer than twenty millimetres");

        assertThat(one).isBetween(24.0, 26.0);
        assertThat(three).isGreaterThan(one + 8);
        assertThat(sheet.width(Type.of(11), "short")).isBetween(8.0, 12.0);
        sheet.text(
                20,
                60,
                100,
                new Words("Yours until ", Type.of(12)),
                new Words("Sunday", Type.of(12).strong()));
        assertThat(SampleLetters.read(sheet.pdf())).contains("Yours until Sunday");
    }

    @Test
    void an_envelope_has_its_own_size_and_is_turned_as_the_printer_feeds_it() throws Exception {
        for (int degrees : List.of(0, 90, 180, 270)) {
            Sheet sheet =
                    SampleLetters.TYPESETTER.sheet(new PageSize(220, 110), "en").turned(degrees);
            sheet.fill(10, 20, 30, 4, 0);
            try (PDDocument pdf = Loader.loadPDF(sheet.pdf())) {
                boolean upright = degrees % 180 == 0;
                PDRectangle page = pdf.getPage(0).getMediaBox();
                assertThat(Page.mm(page.getWidth())).isEqualTo(upright ? 220 : 110, within(0.01));
                assertThat(Page.mm(page.getHeight())).isEqualTo(upright ? 110 : 220, within(0.01));
                Rectangle2D ink = PrintedPage.of(pdf, 1).drawings().get(0);
                double x = new double[] {10, 110 - 24, 220 - 40, 20}[degrees / 90];
                double y = new double[] {20, 10, 110 - 24, 220 - 40}[degrees / 90];
                assertThat(ink.getX()).as("x turned by %s", degrees).isEqualTo(x, within(0.02));
                assertThat(ink.getY()).as("y turned by %s", degrees).isEqualTo(y, within(0.02));
                assertThat(ink.getWidth()).isEqualTo(upright ? 30 : 4, within(0.02));
            }
        }
        assertThatThrownBy(() -> SampleLetters.TYPESETTER.sheet(Paper.A4, "en").turned(45))
                .hasMessageContaining("45");
        assertThatThrownBy(() -> new PageSize(0, 110)).hasMessageContaining("no page");
    }

    @Test
    void a_turned_sheet_is_still_a_correct_pdf_and_reads_back() {
        Sheet sheet =
                SampleLetters.TYPESETTER.sheet(new PageSize(229, 162), "ru").turned(90);
        sheet.text(110, 80, 100, Type.of(12), "Водолазову Арсению Ильичу");

        // this reader guesses the spaces of lines that run upwards
        assertThat(SampleLetters.read(sheet.pdf()).replace(" ", "")).isEqualTo("ВодолазовуАрсениюИльичу");
        assertThat(VeraPdf.findings(sheet.pdf())).isEmpty();
    }

    @Test
    void a_picture_to_share_has_its_pixels() throws Exception {
        for (int[] size : new int[][] {{1200, 630}, {1080, 1920}, {333, 77}}) {
            Sheet sheet = SampleLetters.TYPESETTER.sheet(PageSize.pixels(size[0], size[1]), "en");
            sheet.text(2, 2, 60, Type.of(20).strong(), "Write");
            BufferedImage picture = ImageIO.read(new ByteArrayInputStream(sheet.png(0, 72)));
            assertThat(picture.getWidth()).isEqualTo(size[0]);
            assertThat(picture.getHeight()).isEqualTo(size[1]);
        }
    }

    @Test
    void text_in_a_box_shrinks_then_is_cut_and_says_so() throws Exception {
        var box = TextBox.of(20, 30, 60, 12).smallest(8);
        Sheet sheet = SampleLetters.TYPESETTER.sheet(Paper.A4, "ru");
        String fits = "Водолазов Арсений Ильич";
        String shrinks = SampleLetters.RUSSIAN.substring(0, 100).strip();

        assertThat(sheet.text(box, Type.of(11), fits)).isTrue();
        assertThat(sheet.newPage().text(box, Type.of(11), shrinks)).isTrue();
        assertThat(sheet.newPage().text(box, Type.of(11), SampleLetters.RUSSIAN))
                .isFalse();
        assertThat(sheet.newPage().text(TextBox.of(20, 30, 60, 1), Type.of(11), fits))
                .isFalse();

        assertThat(SampleLetters.readPage(sheet.pdf(), 1)).isEqualTo(fits);
        assertThat(SampleLetters.readPage(sheet.pdf(), 2)).isEqualTo(shrinks);
        String cut = SampleLetters.readPage(sheet.pdf(), 3);
        assertThat(cut).endsWith("…").hasSizeGreaterThan(60);
        assertThat(SampleLetters.RUSSIAN).startsWith(cut.substring(0, cut.length() - 1));
        try (PDDocument pdf = Loader.loadPDF(sheet.pdf())) {
            for (int page = 1; page <= 3; page++) {
                assertThat(PrintedPage.of(pdf, page).lines())
                        .isNotEmpty()
                        .allMatch(line -> new Rectangle2D.Double(20, 30, 60, 12).contains(line.ink()));
            }
            assertThat(PrintedPage.of(pdf, 4).isBlank())
                    .as("no room for a line")
                    .isTrue();
        }
    }

    @Test
    void text_stands_at_the_top_in_the_middle_or_at_the_foot_of_its_box() throws Exception {
        Sheet sheet = SampleLetters.TYPESETTER.sheet(Paper.A4, "en");
        for (Align down : List.of(Align.START, Align.CENTRE, Align.END)) {
            sheet.text(TextBox.of(20, 40, 60, 30).down(down), Type.of(12), "here");
        }
        try (PDDocument pdf = Loader.loadPDF(sheet.pdf())) {
            List<Double> baselines = PrintedPage.of(pdf, 1).lines().stream()
                    .map(PrintedPage.Line::baseline)
                    .toList();
            double line = 12 * 1.32 * 25.4 / 72;
            assertThat(baselines.get(0)).isBetween(43d, 45d);
            assertThat(baselines.get(1) - baselines.get(0)).isEqualTo((30 - line) / 2, within(0.02));
            assertThat(baselines.get(2) - baselines.get(0)).isEqualTo(30 - line, within(0.02));
        }
    }

    @Test
    void arcs_arrows_and_fitted_pictures_stand_where_they_were_put() throws Exception {
        Sheet sheet = SampleLetters.TYPESETTER.sheet(Paper.A4, "en");
        sheet.arc(50, 60, 10, 0, 360, 0.1);
        sheet.arc(50, 60, 10, 0, 90, 0.1);
        sheet.arrow(20, 100, 80, 100, 4, 0.1);
        sheet.pictureInside(100, 100, 60, 60, photo(400, 200));
        sheet.pictureInside(100, 200, 60, 10, photo(400, 200));
        try (PDDocument pdf = Loader.loadPDF(sheet.pdf())) {
            PrintedPage page = PrintedPage.of(pdf, 1);
            stands(page.drawings().get(0), 40, 50, 20, 20);
            stands(page.drawings().get(1), 50, 60, 10, 10);
            stands(page.drawings().get(2), 20, 100, 60, 0);
            Rectangle2D head = page.drawings().get(3);
            assertThat(head.getMaxX()).isEqualTo(80, within(0.1));
            assertThat(head.getCenterY()).isEqualTo(100, within(0.05));
            assertThat(head.getWidth()).isBetween(3.5, 4.0);
            stands(page.pictures().get(0), 100, 115, 60, 30);
            stands(page.pictures().get(1), 120, 200, 20, 10);
        }
    }

    private static Photo photo(int width, int height) throws IOException, Photo.Unusable {
        var png = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), "png", png);
        return Photo.of(png.toByteArray());
    }

    private static void stands(Rectangle2D ink, double x, double y, double width, double height) {
        assertThat(ink.getX()).isEqualTo(x, within(0.1));
        assertThat(ink.getY()).isEqualTo(y, within(0.1));
        assertThat(ink.getWidth()).isEqualTo(width, within(0.1));
        assertThat(ink.getHeight()).isEqualTo(height, within(0.1));
    }
}
