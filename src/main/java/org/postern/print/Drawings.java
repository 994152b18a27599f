package org.postern.print;

import org.postern.typeset.Align;
import org.postern.typeset.Sheet;
import org.postern.typeset.Type;

/** The small drawings of a cover sheet, each 20 mm high; x and y are their upper left corner. */
final class Drawings {
    private static final double THIN = 0.7;
    private static final double LINE = 1.3;
    private static final double THICK = 2.2;

    private final Sheet sheet;

    Drawings(Sheet sheet) {
        this.sheet = sheet;
    }

    /** An open leaf with an arrow: printed on both sides, turned over its long edge. */
    void bothSides(double x, double y) {
        sheet.path(LINE, x, y + 4, x + 9, y + 7, x + 18, y + 4, x + 18, y + 18, x + 9, y + 20, x, y + 18, x, y + 4);
        sheet.path(LINE, x + 9, y + 7, x + 9, y + 20);
        for (double line : new double[] {9, 12, 15}) {
            sheet.path(THIN, x + 2, y + line - 0.8, x + 7, y + line + 0.7);
            sheet.dashes(x + 11, y + line, x + 16, y + line, THIN);
        }
        sheet.path(LINE, x + 4.5, y + 1.8, x + 7, y + 0.7, x + 9, y + 0.4, x + 11, y + 0.7, x + 13.5, y + 1.8);
        sheet.path(LINE, x + 11.4, y + 2.5, x + 13.8, y + 2, x + 12.6, y);
    }

    /** A page with a ruler: as large as it is. */
    void fullSize(double x, double y) {
        sheet.box(x, y, 14, 20, LINE);
        sheet.path(LINE, x + 2.5, y + 3.5, x + 8, y + 3.5);
        sheet.path(THIN, x + 2.5, y + 6.5, x + 11.5, y + 6.5);
        sheet.path(THIN, x + 2.5, y + 9, x + 11.5, y + 9);
        sheet.path(LINE, x + 2, y + 15, x + 12, y + 15);
        for (double mark : new double[] {2, 7, 12}) {
            sheet.path(THIN, x + mark, y + 13.6, x + mark, y + 16.4);
        }
        sheet.text(x + 16.5, y + 6, 22, Type.of(12).strong(), "100 %");
    }

    /** 50 mm to hold a ruler to: a printer that shrinks a page shows it here. */
    void ruler(double x, double y, String words) {
        sheet.path(THIN, x, y, x + 50, y);
        for (int mm = 0; mm <= 50; mm += 10) {
            double height = mm % 50 == 0 ? 2 : 1.2;
            sheet.path(THIN, x + mm, y - height, x + mm, y + height);
        }
        sheet.text(x - 80, y - 2.2, 76, Type.of(9.5).aligned(Align.END), words);
    }

    /** A page with two folds, and what it becomes: the address on top. */
    void fold(double x, double y) {
        sheet.box(x, y, 14, 20, LINE);
        sheet.path(THICK, x + 2.5, y + 2.6, x + 7, y + 2.6);
        sheet.path(THICK, x + 2.5, y + 4.8, x + 5.5, y + 4.8);
        sheet.dashes(x, y + 7, x + 14, y + 7, THIN);
        sheet.dashes(x, y + 14, x + 14, y + 14, THIN);
        sheet.path(LINE, x + 15.5, y + 3, x + 17.2, y + 6.5, x + 15.5, y + 10.5);
        sheet.path(LINE, x + 15.5, y + 17.5, x + 17.2, y + 14.5, x + 15.5, y + 11.5);
        sheet.box(x + 20, y + 6.5, 12, 7, LINE);
        sheet.path(THICK, x + 21.8, y + 8.8, x + 26, y + 8.8);
        sheet.path(THICK, x + 21.8, y + 11, x + 24.5, y + 11);
    }

    /** A page folded to the size of its envelope, the words inside. */
    void foldSmall(double x, double y) {
        sheet.box(x, y, 14, 20, LINE);
        for (double line : new double[] {3, 5, 9, 11, 16}) {
            sheet.path(THIN, x + 2.5, y + line, x + 11.5, y + line);
        }
        sheet.dashes(x, y + 7, x + 14, y + 7, THIN);
        sheet.dashes(x, y + 14, x + 14, y + 14, THIN);
        sheet.path(LINE, x + 15.5, y + 3, x + 17.2, y + 6.5, x + 15.5, y + 10.5);
        sheet.path(LINE, x + 15.5, y + 17.5, x + 17.2, y + 14.5, x + 15.5, y + 11.5);
        sheet.box(x + 20, y + 6.5, 12, 7, LINE);
    }

    /** An envelope whose window shows the address. */
    void windowEnvelope(double x, double y) {
        envelope(x, y);
        sheet.box(x + 3, y + 8, 14, 7, THIN);
        address(x + 5, y + 9.8, 1.8);
    }

    /** An envelope with an address written by hand. */
    void plainEnvelope(double x, double y) {
        envelope(x, y);
        address(x + 12, y + 9, 2.2);
    }

    private void envelope(double x, double y) {
        sheet.box(x, y + 2, 31, 16, LINE);
        sheet.dashes(x + 25, y + 4, x + 29, y + 4, THIN);
        sheet.dashes(x + 25, y + 9, x + 29, y + 9, THIN);
        sheet.dashes(x + 25, y + 4, x + 25, y + 9, THIN);
        sheet.dashes(x + 29, y + 4, x + 29, y + 9, THIN);
    }

    private void address(double x, double y, double step) {
        sheet.path(LINE, x, y, x + 7, y);
        sheet.path(LINE, x, y + step, x + 10, y + step);
        sheet.path(LINE, x, y + 2 * step, x + 6, y + 2 * step);
    }
}
