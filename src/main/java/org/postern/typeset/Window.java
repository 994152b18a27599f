package org.postern.typeset;

import java.util.List;

/** The rectangle of the page that shows through the envelope, in millimetres from the top left corner, y down. */
public record Window(double x, double y, double width, double height) {

    /** Whether the whole line shows. */
    public boolean holds(Extent line) {
        return line.x() >= x
                && line.y() >= y
                && line.x() + line.width() <= x + width
                && line.y() + line.height() <= y + height;
    }

    /** The lines that would be cut off; empty when the whole address shows. */
    public List<Extent> outside(List<Extent> lines) {
        return lines.stream().filter(line -> !holds(line)).toList();
    }

    double right() {
        return x + width;
    }

    double bottom() {
        return y + height;
    }

    Window moved(double dx, double dy) {
        return new Window(x + dx, y + dy, width, height);
    }

    /** So much larger on each side; never smaller than nothing. */
    Window grown(double by) {
        return new Window(x - by, y - by, Math.max(0, width + 2 * by), Math.max(0, height + 2 * by));
    }
}
