package org.postern.typeset;

import java.util.List;
import java.util.TreeSet;

/**
 * A finished page: its size in points and what stands on it, in reading order.
 *
 * @param turn clockwise, in degrees, of the page with all that stands on it: 0, 90, 180 or 270
 */
record Page(float width, float height, List<Mark> marks, int turn) {
    static final float POINTS_PER_MM = 72 / 25.4f;

    Page(float width, float height, List<Mark> marks) {
        this(width, height, marks, 0);
    }

    /** As the printer gets it. */
    float printedWidth() {
        return turn % 180 == 0 ? width : height;
    }

    float printedHeight() {
        return turn % 180 == 0 ? height : width;
    }

    /** Lines of writing, without marks of the sheet; something drawn counts as many. */
    int lines() {
        var baselines = new TreeSet<Float>();
        boolean writing = true;
        for (Mark mark : marks) {
            if (mark instanceof Mark.Of of) {
                writing = !of.tag().artifact();
            } else if (writing && mark instanceof Mark.Run run) {
                baselines.add(run.y());
            } else if (mark instanceof Mark.Picture) {
                return Integer.MAX_VALUE;
            }
        }
        return baselines.size();
    }

    static float pt(double mm) {
        return (float) (mm * POINTS_PER_MM);
    }

    static double mm(float pt) {
        return pt / POINTS_PER_MM;
    }
}
