package org.postern.print;

import java.util.List;
import org.postern.letter.Frozen;
import org.postern.typeset.LabelFormat;
import org.postern.typeset.Sheet;
import org.postern.typeset.Type;
import org.postern.typeset.Typesetter;
import org.postern.typeset.Window;

/** Labels with the addresses, in stack order, row by row. */
final class LabelSheet {
    private static final Type ADDRESS = Type.of(11);
    private static final double SMALLEST = 7;
    /** Sheets of labels lie half a millimetre aside, and the fault adds up. */
    private static final double EDGE = 2.5;

    private LabelSheet() {}

    /**
     * Draws them.
     *
     * @param start the first label that is still on the first sheet, from 1
     * @param borders each label's outline, for a try on plain paper
     */
    static Sheet draw(Typesetter typesetter, LabelFormat format, List<Frozen> letters, int start, boolean borders) {
        Frozen first = letters.get(0);
        Sheet sheet = typesetter.sheet(format.paper(), first.to().language()).sample(first.sample());
        outlines(sheet, format, borders);
        int label = Math.max(1, Math.min(start, format.labels())) - 1;
        for (Frozen letter : letters) {
            if (label == format.labels()) {
                label = 0;
                sheet.newPage();
                outlines(sheet, format, borders);
            }
            Window at = format.at(label++);
            double edge = Math.min(EDGE + 1.5, at.height() / 10);
            Window inside =
                    new Window(at.x() + EDGE + 1.5, at.y() + edge, at.width() - 2 * EDGE - 3, at.height() - 2 * edge);
            sheet.lines(inside, ADDRESS, SMALLEST, letter.manuscript().addressLines());
        }
        return sheet;
    }

    private static void outlines(Sheet sheet, LabelFormat format, boolean borders) {
        for (int i = 0; borders && i < format.labels(); i++) {
            Window at = format.at(i);
            sheet.box(at.x(), at.y(), at.width(), at.height(), 0.4);
        }
    }
}
