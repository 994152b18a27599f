package org.postern.typeset;

/** Points {@code x y x y …} of what is not straight, for {@link Sheet#path}. */
final class Curves {
    /** Between two points of an arc, in millimetres of its length: no eye sees the corners. */
    private static final double STEP = 0.5;

    private Curves() {}

    static double[] arc(double x, double y, double radius, double from, double sweep) {
        int steps = Math.max(4, (int) Math.ceil(Math.toRadians(Math.abs(sweep)) * radius / STEP));
        var points = new double[2 * steps + 2];
        for (int i = 0; i <= steps; i++) {
            double angle = Math.toRadians(from + sweep * i / steps);
            points[2 * i] = x + radius * StrictMath.cos(angle);
            points[2 * i + 1] = y + radius * StrictMath.sin(angle);
        }
        return points;
    }

    /** The two strokes of an arrow's head, with its tip between them. */
    static double[] head(double x1, double y1, double x2, double y2, double length) {
        double back = StrictMath.atan2(y1 - y2, x1 - x2);
        double spread = Math.toRadians(25);
        return new double[] {
            x2 + length * StrictMath.cos(back - spread),
            y2 + length * StrictMath.sin(back - spread),
            x2,
            y2,
            x2 + length * StrictMath.cos(back + spread),
            y2 + length * StrictMath.sin(back + spread)
        };
    }
}
