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
            List<Integer> points = last ? List.of() : points(word, afterSpace);
            List<Segment> own = points.isEmpty() ? List.of() : parts(word, points);
            // a part that fills a line by itself will be cut, and a word is either cut or divided
            if (own.stream().anyMatch(part -> part.width() + part.hyphenWidth() > width)) {
                own = List.of();
            }
            any |= !own.isEmpty();
            parts.addAll(own.isEmpty() ? List.of(word) : own);
        }
        return any ? parts : words;
    }

    private List<Integer> points(Segment word, boolean afterSpace) {
        if (!word.soft().isEmpty()) {
            return word.soft();
        }
        if (patterns == null || !afterSpace) {
            return List.of();
        }
        String text = word.text();
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

    private List<Segment> parts(Segment word, List<Integer> points) {
        var parts = new ArrayList<Segment>();
        int from = 0;
        for (int at : points) {
            List<Segment.Piece> pieces = shaper.part(word, from, at, language);
            Segment.Piece hyphen = shaper.hyphen(pieces.get(pieces.size() - 1), language);
            parts.add(new Segment(pieces, List.of(), false, false, List.of(), hyphen, word));
            from = at;
        }
        List<Segment.Piece> rest = shaper.part(word, from, word.text().length(), language);
        parts.add(new Segment(rest, word.space(), word.endsLine(), false, List.of(), null, word));
        return parts;
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
