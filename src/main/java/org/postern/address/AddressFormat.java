package org.postern.address;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The lines of one country in one script, such as {@code %N%n%O%n%A%n%Z %C}: values with the punctuation between them, which
 * goes when a value at its side is missing.
 */
record AddressFormat(List<List<Part>> lines) {

    /** What an address has, by the letters of the facts. */
    enum Value {
        N,
        O,
        A,
        D,
        C,
        S,
        Z,
        X
    }

    /** A value, or the literal text between two. */
    record Part(@Nullable Value value, String literal) {}

    /** A line and which values it is made of; none when it is a literal, such as a territory's name. */
    record Line(String text, Set<Value> values) {
        boolean has(Value value) {
            return values.contains(value);
        }
    }

    static AddressFormat of(String facts) {
        return new AddressFormat(
                Stream.of(facts.split("%n", -1)).map(AddressFormat::parts).toList());
    }

    private static List<Part> parts(String line) {
        var parts = new ArrayList<Part>();
        for (int at = 0; at < line.length(); ) {
            int next = line.indexOf('%', at);
            if (next == at) {
                parts.add(new Part(Value.valueOf(line.substring(at + 1, at + 2)), ""));
                at += 2;
            } else {
                int end = next < 0 ? line.length() : next;
                parts.add(new Part(null, line.substring(at, end)));
                at = end;
            }
        }
        return List.copyOf(parts);
    }

    boolean has(Value value) {
        return line(value) >= 0;
    }

    private int line(Value value) {
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).stream().anyMatch(part -> part.value() == value)) {
                return i;
            }
        }
        return -1;
    }

    /** Whether it runs from the country down to the person, as at home in East Asia and Kazakhstan. */
    boolean isTopDown() {
        return line(Value.N) > line(Value.A);
    }

    AddressFormat reversed() {
        var reversed = new ArrayList<>(lines);
        Collections.reverse(reversed);
        return new AddressFormat(List.copyOf(reversed));
    }

    /** The person above the house even where firms stand above their people: a letter to a prisoner is opened by nobody else. */
    AddressFormat personFirst() {
        int person = line(Value.N);
        int house = line(Value.O);
        if (isTopDown() || house + 1 != person) {
            return this;
        }
        var swapped = new ArrayList<>(lines);
        Collections.swap(swapped, person, house);
        return new AddressFormat(List.copyOf(swapped));
    }

    /** All that is printed whatever the values are, such as {@code CH-} and {@code SINGAPORE}. */
    List<String> literals() {
        return lines.stream()
                .flatMap(List::stream)
                .map(Part::literal)
                .filter(literal -> !literal.isBlank())
                .map(String::strip)
                .toList();
    }

    /** @param values a missing or empty list is a missing value; several of one are lines of their own */
    List<Line> fill(Map<Value, List<String>> values) {
        var known = new EnumMap<Value, List<String>>(Value.class);
        values.forEach((value, texts) ->
                known.put(value, texts.stream().filter(text -> !text.isBlank()).toList()));
        known.values().removeIf(List::isEmpty);
        var filled = new ArrayList<Line>();
        lines.forEach(parts -> fill(parts, known, filled));
        return List.copyOf(filled);
    }

    private static void fill(List<Part> parts, Map<Value, List<String>> known, List<Line> filled) {
        var text = new StringBuilder();
        var in = EnumSet.noneOf(Value.class);
        for (int i = 0; i < parts.size(); i++) {
            Value value = parts.get(i).value();
            if (value == null) {
                boolean after = i == 0 || !in.isEmpty();
                boolean before = i + 1 == parts.size()
                        || known.containsKey(parts.get(i + 1).value());
                text.append(after && before ? parts.get(i).literal() : "");
                continue;
            }
            List<String> texts = known.getOrDefault(value, List.of());
            for (int n = 0; n < texts.size(); n++) {
                text.append(texts.get(n));
                in.add(value);
                if (n + 1 < texts.size()) {
                    filled.add(new Line(text.toString(), Set.copyOf(in)));
                    text.setLength(0);
                    in.clear();
                }
            }
        }
        if (!text.isEmpty()) {
            filled.add(new Line(text.toString(), Set.copyOf(in)));
        }
    }
}
