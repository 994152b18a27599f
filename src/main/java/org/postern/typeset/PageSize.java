package org.postern.typeset;

/** A page that is no usual paper: an envelope, a label, a picture to share. Millimetres. */
public record PageSize(double width, double height) {
    private static final double MM_PER_INCH = 25.4;

    public PageSize {
        if (!(width > 0 && height > 0 && width < 2000 && height < 2000)) {
            throw new IllegalArgumentException("no page: " + width + " x " + height + " mm");
        }
    }

    /** A page that {@link Sheet#png} with 72 dpi draws in so many pixels, with 144 in twice as many. */
    public static PageSize pixels(int width, int height) {
        return new PageSize(width / 72d * MM_PER_INCH, height / 72d * MM_PER_INCH);
    }

    /** The same sheet on its other side. */
    public PageSize turned() {
        return new PageSize(/* width= */ height, /* height= */ width);
    }
}
