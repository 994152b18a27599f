package org.postern.typeset;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Columns and rows for a {@link Sheet}; the head is repeated on every page the table runs over.
 *
 * @param size of the type in points; the head is a little smaller
 * @param padding above and below a row's content, in mm
 */
public record Table(List<Column> columns, List<Row> rows, double size, double padding) {

    /** A column; {@code width} in mm, {@code head} may be empty. */
    public record Column(double width, Align align, String head) {}

    /**
     * A row.
     *
     * @param band text over the whole width on grey, instead of cells
     * @param strong all of it bold
     */
    public record Row(List<Cell> cells, @Nullable String band, boolean strong) {
        public static Row of(Cell... cells) {
            return new Row(List.of(cells), null, false);
        }

        /** The sum under a table. */
        public static Row total(Cell... cells) {
            return new Row(List.of(cells), null, true);
        }

        public static Row band(String text) {
            return new Row(List.of(), text, true);
        }
    }

    /** A table without rows yet. */
    public static Table of(double size, double padding, Column... columns) {
        return new Table(List.of(columns), List.of(), size, padding);
    }

    public Table with(List<Row> more) {
        var all = new ArrayList<>(rows);
        all.addAll(more);
        return new Table(columns, List.copyOf(all), size, padding);
    }

    double width() {
        return columns.stream().mapToDouble(Column::width).sum();
    }
}
