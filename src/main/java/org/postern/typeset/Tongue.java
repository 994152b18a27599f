package org.postern.typeset;

import com.ibm.icu.lang.UScript;
import com.ibm.icu.util.ULocale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** How words in another script than the letter's are to be read aloud. */
final class Tongue {
    /** Scripts that one language of today writes, or nearly so; of others only the script is known. */
    private static final Map<Integer, String> OF_ONE_LANGUAGE = Map.ofEntries(
            Map.entry(UScript.GREEK, "el"),
            Map.entry(UScript.GEORGIAN, "ka"),
            Map.entry(UScript.ARMENIAN, "hy"),
            Map.entry(UScript.HEBREW, "he"),
            Map.entry(UScript.THAI, "th"),
            Map.entry(UScript.LAO, "lo"),
            Map.entry(UScript.KHMER, "km"),
            Map.entry(UScript.MYANMAR, "my"),
            Map.entry(UScript.TAMIL, "ta"),
            Map.entry(UScript.TELUGU, "te"),
            Map.entry(UScript.KANNADA, "kn"),
            Map.entry(UScript.MALAYALAM, "ml"),
            Map.entry(UScript.GUJARATI, "gu"),
            Map.entry(UScript.SINHALA, "si"),
            Map.entry(UScript.TIBETAN, "bo"),
            Map.entry(UScript.HANGUL, "ko"),
            Map.entry(UScript.HIRAGANA, "ja"),
            Map.entry(UScript.KATAKANA, "ja"));

    private static final Map<String, Tongue> KNOWN = new ConcurrentHashMap<>();
    private static final int MOST_KNOWN = 1000;

    private final Set<Integer> scripts;

    private Tongue(String language) {
        int[] scripts = UScript.getCode(new ULocale(language));
        this.scripts =
                scripts == null ? Set.of() : IntStream.of(scripts).boxed().collect(Collectors.toUnmodifiableSet());
    }

    static Tongue of(String language) {
        if (KNOWN.size() > MOST_KNOWN) {
            KNOWN.clear();
        }
        return KNOWN.computeIfAbsent(language, Tongue::new);
    }

    /** BCP 47 for a script that this language is not written in; null where it is, or where nobody can tell. */
    @Nullable
    String other(int script) {
        if (script < 0 || scripts.contains(script) || scripts.isEmpty()) {
            return null;
        }
        String language = OF_ONE_LANGUAGE.get(script);
        return language != null ? language : "und-" + UScript.getShortName(script);
    }
}
