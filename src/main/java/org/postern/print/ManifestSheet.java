package org.postern.print;

import static org.postern.print.Stack.t;

import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.postern.letter.BatchLine;
import org.postern.letter.Frozen;
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

/** The list to tick while printing and posting. Codes stand here, on a letter only where its place lets them; it is shredded last. */
final class ManifestSheet {
    private static final double LEFT = 12;
    private static final double WIDE = 186;
    /** Of a code, millimetres: each of its 21 modules is two dots wide at 100 dpi, four at 200, six at 300. */
    private static final double CODE = 21 * 2 / 100d * 25.4;

    /** Between codes side by side, millimetres: more than the four modules that a reader needs. */
    private static final double SILENT = 3;

    /** With a father's name, as Belarusians and Russians write it, still one line of its column. */
    private static final Type NAME = Type.of(9).strong();

    private static final Type SMALL = Type.of(9);
    private static final Type FINE = Type.of(8);

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);

    /** White on black, which survives a bad copier. */
    private static final Type MARK = Type.of(8).strong().whiteOnBlack();

    private final Stack stack;
    private final Franking franking;
    private final Map<Integer, BatchLine> lines;
    private final Sheet sheet;

    ManifestSheet(Stack stack, Typesetter typesetter) {
        this.stack = stack;
        this.franking = Franking.of(stack.batch());
        this.lines = stack.batch().lines().stream()
                .filter(line -> line.stackNo() > 0)
                .collect(Collectors.toMap(BatchLine::stackNo, line -> line));
        this.sheet = typesetter.sheet(stack.batch().site().paper(), "en");
    }

    Sheet draw() {
        sheet.margins(LEFT, 16, 20).sample(stack.sample()).foot(foot(), t("paper.manifest.page", stack.name()));
        sheet.text(LEFT, 14, 40, Type.of(24).strong(), stack.name());
        double y = sheet.text(
                LEFT + 42,
                15,
                WIDE - 42,
                new Words(t("paper.manifest.title") + " ", Type.of(11.5).strong()),
                new Words(stack.claimedAt(), Type.of(11.5)));
        y = sheet.text(
                LEFT + 42,
                y,
                WIDE - 42,
                Type.of(10.5),
                t("paper.manifest.site", stack.city(), stack.pieces().size()));
        sheet.text(LEFT + WIDE - 60, 15.5, 60, SMALL.strong().aligned(Align.END), changed());
        sheet.table(LEFT, y + 2, table());
        return sheet;
    }

    /** Some places let codes onto the letter. */
    private String foot() {
        boolean marked = stack.pieces().stream().anyMatch(BatchFile::isCoded);
        return t(marked ? "paper.manifest.foot.marked" : "paper.manifest.foot");
    }

    /** What is no longer as it was claimed; empty while nothing changed. */
    private String changed() {
        List<String> changes = new ArrayList<>();
        List<BatchLine> out = stack.pieces().stream()
                .map(piece -> lines.get(piece.no()))
                .filter(line -> line != null && SetFiles.isTakenBack(line))
                .toList();
        if (!out.isEmpty()) {
            changes.add(t("paper.manifest.removed", nos(out)));
        }
        List<BatchLine> again = stack.pieces().stream()
                .map(piece -> lines.get(piece.no()))
                .filter(line -> line != null && line.copy() > 1 && !SetFiles.isTakenBack(line))
                .toList();
        if (!again.isEmpty()) {
            changes.add(t("paper.manifest.again", nos(again)));
        }
        return String.join("; ", changes);
    }

    private static String nos(List<BatchLine> lines) {
        return lines.stream().map(line -> String.valueOf(line.stackNo())).collect(Collectors.joining(", "));
    }

    private Table table() {
        List<Row> rows = new ArrayList<>();
        List<Franking.Run> runs = franking.runs(stack.pieces());
        for (Franking.Run run : runs) {
            rows.add(Row.band(band(runs.indexOf(run) + 1, run)));
            for (Piece piece : stack.pieces().subList(run.first() - 1, run.last())) {
                rows.add(row(piece));
            }
        }
        return Table.of(
                        9,
                        0.6,
                        new Column(12.5, Align.START, t("paper.column.printed")),
                        new Column(10, Align.START, t("paper.column.posted")),
                        new Column(9.5, Align.END, t("paper.column.no")),
                        new Column(48, Align.START, t("paper.column.to")),
                        new Column(16, Align.START, t("paper.column.born-short")),
                        new Column(18, Align.START, t("paper.column.place")),
                        new Column(10.5, Align.END, t("paper.column.inside")),
                        new Column(27, Align.START, t("paper.column.code")),
                        new Column(2 * CODE + SILENT, Align.START, t("paper.column.scan")),
                        new Column(WIDE - 151.5 - 2 * CODE - SILENT, Align.START, t("paper.column.initials")))
                .with(rows);
    }

    private static String band(int no, Franking.Run run) {
        Stamp stamp = run.stamp();
        return t("paper.manifest.run-of", no, run.nos(), run.sheets())
                + " · "
                + t("paper.grams", run.grams())
                + (stamp == null ? "" : " · " + t("paper.manifest.stamp", stamp.text(Stack.WORDS)));
    }

    private Row row(Piece piece) {
        Frozen.To to = piece.frozen().to();
        String code = piece.code().text();
        BatchLine line = lines.get(piece.no());
        boolean out = line != null && SetFiles.isTakenBack(line);
        return Row.of(
                Cell.tick(),
                Cell.tick(),
                Cell.lines(new Words(
                        String.valueOf(piece.no()), Type.of(12).strong().aligned(Align.END))),
                Cell.lines(names(to, out, line == null ? 1 : line.copy()).toArray(new Words[0])),
                lines(to.born(), to.number()),
                Cell.lines(
                        new Words(to.place() + ", " + to.country(), FINE),
                        new Words(
                                piece.frozen().outside().misfit() == null ? "" : t("paper.manifest.no-window"),
                                FINE.strong())),
                Cell.lines(
                        new Words(t("paper.sheets-short", piece.sheets()), SMALL.aligned(Align.END)),
                        new Words(t("paper.grams", franking.grams(piece)), SMALL.aligned(Align.END))),
                out
                        // Over the place of the code, which it takes: a mixed line is not broken.
                        ? Cell.mixed(List.of(List.of(new Words(t("paper.manifest.out"), MARK), new Words("", FINE))))
                        : Cell.lines(new Words(code, FINE.mono().strong()), new Words(dayAndSigned(piece), FINE)),
                // Never two beneath each other: a scanner held over a row would read its neighbour.
                out ? Cell.empty() : Cell.code(code, CODE, piece.no() % 2 == 0 ? 0 : CODE + SILENT),
                Cell.empty());
    }

    private static List<Words> names(Frozen.To to, boolean out, int copy) {
        List<Words> names = new ArrayList<>(List.of(new Words(to.name(), out ? NAME.crossedOut() : NAME)));
        if (!to.name().equals(to.latinName())) {
            names.add(new Words(to.latinName(), out ? SMALL.crossedOut() : SMALL));
        }
        if (copy > 1) {
            names.add(new Words(t("paper.manifest.copy", copy), MARK));
        }
        return names;
    }

    /** What tells two letters to the same person apart: the day on it and how it is signed. */
    private static String dayAndSigned(Piece piece) {
        String signed = piece.frozen().manuscript().signature();
        String day = DAY.format(piece.frozen().manuscript().date());
        return day + ", " + (signed.length() > 24 ? signed.substring(0, 23) + "…" : signed);
    }

    private static Cell lines(@Nullable String... texts) {
        List<Words> words = new ArrayList<>();
        for (String text : texts) {
            if (text != null) {
                words.add(new Words(text, text.length() > 6 ? FINE : Type.of(10)));
            }
        }
        return Cell.lines(words.toArray(new Words[0]));
    }
}
