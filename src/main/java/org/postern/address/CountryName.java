package org.postern.address;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.text.DisplayContext;
import com.ibm.icu.text.LocaleDisplayNames;
import com.ibm.icu.util.ULocale;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The last line of a letter that goes abroad. */
final class CountryName {
    /** Territories whose mail goes to another country's post. */
    private static final Map<String, String> POSTS = Map.of("AX", "FI");

    /** Their long names are politics, not post. */
    private static final Set<String> SHORT = Set.of("HK", "MO", "PS");

    private static final Set<String> LANGUAGES = Arrays.stream(ULocale.getAvailableLocales())
            .map(ULocale::getLanguage)
            .collect(Collectors.toSet());

    private CountryName() {}

    static boolean isHome(String country, String origin) {
        return post(country).equalsIgnoreCase(post(origin));
    }

    private static String post(String country) {
        return POSTS.getOrDefault(country, country);
    }

    /**
     * The name that the sending post reads, in capitals. Beside it stands the destination's own where that is not Latin, as
     * Russia's post asks, and English where no name would be Latin, as the conventions of the post ask.
     */
    static String line(String country, String language, String originLanguage) {
        String local = name(country, language);
        String read = name(country, originLanguage);
        var names = new LinkedHashSet<String>();
        if (!Script.isLatin(local)) {
            names.add(local);
        }
        names.add(read);
        if (names.stream().noneMatch(Script::isLatin)) {
            names.add(name(country, "en"));
        }
        return String.join(" / ", names);
    }

    /** ICU falls back to the JVM's language for one it does not know; English is the same everywhere. */
    private static String name(String country, String language) {
        String known = LANGUAGES.contains(Script.language(language)) ? language : "en";
        var locale = ULocale.forLanguageTag(known);
        String post = post(country);
        DisplayContext length = SHORT.contains(post) ? DisplayContext.LENGTH_SHORT : DisplayContext.LENGTH_FULL;
        String name = LocaleDisplayNames.getInstance(locale, length).regionDisplayName(post);
        String plain = name.replaceAll("\\s*[(（].*[)）]", "");
        // Georgian capitals are younger than most fonts and unknown to its post
        return locale.getLanguage().equals("ka") ? plain : UCharacter.toUpperCase(locale, plain);
    }
}
