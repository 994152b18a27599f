package org.postern.typeset;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * How a sheet looks: a folder's {@code stationery.properties}. Millimetres from the top left corner; type in points.
 *
 * @param paper the only paper this stationery is for; null: whatever is in the printer
 * @param landscape the sheet lies on its long side
 * @param mostPages more are an objection
 * @param window what shows through the envelope; null: no address is printed
 * @param addressRight where the address ends at the latest, as {@code addressBottom}
 * @param envelopes that it is made for; none: only the window is known
 * @param tolerance of window, fold and print together
 * @param dateBaseline of the date on page 1
 * @param firstTop where the text begins on page 1
 * @param footBaseline of page number and reference, from the lower edge
 */
public record Stationery(
        String name,
        @Nullable Paper paper,
        boolean landscape,
        int mostPages,
        double top,
        double right,
        double bottom,
        double left,
        @Nullable Window window,
        double returnBaseline,
        double returnSize,
        double addressTop,
        double addressIndent,
        double addressSize,
        double addressSmallest,
        double addressRight,
        double addressBottom,
        List<Envelope> envelopes,
        double tolerance,
        List<Double> foldMarks,
        @Nullable Double holeMark,
        double dateBaseline,
        double firstTop,
        String fontFamily,
        double fontSize,
        double leading,
        double paragraphSpace,
        Edges edges,
        double footBaseline) {

    /** The edges of the text, as {@code justify} says. */
    enum Edges {
        /** {@code true}: both even. */
        EVEN,
        /** {@code false}: the far one ragged. */
        RAGGED,
        /** {@code auto}: even where lines can end nearly anywhere, since without that the spaces would be holes. */
        BY_LANGUAGE;

        boolean even(String language) {
            boolean anywhere = language.matches("(zh|ja)\\b.*") || Hyphenation.covers(language);
            return this == EVEN || (this == BY_LANGUAGE && anywhere);
        }
    }

    /** The page as it lies, on this paper where the stationery takes any. */
    PageSize size(Paper inPrinter) {
        PageSize upright = (paper == null ? inPrinter : paper).size();
        return landscape ? upright.turned() : upright;
    }

    private static final int MOST_PAGES = 60;

    /** Lines that fit a window as the post expects them. */
    public static final int ADDRESS_LINES = 6;

    /** Sheets slide in their envelopes: millimetres kept free at the window's right edge. */
    private static final double SLACK = 3;

    /** @throws IllegalArgumentException that names the stationery and the property that cannot be read */
    static Stationery read(String name, Properties properties) {
        var in = new Reader(name, properties, new TreeSet<>());
        String paper = in.text("paper", "").strip();
        List<Double> window = in.numbers("window");
        if (!window.isEmpty() && window.size() != 4) {
            throw in.wrong("window", null);
        }
        Window shown = window.isEmpty() ? null : new Window(window.get(0), window.get(1), window.get(2), window.get(3));
        double size = in.number("font.size", 12);
        var read = new Stationery(
                name,
                paper.isEmpty() ? null : in.paper(paper),
                in.yes("landscape"),
                (int) Math.min(MOST_PAGES, in.number("pages.most", MOST_PAGES)),
                in.number("margin.top", 25),
                in.number("margin.right", 25),
                in.number("margin.bottom", 25),
                in.number("margin.left", 25),
                shown,
                in.number("return.baseline", shown == null ? 0 : shown.y() + 4),
                in.number("return.size", 7),
                in.number("address.top", shown == null ? 0 : shown.y() + 6),
                in.number("address.indent", 5),
                in.number("address.size", 11),
                in.number("address.smallest", 8),
                in.number("address.right", shown == null ? 0 : shown.right() - SLACK),
                in.number("address.bottom", shown == null ? 0 : shown.bottom()),
                in.envelopes(),
                in.number("tolerance", 3),
                in.numbers("fold.marks"),
                in.text("hole.mark", "").isEmpty() ? null : (Double) in.number("hole.mark", 0),
                in.number("date.baseline", 30),
                in.number("first.top", 40),
                in.text("font.family", "LiberationSerif").strip(),
                size,
                in.number("font.leading", size * 1.4),
                in.number("paragraph.space", size * 0.7),
                in.edges(),
                in.number("foot.baseline", 15));
        in.refuseUnknown();
        return read;
    }

    /** The same sheet for the envelopes that are at hand; an empty list leaves those it is made for. */
    public Stationery in(List<Envelope> atHand) {
        return atHand.isEmpty()
                ? this
                : new Stationery(
                        name,
                        paper,
                        landscape,
                        mostPages,
                        top,
                        right,
                        bottom,
                        left,
                        window,
                        returnBaseline,
                        returnSize,
                        addressTop,
                        addressIndent,
                        addressSize,
                        addressSmallest,
                        addressRight,
                        addressBottom,
                        List.copyOf(atHand),
                        tolerance,
                        foldMarks,
                        holeMark,
                        dateBaseline,
                        firstTop,
                        fontFamily,
                        fontSize,
                        leading,
                        paragraphSpace,
                        edges,
                        footBaseline);
    }

    /** @param asked every key that means something */
    private record Reader(String name, Properties properties, Set<String> asked) {
        String text(String key, String otherwise) {
            asked.add(key);
            return properties.getProperty(key, otherwise);
        }

        /** A key with a slip in it would silently leave its number as it is. */
        void refuseUnknown() {
            for (String key : new TreeSet<>(properties.stringPropertyNames())) {
                if (!asked.contains(key) && !key.startsWith("envelope.")) {
                    throw new IllegalArgumentException("stationery " + name + ": unknown key " + key + "; known are "
                            + String.join(", ", asked) + " and envelope.<name>");
                }
            }
        }

        double number(String key, double otherwise) {
            String value = text(key, "");
            try {
                return value.isEmpty() ? otherwise : Double.parseDouble(value.strip());
            } catch (NumberFormatException e) {
                throw wrong(key, e);
            }
        }

        List<Double> numbers(String key) {
            String value = text(key, "").strip();
            var numbers = new ArrayList<Double>();
            try {
                Arrays.stream(value.split("\\s+"))
                        .filter(part -> !part.isEmpty())
                        .forEach(part -> numbers.add(Double.parseDouble(part)));
            } catch (NumberFormatException e) {
                throw wrong(key, e);
            }
            return List.copyOf(numbers);
        }

        /** {@code envelope.<name>}: width, height, the window's left, bottom, width, height, and folds of its own. */
        List<Envelope> envelopes() {
            var envelopes = new ArrayList<Envelope>();
            for (String key : new TreeSet<>(properties.stringPropertyNames())) {
                if (key.startsWith("envelope.")) {
                    List<Double> n = numbers(key);
                    if (n.size() < 6) {
                        throw wrong(key, null);
                    }
                    envelopes.add(new Envelope(
                            key.substring("envelope.".length()),
                            n.get(0),
                            n.get(1),
                            n.get(2),
                            n.get(3),
                            n.get(4),
                            n.get(5),
                            List.copyOf(n.subList(6, n.size()))));
                }
            }
            return List.copyOf(envelopes);
        }

        boolean yes(String key) {
            String value = text(key, "false").strip();
            if (!"true".equals(value) && !"false".equals(value)) {
                throw wrong(key, null);
            }
            return "true".equals(value);
        }

        Edges edges() {
            if ("auto".equals(text("justify", "auto").strip())) {
                return Edges.BY_LANGUAGE;
            }
            return yes("justify") ? Edges.EVEN : Edges.RAGGED;
        }

        Paper paper(String value) {
            try {
                return Paper.valueOf(value);
            } catch (IllegalArgumentException e) {
                throw wrong("paper", e);
            }
        }

        IllegalArgumentException wrong(String key, @Nullable Exception cause) {
            return new IllegalArgumentException(
                    "stationery " + name + ": cannot read " + key + " = " + properties.getProperty(key), cause);
        }
    }
}
