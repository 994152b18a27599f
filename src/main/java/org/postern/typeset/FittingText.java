package org.postern.typeset;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;
import java.util.function.BiFunction;

/** A text in the largest type that its box holds; cut where even the smallest is too large. */
record FittingText(TextBlock block, Type type, boolean whole) {
    private static final double STEP = 0.5;
    private static final String CUT = "…";

    /**
     * Sets the text.
     *
     * @param setter a text in a type, broken to the box's width
     */
    static FittingText in(TextBox box, Type type, String text, BiFunction<String, Type, TextBlock> setter) {
        Type fitting = type;
        TextBlock block = setter.apply(text, fitting);
        while (!fits(block, box, fitting) && fitting.size() - STEP >= box.smallest()) {
            fitting = fitting.sized(fitting.size() - STEP);
            block = setter.apply(text, fitting);
        }
        if (fits(block, box, fitting)) {
            return new FittingText(block, fitting, true);
        }
        return new FittingText(cut(box, fitting, text, setter), fitting, false);
    }

    private static boolean fits(TextBlock block, TextBox box, Type type) {
        return block.count() * type.pitch() <= box.height() + 0.01;
    }

    /** As many letters as fit with the mark; none at all in a box that is lower than a line. */
    private static TextBlock cut(TextBox box, Type type, String text, BiFunction<String, Type, TextBlock> setter) {
        var letters = BreakIterator.getCharacterInstance(ULocale.ROOT);
        letters.setText(text);
        int fits = 0;
        int beyond = text.length();
        while (fits < beyond) {
            int middle = (fits + beyond + 1) / 2;
            int end = letters.isBoundary(middle) ? middle : letters.preceding(middle);
            if (end > fits && fits(setter.apply(marked(text, end), type), box, type)) {
                fits = end;
            } else {
                beyond = Math.max(fits, middle - 1);
            }
        }
        TextBlock marked = setter.apply(marked(text, fits), type);
        return fits(marked, box, type) ? marked : setter.apply("", type);
    }

    private static String marked(String text, int end) {
        return text.substring(0, end).stripTrailing() + CUT;
    }

    /** How far below the box's upper edge it begins. */
    double offset(TextBox box) {
        double free = Math.max(0, box.height() - block.count() * type.pitch());
        return switch (box.down()) {
            case START -> 0;
            case CENTRE -> free / 2;
            case END -> free;
        };
    }
}
