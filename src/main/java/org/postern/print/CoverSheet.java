package org.postern.print;

import static org.postern.print.Stack.t;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.postern.typeset.Align;
import org.postern.typeset.Cell;
import org.postern.typeset.Sheet;
import org.postern.typeset.Table;
import org.postern.typeset.Table.Column;
import org.postern.typeset.Table.Row;
import org.postern.typeset.Type;
import org.postern.typeset.Typesetter;
import org.postern.typeset.Words;

/** The top of the stack: its whole story on one sheet, in the order of the work; shredding comes last. */
final class CoverSheet {
    private static final double LEFT = 20;
    private static final double WIDE = 170;
    private static final Type BODY = Type.of(11);
    private static final Type SMALL = Type.of(9.5);
    private static final Type HEAD = Type.of(12.5).strong();

    private final Stack stack;
    private final Sheet sheet;

    CoverSheet(Stack stack, Typesetter typesetter) {
        this.stack = stack;
        this.sheet = typesetter.sheet(stack.batch().site().paper(), "en");
    }

    Sheet draw() {
        sheet.margins(LEFT, 16, 20).sample(stack.sample()).foot(t("paper.cover.foot"), t("paper.cover.page"));
        double y = title();
        y = places(y + 6);
        y = runs(y + 6);
        y = table(y + 6);
        y = checklist(y + 6);
        signOff(y + 6);
        return sheet;
    }

    private double title() {
        double text = WIDE - 34;
        double y = sheet.text(LEFT, 16, text, BODY, t("paper.cover.site", stack.city()));
        y = sheet.text(LEFT, y - 1.5, text, Type.of(34).strong(), stack.name());
        y = sheet.text(
                LEFT,
                y,
                text,
                Type.of(14).strong(),
                t("paper.cover.counts", stack.pieces().size(), stack.sheets()));
        y = sheet.text(
                LEFT,
                y + 0.5,
                text,
                new Words(t("paper.cover.until") + " ", Type.of(12)),
                new Words(stack.until(), Type.of(12).strong()),
                new Words(" (" + stack.city() + ")", Type.of(12)));
        sheet.code(LEFT + WIDE - 24, 18, 24, stack.link());
        sheet.text(LEFT + WIDE - 34, 43.5, 34, Type.of(8.5).aligned(Align.END), t("paper.cover.code"));
        return y;
    }

    private double places(double y) {
        double below = sheet.text(LEFT, y, WIDE, HEAD, t("paper.cover.places")) + 1;
        List<Row> rows = new ArrayList<>();
        List<Stack.PlaceLine> places = stack.places();
        int most = 8;
        for (Stack.PlaceLine place : places.subList(0, Math.min(most, places.size()))) {
            rows.add(Row.of(
                    Cell.text(Stack.country(place.country()).toUpperCase(Locale.ROOT)),
                    Cell.text(place.place()),
                    Cell.text(String.valueOf(place.letters())),
                    Cell.text(String.valueOf(place.sheets()))));
        }
        if (places.size() > most) {
            List<Stack.PlaceLine> rest = places.subList(most, places.size());
            rows.add(Row.of(
                    Cell.empty(),
                    Cell.text(t("paper.cover.more-places", rest.size())),
                    Cell.text(String.valueOf(
                            rest.stream().mapToInt(Stack.PlaceLine::letters).sum())),
                    Cell.text(String.valueOf(
                            rest.stream().mapToInt(Stack.PlaceLine::sheets).sum()))));
        }
        rows.add(Row.total(
                Cell.text(t("paper.cover.together")),
                Cell.empty(),
                Cell.text(String.valueOf(stack.pieces().size())),
                Cell.text(String.valueOf(stack.sheets()))));
        Table table = Table.of(
                10.5,
                1.1,
                new Column(50, Align.START, t("paper.column.country")),
                new Column(84, Align.START, t("paper.column.place")),
                new Column(18, Align.END, t("paper.column.letters")),
                new Column(18, Align.END, t("paper.column.sheets")));
        return sheet.table(LEFT, below, table.with(rows));
    }

