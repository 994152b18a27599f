package org.postern.print;

import java.util.List;
import org.postern.typeset.Paper;
import org.postern.typeset.Sheet;
import org.postern.typeset.Type;
import org.postern.typeset.Typesetter;
import org.postern.typeset.Window;

/**
 * A lined sheet for the answer, our address on it and no other word, so that it needs no language; lined on its back too.
 */
final class ReplySheet {
    private static final double SIDE = 25;
    private static final double LINE = 9;
    private static final double CODE = 14;

    private ReplySheet() {}

    /** @param to our address, the country last where it is another one */
    record Answer(Piece piece, List<String> to) {}

    static Sheet draw(Typesetter typesetter, Paper paper, boolean sample, List<Answer> answers) {
        Sheet sheet =
                typesetter.sheet(paper, answers.get(0).piece().frozen().to().language());
        sheet.sample(sample);
        double width = sheet.paper().width();
        double bottom = sheet.paper().height() - 22;
        for (int i = 0; i < answers.size(); i++) {
            if (i > 0) {
                sheet.newPage();
            }
            sheet.lines(
                    new Window(width / 2 + 10, 16, width / 2 - SIDE - 10, 26),
                    Type.of(11),
                    8,
                    answers.get(i).to());
            lines(sheet, 58, bottom);
            if (answers.get(i).piece().frozen().outside().codes()) {
                String code = answers.get(i).piece().code().text();
                sheet.code(SIDE, 16, CODE, code);
                sheet.text(SIDE, 16 + CODE + 1.5, 60, Type.of(8).mono(), code);
            }
            sheet.newPage();
            lines(sheet, 30, bottom);
        }
        return sheet;
    }

    private static void lines(Sheet sheet, double top, double bottom) {
        for (double y = top; y <= bottom; y += LINE) {
            sheet.rule(SIDE, y, sheet.paper().width() - SIDE, y, 0.3);
        }
    }
}
