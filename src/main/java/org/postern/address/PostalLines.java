package org.postern.address;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.util.ULocale;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The lines of an address as its country writes them, at most six, the country last in capitals. Delivery lines follow the
 * destination; the country's name is for the post that sends the letter off.
 */
public final class PostalLines {
    public static final int MOST = 6;

    /** How the line of town, region and postcode is put together. */
    private enum Place {
        /** 12345 Town, Region */
        CODE_FIRST,
        /** Town, Region 12345 */
        CODE_LAST,
        /** Town, and the postcode on a line of its own */
        CODE_BELOW,
        /** Town, Region, 123456: also the default, read by every post */
        COMMAS
    }

    private static final Map<String, Place> PLACES = Map.ofEntries(
            Map.entry("US", Place.CODE_LAST),
            Map.entry("CA", Place.CODE_LAST),
            Map.entry("AU", Place.CODE_LAST),
            Map.entry("GB", Place.CODE_BELOW),
            Map.entry("DE", Place.CODE_FIRST),
            Map.entry("AT", Place.CODE_FIRST),
            Map.entry("CH", Place.CODE_FIRST),
            Map.entry("FR", Place.CODE_FIRST),
            Map.entry("ES", Place.CODE_FIRST),
            Map.entry("IT", Place.CODE_FIRST),
            Map.entry("NL", Place.CODE_FIRST),
            Map.entry("PL", Place.CODE_FIRST),
            Map.entry("CZ", Place.CODE_FIRST),
            Map.entry("SE", Place.CODE_FIRST),
            Map.entry("NO", Place.CODE_FIRST),
            Map.entry("FI", Place.CODE_FIRST),
            Map.entry("DK", Place.CODE_FIRST),
            Map.entry("GR", Place.CODE_FIRST),
            Map.entry("TR", Place.CODE_FIRST));

    /** Where the year of birth tells namesakes in one colony apart. */
    private static final Set<String> BIRTH = Set.of("RU", "BY", "KZ", "KG", "UZ", "TJ", "TM", "AZ", "AM", "GE", "UA");

    private static final Set<String> ARABIC_COMMA = Set.of("ar", "fa", "ur", "ckb");

    private static final Map<String, String> BORN =
            Map.of("ru", "%s г. р.", "be", "%s г. н.", "uk", "%s р. н.", "kk", "%s ж. т.");

    private static final Pattern DAY = Pattern.compile("^(\\d{4})-(\\d{2})-(\\d{2})$");

    private static final Set<String> LANGUAGES = Arrays.stream(ULocale.getAvailableLocales())
            .map(ULocale::getLanguage)
            .collect(Collectors.toSet());

    private PostalLines() {}

    /**
     * The lines to print.
     *
     * @param originCountry ISO 3166 code of the print site: at home the country's line is left out
     * @param originLanguage BCP 47 of a language that the print site's post reads
     */
    public static List<String> of(PostalAddress to, String originCountry, String originLanguage) {
        boolean abroad = !to.country().equalsIgnoreCase(originCountry);
        var lines = new ArrayList<String>();
        add(lines, person(to));
        add(lines, to.facility());
        add(lines, to.unit());
        add(lines, to.street());
        place(to).forEach(line -> add(lines, line));
        int room = abroad ? MOST - 1 : MOST;
        shorten(lines, room, to.unit() != null);
        if (abroad) {
            lines.add(country(to, originLanguage));
        }
        return List.copyOf(lines);
    }

    private static void add(List<String> lines, @Nullable String line) {
        if (line != null && !line.isBlank()) {
            lines.add(line.strip().replaceAll("\\s+", " "));
        }
    }

    private static String person(PostalAddress to) {
        var parts = new ArrayList<String>();
        add(parts, to.name());
        if (BIRTH.contains(to.country())) {
            add(parts, born(to));
        }
        if (to.number() != null && !to.number().isBlank()) {
            parts.add(
                    to.country().equals("US")
                            ? "#" + to.number().strip().replaceFirst("^#", "")
                            : to.number().strip());
        }
        return String.join(", ", parts);
    }

    private static @Nullable String born(PostalAddress to) {
        String birth = to.birth();
        if (birth == null || birth.isBlank()) {
            return null;
        }
        String words = BORN.get(language(to.language()));
        // A day is written as they write it there; elsewhere 1991-04-14 is read the same by everybody.
        return words == null
                ? "born " + birth.strip()
                : words.replace("%s", DAY.matcher(birth.strip()).replaceFirst("$3.$2.$1"));
    }

    private static List<String> place(PostalAddress to) {
        String comma = ARABIC_COMMA.contains(language(to.language())) ? "، " : ", ";
        String code = to.postcode();
        String town = to.country().equals("US") ? capitals(to.town()) : to.town();
        String place = joined(comma, town, to.region());
        return switch (PLACES.getOrDefault(to.country(), Place.COMMAS)) {
            case CODE_FIRST -> List.of(joined(" ", code, place));
            case CODE_LAST -> List.of(joined(" ", place, code));
            case CODE_BELOW -> List.of(place, joined("", code));
            case COMMAS -> List.of(joined(comma, place, code));
        };
    }

    private static @Nullable String capitals(@Nullable String text) {
        return text == null ? null : UCharacter.toUpperCase(ULocale.ENGLISH, text);
    }

    private static String joined(String between, @Nullable String... parts) {
        return String.join(
                between,
                Stream.of(parts)
                        .filter(part -> part != null && !part.isBlank())
                        .map(String::valueOf)
                        .map(String::strip)
                        .toList());
    }

    /** Too many lines: unit and street share one, then facility and what follows it. Nothing is left out. */
    private static void shorten(List<String> lines, int room, boolean hasUnit) {
        for (int at = hasUnit ? 2 : 1; lines.size() > room && at + 1 < lines.size(); ) {
            lines.set(at, lines.get(at) + ", " + lines.remove(at + 1));
        }
    }

    /**
     * The name that the sending post reads, capitals. Beside it stands the destination's own where that is not Latin, as
     * Russia's post asks, and English where no name would be Latin, as the conventions of the post ask.
     */
    private static String country(PostalAddress to, String originLanguage) {
        String local = name(to.country(), to.language());
        String read = name(to.country(), originLanguage);
        var names = new LinkedHashSet<String>();
        if (!isLatin(local)) {
            names.add(local);
        }
        names.add(read);
        if (names.stream().noneMatch(PostalLines::isLatin)) {
            names.add(name(to.country(), "en"));
        }
        return String.join(" / ", names);
    }

    /** ICU falls back to the JVM's language for one it does not know; English is the same everywhere. */
    private static String name(String country, String language) {
        var locale = ULocale.forLanguageTag(LANGUAGES.contains(language(language)) ? language : "en");
        String name = new ULocale("", country).getDisplayCountry(locale);
        String plain = name.replaceAll("\\s*\\(.*\\)", "");
        // Georgian capitals are younger than most fonts and unknown to its post
        return locale.getLanguage().equals("ka") ? plain : UCharacter.toUpperCase(locale, plain);
    }

    private static boolean isLatin(String text) {
        return text.codePoints()
                .filter(Character::isLetter)
                .allMatch(letter -> Character.UnicodeScript.of(letter) == Character.UnicodeScript.LATIN);
    }

    private static String language(String tag) {
        return ULocale.forLanguageTag(tag).getLanguage();
    }
}
