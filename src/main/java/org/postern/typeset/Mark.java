package org.postern.typeset;

import com.google.zxing.common.BitMatrix;
import java.util.ArrayList;
import java.util.List;

/** One thing on a page. Points from the top left corner, y down; {@code grey} from 0 (black) to 1 (white). */
sealed interface Mark {

    /** Shaped text on its baseline. */
    record Run(Glyphs glyphs, float size, float x, float y, float grey) implements Mark {}

    /** A line; {@code dash} 0 draws it whole. */
    record Rule(float x1, float y1, float x2, float y2, float thickness, float dash) implements Mark {}

    /** A line through points {@code x y x y …}. */
    record Path(List<Float> points, float thickness) implements Mark {}

    record Frame(float x, float y, float width, float height, float thickness) implements Mark {}

    record Fill(float x, float y, float width, float height, float grey) implements Mark {}

    record Picture(float x, float y, float width, float height, Photo photo, boolean colour) implements Mark {}

    /** A code of square modules; its quiet zone is the caller's. */
    record Code(float x, float y, float size, BitMatrix modules) implements Mark {}

    /** What follows on the page belongs to this element, until the next; no ink. Lines and boxes never do. */
    record Of(Tag tag) implements Mark {}

    /** The same mark elsewhere. */
    default Mark moved(float dx, float dy) {
        if (this instanceof Run m) {
            return new Run(m.glyphs, m.size, m.x + dx, m.y + dy, m.grey);
        } else if (this instanceof Rule m) {
            return new Rule(m.x1 + dx, m.y1 + dy, m.x2 + dx, m.y2 + dy, m.thickness, m.dash);
        } else if (this instanceof Path m) {
            var points = new ArrayList<Float>();
            for (int i = 0; i < m.points.size(); i++) {
                points.add(m.points.get(i) + (i % 2 == 0 ? dx : dy));
            }
            return new Path(List.copyOf(points), m.thickness);
        } else if (this instanceof Frame m) {
            return new Frame(m.x + dx, m.y + dy, m.width, m.height, m.thickness);
        } else if (this instanceof Fill m) {
            return new Fill(m.x + dx, m.y + dy, m.width, m.height, m.grey);
        } else if (this instanceof Picture m) {
            return new Picture(m.x + dx, m.y + dy, m.width, m.height, m.photo, m.colour);
        } else if (this instanceof Code m) {
            return new Code(m.x + dx, m.y + dy, m.size, m.modules);
        } else if (this instanceof Of) {
            return this;
        }
        throw new AssertionError(this);
    }
}
