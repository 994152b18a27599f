package org.postern.web;

import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.util.ULocale;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

/** The words of the pages: {@code messages_<language>.properties} in UTF-8, formatted by ICU (plurals, native digits). */
final class Messages {
    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private Messages() {}

    /**
     * The message of a key in one language, else in English.
     *
     * @throws java.util.MissingResourceException when not even English has the key
     */
    static String of(String lang, String key, Object... args) {
        String pattern = pattern(lang, key);
        return args.length == 0 ? pattern : new MessageFormat(pattern, formats(lang)).format(args);
    }

    private static String pattern(String lang, String key) {
        for (ResourceBundle words : List.of(bundle(lang), bundle("en"))) {
            if (words.containsKey(key)) {
                return words.getString(key);
            }
        }
        return bundle("en").getString(key);
    }

    private static ResourceBundle bundle(String lang) {
        Locale locale = Locale.forLanguageTag(lang);
        try {
            return ResourceBundle.getBundle("messages", locale, Messages.class.getClassLoader(), NO_FALLBACK);
        } catch (java.util.MissingResourceException untranslated) {
            return ResourceBundle.getBundle("messages", Locale.ENGLISH, Messages.class.getClassLoader(), NO_FALLBACK);
        }
    }

    /** English is written the European way ("3 March 2026"); Persian dates are in the Persian calendar. */
    static ULocale formats(String lang) {
        return switch (lang) {
            case "en" -> new ULocale("en_GB");
            case "fa" -> new ULocale("fa_IR@calendar=persian");
            default -> new ULocale(lang);
        };
    }
}
