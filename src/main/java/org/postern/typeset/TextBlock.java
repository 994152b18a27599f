package org.postern.typeset;

import com.ibm.icu.text.Bidi;
import com.ibm.icu.util.ULocale;
import java.util.ArrayList;
import java.util.List;

/** A paragraph broken into lines of a given width, each line ready to be placed. Points. */
final class TextBlock {
    /** Kerning across a division is only known once the lines are. */
    private static final float ROUNDING = 0.05f;

    private final List<Segment> segments;
    private final List<LineBreaker.Line> lines;
    /** What stands in each line, spaces included. */
    private final List<List<Segment.Piece>> pieces = new ArrayList<>();

    private final float width;
    private final float size;
    private final boolean justify;
    private final boolean rightToLeft;

    /**
     * Breaks a paragraph.
     *
     * @param width of the lines; a single grapheme that is wider sticks out
     * @param justify both edges even, with words divided where the language's patterns are known
     */
    TextBlock(Shaper shaper, StyledText text, String language, float size, float width, boolean justify) {
        this.width = width;
        this.size = size;
        this.justify = justify;
        this.rightToLeft = rightToLeft(text.text(), language);
        float em = width / size;
        List<Segment> words = shaper.segments(text, language);
        boolean divide = words.stream().anyMatch(word -> !word.soft().isEmpty() || word.width() > em);
        List<LineBreaker.Line> broken = divide ? List.of() : LineBreaker.lines(words, em, justify);
        Hyphenation patterns = justify ? Hyphenation.of(language) : null;
        divide |= patterns != null && !broken.stream().allMatch(LineBreaker.Line::good);
        if (divide) {
            var division = new Division(shaper, language, em, patterns);
            List<Segment> parts = fitting(shaper, division.divided(words), em, language);
            this.segments = new ArrayList<>();
            this.lines = division.joined(parts, LineBreaker.lines(parts, em, justify), segments);
        } else {
            this.segments = words;
            this.lines = broken;
        }
        lines.forEach(line -> pieces.add(pieces(line)));
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

    /** By the first letter that has a direction, else by the language. */
    static boolean rightToLeft(String text, String language) {
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
        for (Segment.Piece piece : pieces.get(line)) {
            natural += piece.glyphs().width;
        }
        return natural * size;
    }

    /** The tallest ascent plus descent of a line's faces. */
    float height(int line) {
        float height = 0;
        for (Segment.Piece piece : pieces.get(line)) {
            Face face = piece.glyphs().face;
            height = Math.max(height, face.ascent() + face.descent());
        }
        return height * size;
    }

    /** The line's runs in the order of the text, placed from left {@code x} on the baseline {@code y}. */
    List<Mark.Run> line(int line, float x, float y, Align align, float grey) {
        LineBreaker.Line bounds = lines.get(line);
        List<Segment.Piece> inLine = pieces.get(line);
        float slack = width - width(line);
        float[] extra = extra(bounds, inLine.size(), slack);
        float free = slack;
        for (float gap : extra) {
            free -= gap;
        }
        boolean atLeft = (align == Align.START) != rightToLeft;
        float pen = x + (align == Align.CENTRE ? free / 2 : atLeft ? 0 : free);
        float[] at = new float[inLine.size()];
        for (int index : visualOrder(inLine)) {
            at[index] = pen;
            pen += inLine.get(index).glyphs().width * size + extra[index];
        }
        var runs = new ArrayList<Mark.Run>();
        for (int i = 0; i < at.length; i++) {
            runs.add(new Mark.Run(inLine.get(i).glyphs(), size, at[i], y, grey));
        }
        return runs;
    }

    boolean rightToLeft() {
        return rightToLeft;
    }

    /** Whether the line ends inside a word. */
    boolean hyphenated(int line) {
        return segments.get(lines.get(line).to() - 1).hyphen() != null;
    }

    private List<Segment.Piece> pieces(LineBreaker.Line line) {
        var inLine = new ArrayList<Segment.Piece>();
        for (int i = line.from(); i < line.to(); i++) {
            inLine.addAll(segments.get(i).pieces());
            if (i + 1 < line.to()) {
                inLine.addAll(segments.get(i).space());
            }
        }
        return inLine;
    }

    /** What a justified line adds behind each of its pieces: behind words only, never between letters. */
    private float[] extra(LineBreaker.Line line, int pieces, float slack) {
        float[] extra = new float[pieces];
        if (!justify || slack == 0 || (slack > 0 && line.last())) {
            return extra;
        }
        float most = 0;
        int piece = 0;
        for (int i = line.from(); i + 1 < line.to(); i++) {
            Segment segment = segments.get(i);
            piece += segment.pieces().size() + segment.space().size();
            if (piece > 0) {
                float gap = slack > 0 ? LineBreaker.stretch(segment, segments.get(i + 1)) : LineBreaker.shrink(segment);
                extra[piece - 1] = gap * size;
                most += gap * size;
            }
        }
        float share = most == 0 ? 0 : Math.max(slack / most, -1);
        for (int i = 0; i < pieces; i++) {
            extra[i] *= share > 1 + ROUNDING ? 0 : share;
        }
        return extra;
    }

    private static int[] visualOrder(List<Segment.Piece> pieces) {
        byte[] levels = new byte[pieces.size()];
        for (int i = 0; i < levels.length; i++) {
            levels[i] = (byte) pieces.get(i).level();
        }
        return levels.length == 0 ? new int[0] : Bidi.reorderVisual(levels);
    }
}
