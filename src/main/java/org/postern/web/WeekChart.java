package org.postern.web;

import java.util.List;

/**
 * Geometry of a bar chart of weeks: one pale bar (written) behind one full bar (posted). Drawn 720 by 200 units.
 *
 * @param weeks oldest first
 */
public record WeekChart(List<Week> weeks) {
    private static final int LEFT = 40;
    private static final int WIDTH = 676;
    private static final int FLOOR = 170;
    private static final int HEIGHT = 150;

    /**
     * @param label such as "16 Nov"
     * @param written letters written in it
     * @param posted letters posted in it
     */
    public record Week(String label, long written, long posted) {}

    /** The scale's upper end: the least round number (1, 2 or 5 times a power of ten, times 4) that holds every bar. */
    public long top() {
        long most = weeks.stream()
                .mapToLong(week -> Math.max(week.written(), week.posted()))
                .max()
                .orElse(0);
        for (long unit = 1; ; unit *= 10) {
            for (long step : new long[] {unit, 2 * unit, 5 * unit}) {
                if (4 * step >= most) {
                    return 4 * step;
                }
            }
        }
    }

    /** The values of the four rules and the floor, from 0 up. */
    public List<Long> rules() {
        long step = top() / 4;
        return List.of(0L, step, 2 * step, 3 * step, 4 * step);
    }

    public int x(int week) {
        return LEFT + week * slot();
    }

    public int slot() {
        return WIDTH / Math.max(weeks.size(), 12);
    }

    public long y(long value) {
        return FLOOR - height(value);
    }

    public long height(long value) {
        return value * HEIGHT / top();
    }

    /** Some weeks are named, so far apart that the names do not touch; the last one always, it is the one that runs. */
    public boolean isNamed(int week) {
        int every = Math.max(1, (weeks.size() + 5) / 6);
        return (last() - week) % every == 0;
    }

    /** Names stand under the middle of their bar; the last one ends with its bar, at the drawing's edge. */
    public int nameX(int week) {
        return week == last() ? x(week) + slot() : x(week) + slot() / 2;
    }

    /** SVG's {@code text-anchor} of a name at {@link #nameX}. */
    public String nameAnchor(int week) {
        return week == last() ? "end" : "middle";
    }

    /** Where the running week's number stands: above both its bars. */
    public long numberY(Week week) {
        return y(Math.max(week.written(), week.posted())) - 6;
    }

    public int last() {
        return weeks.size() - 1;
    }
}
