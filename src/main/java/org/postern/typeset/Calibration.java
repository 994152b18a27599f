package org.postern.typeset;

import java.awt.geom.AffineTransform;
import java.awt.geom.NoninvertibleTransformException;
import java.util.List;

/**
 * What a printer does to a page, as somebody measured it: moved, scaled and turned about the page's top left corner.
 *
 * @param offsetX millimetres too far to the right
 * @param offsetY millimetres too far down
 * @param scaleX per cent; 100 is true
 * @param rotation degrees, clockwise
 */
public record Calibration(double offsetX, double offsetY, double scaleX, double scaleY, double rotation) {
    /** A printer that prints where it is told. */
    public static final Calibration NONE = new Calibration(0, 0, 100, 100, 0);

    /** How far the test page's crosses stand from its edges, in millimetres. */
    public static final double CROSS = 20;

    public boolean isNone() {
        return equals(NONE);
    }

    /** @return whether any printer can be like this: more is a slip of the pen, or a driver that fits pages to the paper */
    public boolean isLikely() {
        return Math.abs(offsetX) <= 20
                && Math.abs(offsetY) <= 20
                && Math.abs(scaleX - 100) <= 10
                && Math.abs(scaleY - 100) <= 10
                && Math.abs(rotation) <= 5;
    }

    /**
     * From the three crosses of an uncorrected test page.
     *
     * @param measured of the crosses at the top left, the top right and the bottom left: millimetres from the paper's left
     *     edge, then from its top edge
     */
    public static Calibration measured(Paper paper, List<Double> measured) {
        double acrossX = measured.get(2) - measured.get(0);
        double acrossY = measured.get(3) - measured.get(1);
        double downX = measured.get(4) - measured.get(0);
        double downY = measured.get(5) - measured.get(1);
        double turn = (Math.atan2(acrossY, acrossX) + Math.atan2(-downX, downY)) / 2;
        Calibration turned = new Calibration(
                0,
                0,
                100 * Math.hypot(acrossX, acrossY) / (paper.width() - 2 * CROSS),
                100 * Math.hypot(downX, downY) / (paper.height() - 2 * CROSS),
                Math.toDegrees(turn));
        double[] corner = {CROSS, CROSS};
        turned.printed().transform(corner, 0, corner, 0, 1);
        return new Calibration(
                round(measured.get(0) - corner[0]),
                round(measured.get(1) - corner[1]),
                round(turned.scaleX),
                round(turned.scaleY),
                round(turned.rotation));
    }

    private static double round(double value) {
        return Math.round(value * 100) / 100d;
    }

    /** @return where it prints what stands at a place; millimetres, y down */
    AffineTransform printed() {
        AffineTransform printed = AffineTransform.getTranslateInstance(offsetX, offsetY);
        printed.rotate(Math.toRadians(rotation));
        printed.scale(scaleX / 100, scaleY / 100);
        return printed;
    }

    /** @return where a thing must stand to be printed in its place */
    AffineTransform corrected() {
        try {
            return printed().createInverse();
        } catch (NoninvertibleTransformException e) {
            throw new IllegalStateException("no printer has " + this, e);
        }
    }
}
