package org.postern.typeset;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UCharacterEnums.ECharacterCategory;
import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.text.Normalizer2;
import com.ibm.icu.util.ULocale;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Whether every character of a text can be printed; says which cannot and where. */
final class Characters {
    /** Marks on one letter that still stay near their line; the most in any living orthography is half of it. */
    private static final int MARKS = 8;
    /** One finding a character is enough, and a page of them too. */
    private static final int FINDINGS = 50;
    /** No grapheme cluster is looked at further than this. */
    private static final int WINDOW = 64;

    private static final int LONGEST_SHOWN = 5000;
    /** Wide enough to be found on a picture of the page. */
    private static final String BLOCK = "\u2588\u2588";
    /** A page full of blocks helps nobody find a place. */
    private static final int BLOCKS = 200;

    private Characters() {}

    /** @param text as given by the writer: offsets count in it */
    static List<Finding> findings(String field, String text, int longest, FontStyle style, Fonts fonts) {
        if (text.length() > longest) {
            return List.of(Finding.whole(Finding.Kind.TOO_LONG, field, "at most " + longest + " characters"));
        }
        var findings = new ArrayList<Finding>();
        var told = new HashSet<Integer>();
        Face first = fonts.first(style);
        for (int at = 0; at < text.length() && findings.size() < FINDINGS; ) {
            int codePoint = text.codePointAt(at);
            int next = at + Character.charCount(codePoint);
            if (surelyPrintable(text, at, next, first)) {
                at = next;
                continue;
            }
            int end = Math.max(next, graphemeEnd(text, at));
            var finding = objection(field, text, at, end, style, fonts);
            if (finding != null && told.add(finding.codePoint())) {
                findings.add(finding);
            }
            at = end;
        }
        return findings;
    }

    /** The text with a block of black in place of each cluster that cannot be printed, up to {@value #BLOCKS} of them. */
    static String marked(String text, FontStyle style, Fonts fonts) {
        var marked = new StringBuilder(text.length());
        Face first = fonts.first(style);
        int at = 0;
        for (int blocks = 0; at < text.length() && blocks < BLOCKS; ) {
            int next = at + Character.charCount(text.codePointAt(at));
            boolean sure = surelyPrintable(text, at, next, first);
            int end = sure ? next : Math.max(next, graphemeEnd(text, at));
            boolean bad = !sure && objection("", text, at, end, style, fonts) != null;
            marked.append(bad ? BLOCK : text.substring(at, end));
            blocks += bad ? 1 : 0;
            at = end;
        }
        return marked.append(text, at, text.length()).toString();
    }

    /** Nearly all of nearly every letter, without a look at what a grapheme is. */
    private static boolean surelyPrintable(String text, int at, int next, Face first) {
        int codePoint = text.codePointAt(at);
        boolean alone = next == text.length() || !Scripts.combines(text.codePointAt(next));
        return alone && first.glyph(codePoint) != 0 && !privateUse(codePoint) && !steersDirection(codePoint);
    }

    private static @Nullable Finding objection(
            String field, String text, int from, int to, FontStyle style, Fonts fonts) {
        int marks = 0;
        for (int i = from; i < to; ) {
            int codePoint = text.codePointAt(i);
            if (notText(codePoint) || turns(field, codePoint)) {
                return new Finding(Finding.Kind.NOT_TEXT, field, i, codePoint, "");
            }
            if (Scripts.combines(codePoint) && ++marks > MARKS) {
                return new Finding(Finding.Kind.TOO_MANY_MARKS, field, i, codePoint, "");
            }
            i += Character.charCount(codePoint);
        }
        String cluster = Normalizer2.getNFCInstance().normalize(StyledText.clean(text.substring(from, to)));
        if (cluster.isBlank() || fonts.faceFor(style, cluster, 0, cluster.length()) != null) {
            return null;
        }
        return missing(field, text, from, to, style, fonts);
    }

