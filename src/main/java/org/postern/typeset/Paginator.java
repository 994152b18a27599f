package org.postern.typeset;

import java.util.ArrayList;
import java.util.List;

/** Rows to pages: no page ends with a row that must stay with the next one, unless nothing else fits. */
final class Paginator {
    /**
     * A line of text or a picture.
     *
     * @param space above the row; vanishes at the top of a page
     * @param withNext no page may end here
     * @param onNewPage a page begins here
     * @param marks relative to the row's top left corner
     */
    record Row(float space, float height, boolean withNext, boolean onNewPage, List<Mark> marks) {
        Row(float space, float height, boolean withNext, List<Mark> marks) {
            this(space, height, withNext, false, marks);
        }

        Row keptWithNext(boolean kept) {
            return new Row(space, height, kept, onNewPage, marks);
        }
    }

    /** A row at its place, y of its top from the top of the text area. */
    record Placed(float y, Row row) {}

    private Paginator() {}

    /**
     * Distributes the rows.
     *
     * @param first height of the text area on page 1; {@code other} on the pages after
     * @return at least one page; each but a first one without room holds at least one row
     */
    static List<List<Placed>> pages(List<Row> rows, float first, float other) {
        var pages = new ArrayList<List<Placed>>();
        int from = 0;
        do {
            int to = fill(rows, from, pages.isEmpty() ? first : other);
            // an empty first page is right when the kept rows fit the next one only
            if (to == from && !(pages.isEmpty() && first < other)) {
                to = Math.min(from + 1, rows.size());
            }
            pages.add(place(rows, from, to));
            from = to;
        } while (from < rows.size());
        return pages;
    }

    /** The end of the page that begins with {@code from}: the last allowed one that fits. */
    private static int fill(List<Row> rows, int from, float height) {
        float used = 0;
        int to = from;
        while (to < rows.size()) {
            Row row = rows.get(to);
            if (row.onNewPage() && to > from) {
                return to;
            }
            used += (to == from ? 0 : row.space()) + row.height();
            if (used > height + 0.01f) {
                break;
            }
            to++;
        }
        if (to == rows.size()) {
            return to;
        }
        int end = to;
        while (end > from && rows.get(end - 1).withNext()) {
            end--;
        }
        return end > from ? end : to;
    }

    private static List<Placed> place(List<Row> rows, int from, int to) {
        var placed = new ArrayList<Placed>();
        float y = 0;
        for (int i = from; i < to; i++) {
            Row row = rows.get(i);
            y += i == from ? 0 : row.space();
            placed.add(new Placed(y, row));
            y += row.height();
        }
        return placed;
    }
}
