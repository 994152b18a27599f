package org.postern.typeset;

/** The sheet in the printer. Sizes in millimetres. */
public enum Paper {
    A4(210, 297),
    A5(148, 210),
    /** A postcard's size. */
    A6(105, 148),
    LETTER(215.9, 279.4);

    private final double width;
    private final double height;

    Paper(double width, double height) {
        this.width = width;
        this.height = height;
    }

    public double width() {
        return width;
    }

    public double height() {
        return height;
    }

    public PageSize size() {
        return new PageSize(width, height);
    }
}
