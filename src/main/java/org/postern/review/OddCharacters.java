package org.postern.review;

import com.ibm.icu.lang.UScript;
import com.ibm.icu.text.SpoofChecker;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Characters that hide, turn the order of words around, or pass for others. */
final class OddCharacters {
    private static final String TURNING = "\\u200e\\u200f\\u061c\\u202a-\\u202e\\u2066-\\u2069";
    private static final String HIDDEN =
            "\\u200b\\u2060-\\u2064\\ufeff\\u00ad\\u034f\\u180e\\u115f\\u1160\\u3164" + "\\x{e0000}-\\x{e007f}";

    /** Some letters around, so that a reader sees where: the sign itself shows nothing. */
    private static final Pattern ODD = Pattern.compile(
            "[\\p{L}\\p{M}\\p{N}]{0,20}([" + TURNING + HIDDEN + "\\u200c\\u200d])[\\p{L}\\p{M}\\p{N}]{0,20}");

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}]{2,}");
    private static final SpoofChecker SPOOFS =
            new SpoofChecker.Builder().setChecks(SpoofChecker.CONFUSABLE).build();

    private OddCharacters() {}

    static List<Found> in(String body) {
        List<Found> all = new ArrayList<>();
        Matcher odd = ODD.matcher(body);
        while (odd.find()) {
            int sign = odd.group(1).codePointAt(0);
            if (!belongs(sign, odd.start(1), body)) {
                String code = String.format("U+%04X", sign);
                boolean turns = Pattern.matches("[" + TURNING + "]", odd.group(1));
                all.add(Found.of(turns ? "turning" : "hidden", odd.group(), code));
            }
        }
        Matcher word = WORD.matcher(body);
        Set<String> seen = new LinkedHashSet<>();
        while (word.find()) {
            if (mixes(word.group()) && seen.add(word.group())) {
                all.add(Found.of("mixed", word.group(), plain(word.group())));
            }
        }
        return all;
    }

    /** Joiners belong to the scripts that shape with them, and to emoji; marks of direction to words that run leftwards. */
    private static boolean belongs(int sign, int at, String body) {
        int next = at + Character.charCount(sign);
        int before = at == 0 ? ' ' : body.codePointBefore(at);
        int after = next >= body.length() ? ' ' : body.codePointAt(next);
        if (sign == 0x200c || sign == 0x200d) {
            return shapes(before) || (sign == 0x200d && !Character.isLetterOrDigit(before) && before > 0x2000);
        }
        if (sign == 0x200e || sign == 0x200f || sign == 0x61c) {
            return body.codePoints().anyMatch(OddCharacters::leftwards);
        }
        // between words of a script that writes no spaces, this is where a line may break
        return sign == 0x200b
                && UScript.breaksBetweenLetters(UScript.getScript(before))
                && UScript.breaksBetweenLetters(UScript.getScript(after));
    }

    private static boolean shapes(int letter) {
        int script = UScript.getScript(letter);
        return script == UScript.ARABIC
                || script == UScript.SYRIAC
                || script == UScript.INHERITED
                || UScript.isRightToLeft(script)
                || Set.of(
                                UScript.DEVANAGARI,
                                UScript.BENGALI,
                                UScript.GUJARATI,
                                UScript.GURMUKHI,
                                UScript.KANNADA,
                                UScript.MALAYALAM,
                                UScript.ORIYA,
                                UScript.SINHALA,
                                UScript.TAMIL,
                                UScript.TELUGU,
                                UScript.KHMER,
                                UScript.MYANMAR,
                                UScript.MONGOLIAN)
                        .contains(script);
    }

    private static boolean leftwards(int letter) {
        return UScript.isRightToLeft(UScript.getScript(letter));
    }

    /** Latin, Cyrillic and Greek within one word: no language does, but letters of one pass for those of the other. */
    private static boolean mixes(String word) {
        Set<Integer> scripts = word.codePoints()
                .mapToObj(UScript::getScript)
                .filter(Set.of(UScript.LATIN, UScript.CYRILLIC, UScript.GREEK)::contains)
                .collect(Collectors.toSet());
        return scripts.size() > 1;
    }

    /** @return as it looks: what a machine would take it for */
    private static String plain(String word) {
        return SPOOFS.getSkeleton(word);
    }
}
