package org.postern.bench.typeset;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Figures by engine and round: the median of an engine's, and of what two have to each other in the same round. */
final class Figures {
    private final Map<String, List<Double>> byEngine = new LinkedHashMap<>();

    void add(String engine, double figure) {
        byEngine.computeIfAbsent(engine, key -> new ArrayList<>()).add(figure);
    }

    boolean has(String engine) {
        return byEngine.containsKey(engine);
    }

    double median(String engine) {
        return median(
                byEngine.get(engine).stream().mapToDouble(Double::doubleValue).toArray());
    }

    /** Lowest and highest, in digits of the given format. */
    String range(String engine, String format) {
        var sorted = byEngine.get(engine).stream().sorted().toList();
        return String.format(Locale.ROOT, format + "–" + format, sorted.get(0), sorted.get(sorted.size() - 1));
    }

    /** Rounds of both stand side by side in time: a busy minute slows both. */
    double ratio(String engine, String other) {
        List<Double> a = byEngine.get(engine);
        List<Double> b = byEngine.get(other);
        double[] ratios = new double[Math.min(a.size(), b.size())];
        for (int i = 0; i < ratios.length; i++) {
            ratios[i] = a.get(i) / b.get(i);
        }
        return median(ratios);
    }

    private static double median(double[] values) {
        Arrays.sort(values);
        int half = values.length / 2;
        return values.length % 2 == 1 ? values[half] : (values[half - 1] + values[half]) / 2;
    }

    /** A goal beside its figure, in a line of its own. */
    static void goal(String what, double figure, double goal) {
        String verdict =
                figure <= goal ? "met" : String.format(Locale.ROOT, "**missed**, %.2f times the goal", figure / goal);
        System.out.printf(Locale.ROOT, "| %s | %.3f | ≤ %.3f | %s |%n", what, figure, goal, verdict);
    }
}
