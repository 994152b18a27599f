package org.postern.typeset;

import com.ibm.icu.lang.UScript;
import com.ibm.icu.text.Bidi;
import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * A paragraph to words of placed glyphs: bidi levels, line-break opportunities, scripts. Words are remembered, up to a
 * bound. Characters that no face has are left out; {@link Characters} objects to them.
 */
final class Shaper {
    private static final int REMEMBERED = 40_000;

    private static final int SHORT_HALF = 3;

    /** Languages whose readers mind a preposition of one letter at a line's end. */
    private static final Set<String> ONE_LETTER_WORDS = Set.of("ru", "uk", "be", "bg", "pl", "cs", "sk");

    private record Kind(FontStyle style, String language, int script, boolean rightToLeft) {}

    private final Fonts fonts;
    private final Map<Kind, Vocabulary> vocabularies = new ConcurrentHashMap<>();
    private final AtomicInteger remembered = new AtomicInteger();

    Shaper(Fonts fonts) {
        this.fonts = fonts;
    }

    Fonts fonts() {
        return fonts;
    }

    List<Segment> segments(StyledText paragraph, String language) {
        return new Paragraph(paragraph, language).segments();
    }

    /** Forgets all words when they are too many. */
    private Vocabulary vocabulary(FontStyle style, String language, int script, boolean rightToLeft) {
        if (remembered.get() > REMEMBERED) {
            remembered.set(0);
            vocabularies.clear();
        }
        var kind = new Kind(style, language, script, rightToLeft);
        return vocabularies.computeIfAbsent(
                kind, key -> new Vocabulary(fonts, style, language, script, rightToLeft, remembered));
    }

    /** Of signs and spaces, whatever script is around them. */
    Vocabulary latin(FontStyle style, String language) {
        return vocabulary(style, language, UScript.LATIN, false);
    }

    /** The words of a segment that is wider than the line, cut between graphemes so that each part fits if it can. */
    List<Segment> cut(Segment segment, float width, String language) {
        var parts = new ArrayList<Segment>();
        var line = new ArrayList<Segment.Piece>();
        float used = 0;
        for (Segment.Piece piece : segment.pieces()) {
            for (int at = 0; at < piece.text().length(); ) {
                int end = fitting(piece, at, width - used, language);
                if (end == at && !line.isEmpty()) {
                    parts.add(new Segment(List.copyOf(line), List.of(), false, false));
                    line.clear();
                    used = 0;
                    continue;
                }
                // one grapheme wider than the line stands alone and sticks out: better than not ending
                int to = end == at ? Characters.graphemeEnd(piece.text(), at) : end;
                var cut = part(piece, at, to, language);
                line.addAll(cut);
                for (Segment.Piece placed : cut) {
                    used += placed.glyphs().width;
                }
                at = to;
            }
        }
        parts.add(new Segment(List.copyOf(line), segment.space(), segment.endsLine(), false));
        return parts;
    }

    /** How far the piece goes into the given width, measured by single graphemes: close enough for a cut in need. */
    private int fitting(Segment.Piece piece, int from, float width, String language) {
        float used = 0;
        int at = from;
        while (at < piece.text().length()) {
            int next = Characters.graphemeEnd(piece.text(), at);
            for (Segment.Piece glyph : part(piece, at, next, language)) {
                used += glyph.glyphs().width;
            }
            if (used > width) {
                return at;
            }
            at = next;
        }
        return at;
    }

    /** A part of a word, shaped by itself; indices in the word's text. */
    List<Segment.Piece> part(Segment word, int from, int to, String language) {
        if (word.pieces().size() == 1) {
            return part(word.pieces().get(0), from, to, language);
        }
        var parts = new ArrayList<Segment.Piece>();
        int start = 0;
        for (Segment.Piece piece : word.pieces()) {
            int end = start + piece.text().length();
            if (end > from && start < to) {
                parts.addAll(part(piece, Math.max(from, start) - start, Math.min(to, end) - start, language));
            }
            start = end;
        }
        return parts;
    }

    /** Painted as a hyphen after the given piece and read as a soft one, so that the word can be found again. */
    Segment.Piece hyphen(Segment.Piece after, String language) {
        return new Segment.Piece(latin(after.style(), language).hyphen(), after.level(), after.style());
    }

    private List<Segment.Piece> part(Segment.Piece piece, int from, int to, String language) {
        String text = piece.text().substring(from, to);
        int script = UScript.LATIN;
        for (int i = 0; i < text.length(); i = text.offsetByCodePoints(i, 1)) {
            script = Scripts.following(text.codePointAt(i), script);
        }
        List<Glyphs> shaped = vocabulary(piece.style(), language, script, piece.level() % 2 == 1)
                .glyphs(text);
        if (shaped.size() == 1) {
            return List.of(new Segment.Piece(shaped.get(0), piece.level(), piece.style()));
        }
        return shaped.stream()
                .map(glyphs -> new Segment.Piece(glyphs, piece.level(), piece.style()))
                .toList();
    }

    /** One paragraph on its way through. */
    private final class Paragraph {
        private final String text;
        /** Where soft hyphens stood, which are not in the text. */
        private final BitSet soft = new BitSet();

        private final String language;
        private final FontStyle[] styles;
        private final byte[] levels;
        private final int[] scripts;
        private @Nullable Vocabulary words;
        private @Nullable Vocabulary spaces;

