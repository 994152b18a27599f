package org.postern.directory;

import java.lang.Character.UnicodeScript;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds a word of a list in what somebody wrote, however it is spelt. */
final class RuleWord {
    /** Scripts that write no space between words: there a word is found anywhere. */
    private static final Set<UnicodeScript> WITHOUT_SPACES = EnumSet.of(
            UnicodeScript.MYANMAR,
            UnicodeScript.THAI,
            UnicodeScript.LAO,
            UnicodeScript.KHMER,
            UnicodeScript.TIBETAN,
            UnicodeScript.HAN,
            UnicodeScript.HIRAGANA,
            UnicodeScript.KATAKANA);

    private RuleWord() {}

    /**
     * @param word {@code войн*} finds every word that begins so, {@code *حرب*} every one that holds it
     * @return the first find, in the writer's own spelling
     */
    static Optional<String> find(String word, String body) {
        boolean open = word.startsWith("*");
        boolean stem = word.endsWith("*");
        String bare = word.substring(open ? 1 : 0, word.length() - (stem ? 1 : 0));
        boolean anywhere = WITHOUT_SPACES.contains(UnicodeScript.of(bare.codePointAt(0)));
        String before = anywhere ? "" : open ? "[\\p{L}\\p{M}]*" : "(?<![\\p{L}\\p{M}])";
        String after = anywhere ? "" : stem ? "[\\p{L}\\p{M}]*" : "(?![\\p{L}\\p{M}])";
        Matcher matcher = Pattern.compile(
                        before + Pattern.quote(plain(bare)) + after, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)
                .matcher(plain(body));
        // letter for letter, so that the place found is the same in what was written
        return matcher.find() ? Optional.of(body.substring(matcher.start(), matcher.end())) : Optional.empty();
    }

    /** Letters that people type one for the other. */
    private static String plain(String text) {
        return text.replace('ё', 'е')
                .replace('Ё', 'Е')
                .replace('ي', 'ی')
                .replace('ى', 'ی')
                .replace('ك', 'ک')
                .replace('أ', 'ا')
                .replace('إ', 'ا')
                .replace('\u2019', '\'')
                .replace('\u00a0', ' ');
    }
}
