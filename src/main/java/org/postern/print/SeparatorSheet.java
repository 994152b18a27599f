package org.postern.print;

import static org.postern.print.Stack.t;

import org.postern.typeset.Align;
import org.postern.typeset.Sheet;
import org.postern.typeset.Type;
import org.postern.typeset.Typesetter;
import org.postern.vault.PieceCode;

/**
 * Before each run of letters that are equally thick: what follows, large enough to be seen from the other side of the table,
 * and that it goes into no envelope. It says only what never changes; weight and stamp stand on the cover.
 */
final class SeparatorSheet {
    private static final double LEFT = 20;

    private SeparatorSheet() {}

    /** Without a number of its own: the cover counts its runs by weight and stamp too. */
    static Sheet draw(Stack stack, Stack.Run run, Typesetter typesetter) {
        Sheet sheet = typesetter.sheet(stack.batch().site().paper(), Stack.WORDS.getLanguage());
        double wide = sheet.paper().width() - 2 * LEFT;
        sheet.margins(LEFT, 16, 20).sample(stack.sample()).foot(t("paper.separator.foot"), stack.name());
        sheet.box(LEFT, 20, wide, 24, 3);
        sheet.text(LEFT, 24, wide, Type.of(36).strong().aligned(Align.CENTRE), t("paper.separator.not"));
        double y = sheet.text(LEFT, 62, wide, Type.of(20), stack.name());
        y = sheet.text(LEFT, y + 4, wide, Type.of(72).strong(), run.nos());
        y = sheet.text(LEFT, y + 4, wide, Type.of(30).strong(), t("paper.cover.inside", run.sheets()));
        y = sheet.text(LEFT, y + 2, wide, Type.of(20), t("paper.separator.letters", run.letters()));
        y = sheet.text(
                LEFT,
                y + 12,
                wide,
                Type.of(14),
                t(stack.cards() ? "paper.separator.words.card" : "paper.separator.words"));
        String code = stack.batch().code();
        if (code != null) {
            sheet.code(LEFT, y + 12, 16, code);
            sheet.text(LEFT + 22, y + 17, wide - 22, Type.of(14).mono().strong(), new PieceCode(code).text());
        }
        return sheet;
    }
}
