package org.postern.typeset;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;

/**
 * Where lines end: of all ways to break the paragraph the one that is best as a whole, so that no line pays for another.
 * A justified line whose spaces would grow beyond {@link #WIDEST_SPACE} stays ragged: better than a river.
 */
final class LineBreaker {
    /** A space may grow to this many times its width and shrink to this share, in a justified line. */
    static final float WIDEST_SPACE = 2.2f;

    static final float NARROWEST_SPACE = 0.8f;
    /** What the gap between two ideographs may grow by, in em. */
    static final float WIDEST_GAP = 0.2f;

    private static final double CLINGING = 0.6;
    private static final double HYPHEN = 0.2;
    /** Two hyphens below each other look like a ladder. */
    private static final double LADDER = 0.5;
    /** A paragraph without hyphens is good enough when no line is stretched beyond this share of what it may be. */
    private static final float GOOD_ENOUGH = 0.45f;
    /** The same for a ragged line: the share of it that stays empty. */
    private static final float RAGGED_ENOUGH = 0.3f;
    /** Segments looked at for one line; only invisible ones come so thick. */
    private static final int REACH = 400;

    /**
     * Segments {@code from} (inclusive) to {@code to} (exclusive).
     *
     * @param last of its paragraph or before a line end
     * @param good whether it needs no hyphenation to look better
     */
    record Line(int from, int to, boolean last, boolean good) {}

    private final List<Segment> segments;
    private final float width;
    private final boolean justify;
    private final int from;
    private final int count;
    private final float[] hyphens;
    /** Sums over all segments before each: a line's widths are differences of two. */
    private final double[] words;

    private final double[] spaces;
    private final double[] stretches;
    private final double[] shrinks;

    private LineBreaker(List<Segment> segments, int from, int to, float width, boolean justify) {
        this.segments = segments;
        this.width = width;
        this.justify = justify;
        this.from = from;
        this.count = to - from;
        this.hyphens = new float[count];
        this.words = new double[count + 1];
        this.spaces = new double[count + 1];
        this.stretches = new double[count + 1];
        this.shrinks = new double[count + 1];
        for (int i = 0; i < count; i++) {
            Segment segment = segments.get(from + i);
            hyphens[i] = segment.hyphenWidth();
            words[i + 1] = words[i] + segment.width();
            spaces[i + 1] = spaces[i] + segment.spaceWidth();
            if (justify && i + 1 < count) {
                stretches[i + 1] = stretches[i] + stretch(segment, segments.get(from + i + 1));
                shrinks[i + 1] = shrinks[i] + shrink(segment);
            }
        }
    }

    /** @param width in em; segments wider than it were cut before */
    static List<Line> lines(List<Segment> segments, float width, boolean justify) {
        var lines = new ArrayList<Line>();
        for (int from = 0; from < segments.size(); ) {
            int to = from;
            while (to < segments.size() && !segments.get(to).endsLine()) {
                to++;
            }
            int end = Math.min(to + 1, segments.size());
            lines.addAll(new LineBreaker(segments, from, end, width, justify).best());
            from = end;
        }
        return lines;
    }

    /** What the gap between two segments of a justified line may grow by. */
    static float stretch(Segment segment, Segment next) {
        float space = segment.spaceWidth();
        return space > 0 ? space * (WIDEST_SPACE - 1) : segment.evensBefore(next) ? WIDEST_GAP : 0;
    }

    static float shrink(Segment segment) {
        return segment.spaceWidth() * (1 - NARROWEST_SPACE);
    }

    private List<Line> best() {
        double[] cost = new double[count + 1];
        int[] before = new int[count + 1];
        int first = 0;
        for (int end = 1; end <= count; end++) {
            while (first < end - 1 && (end - first > REACH || natural(first, end) - shrink(first, end) > width)) {
                first++;
            }
            double hyphen = hyphens[end - 1];
            double extra = hyphen > 0 ? HYPHEN : 0;
            if (end < count && segments.get(from + end - 1).clings()) {
                extra += CLINGING;
            }
            cost[end] = Double.POSITIVE_INFINITY;
            // the fullest line first: most others are then seen to be worse by what is before them
            for (int start = first; start < end; start++) {
                double whole = cost[start] + extra;
                if (hyphen > 0 && start > 0 && hyphens[start - 1] > 0) {
                    whole += LADDER;
                }
                if (whole > cost[end]) {
                    continue;
                }
                double natural = natural(start, end) + hyphen;
                double shrink = shrink(start, end);
                if (natural - shrink > width && start < end - 1) {
                    continue;
                }
                whole += badness(natural, stretches[end - 1] - stretches[start], shrink, end == count);
                if (whole <= cost[end]) {
                    cost[end] = whole;
                    before[end] = start;
                }
            }
        }
        var lines = new ArrayDeque<Line>();
        for (int end = count; end > 0; end = before[end]) {
            lines.addFirst(line(before[end], end));
        }
        return List.copyOf(lines);
    }

    /** A line without its hyphen. */
    private double natural(int start, int end) {
        return words[end] - words[start] + spaces[end - 1] - spaces[start];
    }

    private double shrink(int start, int end) {
        return shrinks[end - 1] - shrinks[start];
    }

    private double badness(double natural, double stretch, double shrink, boolean last) {
        double slack = width - natural;
        if (last) {
            // a last line of one short word looks like a mistake
            return natural < width * 0.12 ? 0.6 : slack < 0 ? 0.05 : 0;
        }
        if (slack < 0) {
            return 0.3 * -slack / Math.max(shrink, 1e-4) + 0.02;
        }
        double empty = slack / width;
        if (!justify) {
            return empty * empty * 10 + 0.02;
        }
        double ratio = slack / Math.max(stretch, 1e-4);
        // beyond the cap the line stays ragged: then the emptier is the worse
        return ratio <= 1 ? ratio * ratio * ratio + 0.02 : 2 + Math.min(ratio, 10) / 10 + empty * empty * 20;
    }

    private Line line(int start, int end) {
        double slack = width - natural(start, end) - hyphens[end - 1];
        double stretch = stretches[end - 1] - stretches[start];
        boolean last = end == count;
        boolean hangs = !last && segments.get(from + end - 1).clings();
        boolean good = last || (!hangs && (justify ? slack <= stretch * GOOD_ENOUGH : slack <= width * RAGGED_ENOUGH));
        return new Line(from + start, from + end, last, good);
    }
}
