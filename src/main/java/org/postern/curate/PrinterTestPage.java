package org.postern.curate;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.postern.site.PrintSite;
import org.postern.typeset.Align;
import org.postern.typeset.Calibration;
import org.postern.typeset.Envelope;
import org.postern.typeset.Sheet;
import org.postern.typeset.Type;
import org.postern.typeset.Typesetter;
import org.postern.typeset.Window;
import org.postern.web.Messages;

/** A page to measure a printer by: three crosses, rulers along two edges, folds, a window, and which side is up. */
final class PrinterTestPage {
    private static final double THIN = 0.3;

    private final Sheet sheet;
    private final double width;
    private final double height;
    private final Locale locale;

    private PrinterTestPage(Sheet sheet, Locale locale) {
        this.sheet = sheet;
        this.width = sheet.paper().width();
        this.height = sheet.paper().height();
        this.locale = locale;
    }

    /**
     * Draws it.
     *
     * @param printer its name
     * @param envelope whose window and folds are drawn; null for none
     */
    static byte[] draw(
            Typesetter typesetter, PrintSite site, String printer, @Nullable Envelope envelope, Locale locale) {
        var page = new PrinterTestPage(typesetter.sheet(site.paper(), locale.getLanguage()), locale);
        page.words(printer);
        page.cross("A", Calibration.CROSS, Calibration.CROSS);
        page.cross("B", page.width - Calibration.CROSS, Calibration.CROSS);
        page.cross("C", Calibration.CROSS, page.height - Calibration.CROSS);
        page.corners();
        page.rulers();
        if (envelope != null) {
            page.envelope(envelope, typesetter, site);
        }
        return page.sheet.pdf();
    }

    private void words(String printer) {
        // Below any window and between any folds.
        double middle = width / 2;
        sheet.path(1.2, middle, 118, middle, 133);
        sheet.path(1.2, middle - 4, 123, middle, 117.5, middle + 4, 123);
        sheet.text(middle - 60, 135, 120, Type.of(14).strong().aligned(Align.CENTRE), say("printer.test.up"));
        double y = sheet.text(40, 152, width - 80, Type.of(12).strong(), printer);
        sheet.text(40, y + 1, width - 80, Type.of(11), say("printer.test.words"));
    }

    private String say(String key) {
        return Messages.say(locale, key);
    }

    private void cross(String name, double x, double y) {
        sheet.rule(x - 6, y, x + 6, y, THIN);
        sheet.rule(x, y - 6, x, y + 6, THIN);
        sheet.text(x + 2, y + 1.5, 10, Type.of(12).strong(), name);
    }

    private void corners() {
        for (double x : new double[] {5, width - 5}) {
            for (double y : new double[] {5, height - 5}) {
                double inX = x < width / 2 ? 4 : -4;
                double inY = y < height / 2 ? 4 : -4;
                sheet.path(0.5, x, y + inY, x, y, x + inX, y);
            }
        }
    }

    /** Millimetres from the edges of the page, so that a ruler laid on the paper tells the fault at each place. */
    private void rulers() {
        for (int mm = 10; mm <= width - 10; mm++) {
            tick(mm, 10, 0, 1, mm);
        }
        for (int mm = 10; mm <= height - 10; mm++) {
            tick(10, mm, 1, 0, mm);
        }
    }

    private void tick(double x, double y, int right, int down, int mm) {
        double length = mm % 10 == 0 ? 4 : mm % 5 == 0 ? 3 : 1.8;
        sheet.rule(x, y, x + right * length, y + down * length, 0.25);
        boolean crowded = mm % 20 != 0 || mm <= 20;
        if (!crowded) {
            sheet.text(x + right * 4.6 - down * 4, y + down * 4 - right * 1.7, 8, numbers(down), String.valueOf(mm));
        }
    }

    private static Type numbers(int down) {
        return down == 1 ? Type.of(7).aligned(Align.CENTRE) : Type.of(7);
    }

    private void envelope(Envelope envelope, Typesetter typesetter, PrintSite site) {
        List<Double> folds = envelope.folds().isEmpty()
                ? typesetter.stationery(site.stationery()).foldMarks()
                : envelope.folds();
        for (double fold : folds) {
            sheet.dashes(22, fold, width - 10, fold, 0.4);
        }
        if (envelope.hasWindow()) {
            Window window = envelope.window(height, folds);
            sheet.box(window.x(), window.y(), window.width(), window.height(), 0.8);
            sheet.text(window.x() + 3, window.y() + 3, window.width() - 6, Type.of(9), envelope.name());
        }
    }
}
