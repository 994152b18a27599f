package org.postern.typeset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.Test;

/** A copy for one printer, read back in millimetres: to 0.1 mm where it must be. */
class PrinterCopyTest {
    private static final org.assertj.core.data.Offset<Double> NEAR = within(0.1);

    @Test
    void what_a_printer_moves_scales_and_turns_comes_out_where_it_belongs() throws IOException {
        Calibration crooked = new Calibration(1.3, -0.8, 98.7, 100.9, 0.6);
        byte[] copy = PrinterCopy.of(corners(Paper.A4), crooked, 0, PageChoice.all(PageChoice.Sides.BOTH));

        // What the printer then does to the copy's marks is what stands on paper.
        assertCorners(copy, crooked, Paper.A4);
    }

    @Test
    void three_measured_crosses_tell_all_of_it() {
        Calibration true_ = new Calibration(1.3, -0.8, 98.7, 100.9, 0.6);
        double[] crosses = {20, 20, 190, 20, 20, 277};
        true_.printed().transform(crosses, 0, crosses, 0, 3);
        List<Double> measured = java.util.Arrays.stream(crosses).boxed().toList();

        Calibration found = Calibration.measured(Paper.A4, measured);

        assertThat(found.offsetX()).isEqualTo(1.3, within(0.02));
        assertThat(found.offsetY()).isEqualTo(-0.8, within(0.02));
        assertThat(found.scaleX()).isEqualTo(98.7, within(0.02));
        assertThat(found.scaleY()).isEqualTo(100.9, within(0.02));
        assertThat(found.rotation()).isEqualTo(0.6, within(0.01));
    }

    @Test
    void an_envelope_is_turned_as_it_goes_in() throws IOException {
        byte[] pdf = envelope();
        try (PDDocument turned =
                Loader.loadPDF(PrinterCopy.of(pdf, Calibration.NONE, 90, PageChoice.all(PageChoice.Sides.BOTH)))) {
            assertThat(turned.getPage(0).getMediaBox().getWidth() * 25.4 / 72).isEqualTo(110, NEAR);
            assertThat(turned.getPage(0).getMediaBox().getHeight() * 25.4 / 72).isEqualTo(220, NEAR);
            // A mark 10 from the left and 20 from the top lies 110 - 20 from the left, 10 from the top.
            Rectangle2D mark = PrintedPage.of(turned, 1).drawings().get(0);
            assertThat(mark.getMaxX()).isEqualTo(90, NEAR);
            assertThat(mark.getMinY()).isEqualTo(10, NEAR);
        }
        try (PDDocument turned =
                Loader.loadPDF(PrinterCopy.of(pdf, Calibration.NONE, 180, PageChoice.all(PageChoice.Sides.BOTH)))) {
            Rectangle2D mark = PrintedPage.of(turned, 1).drawings().get(0);
            assertThat(mark.getMaxX()).isEqualTo(210, NEAR);
            assertThat(mark.getMaxY()).isEqualTo(90, NEAR);
        }
        try (PDDocument turned =
                Loader.loadPDF(PrinterCopy.of(pdf, Calibration.NONE, 270, PageChoice.all(PageChoice.Sides.BOTH)))) {
            Rectangle2D mark = PrintedPage.of(turned, 1).drawings().get(0);
            assertThat(mark.getMinX()).isEqualTo(20, NEAR);
            assertThat(mark.getMaxY()).isEqualTo(210, NEAR);
        }
    }

    @Test
    void fronts_in_order_and_backs_from_the_last() throws IOException {
        Sheet sheet = SampleLetters.TYPESETTER.sheet(Paper.A4, "en");
        for (int page = 1; page <= 4; page++) {
            sheet.text(20, 20, 100, Type.of(12), "page " + page);
            if (page < 4) {
                sheet.newPage();
            }
        }
        byte[] pdf = sheet.pdf();

        assertThat(SampleLetters.read(
                        PrinterCopy.of(pdf, Calibration.NONE, 0, PageChoice.all(PageChoice.Sides.FRONTS))))
                .contains("page 1 page 3");
        assertThat(SampleLetters.read(PrinterCopy.of(pdf, Calibration.NONE, 0, PageChoice.all(PageChoice.Sides.BACKS))))
                .contains("page 4 page 2");
    }

    @Test
    void the_same_file_and_printer_give_the_same_bytes() {
        Calibration crooked = new Calibration(1.3, -0.8, 98.7, 100.9, 0.6);
        byte[] pdf = corners(Paper.A4);

        assertThat(PrinterCopy.of(pdf, crooked, 90, PageChoice.all(PageChoice.Sides.BOTH)))
                .isEqualTo(PrinterCopy.of(pdf, crooked, 90, PageChoice.all(PageChoice.Sides.BOTH)));
        assertThat(PrinterCopy.of(pdf, Calibration.NONE, 0, PageChoice.all(PageChoice.Sides.BOTH)))
                .isEqualTo(pdf);
    }

    private static byte[] envelope() {
        Sheet sheet = SampleLetters.TYPESETTER.sheet(new PageSize(220, 110), "en");
        return sheet.fill(10, 20, 5, 5, 0).pdf();
    }

    /** Tiny marks in three corners of the paper. */
    private static byte[] corners(Paper paper) {
        Sheet sheet = SampleLetters.TYPESETTER.sheet(paper, "en");
        double right = paper.width() - 20;
        double low = paper.height() - 20;
        sheet.fill(19.99, 19.99, 0.02, 0.02, 0);
        sheet.fill(right - 0.01, 19.99, 0.02, 0.02, 0);
        sheet.fill(19.99, low - 0.01, 0.02, 0.02, 0);
        return sheet.pdf();
    }

    private static void assertCorners(byte[] copy, Calibration printer, Paper paper) throws IOException {
        try (PDDocument document = Loader.loadPDF(copy)) {
            List<Rectangle2D> marks = PrintedPage.of(document, 1).drawings();
            double[][] where = {{20, 20}, {paper.width() - 20, 20}, {20, paper.height() - 20}};
            for (int i = 0; i < 3; i++) {
                double[] at = {marks.get(i).getCenterX(), marks.get(i).getCenterY()};
                printer.printed().transform(at, 0, at, 0, 1);
                assertThat(at[0]).isEqualTo(where[i][0], NEAR);
                assertThat(at[1]).isEqualTo(where[i][1], NEAR);
            }
        }
    }
}
