package org.postern.typeset;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Looks at a set page as the window will: the address always shows whole, and nothing else shows at all. */
public final class WindowCheck {
    /** Less than this nobody sees or cuts. */
    private static final double NOTHING = 0.05;

    private final Stationery stationery;
    private final WindowFit fit;
    private final List<Extent> address;
    private final List<Misfit> misfits = new ArrayList<>();

    private WindowCheck(Stationery stationery, WindowFit fit, List<Extent> address) {
        this.stationery = stationery;
        this.fit = fit;
        this.address = address;
    }

    /**
     * What is wrong with the first page.
     *
     * @param stationery that the letter was set on
     * @return empty when nothing is, or when no address is printed
     * @throws IllegalStateException while the letter has findings
     */
    public static List<Misfit> of(Typesetting letter, Stationery stationery) {
        List<Mark> marks = letter.printable().get(0).marks();
        return WindowFit.of(stationery)
                .map(fit -> new WindowCheck(stationery, fit, letter.address()).misfits(marks))
                .orElse(List.of());
    }

    private List<Misfit> misfits(List<Mark> marks) {
        address.forEach(this::hidden);
        others(marks).forEach(this::shows);
        return List.copyOf(misfits);
    }

    private void hidden(Extent line) {
        Window always = fit.always();
        add(Misfit.Kind.ADDRESS_HIDDEN, line, Misfit.Side.LEFT, always.x() - line.x());
        add(Misfit.Kind.ADDRESS_HIDDEN, line, Misfit.Side.TOP, always.y() - line.y());
        add(Misfit.Kind.ADDRESS_HIDDEN, line, Misfit.Side.RIGHT, line.x() + line.width() - always.right());
        add(Misfit.Kind.ADDRESS_HIDDEN, line, Misfit.Side.BOTTOM, line.y() + line.height() - always.bottom());
    }

    /** The shortest way out. */
    private void shows(Extent other) {
        Window may = fit.may();
        Map<Misfit.Side, Double> ways = Map.of(
                Misfit.Side.LEFT, other.x() + other.width() - may.x(),
                Misfit.Side.TOP, other.y() + other.height() - may.y(),
                Misfit.Side.RIGHT, may.right() - other.x(),
                Misfit.Side.BOTTOM, may.bottom() - other.y());
        var shortest = ways.entrySet().stream()
                .min(Map.Entry.<Misfit.Side, Double>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .orElseThrow();
        add(Misfit.Kind.OTHER_SHOWS, other, shortest.getKey(), shortest.getValue());
    }

    private void add(Misfit.Kind kind, Extent what, Misfit.Side side, double millimetres) {
        if (millimetres > NOTHING) {
            misfits.add(new Misfit(kind, what.text(), side, millimetres));
        }
    }

    /** Whatever is neither address nor return line; text by whole lines. */
    private List<Extent> others(List<Mark> marks) {
        var others = new ArrayList<Extent>();
        var lines = new LinkedHashMap<Float, List<Extent>>();
        for (Mark mark : marks) {
            if (mark instanceof Mark.Of) {
                continue;
            }
            Extent extent = extent(mark);
            if (mark instanceof Mark.Run run) {
                if (!isAddress(run) && !isReturnLine(extent)) {
                    lines.computeIfAbsent(run.y(), y -> new ArrayList<>()).add(extent);
                }
            } else if (!isReturnLine(extent)) {
                others.add(extent);
            }
        }
        lines.values().forEach(runs -> others.add(whole(runs)));
        others.sort(Comparator.comparingDouble(Extent::y).thenComparingDouble(Extent::x));
        return others;
    }

    private static Extent whole(List<Extent> runs) {
        double x = runs.stream().mapToDouble(Extent::x).min().orElseThrow();
        double y = runs.stream().mapToDouble(Extent::y).min().orElseThrow();
        double right =
                runs.stream().mapToDouble(run -> run.x() + run.width()).max().orElseThrow();
        double bottom =
                runs.stream().mapToDouble(run -> run.y() + run.height()).max().orElseThrow();
        var text = new StringBuilder();
        runs.forEach(run -> text.append(run.text()));
        return new Extent(text.toString().strip(), x, y, right - x, bottom - y);
    }

    private boolean isAddress(Mark.Run run) {
        double x = Page.mm(run.x());
        double baseline = Page.mm(run.y());
        return address.stream()
                .anyMatch(line -> line.text().contains(run.glyphs().text.strip())
                        && x >= line.x() - NOTHING
                        && x <= line.x() + line.width() + NOTHING
                        && baseline > line.y()
                        && baseline < line.y() + line.height());
    }

    /** The sender's line may show, and its rule: the post sends back by it. */
    private boolean isReturnLine(Extent extent) {
        Window window = stationery.window();
        double baseline = stationery.returnBaseline();
        return window != null
                && extent.x() >= window.x()
                && extent.x() + extent.width() <= window.right() + NOTHING
                && extent.y() <= baseline + stationery.returnSize() / 2
                && extent.y() + extent.height() >= baseline
                && extent.height() <= stationery.returnSize();
    }

    private static Extent extent(Mark mark) {
        if (mark instanceof Mark.Run m) {
            float ascent = m.glyphs().face.ascent() * m.size();
            float descent = m.glyphs().face.descent() * m.size();
            return box(m.glyphs().text, m.x(), m.y() - ascent, m.x() + m.glyphs().width * m.size(), m.y() + descent);
        } else if (mark instanceof Mark.Rule m) {
            String what = m.y1() == m.y2() ? "mark" : "rule";
            return box(
                    what,
                    Math.min(m.x1(), m.x2()),
                    Math.min(m.y1(), m.y2()),
                    Math.max(m.x1(), m.x2()),
                    Math.max(m.y1(), m.y2()));
        } else if (mark instanceof Mark.Path m) {
            return path(m);
        } else if (mark instanceof Mark.Frame m) {
            return box("frame", m.x(), m.y(), m.x() + m.width(), m.y() + m.height());
        } else if (mark instanceof Mark.Fill m) {
            return box("surface", m.x(), m.y(), m.x() + m.width(), m.y() + m.height());
        } else if (mark instanceof Mark.Picture m) {
            return box("picture", m.x(), m.y(), m.x() + m.width(), m.y() + m.height());
        } else if (mark instanceof Mark.Code m) {
            return box("code", m.x(), m.y(), m.x() + m.size(), m.y() + m.size());
        }
        throw new AssertionError(mark);
    }

    private static Extent path(Mark.Path path) {
        float left = Float.MAX_VALUE;
        float top = Float.MAX_VALUE;
        float right = -Float.MAX_VALUE;
        float bottom = -Float.MAX_VALUE;
        for (int i = 0; i + 1 < path.points().size(); i += 2) {
            left = Math.min(left, path.points().get(i));
            right = Math.max(right, path.points().get(i));
            top = Math.min(top, path.points().get(i + 1));
            bottom = Math.max(bottom, path.points().get(i + 1));
        }
        return box("drawing", left, top, right, bottom);
    }

    private static Extent box(String text, float left, float top, float right, float bottom) {
        return new Extent(text, Page.mm(left), Page.mm(top), Page.mm(right - left), Page.mm(bottom - top));
    }
}