        Paragraph(StyledText paragraph, String language) {
            this.language = language;
            this.styles = new FontStyle
                    [paragraph.spans().stream()
                            .mapToInt(span -> span.text().length())
                            .sum()];
            var plain = new StringBuilder();
            for (StyledText.Span span : paragraph.spans()) {
                int from = plain.length();
                withoutSoftHyphens(span.text(), plain);
                Arrays.fill(styles, from, plain.length(), span.style());
            }
            this.text = plain.toString();
            this.levels = levels(text, language);
            this.scripts = scripts(text);
        }

        private void withoutSoftHyphens(String span, StringBuilder plain) {
            if (span.indexOf(StyledText.SOFT_HYPHEN) < 0) {
                plain.append(span);
                return;
            }
            for (int i = 0; i < span.length(); i++) {
                if (span.charAt(i) == StyledText.SOFT_HYPHEN) {
                    soft.set(plain.length());
                } else {
                    plain.append(span.charAt(i));
                }
            }
        }

        List<Segment> segments() {
            var segments = new ArrayList<Segment>();
            BreakIterator lines = BreakIterator.getLineInstance(breaking(language));
            lines.setText(text);
            for (int from = 0, to = lines.next(); to != BreakIterator.DONE; from = to, to = lines.next()) {
                int end = to;
                while (end > from && Character.isWhitespace(text.charAt(end - 1))) {
                    end--;
                }
                boolean endsLine = text.charAt(to - 1) == '\n';
                List<Segment.Piece> pieces = pieces(from, end);
                segments.add(new Segment(
                        pieces,
                        space(end, to),
                        endsLine,
                        clings(from, end),
                        soft.isEmpty() ? List.of() : soft(pieces, from, end),
                        null,
                        null));
            }
            return segments;
        }

        /** Korean keeps its words whole, Japanese keeps small kana with what is before them. */
        private static ULocale breaking(String language) {
            return switch (first(language)) {
                case "ko" -> new ULocale("ko@lw=phrase");
                case "ja" -> new ULocale("ja@lb=strict");
                default -> new ULocale(language);
            };
        }

        /** Indices in the word; none in scripts whose letters join, which a division would change. */
        private List<Integer> soft(List<Segment.Piece> pieces, int from, int to) {
            boolean complete =
                    pieces.stream().mapToInt(piece -> piece.text().length()).sum() == to - from;
            return soft.stream()
                    .filter(at -> complete && at > from && at < to && !Scripts.joins(scripts[at]))
                    .map(at -> at - from)
                    .boxed()
                    .toList();
        }

        private boolean clings(int from, int to) {
            if (to - from == 1) {
                return Character.isLetter(text.charAt(from)) && ONE_LETTER_WORDS.contains(first(language));
            }
            // "e-mail", Russian "кто-то": a line ends there only in need
            boolean compound = to > from && (text.charAt(to - 1) == '-' || text.charAt(to - 1) == '\u2010');
            return compound && (to - from == 2 || letters(to) <= SHORT_HALF);
        }

        /** How many letters follow each other from there. */
        private int letters(int from) {
            int to = from;
            while (to < text.length() && Character.isLetter(text.charAt(to))) {
                to++;
            }
            return to - from;
        }

        private static String first(String tag) {
            int end = tag.indexOf('-');
            return end < 0 ? tag : tag.substring(0, end);
        }

        private List<Segment.Piece> pieces(int from, int to) {
            var pieces = new ArrayList<Segment.Piece>();
            for (int start = from; start < to; ) {
                int end = start + 1;
                while (end < to
                        && levels[end] == levels[start]
                        && scripts[end] == scripts[start]
                        && styles[end].equals(styles[start])) {
                    end++;
                }
                String part = text.substring(start, end);
                boolean rightToLeft = levels[start] % 2 == 1;
                for (Glyphs glyphs :
                        words(styles[start], scripts[start], rightToLeft).glyphs(part)) {
                    pieces.add(new Segment.Piece(glyphs, levels[start], styles[start]));
                }
                start = end;
            }
            return pieces;
        }

        /** Nearly always those of the word before. */
        private Vocabulary words(FontStyle style, int script, boolean rightToLeft) {
            if (words == null || !words.isOf(style, script, rightToLeft)) {
                words = vocabulary(style, language, script, rightToLeft);
            }
            return words;
        }

        private List<Segment.Piece> space(int from, int to) {
            if (from == to || text.charAt(from) == '\n') {
                return List.of();
            }
            if (spaces == null || !styles[from].equals(spaces.style())) {
                spaces = latin(styles[from], language);
            }
            return List.of(new Segment.Piece(spaces.space(), levels[from], styles[from]));
        }
    }

    private static byte[] levels(String text, String language) {
        char[] chars = text.toCharArray();
        boolean rightToLeft = new ULocale(language).isRightToLeft();
        if (!rightToLeft && !Bidi.requiresBidi(chars, 0, chars.length)) {
            return new byte[chars.length];
        }
        var bidi = new Bidi();
        bidi.setPara(text, rightToLeft ? Bidi.LEVEL_DEFAULT_RTL : Bidi.LEVEL_DEFAULT_LTR, null);
        return chars.length == 0 ? new byte[0] : bidi.getLevels();
    }

    private static int[] scripts(String text) {
        int[] scripts = new int[text.length()];
        int current = -1;
        for (int i = 0; i < text.length(); ) {
            int codePoint = text.codePointAt(i);
            current = Scripts.following(codePoint, current);
            int next = i + Character.charCount(codePoint);
            Arrays.fill(scripts, i, next, current);
            i = next;
        }
        // signs before the first letter belong to it
        int first = UScript.LATIN;
        for (int script : scripts) {
            if (script >= 0) {
                first = script;
                break;
            }
        }
        for (int i = 0; i < scripts.length && scripts[i] < 0; i++) {
            scripts[i] = first;
        }
        return scripts;
    }
}
