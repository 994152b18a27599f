package org.postern.typeset;

import com.ibm.icu.text.Bidi;
import com.ibm.icu.util.ULocale;
import java.util.ArrayList;
import java.util.List;

/** A paragraph broken into lines of a given width, each line ready to be placed. Points. */
final class TextBlock {
    private final List<Segment> segments;
    private final List<LineBreaker.Line> lines;
    private final float width;
    private final float size;
    private final boolean justify;
    private final boolean rightToLeft;

    /** @param width of the lines; a single grapheme that is wider sticks out */
    TextBlock(Shaper shaper, StyledText text, String language, float size, float width, boolean justify) {
        this.width = width;
        this.size = size;
        this.justify = justify;
        this.rightToLeft = rightToLeft(text.text(), language);
        this.segments = fitting(shaper, shaper.segments(text, language), width / size, language);
        this.lines = LineBreaker.lines(segments, width / size, justify);
    }

    private static List<Segment> fitting(Shaper shaper, List<Segment> segments, float width, String language) {
        if (segments.stream().allMatch(segment -> segment.width() <= width)) {
            return segments;
        }
        var fitting = new ArrayList<Segment>();
        for (Segment segment : segments) {
            if (segment.width() <= width) {
                fitting.add(segment);
            } else {
                fitting.addAll(shaper.cut(segment, width, language));
            }
        }
        return fitting;
    }

    private static boolean rightToLeft(String text, String language) {
        byte direction = Bidi.getBaseDirection(text);
        return direction == Bidi.RTL || (direction == Bidi.NEUTRAL && new ULocale(language).isRightToLeft());
    }

    /** The first line as it was typed. */
    String text() {
        var text = new StringBuilder();
        (lines.isEmpty() ? List.<Segment.Piece>of() : pieces(lines.get(0))).forEach(piece -> text.append(piece.text()));
        return text.toString();
    }

    int count() {
        return lines.size();
    }

    /** The width that a line's ink takes, without justification. */
    float width(int line) {
        float natural = 0;
        for (Segment.Piece piece : pieces(lines.get(line))) {
            natural += piece.glyphs().width;
        }
        return natural * size;
    }

    /** The tallest ascent plus descent of a line's faces. */
    float height(int line) {
        float height = 0;
        for (Segment.Piece piece : pieces(lines.get(line))) {
            Face face = piece.glyphs().face;
            height = Math.max(height, face.ascent() + face.descent());
        }
        return height * size;
    }

    /** The line's runs in the order of the text, placed from left {@code x} on the baseline {@code y}. */
    List<Mark.Run> line(int line, float x, float y, Align align, float grey) {
        LineBreaker.Line bounds = lines.get(line);
        List<Segment.Piece> pieces = pieces(bounds);
        float natural = width(line);
        float stretch = justify && !bounds.last() ? stretch(bounds, width - natural) : 0;
        float free = width - natural - stretch * spaces(bounds);
        boolean atLeft = (align == Align.START) != rightToLeft;
        float pen = x + (align == Align.CENTRE ? free / 2 : atLeft ? 0 : free);
        float[] at = new float[pieces.size()];
        for (int index : visualOrder(pieces)) {
            Segment.Piece piece = pieces.get(index);
            at[index] = pen;
            pen += piece.glyphs().width * size + (piece.text().equals(" ") ? stretch : 0);
        }
        var runs = new ArrayList<Mark.Run>();
        for (int i = 0; i < pieces.size(); i++) {
            runs.add(new Mark.Run(pieces.get(i).glyphs(), size, at[i], y, grey));
        }
        return runs;
    }

    private List<Segment.Piece> pieces(LineBreaker.Line line) {
        var pieces = new ArrayList<Segment.Piece>();
        for (int i = line.from(); i < line.to(); i++) {
            pieces.addAll(segments.get(i).pieces());
            if (i + 1 < line.to()) {
                pieces.addAll(segments.get(i).space());
            }
        }
        return pieces;
    }

    private int spaces(LineBreaker.Line line) {
        int spaces = 0;
        for (int i = line.from(); i + 1 < line.to(); i++) {
            spaces += segments.get(i).space().size();
        }
        return spaces;
    }

    /** What each space of a justified line gets or gives, within the bounds a reader does not notice. */
    private float stretch(LineBreaker.Line line, float slack) {
        int spaces = spaces(line);
        if (spaces == 0) {
            return 0;
        }
        float space = 0;
        for (int i = line.from(); i + 1 < line.to(); i++) {
            space += segments.get(i).spaceWidth() * size;
        }
        float most = space * (LineBreaker.WIDEST_SPACE - 1);
        float least = -space * (1 - LineBreaker.NARROWEST_SPACE);
        return slack > most ? 0 : Math.max(slack, least) / spaces;
    }

    private static int[] visualOrder(List<Segment.Piece> pieces) {
        byte[] levels = new byte[pieces.size()];
        for (int i = 0; i < levels.length; i++) {
            levels[i] = (byte) pieces.get(i).level();
        }
        return levels.length == 0 ? new int[0] : Bidi.reorderVisual(levels);
    }
}
