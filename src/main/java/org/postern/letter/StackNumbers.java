package org.postern.letter;

import java.util.Collection;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Numbers of a stack as a volunteer writes them: {@code 1-12, 15}. */
public final class StackNumbers {
    private static final int HIGHEST = 9_999;
    private static final Pattern PIECE = Pattern.compile("\\s*([0-9]{1,4})\\s*(?:[-–—]\\s*([0-9]{1,4})\\s*)?");

    private StackNumbers() {}

    /** @return the numbers, none for a blank text; empty if it cannot be read */
    public static Optional<SortedSet<Integer>> read(String text) {
        SortedSet<Integer> numbers = new TreeSet<>();
        for (String piece : text.split("[,;]", -1)) {
            if (piece.isBlank()) {
                continue;
            }
            Matcher found = PIECE.matcher(piece);
            if (!found.matches()) {
                return Optional.empty();
            }
            int from = Integer.parseInt(found.group(1));
            int to = found.group(2) == null ? from : Integer.parseInt(found.group(2));
            if (from < 1 || to < from || to > HIGHEST) {
                return Optional.empty();
            }
            for (int no = from; no <= to; no++) {
                numbers.add(no);
            }
        }
        return Optional.of(numbers);
    }

    /**
     * What a form chose.
     *
     * @param which {@code all}; a number, for that one alone; or anything else for what was chosen
     * @param range as it was typed; it goes before the boxes
     * @param ticked the boxes
     * @return empty if it cannot be read
     */
    public static Optional<SortedSet<Integer>> of(String which, String range, Collection<String> ticked) {
        if (which.matches("[0-9]{1,4}")) {
            return read(which);
        }
        return read(which.equals("all") ? "1-" + HIGHEST : range.isBlank() ? String.join(",", ticked) : range);
    }

    /** @return e.g. {@code 1–12, 15} */
    public static String write(SortedSet<Integer> numbers) {
        StringBuilder text = new StringBuilder();
        int first = 0;
        int last = 0;
        for (int no : numbers) {
            if (last != 0 && no == last + 1) {
                last = no;
                continue;
            }
            append(text, first, last);
            first = no;
            last = no;
        }
        append(text, first, last);
        return text.toString();
    }

    private static void append(StringBuilder text, int first, int last) {
        if (first == 0) {
            return;
        }
        text.append(text.isEmpty() ? "" : ", ").append(first);
        if (last > first) {
            text.append('–').append(last);
        }
    }
}
