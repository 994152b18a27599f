package org.postern.bench.typeset;

import com.google.zxing.common.BitMatrix;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * What every engine sets, and where: DIN 5008 form B on A4, as {@code templates/stationery/din5008b} has it, in 11 pt.
 *
 * @param sender the letterhead: organisation and return address, one small underlined line above the address
 * @param address five lines
 * @param day the date as it is printed
 * @param paragraphs of the body, justified
 * @param code a QR code's modules, made before anything is measured
 * @param picture the same modules as a PNG of one pixel a module, as a data URI, for engines that take nothing else
 */
record Letter(
        String sender,
        List<String> address,
        LocalDate date,
        String day,
        List<String> paragraphs,
        String signature,
        BitMatrix code,
        String picture) {

    /** Millimetres from the top left corner. */
    static final double WIDTH = 210;

    static final double HEIGHT = 297;
    static final double LEFT = 25;
    static final double MEASURE = 160;
    static final double SENDER_BASELINE = 60.2;
    static final double ADDRESS_TOP = 62.7;
    static final double ADDRESS_WIDTH = 77;
    static final double DATE_BASELINE = 98.5;
    static final double TEXT_TOP = 108;
    static final double BOTTOM = 20;
    static final double CODE_LEFT = 165;
    static final double CODE_TOP = 20;
    static final double CODE = 20;
    /** Two folds and a hole: y, and where the line ends that begins at 5. */
    static final double[][] EDGES = {{105, 10}, {210, 10}, {148.5, 12}};

    /** Points. */
    static final float SIZE = 11;

    static final float SENDER_SIZE = 7;
    static final float ADDRESS_PITCH = 12.87f;
    static final float LEADING = 15.5f;
    static final float PARAGRAPH_SPACE = 8;
    /** Of Liberation Serif, of the size. */
    static final float ASCENT = 0.891f;

    /** A dark run of a row of the code, in modules. */
    record Dark(int row, int from, int to) {}

    static float pt(double mm) {
        return (float) (mm * 72 / 25.4);
    }

    /** Points from the lower edge, as PDF counts. */
    static float up(double mm) {
        return pt(HEIGHT - mm);
    }

    /** The n-th address line's baseline in points from the lower edge. */
    static float addressBaseline(int line) {
        return up(ADDRESS_TOP) - ASCENT * SIZE - line * ADDRESS_PITCH;
    }

    /** All text, for whoever looks whether it is in the PDF. */
    String words() {
        return sender + "\n" + String.join("\n", address) + "\n" + day + "\n" + String.join("\n", paragraphs) + "\n"
                + signature;
    }

    /** The code as rectangles, as few as its rows allow. */
    List<Dark> dark() {
        var dark = new ArrayList<Dark>();
        for (int row = 0; row < code.getHeight(); row++) {
            for (int from = 0; from < code.getWidth(); from++) {
                int to = from;
                while (to < code.getWidth() && code.get(to, row)) {
                    to++;
                }
                if (to > from) {
                    dark.add(new Dark(row, from, to));
                    from = to;
                }
            }
        }
        return dark;
    }
}