    /** The first character of the cluster that no face has; the cluster's first if only the combination is missing. */
    private static Finding missing(String field, String text, int from, int to, FontStyle style, Fonts fonts) {
        int around = whole(text, Math.max(0, from - 10));
        String near = text.substring(around, whole(text, Math.min(text.length(), to + 10)));
        for (int i = from; i < to; ) {
            int codePoint = text.codePointAt(i);
            String one = Character.toString(codePoint);
            if (fonts.faceFor(style, one, 0, one.length()) == null) {
                fonts.missing(codePoint);
                return new Finding(Finding.Kind.NO_FONT, field, i, codePoint, near);
            }
            i += Character.charCount(codePoint);
        }
        return new Finding(Finding.Kind.NO_FONT, field, from, text.codePointAt(from), near);
    }

    /** The place, or the one before it: no character is cut in half. */
    private static int whole(String text, int at) {
        boolean inside = at > 0
                && at < text.length()
                && Character.isLowSurrogate(text.charAt(at))
                && Character.isHighSurrogate(text.charAt(at - 1));
        return inside ? at - 1 : at;
    }

    /** The text with everything that cannot be printed shown by its code point, at most 5,000 characters of it. */
    static String shown(String text, FontStyle style, Fonts fonts) {
        String bounded = text.length() <= LONGEST_SHOWN ? text : text.substring(0, LONGEST_SHOWN) + "…";
        List<Finding> findings = findings("", bounded, Integer.MAX_VALUE, style, fonts);
        String shown = bounded;
        for (Finding finding : findings) {
            String code = String.format(Locale.ROOT, "[U+%04X]", finding.codePoint());
            shown = finding.kind() == Finding.Kind.TOO_MANY_MARKS
                    ? shown.replace(Character.toString(finding.codePoint()), "")
                    : shown.replace(Character.toString(finding.codePoint()), code);
        }
        return shown;
    }

    private static boolean notText(int codePoint) {
        int category = UCharacter.getType(codePoint);
        return category == ECharacterCategory.SURROGATE
                || privateUse(codePoint)
                || (category == ECharacterCategory.UNASSIGNED && (codePoint & 0xFFFE) == 0xFFFE);
    }

    /** An override shows a text in another order than it has; in a name nothing else steers either. */
    private static boolean turns(String field, int codePoint) {
        boolean override = codePoint == 0x202D || codePoint == 0x202E;
        return override || ("signature".equals(field) && steersDirection(codePoint));
    }

    /** Embeddings, overrides, isolates and their ends; the marks of a direction are harmless. */
    private static boolean steersDirection(int codePoint) {
        return (codePoint >= 0x202A && codePoint <= 0x202E) || (codePoint >= 0x2066 && codePoint <= 0x2069);
    }

    private static boolean privateUse(int codePoint) {
        return codePoint >= 0xE000 && UCharacter.getType(codePoint) == ECharacterCategory.PRIVATE_USE;
    }

    /** Whether the text leaves no ink: spaces of all sorts, joiners, controls. */
    static boolean unseen(String text) {
        return text.codePoints()
                .allMatch(codePoint -> UCharacter.isUWhiteSpace(codePoint)
                        || Character.isISOControl(codePoint)
                        || Scripts.ignorable(codePoint));
    }

    /** Where the grapheme that begins here ends; always at least one code point on. */
    static int graphemeEnd(String text, int from) {
        int codePoint = text.codePointAt(from);
        int next = from + Character.charCount(codePoint);
        if (next == text.length() || (codePoint < 0x300 && codePoint != '\r' && text.charAt(next) < 0x300)) {
            return next;
        }
        BreakIterator graphemes = BreakIterator.getCharacterInstance(ULocale.ROOT);
        int limit = Math.min(text.length(), from + WINDOW);
        graphemes.setText(text.substring(from, limit));
        return Math.max(next, from + graphemes.next());
    }
}
