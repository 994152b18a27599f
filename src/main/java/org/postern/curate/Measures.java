package org.postern.curate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import org.postern.directory.Objection;
import org.postern.site.Printer;
import org.postern.typeset.Calibration;
import org.postern.typeset.Envelope;
import org.postern.typeset.LabelFormat;
import org.postern.typeset.Paper;

/** What somebody measures with a ruler, as fields of a form: own envelopes, own labels, a printer's test page. */
final class Measures {
    static final List<String> ENVELOPE = List.of(
            "own-name", "width", "height", "window-left", "window-bottom", "window-width", "window-height", "folds");
    static final List<String> LABELS = List.of(
            "own-name", "own-paper", "columns", "rows", "width", "height", "first-left", "first-top", "across", "down");
    static final List<String> CROSSES = List.of("cross-ax", "cross-ay", "cross-bx", "cross-by", "cross-cx", "cross-cy");
    private static final List<String> FAULTS = List.of("offset-x", "offset-y", "scale-x", "scale-y", "rotation");

    private final Map<String, String> fields;
    private final List<Objection> objections = new ArrayList<>();

    Measures(Map<String, String> typed) {
        this.fields = typed;
    }

    static Map<String, String> empty(List<String> names) {
        Map<String, String> fields = new LinkedHashMap<>();
        names.forEach(name -> fields.put(name, ""));
        return fields;
    }

    static Map<String, String> of(Printer printer) {
        Map<String, String> fields = new LinkedHashMap<>();
        Calibration is = printer.calibration();
        fields.put("own-name", printer.name());
        fields.put("offset-x", text(is.offsetX()));
        fields.put("offset-y", text(is.offsetY()));
        fields.put("scale-x", text(is.scaleX()));
        fields.put("scale-y", text(is.scaleY()));
        fields.put("rotation", text(is.rotation()));
        fields.put("feed", String.valueOf(printer.feed()));
        fields.put("by-hand", printer.manualDuplex() ? "yes" : "");
        fields.putAll(empty(CROSSES));
        return fields;
    }

    private static String text(double value) {
        return value == Math.rint(value) ? String.valueOf((long) value) : String.valueOf(value);
    }

    List<Objection> objections() {
        return objections;
    }

    /** @return the envelope; look at {@link #objections} first */
    Envelope envelope() {
        Predicate<Double> length = value -> value > 0 && value <= 500;
        Predicate<Double> place = value -> value >= 0 && value <= 500;
        List<Double> folds = folds();
        Envelope envelope = new Envelope(
                name(),
                number("width", length),
                number("height", length),
                optional("window-left", place),
                optional("window-bottom", place),
                optional("window-width", place),
                optional("window-height", place),
                folds);
        boolean whole = (envelope.windowWidth() > 0) == (envelope.windowHeight() > 0);
        if (objections.isEmpty() && !whole) {
            against("window-width", "curate.fault.window");
        }
        if (objections.isEmpty()
                && (envelope.left() + envelope.windowWidth() > envelope.width()
                        || envelope.bottom() + envelope.windowHeight() > envelope.height())) {
            against("window-width", "curate.fault.window-outside");
        }
        return envelope;
    }

    private List<Double> folds() {
        List<Double> folds = new ArrayList<>();
        for (String word : at("folds").split("[\\s;]+", -1)) {
            if (!word.isEmpty()) {
                if (!isNumber(word) || value(word) <= 0 || value(word) >= 300) {
                    against("folds", "curate.fault.number");
                    return List.of();
                }
                folds.add(value(word));
            }
        }
        folds.sort(null);
        return folds;
    }

    /** As {@link #envelope}. */
    LabelFormat labels() {
        Predicate<Double> few = value -> value >= 1 && value <= 30 && value == Math.rint(value);
        Predicate<Double> length = value -> value > 0 && value <= 300;
        Predicate<Double> place = value -> value >= 0 && value <= 300;
        Paper paper = Arrays.stream(Paper.values())
                .filter(one -> one.name().equals(at("own-paper")))
                .findFirst()
                .orElse(Paper.A4);
        LabelFormat labels = new LabelFormat(
                "own " + at("own-name"),
                name(),
                paper,
                (int) number("columns", few),
                (int) number("rows", few),
                number("width", length),
                number("height", length),
                number("first-left", place),
                number("first-top", place),
                number("across", length),
                number("down", length));
        if (objections.isEmpty() && !labels.isPossible()) {
            against("across", "curate.fault.labels");
        }
        return labels;
    }

    /** @return what the crosses tell if all six are typed, else what stands in the fields */
    Calibration calibration(Paper paper) {
        List<String> typed =
                CROSSES.stream().filter(cross -> !at(cross).isEmpty()).toList();
        Calibration found;
        if (typed.isEmpty()) {
            Predicate<Double> any = value -> Math.abs(value) <= 200;
            List<Double> is = FAULTS.stream().map(field -> number(field, any)).toList();
            found = new Calibration(is.get(0), is.get(1), is.get(2), is.get(3), is.get(4));
        } else {
            found = Calibration.measured(
                    paper,
                    CROSSES.stream()
                            .map(cross -> number(cross, value -> value >= 0 && value <= 300))
                            .toList());
        }
        if (objections.isEmpty() && !found.isLikely()) {
            against(typed.isEmpty() ? "scale-x" : "cross-ax", "curate.fault.unlikely");
        }
        return found;
    }

    String name() {
        String name = at("own-name").strip();
        if (name.isEmpty()) {
            against("own-name", "curate.fault.needed");
        } else if (name.length() > 60) {
            objections.add(Objection.blocks("own-name", "curate.fault.long", 60));
        }
        return name;
    }

    private double optional(String field, Predicate<Double> allowed) {
        return at(field).isEmpty() ? 0 : number(field, allowed);
    }

    private double number(String field, Predicate<Double> allowed) {
        if (!isNumber(at(field)) || !allowed.test(value(at(field)))) {
            against(field, "curate.fault.number");
            return 0;
        }
        return value(at(field));
    }

    private static boolean isNumber(String text) {
        return text.matches("[-−]?[0-9]{1,4}([.,][0-9]{1,4})?");
    }

    private static double value(String text) {
        return Double.parseDouble(text.replace(',', '.').replace('−', '-'));
    }

    void against(String field, String key) {
        objections.add(Objection.blocks(field, key));
    }

    private String at(String field) {
        return Objects.requireNonNull(fields.get(field), field);
    }
}
