package org.postern.typeset;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Words taken apart where a line may end inside them, and put together again where it did not. A paragraph's last word is
 * never divided, nor a name: a word with a capital letter, a digit or a sign inside.
 */
final class Division {
    private static final int SHORTEST = 6;
    /** German writes every noun with a capital; no name known to us is this long, and most words that need a division are. */
    private static final int LONG_NOUN = 12;

    private final Shaper shaper;
    private final String language;
    private final float width;
    private final @Nullable Hyphenation patterns;
    private @Nullable Vocabulary vocabulary;

    /** What one word becomes. {@code hyphen} is null after its last part. */
    record Part(List<Segment.Piece> pieces, Segment.@Nullable Piece hyphen) {}

    /**
     * For one paragraph.
     *
     * @param width of its lines, in em
     * @param patterns null: only where the writer put a soft hyphen
     */
    Division(Shaper shaper, String language, float width, @Nullable Hyphenation patterns) {
        this.shaper = shaper;
        this.language = language;
        this.width = width;
        this.patterns = patterns;
    }

    /** The same list if there is nothing to divide. */
    List<Segment> divided(List<Segment> words) {
        var parts = new ArrayList<Segment>();
        boolean any = false;
        for (int i = 0; i < words.size(); i++) {
            Segment word = words.get(i);
            boolean afterSpace = i == 0
                    || !words.get(i - 1).space().isEmpty()
                    || words.get(i - 1).endsLine();
            boolean last = i + 1 == words.size() || word.endsLine();
            List<Segment> own = last ? List.of() : segments(word, parts(word, afterSpace));
            // a part that fills a line by itself will be cut, and a word is either cut or divided
            boolean divide = !own.isEmpty() && fit(own);
            any |= divide;
            if (divide) {
                parts.addAll(own);
            } else {
                parts.add(word);
            }
        }
        return any ? parts : words;
    }

    private boolean fit(List<Segment> parts) {
        for (Segment part : parts) {
            if (part.width() + part.hyphenWidth() > width) {
                return false;
            }
        }
        return true;
    }

    /** Words from left to right, in one style and without soft hyphens, are remembered: they are nearly all. */
    private List<Part> parts(Segment word, boolean afterSpace) {
        if (!word.soft().isEmpty()) {
            return parts(word, word.soft());
        }
        if (patterns == null || !afterSpace) {
            return List.of();
        }
        if (word.pieces().size() != 1 || word.pieces().get(0).level() != 0) {
            return parts(word, points(word.text(), patterns));
        }
        Segment.Piece only = word.pieces().get(0);
        if (vocabulary == null || !vocabulary.style().equals(only.style())) {
            vocabulary = shaper.latin(only.style(), language);
        }
        List<Part> parts = vocabulary.divided(only.text());
        if (parts == null) {
            parts = parts(word, points(only.text(), patterns));
            vocabulary.remember(only.text(), parts);
        }
        return parts;
    }

    private List<Integer> points(String text, Hyphenation patterns) {
        int from = 0;
        int to = text.length();
        while (from < to && !Character.isLetterOrDigit(text.charAt(from))) {
            from++;
        }
        while (to > from && !Character.isLetterOrDigit(text.charAt(to - 1))) {
            to--;
        }
        String core = text.substring(from, to);
        if (core.length() < SHORTEST || mayBeName(core) || joinsNext(text)) {
            return List.of();
        }
        int shift = from;
        return shift == 0
                ? patterns.points(core)
                : patterns.points(core).stream().map(at -> at + shift).toList();
    }

    private boolean mayBeName(String core) {
        boolean german = language.regionMatches(true, 0, "de", 0, 2) && core.length() >= LONG_NOUN;
        for (int i = german ? 1 : 0; i < core.length(); i++) {
            if (!Character.isLowerCase(core.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    /** The first half of a compound with a hyphen of its own. */
    private static boolean joinsNext(String text) {
        char end = text.charAt(text.length() - 1);
        return end == '-' || Character.getType(end) == Character.DASH_PUNCTUATION;
    }

    private List<Part> parts(Segment word, List<Integer> points) {
        if (points.isEmpty()) {
            return List.of();
        }
        var parts = new ArrayList<Part>();
        int from = 0;
        for (int at : points) {
            List<Segment.Piece> pieces = shaper.part(word, from, at, language);
            parts.add(new Part(pieces, shaper.hyphen(pieces.get(pieces.size() - 1), language)));
            from = at;
        }
        parts.add(new Part(shaper.part(word, from, word.text().length(), language), null));
        return parts;
    }

    private static List<Segment> segments(Segment word, List<Part> parts) {
        var segments = new ArrayList<Segment>(parts.size());
        for (Part part : parts) {
            boolean end = part.hyphen() == null;
            segments.add(new Segment(
                    part.pieces(),
                    end ? word.space() : List.of(),
                    end && word.endsLine(),
                    false,
                    List.of(),
                    part.hyphen(),
                    word));
        }
        return segments;
    }

    /**
     * The lines' segments as they are printed: words that stayed in one line whole again, with their kerning.
     *
     * @param joined receives them
     * @return the lines, counted in {@code joined}
     */
    List<LineBreaker.Line> joined(List<Segment> parts, List<LineBreaker.Line> lines, List<Segment> joined) {
        var counted = new ArrayList<LineBreaker.Line>();
        int done = 0;
        for (LineBreaker.Line line : lines) {
            int first = joined.size();
            for (int i = line.from(); i < line.to(); ) {
                Segment whole = parts.get(i).whole();
                int end = i + 1;
                while (end < line.to() && parts.get(end - 1).hyphen() != null) {
                    end++;
                }
                int length = 0;
                for (int part = i; part < end; part++) {
                    length += parts.get(part).text().length();
                }
                joined.add(whole == null ? parts.get(i) : joined(whole, done, done + length, parts.get(end - 1)));
                done = whole == null || parts.get(end - 1).hyphen() == null ? 0 : done + length;
                i = end;
            }
            counted.add(new LineBreaker.Line(first, joined.size(), line.last(), line.good()));
        }
        return counted;
    }

    private Segment joined(Segment whole, int from, int to, Segment end) {
        if (from == 0 && end.hyphen() == null) {
            return whole;
        }
        var pieces = new ArrayList<>(shaper.part(whole, from, to, language));
        if (end.hyphen() != null) {
            pieces.add(end.hyphen());
        }
        return new Segment(pieces, end.space(), end.endsLine(), false, List.of(), end.hyphen(), null);
    }
}
