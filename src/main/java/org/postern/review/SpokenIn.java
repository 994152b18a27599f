package org.postern.review;

import com.ibm.icu.lang.UScript;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Which language words are in: by script, and where several languages share one by its small words and by letters that the
 * others do not have. Says nothing when it is not sure.
 */
final class SpokenIn {
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{M}'ʼ]+");
    private static final List<Tongue> TONGUES =
            DataLines.of("languages.txt").stream().map(Tongue::of).toList();

    /** Scripts in which, of what comes here, one language is written. */
    private static final Map<Integer, String> ALONE = Map.of(
            UScript.GEORGIAN, "ka",
            UScript.ARMENIAN, "hy",
            UScript.HEBREW, "he",
            UScript.GREEK, "el",
            UScript.HANGUL, "ko",
            UScript.THAI, "th",
            UScript.MYANMAR, "my",
            UScript.KHMER, "km",
            UScript.LAO, "lo",
            UScript.HIRAGANA, "ja");

    /** Fewer signs of a language than these may be a name or a borrowed word. */
    private static final double LEAST = 2;

    /** The next likely language has to be this much behind. */
    private static final double AHEAD = 1.35;

    /** A share of letters in the script that counts for the whole. */
    private static final double MOST = 0.75;

    /** Small words of so small a share are those of a quotation, or of a language that is not listed. */
    private static final double SHARE = 0.08;

    private SpokenIn() {}

    /** @return BCP 47; empty when it is not sure */
    static Optional<String> language(String text) {
        String lower = text.replace('\u2019', '\'').toLowerCase(Locale.ROOT);
        Map<Integer, Long> scripts = lower.codePoints()
                .filter(Character::isLetter)
                .map(UScript::getScript)
                .boxed()
                .collect(Collectors.groupingBy(script -> script, Collectors.counting()));
        long letters = scripts.values().stream().mapToLong(Long::longValue).sum();
        if (scripts.containsKey(UScript.HIRAGANA)) {
            return Optional.of("ja");
        }
        Optional<Integer> script = scripts.entrySet().stream()
                .filter(each -> each.getValue() >= MOST * letters && letters > 3)
                .map(Map.Entry::getKey)
                .findFirst();
        if (script.isEmpty()) {
            return Optional.empty();
        }
        return ALONE.containsKey(script.get()) ? Optional.of(ALONE.get(script.get())) : likeliest(lower, script.get());
    }

    private static Optional<String> likeliest(String lower, int script) {
        List<String> words = Arrays.stream(BETWEEN_WORDS.split(lower))
                .filter(word -> !word.isEmpty())
                .toList();
        Map<String, Double> points = new HashMap<>();
        TONGUES.stream()
                .filter(tongue -> tongue.script == script)
                .forEach(tongue -> points.put(tongue.code, tongue.points(words)));
        return points.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .filter(best -> best.getValue() >= LEAST && best.getValue() >= SHARE * words.size())
                .filter(best -> points.entrySet().stream()
                        .filter(other -> !other.getKey().equals(best.getKey()))
                        .allMatch(other -> best.getValue() >= AHEAD * other.getValue()))
                .map(Map.Entry::getKey);
    }

    private record Tongue(String code, int script, String own, String strange, Set<String> small) {
        static Tongue of(List<String> line) {
            return new Tongue(
                    line.get(0),
                    UScript.getCodeFromName(line.get(1)),
                    line.get(2),
                    line.get(3),
                    Set.of(Arrays.stream(line.get(4).split("\\s+")).distinct().toArray(String[]::new)));
        }

        /** A small word is a sign for it, a letter of its own half of one, a letter that it has not one against it. */
        double points(List<String> words) {
            double all = 0;
            for (String word : words) {
                all += small.contains(word) ? 1 : 0;
                all += has(word, own) ? 0.5 : 0;
                all -= has(word, strange) ? 1 : 0;
            }
            return Math.max(0, all);
        }

        private static boolean has(String word, String letters) {
            return word.codePoints().anyMatch(letter -> letters.indexOf(letter) >= 0);
        }
    }
}
