package org.postern.typeset;

/**
 * A sheet of labels. Millimetres.
 *
 * @param code that a form sends, e.g. {@code l7160}
 * @param columns labels side by side
 * @param left of the first label
 * @param across from one label's left edge to the next one's
 * @param down from one label's upper edge to the next one's
 */
public record LabelFormat(
        String code,
        String name,
        Paper paper,
        int columns,
        int rows,
        double width,
        double height,
        double left,
        double top,
        double across,
        double down) {
    /** What is cut and printed a little aside. */
    private static final double SLACK = 0.6;
    /** Makers round pitch and size each for itself. */
    private static final double ROUNDED = 0.1;

    public int labels() {
        return columns * rows;
    }

    /** @return where a label lies on its sheet, from 0, row by row */
    public Window at(int label) {
        int column = label % columns;
        int row = label / columns % rows;
        return new Window(left + column * across, top + row * down, width, height);
    }

    /** @return whether its labels lie on the paper and not upon each other */
    public boolean isPossible() {
        Window last = at(labels() - 1);
        return (columns == 1 || across >= width - ROUNDED)
                && (rows == 1 || down >= height - ROUNDED)
                && last.right() <= paper.width() + SLACK
                && last.bottom() <= paper.height() + SLACK;
    }
}
