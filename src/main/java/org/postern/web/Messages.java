package org.postern.web;

import com.ibm.icu.text.MessageFormat;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The words of the pages: {@code messages_<locale>.properties} in UTF-8, ICU patterns ({@code {0, plural, one {…}
 * other {…}}}). A key that a locale lacks is said in English; a key that English lacks is a mistake of ours.
 */
public final class Messages {
    private static final Map<String, Properties> BY_TAG = new ConcurrentHashMap<>();
    private static final Map<String, MessageFormat> PATTERNS = new ConcurrentHashMap<>();

    private Messages() {}

    /**
     * @param arguments what the pattern's {0}, {1}… stand for
     * @throws IllegalArgumentException if not even English has the key
     */
    public static String say(Locale locale, String key, @Nullable Object... arguments) {
        String pattern = pattern(locale, key);
        if (pattern == null) {
            throw new IllegalArgumentException("No message " + key);
        }
        if (arguments.length == 0 && pattern.indexOf('{') < 0 && pattern.indexOf('\'') < 0) {
            return pattern;
        }
        MessageFormat format =
                PATTERNS.computeIfAbsent(locale.toLanguageTag() + ' ' + key, k -> new MessageFormat(pattern, locale));
        // MessageFormat is not thread-safe; a clone is cheap beside parsing.
        return ((MessageFormat) format.clone()).format(arguments);
    }

    public static boolean has(String key) {
        return load("en").containsKey(key);
    }

    private static @Nullable String pattern(Locale locale, String key) {
        String own = load(locale.getLanguage()).getProperty(key);
        return own != null ? own : load("en").getProperty(key);
    }

    private static Properties load(String tag) {
        return BY_TAG.computeIfAbsent(tag, Messages::read);
    }

    private static Properties read(String tag) {
        Properties words = new Properties();
        try (InputStream in = Messages.class.getResourceAsStream("/messages_" + tag + ".properties")) {
            if (in != null) {
                words.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return words;
    }
}
