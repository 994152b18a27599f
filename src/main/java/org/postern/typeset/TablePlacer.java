package org.postern.typeset;

import java.util.List;

/** A table on its way onto a sheet: row by row, over pages. Millimetres. */
final class TablePlacer {
    private static final double TICK = 4.5;
    /** Between a column's text and the next column. */
    private static final double GUTTER = 2;

    private final Sheet sheet;
    private final Table table;
    private final double x;
    private final Tag tag = Tag.of(Tag.Kind.TABLE);
    private boolean headed;

    TablePlacer(Sheet sheet, Table table, double x) {
        this.sheet = sheet;
        this.table = table;
        this.x = x;
    }

    double place(double top) {
        double y = top;
        double first = table.rows().isEmpty() ? 0 : height(table.rows().get(0));
        if (y + headHeight() + first > sheet.contentBottom() && y > sheet.contentTop()) {
            sheet.newPage();
            y = sheet.contentTop();
        }
        y = head(y);
        for (int i = 0; i < table.rows().size(); i++) {
            Table.Row row = table.rows().get(i);
            // a band is a heading: it never ends a page
            double needed = height(row)
                    + (row.band() != null && i + 1 < table.rows().size()
                            ? height(table.rows().get(i + 1))
                            : 0);
            if (y + needed > sheet.contentBottom() && y > sheet.contentTop() + headHeight()) {
                sheet.newPage();
                y = head(sheet.contentTop());
            }
            boolean beforeTotal = i + 1 == table.rows().size() && row.strong();
            y = row(row, y, !beforeTotal);
        }
        return y;
    }

    private boolean headless() {
        return table.columns().stream().allMatch(column -> column.head().isEmpty());
    }

    private double headHeight() {
        return headless() ? 0 : headType(Align.START).pitch() + 2.2;
    }

    private Type headType(Align align) {
        return Type.of(table.size() * 0.9).strong().aligned(align);
    }

    private double head(double y) {
        if (headless()) {
            return y;
        }
        double left = x;
        // on its other pages the head is repeated for the eye alone
        Tag row = headed ? Tag.HEADER : tag.child(Tag.Kind.ROW);
        for (Table.Column column : table.columns()) {
            sheet.inside(headed ? row : row.child(Tag.Kind.HEAD));
            if (!column.head().isEmpty()) {
                headCell(column, left, y);
            }
            left += column.width();
        }
        double below = y + headHeight();
        headed = true;
        sheet.inside(null);
        sheet.rule(x, below, x + table.width(), below, 0.7);
        return below;
    }

    /** A head is one line; where its column is narrower it stands over the neighbour's edge rather than break a word. */
    private void headCell(Table.Column column, double left, double y) {
        Type type = headType(column.align());
        double width = Math.max(inner(column), sheet.width(type, column.head()) + 0.1);
        double beyond = width - inner(column);
        double shift = column.align() == Align.START ? 0 : column.align() == Align.END ? beyond : beyond / 2;
        sheet.text(left - shift, y, width, type, column.head());
    }

    /** The last column ends where the rules end. */
    private double inner(Table.Column column) {
        boolean last = column.equals(table.columns().get(table.columns().size() - 1));
        return last ? column.width() : column.width() - GUTTER;
    }

    private double row(Table.Row row, double y, boolean ruled) {
        double height = height(row);
        Tag element = tag.child(Tag.Kind.ROW);
        if (row.band() != null) {
            sheet.inside(element.cell(table.columns().size()));
            sheet.fill(x, y, table.width(), height, 0.88);
            sheet.text(
                    x + 1.2,
                    y + (height - Type.of(table.size()).pitch()) / 2,
                    table.width() - GUTTER,
                    Type.of(table.size()).strong(),
                    row.band());
        }
        double left = x;
        for (int i = 0; i < row.cells().size(); i++) {
            Table.Column column = table.columns().get(i);
            sheet.inside(element.child(Tag.Kind.CELL));
            cell(row.cells().get(i), column, left, y, height, row.strong());
            left += column.width();
        }
        sheet.inside(null);
        if (ruled) {
            sheet.rule(x, y + height, x + table.width(), y + height, 0.4);
        }
        return y + height;
    }

    private void cell(Cell cell, Table.Column column, double left, double top, double height, boolean strong) {
        if (cell instanceof Cell.Tick) {
            sheet.tick(left + 1.2, top + (height - TICK) / 2, TICK);
        } else if (cell instanceof Cell.Code code) {
            sheet.code(left + code.indent(), top + (height - code.size()) / 2, code.size(), code.content());
        } else {
            List<List<Words>> lines = lines(cell, strong);
            double y = top + (height - height(lines, column)) / 2;
            for (List<Words> line : lines) {
                y = line(line, column, left, y);
            }
        }
    }

    private double line(List<Words> line, Table.Column column, double left, double y) {
        Type first = line.get(0).type();
        if (line.size() == 1) {
            Words words = line.get(0);
            TextBlock block = sheet.block(line, inner(column));
            return sheet.place(block, left, y, words.type().aligned(column.align()));
        }
        double pen = left;
        for (Words words : line) {
            double width = sheet.width(words.type(), words.text());
            double lead = words.type().inverse() ? Page.mm((float) words.type().size()) * 0.4 : 0;
            sheet.text(pen + lead, y, width + 1, words.type(), words.text());
            pen += width + 3 * lead;
        }
        return y + first.pitch();
    }

    private double height(Table.Row row) {
        double height = Type.of(table.size()).pitch();
        for (int i = 0; i < row.cells().size(); i++) {
            Cell cell = row.cells().get(i);
            if (cell instanceof Cell.Tick) {
                height = Math.max(height, TICK);
            } else if (cell instanceof Cell.Code code) {
                height = Math.max(height, code.size());
            } else {
                height = Math.max(
                        height,
                        height(lines(cell, row.strong()), table.columns().get(i)));
            }
        }
        return height + 2 * table.padding();
    }

    private double height(List<List<Words>> lines, Table.Column column) {
        double height = 0;
        for (List<Words> line : lines) {
            int count = line.size() > 1 ? 1 : sheet.block(line, inner(column)).count();
            height += count * line.get(0).type().pitch();
        }
        return height;
    }

    private List<List<Words>> lines(Cell cell, boolean strong) {
        List<List<Words>> lines = cell.words(table.size(), strong);
        return lines == null ? List.of() : lines;
    }
}
