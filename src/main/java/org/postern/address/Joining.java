package org.postern.address;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;
import org.postern.address.AddressFormat.Line;
import org.postern.address.AddressFormat.Value;

/** Too many lines become fewer: what the post needs least apart is joined first. The person stays alone to the end. */
final class Joining {
    /** Characters that stand on one line of a window in a readable size. */
    private static final int LONGEST = 46;

    private static final Set<Value> PLACE = EnumSet.of(Value.C, Value.D, Value.S, Value.Z, Value.X);

    /** In this order; each as long as there are two such neighbours. */
    private static final List<BiPredicate<Line, Line>> NEIGHBOURS = List.of(
            (one, other) -> isPlace(one) && isPlace(other) && !isCode(one) && !isCode(other),
            (one, other) -> isStreet(one) && isStreet(other),
            (one, other) -> isPlace(one) && isPlace(other),
            (one, other) -> (one.has(Value.O) && isStreet(other)) || (isStreet(one) && other.has(Value.O)),
            (one, other) -> !one.has(Value.N) && !other.has(Value.N),
            (one, other) -> true);

    private final List<Line> lines;
    private final String comma;

    Joining(List<Line> lines, String comma) {
        this.lines = lines;
        this.comma = comma;
    }

    void until(int room) {
        for (BiPredicate<Line, Line> neighbours : NEIGHBOURS) {
            // from below: the place before the street
            for (int at = lines.size() - 2; at >= 0 && lines.size() > room; at--) {
                if (neighbours.test(lines.get(at), lines.get(at + 1))) {
                    join(at);
                }
            }
        }
    }

    /** A region that would make the line too long to print goes: the code names it already. */
    private void join(int at) {
        Line one = lines.get(at);
        Line other = lines.remove(at + 1);
        boolean tooLong = one.text().length() + comma.length() + other.text().length() > LONGEST;
        if (tooLong && isRegion(other) && hasCode()) {
            return;
        }
        if (tooLong && isRegion(one) && hasCode()) {
            lines.set(at, other);
            return;
        }
        var values = EnumSet.noneOf(Value.class);
        values.addAll(one.values());
        values.addAll(other.values());
        lines.set(at, new Line(one.text() + comma + other.text(), values));
    }

    private boolean hasCode() {
        return lines.stream().anyMatch(line -> line.has(Value.Z));
    }

    private static boolean isPlace(Line line) {
        return PLACE.containsAll(line.values());
    }

    private static boolean isStreet(Line line) {
        return line.values().equals(Set.of(Value.A));
    }

    private static boolean isCode(Line line) {
        return line.values().equals(Set.of(Value.Z));
    }

    private static boolean isRegion(Line line) {
        return line.values().equals(Set.of(Value.S));
    }
}
