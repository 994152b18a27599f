package org.postern.address;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.text.Transliterator;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Names in Latin letters, as the text's language is romanised for mail: plain letters, no signs. By language, not by script:
 * the same letter is g in Moscow and h in Kyiv, so never {@code Cyrillic-Latin}.
 *
 * <p>Arabic, Persian, Pashto and Hebrew write no short vowels, so their Latin text has none: a person completes it. Urdu,
 * Kurdish in Arabic letters, Uyghur, Khmer, Lao, Tibetan and Japanese have no rule that reads names right; their text stays.
 */
final class Transliteration {
    private static final String UKRAINIAN = "Ukrainian-Latin/2010";

    static final Map<String, String> RULES = Map.ofEntries(
            Map.entry("ru", "Russian-Latin/BGN"),
            Map.entry("uk", UKRAINIAN),
            Map.entry("be", "Belarusian-Latin/BGN"),
            Map.entry("kk", "Kazakh-Latin/BGN"),
            Map.entry("ky", "Kirghiz-Latin/BGN"),
            Map.entry("uz", "Uzbek-Latin/BGN"),
            Map.entry("tk", "Turkmen-Latin/BGN"),
            Map.entry("az", "Azerbaijani-Latin/BGN"),
            Map.entry("mn", "Mongolian-Latin/BGN"),
            Map.entry("sr", "Serbian-Latin/BGN"),
            Map.entry("mk", "Macedonian-Latin/BGN"),
            Map.entry("bg", "Bulgarian-Latin/BGN"),
            Map.entry("el", "Greek-Latin/UNGEGN"),
            Map.entry("ka", "Georgian-Latin/BGN"),
            Map.entry("hy", "Armenian-Latin/BGN"),
            Map.entry("ar", "Arabic-Latin"),
            Map.entry("fa", "Arabic-Latin"),
            Map.entry("ps", "Arabic-Latin"),
            Map.entry("he", "Hebrew-Latin"),
            Map.entry("dv", "Maldivian-Latin/BGN"),
            Map.entry("am", "Amharic-Latin/BGN"),
            Map.entry("ti", "Ethiopic-Latin"),
            Map.entry("hi", "Devanagari-Latin"),
            Map.entry("mr", "Devanagari-Latin"),
            Map.entry("ne", "Devanagari-Latin"),
            Map.entry("bn", "Bengali-Latin"),
            Map.entry("pa", "Gurmukhi-Latin"),
            Map.entry("gu", "Gujarati-Latin"),
            Map.entry("ta", "Tamil-Latin"),
            Map.entry("te", "Telugu-Latin"),
            Map.entry("kn", "Kannada-Latin"),
            Map.entry("ml", "Malayalam-Latin"),
            Map.entry("si", "si-si_Latn"),
            Map.entry("my", "Burmese-Latin"),
            Map.entry("th", "Thai-Latin"),
            Map.entry("zh", "Han-Latin/Names"),
            Map.entry("ko", "Korean-Latin/BGN"));

    /** Languages in Cyrillic without a rule of their own: their people have Russian papers, and letters beside the Russian. */
    private static final String OTHER_CYRILLIC = "Russian-Latin/BGN";

    private static final String BESIDE_RUSSIAN =
            "ғ > gh; Ғ > Gh; қ > q; Қ > Q; ҳ > h; Ҳ > H; һ > h; Һ > H; ҷ > j; Ҷ > J;"
                    + " җ > j; Җ > J; ӣ > i; Ӣ > I; ӯ > u; Ӯ > U; ү > u; Ү > U; ң > n; Ң > N; ө > o; Ө > O; ә > a; Ә > A; і > i; І > I;\n";

    /** Building one takes milliseconds; they are used under a lock, for not all of them may be shared. */
    private static final Map<String, Transliterator> BUILT = new ConcurrentHashMap<>();

    private Transliteration() {}

    /**
     * The text in plain Latin letters; text that is Latin already loses only what the sorting machine cannot read, and text of
     * a language without a rule stays as it is.
     *
     * @param language BCP 47 of the text
     */
    static String latin(String text, String language) {
        boolean cyrillic =
                text.codePoints().anyMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.CYRILLIC);
        String rule = RULES.getOrDefault(Script.language(language), cyrillic ? OTHER_CYRILLIC : "");
        Transliterator chain = BUILT.computeIfAbsent(rule, Transliteration::build);
        String latin;
        synchronized (chain) {
            latin = chain.transliterate(text);
        }
        // hard and soft signs: right in a library, noise on an envelope
        String plain = latin.replaceAll("[\"'ʹʺʼʿʾ`’‘]", "");
        return hasCase(text) ? plain : UCharacter.toTitleCase(Locale.ENGLISH, plain, null);
    }

    /** Georgian has capitals that nobody writes. */
    private static boolean hasCase(String text) {
        return text.codePoints()
                .filter(c -> Character.UnicodeScript.of(c) != Character.UnicodeScript.GEORGIAN)
                .anyMatch(c -> Character.isUpperCase(c) || Character.isLowerCase(c));
    }

    private static Transliterator build(String rule) {
        if (rule.isEmpty()) {
            return Transliterator.getInstance("Latin-ASCII");
        }
        String before = rule.equals(OTHER_CYRILLIC) ? BESIDE_RUSSIAN : "";
        String steps = rule.equals(UKRAINIAN) ? ukrainian() : before + ":: " + rule + ";";
        // then letters that the language's own rule does not know, and the marks on them
        String rules = ":: NFC;\n" + steps
                + "\n:: Any-Latin;\nə > a; Ə > A;\n:: NFD; :: [:Mn:] Remove; :: NFC; :: Latin-ASCII;";
        return Transliterator.createFromRules(rule, rules, Transliterator.FORWARD);
    }

    /** The Cabinet of Ministers' table of 2010, which ICU does not have. */
    private static String ukrainian() {
        try (InputStream in = Transliteration.class.getResourceAsStream("ukrainian-2010.txt")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
