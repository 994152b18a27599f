package org.postern.print;

import static org.postern.print.Stack.t;

import java.util.List;
import org.postern.typeset.Paper;
import org.postern.typeset.Sheet;
import org.postern.typeset.Type;
import org.postern.typeset.Typesetter;

/** "REMOVE no. 17 from the stack": four slips a sheet, to be cut and laid where the letter lies. */
final class SlipSheet {
    private static final int A_SHEET = 4;
    private static final double EDGE = 14;

    private SlipSheet() {}

    /**
     * A letter that must not be posted.
     *
     * @param no in the stack
     * @param why key of the words that say it
     */
    record Slip(int no, String name, String why) {}

    /** @param batch its name, e.g. B0127 */
    static Sheet draw(Typesetter typesetter, Paper paper, boolean sample, String batch, List<Slip> slips) {
        Sheet sheet = typesetter.sheet(paper, "en").sample(sample);
        double width = sheet.paper().width() / 2;
        double height = sheet.paper().height() / 2;
        for (int i = 0; i < slips.size(); i++) {
            if (i % A_SHEET == 0) {
                if (i > 0) {
                    sheet.newPage();
                }
                sheet.dashes(width, 0, width, 2 * height, 0.4);
                sheet.dashes(0, height, 2 * width, height, 0.4);
            }
            slip(sheet, i % 2 * width + EDGE, i / 2 % 2 * height + EDGE + 6, width - 2 * EDGE, batch, slips.get(i));
        }
        return sheet;
    }

    private static void slip(Sheet sheet, double x, double y, double width, String batch, Slip slip) {
        double below = sheet.text(x, y, width, Type.of(30).strong().whiteOnBlack(), t("paper.slip.remove"));
        below = sheet.text(x, below + 5, width, Type.of(26).strong(), t("paper.slip.no", slip.no()));
        below = sheet.text(x, below + 1, width, Type.of(14), t("paper.slip.stack", batch));
        below = sheet.text(x, below + 5, width, Type.of(14).strong(), slip.name());
        below = sheet.text(x, below + 1, width, Type.of(12), t(slip.why()));
        sheet.rule(x, below + 4, x + width, below + 4, 0.4);
        sheet.text(x, below + 6, width, Type.of(10.5), t("paper.slip.do"));
    }
}
