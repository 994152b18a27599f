package org.postern.typeset;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What stands in one field of a {@link Table}. */
public sealed interface Cell {

    /** Lines beneath each other; a line of one piece is broken where it is too long, a mixed line is not. */
    record Lines(List<List<Words>> lines) implements Cell {}

    /** An empty box to tick, 4.5 mm. */
    record Tick() implements Cell {}

    /**
     * A QR code.
     *
     * @param size in mm, without quiet zone
     * @param indent from the column's left edge, in mm
     */
    record Code(String content, double size, double indent) implements Cell {}

    /** In the table's size; bold where its row is. */
    record Plain(String text, boolean strong) implements Cell {}

    static Cell text(String text) {
        return new Plain(text, false);
    }

    static Cell strong(String text) {
        return new Plain(text, true);
    }

    static Cell empty() {
        return new Plain("", false);
    }

    static Cell tick() {
        return new Tick();
    }

    static Cell code(String content, double size, double indent) {
        return new Code(content, size, indent);
    }

    /** Each argument a line of its own. */
    static Cell lines(Words... lines) {
        var list = new ArrayList<List<Words>>();
        for (Words line : lines) {
            list.add(List.of(line));
        }
        return new Lines(List.copyOf(list));
    }

    /** Lines of several pieces each, such as a name and a mark behind it. */
    static Cell mixed(List<List<Words>> lines) {
        return new Lines(lines.stream().map(List::copyOf).toList());
    }

    /** The lines of a text cell at the given size, or null for boxes and codes. */
    default @Nullable List<List<Words>> words(double size, boolean strongRow) {
        if (this instanceof Plain plain) {
            Type type = Type.of(size);
            return plain.text().isEmpty()
                    ? List.of()
                    : List.of(List.of(new Words(plain.text(), plain.strong() || strongRow ? type.strong() : type)));
        }
        return this instanceof Lines text ? text.lines() : null;
    }
}
