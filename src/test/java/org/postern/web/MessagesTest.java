package org.postern.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.MessageFormat;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MessagesTest {
    /** Said in reviewed English until a person has read the translation: what is safe, what is kept, what one ticks. */
    private static final List<String> WAIT_FOR_A_REVIEWER =
            List.of("safety.", "privacy.", "kept.", "writing.updates", "writing.reply");

    private static final Pattern PLACE = Pattern.compile("\\{(\\d+)");

    @ParameterizedTest
    @ValueSource(strings = {"ru", "es", "fr", "de", "fa"})
    void no_message_is_missing(String tag) throws IOException {
        assertThat(keys(words(tag))).isEqualTo(toTranslate());
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "ru", "es", "fr", "de", "fa"})
    void every_pattern_can_be_read(String tag) throws IOException {
        words(tag)
                .forEach((key, pattern) -> assertThat(new MessageFormat((String) pattern, Locale.forLanguageTag(tag)))
                        .as(key.toString())
                        .isNotNull());
    }

    @ParameterizedTest
    @ValueSource(strings = {"ru", "es", "fr", "de", "fa"})
    void a_translation_says_what_the_english_says_of(String tag) throws IOException {
        Properties english = words("en");
        words(tag)
                .forEach((key, pattern) -> assertThat(places((String) pattern))
                        .as(key.toString())
                        .isEqualTo(places(english.getProperty((String) key))));
    }

    private static Set<String> toTranslate() throws IOException {
        return keys(words("en")).stream()
                .filter(key -> WAIT_FOR_A_REVIEWER.stream().noneMatch(key::startsWith))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> keys(Properties words) {
        return new TreeSet<>(words.stringPropertyNames());
    }

    private static Set<String> places(String pattern) {
        return PLACE.matcher(pattern)
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Properties words(String tag) throws IOException {
        Properties words = new Properties();
        try (InputStream in = MessagesTest.class.getResourceAsStream("/messages_" + tag + ".properties")) {
            words.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        }
        return words;
    }
}
