package org.postern.print;

import static org.postern.print.Stack.t;

import java.util.List;
import org.postern.typeset.Sheet;
import org.postern.typeset.Type;
import org.postern.typeset.Typesetter;
import org.postern.typeset.Words;

/** The addresses for envelopes without a window, large enough to copy by hand, in stack order down each column. */
final class AddressSheet {
    private static final double LEFT = 15;
    private static final double COLUMN = 92;
    private static final double TOP = 30;
    private static final Type LINE = Type.of(12.5);

    private final Stack stack;
    private final Sheet sheet;
    private final double bottom;

    AddressSheet(Stack stack, Typesetter typesetter) {
        this.stack = stack;
        this.sheet = typesetter.sheet(stack.batch().site().paper(), "en");
        this.bottom = sheet.paper().height() - 20;
    }

    Sheet draw() {
        sheet.margins(LEFT, 16, 20)
                .sample(stack.sample())
                .foot(t("paper.manifest.foot"), t("paper.addresses.page", stack.name()));
        title();
        int column = 0;
        double y = TOP;
        for (Piece piece : stack.pieces().stream().filter(Piece::isPlain).toList()) {
            double height = height(piece);
            if (y + height > bottom) {
                column++;
                y = TOP;
                if (column == 2) {
                    column = 0;
                    sheet.newPage();
                    title();
                }
            }
            block(LEFT + column * COLUMN, y, piece);
            y += height;
        }
        return sheet;
    }

    private void title() {
        sheet.text(LEFT, 14, 40, Type.of(20).strong(), stack.name());
        sheet.text(
                LEFT + 36,
                16.5,
                2 * COLUMN - 36,
                new Words(t("paper.addresses.title") + " ", Type.of(11.5).strong()),
                new Words(t("paper.addresses.words"), Type.of(10)));
    }

    /** Measured as it will be drawn: a long line is broken, and the next block must not run into it. */
    private double height(Piece piece) {
        double line = LINE.size() * 0.3528 * 1.32;
        double height = 0;
        for (String text : lines(piece)) {
            height += line * Math.max(1, Math.ceil(sheet.width(LINE, text) / (COLUMN - 22) + 0.1));
        }
        return height + 8;
    }

    private void block(double x, double y, Piece piece) {
        sheet.rule(x, y, x + COLUMN - 4, y, 0.4);
        sheet.text(x, y + 1.5, 14, Type.of(15).strong(), String.valueOf(piece.no()));
        double below = y + 2;
        for (String text : lines(piece)) {
            below = sheet.text(x + 15, below, COLUMN - 19, LINE, text);
        }
    }

    private static List<String> lines(Piece piece) {
        return piece.frozen().manuscript().addressLines();
    }
}
