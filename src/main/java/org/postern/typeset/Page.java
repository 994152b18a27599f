package org.postern.typeset;

import java.util.List;

/** A finished page: its size in points and what stands on it, in reading order. */
record Page(float width, float height, List<Mark> marks) {
    static final float POINTS_PER_MM = 72 / 25.4f;

    static float pt(double mm) {
        return (float) (mm * POINTS_PER_MM);
    }

    static double mm(float pt) {
        return pt / POINTS_PER_MM;
    }
}
