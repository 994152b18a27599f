package org.postern.address;

import com.ibm.icu.util.ULocale;
import java.util.Set;
import java.util.regex.Pattern;

/** What the letters of a line say about how it is written. */
final class Script {
    private static final Set<String> ARABIC_COMMA = Set.of("ar", "fa", "ur", "ckb", "ps", "ug", "sd");

    private static final Pattern RIGHT_TO_LEFT =
            Pattern.compile("[\\p{IsArabic}\\p{IsHebrew}\\p{IsSyriac}\\p{IsThaana}\\p{IsNko}]");

    /** Numbers such as 12-34 and A-1/7: between Arabic letters their halves would change places. */
    private static final Pattern NUMBER =
            Pattern.compile("[\\p{IsLatin}\\p{Nd}#№]+(?:[-./:#+][\\p{IsLatin}\\p{Nd}#]+)+|#[\\p{IsLatin}\\p{Nd}]+");

    private Script() {}

    static String language(String tag) {
        return ULocale.forLanguageTag(tag).getLanguage();
    }

    static String comma(String tag) {
        return ARABIC_COMMA.contains(language(tag)) ? "، " : ", ";
    }

    static boolean isLatin(String text) {
        return text.codePoints()
                .filter(Character::isLetter)
                .allMatch(letter -> Character.UnicodeScript.of(letter) == Character.UnicodeScript.LATIN);
    }

    /** The line with each compound number isolated, where a right-to-left script would turn it round. */
    static String steady(String line) {
        return RIGHT_TO_LEFT.matcher(line).find() ? NUMBER.matcher(line).replaceAll("\u2066$0\u2069") : line;
    }
}