    private double runs(double y) {
        double below = sheet.text(LEFT, y, WIDE, HEAD, t("paper.cover.runs")) + 1;
        List<Row> rows = new ArrayList<>();
        for (Stack.Run run : stack.runs()) {
            rows.add(Row.of(
                    Cell.text(String.valueOf(rows.size() + 1)),
                    Cell.text(run.nos()),
                    Cell.text(t("paper.cover.inside", run.sheets())),
                    Cell.text(String.valueOf(run.letters()))));
        }
        Table table = Table.of(
                10.5,
                1.1,
                new Column(18, Align.START, t("paper.column.run")),
                new Column(50, Align.START, t("paper.column.nos")),
                new Column(84, Align.START, t("paper.column.inside")),
                new Column(18, Align.END, t("paper.column.letters")));
        return sheet.table(LEFT, below, table.with(rows));
    }

    private double table(double y) {
        double top = sheet.text(LEFT, y, WIDE, HEAD, t("paper.cover.table")) + 2;
        double step = WIDE / 4;
        double[] x = {LEFT, LEFT + step, LEFT + 2 * step, LEFT + 3 * step};
        Drawings draw = new Drawings(sheet);
        draw.bothSides(x[0], top);
        draw.fullSize(x[1], top);
        if (stack.window()) {
            draw.fold(x[2], top);
            draw.windowEnvelope(x[3], top);
        } else {
            draw.foldSmall(x[2], top);
            draw.plainEnvelope(x[3], top);
        }
        String kind = stack.window() ? "window" : "plain";
        List<String> hints = List.of("sides", "full-size", "fold." + kind, "envelope." + kind);
        double below = top;
        for (int i = 0; i < hints.size(); i++) {
            double at = sheet.text(x[i], top + 22, step - 3, SMALL.strong(), t("paper.hint." + hints.get(i)));
            below = Math.max(below, sheet.text(x[i], at, step - 3, SMALL, t("paper.hint." + hints.get(i) + ".words")));
        }
        return below;
    }

    private double checklist(double y) {
        double top = sheet.text(LEFT, y, WIDE, HEAD, t("paper.cover.checklist")) + 1.5;
        String kind = stack.window() ? "window" : "plain";
        List<String> left = List.of(
                t("paper.check.printed", stack.pieces().size()),
                t("paper.check.folded"),
                t("paper.check.address." + kind),
                t("paper.check.who"));
        List<String> right = List.of(
                t("paper.check.stamps"), t("paper.check.posted"), t("paper.check.marked"), t("paper.check.shredded"));
        return Math.max(ticks(LEFT, top, left), ticks(LEFT + WIDE / 2 + 2, top, right));
    }

    private double ticks(double x, double top, List<String> words) {
        double y = top;
        for (String each : words) {
            sheet.tick(x, y + 0.4, 4.5);
            y = sheet.text(x + 7, y, WIDE / 2 - 10, BODY, each) + 1.3;
        }
        return y;
    }

    private void signOff(double y) {
        double top = sheet.text(LEFT, y, WIDE, HEAD, t("paper.cover.signed-off")) + 1.5;
        double step = WIDE / 4;
        List<String> boxes = List.of("printed", "folded", "posted", "shredded");
        for (int i = 0; i < boxes.size(); i++) {
            sheet.box(LEFT + i * step, top, step, 18, 0.6);
            sheet.text(LEFT + i * step + 2, top + 1.5, step - 4, SMALL, t("paper.signed." + boxes.get(i)));
            sheet.text(LEFT + i * step + 2, top + 10.5, step - 4, SMALL, t("paper.signed.on"));
        }
        sheet.text(
                LEFT,
                top + 20,
                WIDE,
                new Words(t("paper.cover.out") + " ", SMALL.strong()),
                new Words(t("paper.cover.out.words"), SMALL));
        new Drawings(sheet).ruler(LEFT + WIDE - 50, top + 34, t("paper.cover.ruler"));
    }
}
