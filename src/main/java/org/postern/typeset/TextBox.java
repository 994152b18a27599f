package org.postern.typeset;

/**
 * A box that text must not leave. Millimetres; sizes of type in points.
 *
 * @param smallest the type shrinks down to this; what does not fit even then is cut, and an ellipsis says so
 * @param down where the text stands in a box that is too high for it
 */
record TextBox(double x, double y, double width, double height, double smallest, Align down) {

    /** Text from the top; as small as 6 points, which a printer still prints clearly. */
    public static TextBox of(double x, double y, double width, double height) {
        return new TextBox(x, y, width, height, 6, Align.START);
    }

    public TextBox smallest(double points) {
        return new TextBox(x, y, width, height, points, down);
    }

    /** {@link Align#CENTRE} for the middle, {@link Align#END} for the lower edge. */
    public TextBox down(Align place) {
        return new TextBox(x, y, width, height, smallest, place);
    }
}
