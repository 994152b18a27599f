package org.postern.typeset;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Where lines end: of all ways to break the paragraph the one that is best as a whole, so that no line pays for another.
 */
final class LineBreaker {
    /** A space may grow to this many times its width and shrink to this share, in a justified line. */
    static final float WIDEST_SPACE = 2.2f;

    static final float NARROWEST_SPACE = 0.8f;
    private static final double CLINGING = 0.25;
    /** Segments looked at for one line; only invisible ones come so thick. */
    private static final int REACH = 400;

    /** Segments {@code from} (inclusive) to {@code to} (exclusive); {@code last}: of its paragraph or before a line end. */
    record Line(int from, int to, boolean last) {}

    private LineBreaker() {}

    /** @param width in em; segments wider than it were cut before */
    static List<Line> lines(List<Segment> segments, float width, boolean justify) {
        var lines = new ArrayList<Line>();
        for (int from = 0; from < segments.size(); ) {
            int to = from;
            while (to < segments.size() && !segments.get(to).endsLine()) {
                to++;
            }
            int end = Math.min(to + 1, segments.size());
            best(segments, from, end, width, justify, lines);
            from = end;
        }
        return lines;
    }

    private static void best(List<Segment> segments, int from, int to, float width, boolean justify, List<Line> lines) {
        int count = to - from;
        double[] cost = new double[count + 1];
        int[] before = new int[count + 1];
        Arrays.fill(cost, Double.POSITIVE_INFINITY);
        cost[0] = 0;
        float[] words = new float[count];
        float[] spaces = new float[count];
        for (int i = 0; i < count; i++) {
            words[i] = segments.get(from + i).width();
            spaces[i] = segments.get(from + i).spaceWidth();
        }
        for (int end = 1; end <= count; end++) {
            float natural = 0;
            float space = 0;
            for (int start = end - 1; start >= 0 && end - start <= REACH; start--) {
                natural += words[start] + (start == end - 1 ? 0 : spaces[start]);
                space += start == end - 1 ? 0 : spaces[start];
                float least = justify ? natural - space * (1 - NARROWEST_SPACE) : natural;
                if (least > width && start < end - 1) {
                    break;
                }
                double whole = cost[start] + badness(natural, space, width, justify, end == count);
                whole += end < count && segments.get(from + end - 1).clings() ? CLINGING : 0;
                if (whole < cost[end]) {
                    cost[end] = whole;
                    before[end] = start;
                }
            }
        }
        var found = new ArrayList<Line>();
        for (int end = count; end > 0; end = before[end]) {
            found.add(0, new Line(from + before[end], from + end, end == count));
        }
        lines.addAll(found);
    }

    private static double badness(float natural, float space, float width, boolean justify, boolean last) {
        double slack = (width - natural) / width;
        if (last) {
            // a last line of one short word looks like a mistake
            return natural < width * 0.12 ? 0.6 : slack < 0 ? 0.05 : 0;
        }
        if (!justify) {
            return slack * slack * 10 + 0.02;
        }
        if (slack < 0) {
            return 0.3 * -slack * width / Math.max(space * (1 - NARROWEST_SPACE), 1e-4) + 0.02;
        }
        double stretch = slack * width / Math.max(space * (WIDEST_SPACE - 1), 1e-4);
        return Math.min(stretch * stretch * stretch, 50) + 0.02;
    }
}
