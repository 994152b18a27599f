package org.postern.typeset;

import com.ibm.icu.text.DateFormat;
import com.ibm.icu.text.NumberFormat;
import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.ULocale;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a letter says by itself, in its own language: the date and the page number. Never the JVM's language. */
final class Wording {
    private static final Set<String> LANGUAGES = Arrays.stream(ULocale.getAvailableLocales())
            .map(ULocale::getLanguage)
            .collect(Collectors.toSet());
    private static final Properties PAGE_NUMBERS = properties("page-numbers.properties");
    private static final Properties TRANSLATED = properties("translated.properties");
    private static final Map<String, String> PHOTOS = Map.ofEntries(
            Map.entry("be", "Фотаздымак"),
            Map.entry("bg", "Снимка"),
            Map.entry("cs", "Fotografie"),
            Map.entry("de", "Foto"),
            Map.entry("el", "Φωτογραφία"),
            Map.entry("en", "Photo"),
            Map.entry("es", "Fotografía"),
            Map.entry("fa", "عکس"),
            Map.entry("fr", "Photo"),
            Map.entry("hy", "Լուսանկար"),
            Map.entry("it", "Fotografia"),
            Map.entry("ka", "ფოტო"),
            Map.entry("lt", "Nuotrauka"),
            Map.entry("nl", "Foto"),
            Map.entry("pl", "Zdjęcie"),
            Map.entry("pt", "Fotografia"),
            Map.entry("ru", "Фотография"),
            Map.entry("sv", "Foto"),
            Map.entry("tr", "Fotoğraf"),
            Map.entry("uk", "Фотографія"));

    private Wording() {}

    /** ICU falls back to the JVM's locale for languages it does not know; English is the same everywhere. */
    private static ULocale locale(String language) {
        ULocale locale = ULocale.forLanguageTag(language);
        if (locale.equals(ULocale.ENGLISH)) {
            // day before month, as everybody but the United States reads it; they are en-US
            return ULocale.UK;
        }
        return LANGUAGES.contains(locale.getLanguage()) ? locale : ULocale.ENGLISH;
    }

    /** The date in full, in the calendar of the language. */
    static String date(LocalDate date, String language) {
        DateFormat format = DateFormat.getDateInstance(DateFormat.LONG, locale(language));
        format.setTimeZone(TimeZone.GMT_ZONE);
        return format.format(date.toEpochDay() * 86_400_000L);
    }

    static String pageNumber(int page, int pages, String language) {
        ULocale locale = locale(language);
        NumberFormat digits = NumberFormat.getIntegerInstance(locale);
        String pattern = PAGE_NUMBERS.getProperty(locale.getLanguage(), "{0}/{1}");
        return pattern.replace("{0}", digits.format(page)).replace("{1}", digits.format(pages));
    }

    /** A photo, inside another element or none, as a screen reader tells of it; English where its word is not known. */
    static Tag photo(String language, @Nullable Tag inside) {
        String word = PHOTOS.get(locale(language).getLanguage());
        return word == null ? Tag.figure(inside, "Photo", "en") : Tag.figure(inside, word, "");
    }

    /** "Translated by volunteers", in the language of the translation; English where it is not known. */
    static String translated(String language) {
        String english = TRANSLATED.getProperty("en", "");
        return TRANSLATED.getProperty(ULocale.forLanguageTag(language).getLanguage(), english);
    }

    private static Properties properties(String file) {
        try (InputStream in = Wording.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException(file + " is missing from the build");
            }
            var properties = new Properties();
            properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            return properties;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
