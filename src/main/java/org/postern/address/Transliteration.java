package org.postern.address;

import com.ibm.icu.text.Transliterator;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Names in Latin letters, as the text's language is romanised for mail: plain letters, no signs. */
final class Transliteration {
    /** By language, not by script: the same letter is g in Moscow and h in Kyiv. */
    private static final Map<String, String> RULES = Map.of(
            "ru", "Russian-Latin/BGN",
            "uk", "Ukrainian-Latin/BGN",
            "be", "Belarusian-Latin/BGN",
            "kk", "Kazakh-Latin/BGN",
            "sr", "Serbian-Latin/BGN",
            "mk", "Macedonian-Latin/BGN",
            "bg", "Bulgarian-Latin/BGN",
            "ka", "Georgian-Latin/BGN",
            "hy", "Armenian-Latin/BGN");

    /** Building one takes milliseconds; they are used under a lock, for not all of them may be shared. */
    private static final Map<String, Transliterator> BUILT = new ConcurrentHashMap<>();

    private Transliteration() {}

    /**
     * The text in plain Latin letters; text that is Latin already loses only what the sorting machine cannot read.
     *
     * @param language BCP 47 of the text
     */
    public static String latin(String text, String language) {
        int end = language.indexOf('-');
        String rule = RULES.getOrDefault(end < 0 ? language : language.substring(0, end), "Any-Latin");
        Transliterator chain =
                BUILT.computeIfAbsent(rule, key -> Transliterator.getInstance(key + "; Any-Latin; Latin-ASCII"));
        String latin;
        synchronized (chain) {
            latin = chain.transliterate(text);
        }
        // hard and soft signs: right in a library, noise on an envelope
        return latin.replaceAll("[\"'ʹʺʼʿʾ`]", "");
    }
}
