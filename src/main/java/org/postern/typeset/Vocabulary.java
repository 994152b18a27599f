package org.postern.typeset;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Words of one style, language, script and direction, shaped by HarfBuzz and remembered. */
final class Vocabulary {
    private static final int LONGEST_REMEMBERED = 40;

    private final Fonts fonts;
    private final FontStyle style;
    private final String language;
    private final int script;
    private final boolean rightToLeft;
    private final AtomicInteger remembered;
    private final Map<String, List<Glyphs>> words = new ConcurrentHashMap<>();
    private final Map<String, List<Division.Part>> divided = new ConcurrentHashMap<>();
    private volatile @Nullable Glyphs space;
    private volatile @Nullable Glyphs hyphen;

    /** @param remembered counts words here and elsewhere */
    Vocabulary(
            Fonts fonts, FontStyle style, String language, int script, boolean rightToLeft, AtomicInteger remembered) {
        this.fonts = fonts;
        this.style = style;
        this.language = language;
        this.script = script;
        this.rightToLeft = rightToLeft;
        this.remembered = remembered;
    }

    FontStyle style() {
        return style;
    }

    boolean isOf(FontStyle otherStyle, int otherScript, boolean otherDirection) {
        return script == otherScript && rightToLeft == otherDirection && style.equals(otherStyle);
    }

    /** What a word was divided into; null: not remembered. */
    @Nullable
    List<Division.Part> divided(String word) {
        return divided.get(word);
    }

    void remember(String word, List<Division.Part> parts) {
        remember(divided, word, parts);
    }

    private <T> void remember(Map<String, T> memory, String word, T what) {
        if (word.length() <= LONGEST_REMEMBERED && memory.put(word, what) == null) {
            remembered.incrementAndGet();
        }
    }

    Glyphs space() {
        Glyphs known = space;
        if (known == null) {
            known = glyphs(" ").get(0);
            space = known;
        }
        return known;
    }

    /** Painted as a hyphen and read as a soft one, so that the word can be found again. */
    Glyphs hyphen() {
        Glyphs known = hyphen;
        if (known == null) {
            Glyphs shown = glyphs("-").get(0);
            String soft = String.valueOf(StyledText.SOFT_HYPHEN);
            known = new Glyphs(
                    shown.face, soft, shown.gids, shown.xs, shown.ys, new @Nullable String[] {soft}, shown.width);
            hyphen = known;
        }
        return known;
    }

    /** Several where no single face has all of it. */
    List<Glyphs> glyphs(String text) {
        List<Glyphs> known = words.get(text);
        if (known == null) {
            known = shape(text);
            remember(words, text, known);
        }
        return known;
    }

    private List<Glyphs> shape(String text) {
        Face whole = fonts.faceFor(style, text, 0, text.length());
        if (whole != null) {
            return List.of(shaped(whole, text));
        }
        var parts = new ArrayList<Glyphs>();
        Face face = null;
        int from = 0;
        for (int at = 0; at < text.length(); ) {
            int next = Characters.graphemeEnd(text, at);
            Face own = face != null && face.covers(text, at, next) ? face : fonts.faceFor(style, text, at, next);
            if (own != face) {
                add(parts, face, text.substring(from, at));
                face = own;
                from = at;
            }
            at = next;
        }
        add(parts, face, text.substring(from));
        return List.copyOf(parts);
    }

    private Glyphs shaped(Face face, String text) {
        Glyphs glyphs = face.shape(text, script, language, rightToLeft);
        return rightToLeft ? glyphs : glyphs.closed();
    }

    private void add(List<Glyphs> parts, @Nullable Face face, String text) {
        if (face != null && !text.isEmpty()) {
            parts.add(shaped(face, text));
        }
    }
}
