package org.postern.typeset;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;

/** The operators of what is drawn and not written: lines, surfaces, pictures, codes. */
final class Drawings {
    private final float pageHeight;
    private final StringBuilder out;
    private final ToIntFunction<Mark.Picture> picture;
    private final List<Integer> pictures = new ArrayList<>();

    /** @param picture the number of a picture's object */
    Drawings(float pageHeight, StringBuilder out, ToIntFunction<Mark.Picture> picture) {
        this.pageHeight = pageHeight;
        this.out = out;
        this.picture = picture;
    }

    /** The objects of the pictures drawn so far. */
    List<Integer> pictures() {
        return pictures;
    }

    void add(Mark mark) {
        if (mark instanceof Mark.Rule m) {
            String dash = m.dash() == 0 ? "[]0 d " : "[" + number(m.dash()) + "]0 d ";
            out.append("0 G ").append(number(m.thickness())).append(" w ").append(dash);
            out.append(point(m.x1(), m.y1()))
                    .append("m ")
                    .append(point(m.x2(), m.y2()))
                    .append("l S\n");
        } else if (mark instanceof Mark.Path m) {
            out.append("0 G []0 d 1 j 1 J ").append(number(m.thickness())).append(" w ");
            for (int i = 0; i + 1 < m.points().size(); i += 2) {
                out.append(point(m.points().get(i), m.points().get(i + 1))).append(i == 0 ? "m " : "l ");
            }
            out.append("S 0 j 0 J\n");
        } else if (mark instanceof Mark.Frame m) {
            out.append("0 G []0 d ").append(number(m.thickness())).append(" w ");
            out.append(rectangle(m.x(), m.y(), m.width(), m.height())).append("S\n");
        } else if (mark instanceof Mark.Fill m) {
            out.append(number(m.grey())).append(" g ");
            out.append(rectangle(m.x(), m.y(), m.width(), m.height())).append("f\n");
        } else if (mark instanceof Mark.Picture m) {
            int object = picture.applyAsInt(m);
            pictures.add(object);
            out.append("q ")
                    .append(number(m.width()))
                    .append(" 0 0 ")
                    .append(number(m.height()))
                    .append(' ');
            out.append(point(m.x(), m.y() + m.height()))
                    .append("cm /I")
                    .append(object)
                    .append(" Do Q\n");
        } else if (mark instanceof Mark.Code m) {
            modules(m);
        }
    }

    /** Dark modules in runs of a row, counted in modules and filled at once, so that no hairlines stay between. */
    private void modules(Mark.Code code) {
        int count = code.modules().getWidth();
        float module = code.size() / count;
        // a thousandth more or less would add up over the code's width
        out.append("0 g q ").append(module).append(" 0 0 -").append(module).append(' ');
        out.append(point(code.x(), code.y())).append("cm\n");
        for (int row = 0; row < count; row++) {
            for (int from = 0; from < count; from++) {
                int to = from;
                while (to < count && code.modules().get(to, row)) {
                    to++;
                }
                if (to > from) {
                    out.append(from).append(' ').append(row).append(' ');
                    out.append(to - from).append(" 1 re\n");
                    from = to;
                }
            }
        }
        out.append("f Q\n");
    }

    private String point(float x, float y) {
        return number(x) + " " + number(pageHeight - y) + " ";
    }

    private String rectangle(float x, float y, float width, float height) {
        return point(x, y + height) + number(width) + " " + number(height) + " re ";
    }

    private static String number(double value) {
        return PdfFile.number(value);
    }
}
