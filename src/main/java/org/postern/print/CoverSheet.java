package org.postern.print;

import static org.postern.print.Stack.t;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.postern.site.Stamp;
import org.postern.typeset.Align;
import org.postern.typeset.Cell;
import org.postern.typeset.Sheet;
import org.postern.typeset.Table;
import org.postern.typeset.Table.Column;
import org.postern.typeset.Table.Row;
import org.postern.typeset.Type;
import org.postern.typeset.Typesetter;
import org.postern.typeset.Words;
import org.postern.vault.PieceCode;

/** The top of the stack: its whole story on one sheet, in the order of the work; shredding comes last. */
final class CoverSheet {
    private static final double LEFT = 20;
    private static final double WIDE = 170;
    private static final Type BODY = Type.of(11);
    private static final Type SMALL = Type.of(9.5);
    private static final Type HEAD = Type.of(12.5).strong();

    /** Where nobody knows. */
    private static final String UNKNOWN = "?";

    private final Stack stack;
    private final Typesetter typesetter;
    private final Franking franking;
    private final List<Franking.Run> runs;
    private final Sheet sheet;

    CoverSheet(Stack stack, Typesetter typesetter) {
        this.stack = stack;
        this.typesetter = typesetter;
        this.franking = Franking.of(stack.batch());
        this.runs = franking.runs(stack.pieces());
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
                t("paper.cover.counts", stack.pieces().size(), stack.sheets())
                        + franking.together(stack.pieces(), Stack.WORDS)
                                .map(sum -> ", " + sum)
                                .orElse(""));
        y = sheet.text(
                LEFT,
                y + 0.5,
                text,
                new Words(t("paper.cover.until") + " ", Type.of(12)),
                new Words(stack.until(), Type.of(12).strong()),
                new Words(" (" + stack.city() + ")", Type.of(12)));
        String code = stack.batch().code();
        // Batches without a code of their own are led to by their address.
        sheet.code(LEFT + WIDE - 24, 18, 24, code == null ? stack.link() : code);
        if (code != null) {
            sheet.text(
                    LEFT + WIDE - 50,
                    43.5,
                    50,
                    Type.of(9).mono().strong().aligned(Align.END),
                    new PieceCode(code).text());
        }
        sheet.text(LEFT + WIDE - 50, 47.5, 50, Type.of(8.5).aligned(Align.END), t("paper.cover.code"));
        return Math.max(y, 52);
    }

    private double places(double y) {
        double below = sheet.text(LEFT, y, WIDE, HEAD, t("paper.cover.places")) + 1;
        List<Row> rows = new ArrayList<>();
        List<Stack.PlaceLine> places = stack.places();
        // The sheet has twelve rows to spare for both tables.
        int most = Math.max(2, 11 - runs.size());
        int shown = places.size() <= most ? places.size() : most - 1;
        for (Stack.PlaceLine place : places.subList(0, shown)) {
            rows.add(Row.of(cells(Stack.country(place.country()).toUpperCase(Locale.ROOT), place.place(), at(place))));
        }
        if (shown < places.size()) {
            List<Piece> rest = places.subList(shown, places.size()).stream()
                    .flatMap(place -> at(place).stream())
                    .toList();
            rows.add(Row.of(cells("", t("paper.cover.more-places", places.size() - shown), rest)));
        }
        rows.add(Row.total(cells(t("paper.cover.together"), "", stack.pieces())));
        Table table = Table.of(
                10.5,
                1.1,
                new Column(46, Align.START, t("paper.column.country")),
                new Column(57, Align.START, t("paper.column.place")),
                new Column(15, Align.END, t("paper.column.letters")),
                new Column(15, Align.END, t("paper.column.sheets")),
                new Column(17, Align.END, t("paper.column.grams")),
                new Column(20, Align.END, t("paper.column.stamps")));
        return sheet.table(LEFT, below, table.with(rows));
    }

    private List<Piece> at(Stack.PlaceLine place) {
        return stack.pieces().stream()
                .filter(piece -> piece.frozen().to().place().equals(place.place()))
                .toList();
    }

    private Cell[] cells(String country, String place, List<Piece> pieces) {
        int sheets = pieces.stream().mapToInt(Piece::sheets).sum();
        double grams = pieces.stream().mapToDouble(franking::grams).sum();
        return new Cell[] {
            Cell.text(country),
            Cell.text(place),
            Cell.text(String.valueOf(pieces.size())),
            Cell.text(String.valueOf(sheets)),
            Cell.text(String.valueOf(Math.round(grams))),
            Cell.text(franking.together(pieces, Stack.WORDS).orElse(UNKNOWN))
        };
    }

    private double runs(double y) {
        double below = sheet.text(LEFT, y, WIDE, HEAD, t("paper.cover.runs")) + 1;
        List<Row> rows = new ArrayList<>();
        for (Franking.Run run : runs) {
            Stamp stamp = run.stamp();
            rows.add(Row.of(
                    Cell.text(String.valueOf(rows.size() + 1)),
                    Cell.text(run.nos()),
                    Cell.text(t("paper.cover.inside", run.sheets())),
                    Cell.text(String.valueOf(run.letters())),
                    Cell.text(Stack.grams(run.grams())),
                    Cell.text(stamp == null ? UNKNOWN : t("paper.grams", String.valueOf(stamp.upToGrams()))),
                    Cell.text(stamp == null ? UNKNOWN : stamp.text(Stack.WORDS)),
                    Cell.text(
                            stamp == null
                                    ? UNKNOWN
                                    : Stamp.money(stamp.price() * run.letters(), stamp.currency(), Stack.WORDS))));
        }
        Table table = Table.of(
                10.5,
                1.1,
                new Column(12, Align.START, t("paper.column.run")),
                new Column(22, Align.START, t("paper.column.nos")),
                new Column(42, Align.START, t("paper.column.inside")),
                new Column(18, Align.END, t("paper.column.letters")),
                new Column(18, Align.END, t("paper.column.each")),
                new Column(18, Align.END, t("paper.column.up-to")),
                new Column(18, Align.END, t("paper.column.stamp")),
                new Column(22, Align.END, t("paper.column.sum")));
        double end = sheet.table(LEFT, below, table.with(rows));
        for (String warning : warnings()) {
            end = sheet.text(LEFT, end + 1, WIDE, SMALL.strong(), warning);
        }
        return end;
    }

    /** What is not known, or could be cheaper; never a price that nobody typed in. */
    private List<String> warnings() {
        List<String> all = new ArrayList<>();
        String day = Stack.day(franking.day());
        franking.withoutPrice(stack.pieces()).forEach((country, pieces) -> {
            boolean heavy = franking.site().postageTo(country, franking.day()).isPresent();
            String where = Stack.country(country);
            all.add(heavy ? t("paper.cover.too-heavy", nos(pieces), where) : t("paper.cover.no-tariff", where, day));
        });
        List<Piece> few = stack.pieces().stream()
                .filter(piece -> franking.fewLinesCost(piece, typesetter))
                .toList();
        if (!few.isEmpty()) {
            all.add(t("paper.cover.few-lines", nos(few)));
        }
        return all;
    }

    private static String nos(List<Piece> pieces) {
        return pieces.stream().map(piece -> String.valueOf(piece.no())).collect(Collectors.joining(", "));
    }

    /** Which stamps to buy: {@code 34 at €1.25, 6 at €1.80}. */
    private String stamps() {
        Map<Stamp, Integer> many = new LinkedHashMap<>();
        for (Franking.Run run : runs) {
            Stamp stamp = run.stamp();
            if (stamp == null) {
                return t("paper.check.stamps");
            }
            many.merge(stamp, run.letters(), Integer::sum);
        }
        return t(
                "paper.check.stamps-are",
                many.entrySet().stream()
                        .map(one -> t(
                                        "paper.stamps-at",
                                        String.valueOf(one.getValue()),
                                        one.getKey().text(Stack.WORDS))
                                // A number and its stamp stay together.
                                .replace(' ', '\u00a0'))
                        .collect(Collectors.joining(", ")));
    }

    private double table(double y) {
        double top = sheet.text(LEFT, y, WIDE, HEAD, t("paper.cover.table")) + 2;
        double step = WIDE / 4;
        double[] x = {LEFT, LEFT + step, LEFT + 2 * step, LEFT + 3 * step};
        Drawings draw = new Drawings(sheet);
        draw.bothSides(x[0], top);
        draw.fullSize(x[1], top);
        if (stack.cards()) {
            draw.plainEnvelope(x[2], top);
        } else if (stack.window()) {
            draw.fold(x[2], top);
            draw.windowEnvelope(x[3], top);
        } else {
            draw.foldSmall(x[2], top);
            draw.plainEnvelope(x[3], top);
        }
        String kind = stack.window() ? "window" : "plain";
        List<String> hints = stack.cards()
                ? List.of("sides", "full-size", "card")
                : List.of("sides", "full-size", "fold." + kind, "envelope." + kind);
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
        String printed = t("paper.check.printed", stack.pieces().size());
        List<String> left = stack.cards()
                ? List.of(printed, t("paper.check.address.card"), t("paper.check.who"))
                : List.of(printed, t("paper.check.folded"), t("paper.check.address." + kind), t("paper.check.who"));
        List<String> right =
                List.of(stamps(), t("paper.check.posted"), t("paper.check.marked"), t("paper.check.shredded"));
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
        List<String> boxes = List.of("printed", stack.cards() ? "stamped" : "folded", "posted", "shredded");
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
