package org.postern.track;

import java.util.List;
import java.util.stream.IntStream;
import org.postern.letter.DaysToPost;

/**
 * Geometry of two lines over weeks: within how many days half of the letters were posted, and nine in ten. Drawn 268 by 200
 * units; its rules are whole weeks of days.
 *
 * @param weeks oldest first; a week in which nothing was posted is a gap
 */
public record DaysChart(List<DaysToPost> weeks) {
    private static final int LEFT = 28;
    private static final int WIDTH = 236;
    private static final int FLOOR = 170;
    private static final int HEIGHT = 150;

    /** @return the scale's upper end: four times a whole number of weeks */
    public int top() {
        int most = weeks.stream().mapToInt(week -> week.within(90)).max().orElse(0);
        return 28 * Math.max(1, (most + 27) / 28);
    }

    /** @return the days of the floor and the four rules, from 0 up */
    public List<Integer> rules() {
        return IntStream.rangeClosed(0, 4).map(rule -> rule * top() / 4).boxed().toList();
    }

    public int y(int days) {
        return FLOOR - days * HEIGHT / top();
    }

    /** @return an SVG path through the weeks' days within which {@code percent} of 100 were posted; a lone week is a dot */
    public String line(int percent) {
        StringBuilder path = new StringBuilder();
        boolean drawing = false;
        for (int week = 0; week < weeks.size(); week++) {
            boolean posted = weeks.get(week).count() > 0;
            if (posted) {
                String point = x(week) + " " + y(weeks.get(week).within(percent));
                path.append(drawing ? "L" : "M").append(point).append(drawing ? "" : "h0");
            }
            drawing = posted;
        }
        return path.toString();
    }

    private int x(int week) {
        return LEFT + week * WIDTH / Math.max(1, weeks.size() - 1);
    }
}
