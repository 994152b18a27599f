package org.postern.address;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.util.ULocale;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.postern.address.AddressFormat.Value;

/**
 * The lines of an address as its country writes them, at most six, the country last in capitals. Delivery lines follow the
 * destination; the country's name is for the post that sends the letter off.
 */
public final class PostalLines {
    public static final int MOST = 6;

    /** The person, the place and the country: fewer lines cannot be delivered. */
    private static final int LEAST = 3;

    private PostalLines() {}

    /**
     * The lines to print, at most {@link #MOST}.
     *
     * @param originCountry ISO 3166 code of the print site: at home the country's line is left out
     * @param originLanguage BCP 47 of a language that the print site's post reads
     */
    public static List<String> of(PostalAddress to, String originCountry, String originLanguage) {
        return of(to, originCountry, originLanguage, MOST);
    }

    /**
     * The lines to print. Where there are too many, lines are joined, town and region first, the person's never.
     *
     * @param most 3 or more, for narrow windows
     */
    public static List<String> of(PostalAddress to, String originCountry, String originLanguage, int most) {
        if (most < LEAST) {
            throw new IllegalArgumentException("an address has at least " + LEAST + " lines, not " + most);
        }
        boolean abroad = !CountryName.isHome(to.country(), originCountry);
        var facts = AddressFormats.of(to.country());
        AddressFormat format = format(facts, to, abroad);
        var lines = new ArrayList<>(format.fill(values(to, format, capitals(facts, abroad))));
        new Joining(lines, Script.comma(to.language())).until(abroad ? most - 1 : most);
        var printed = new ArrayList<String>();
        lines.forEach(line -> printed.add(Script.steady(punctuated(line.text(), to))));
        if (abroad) {
            printed.add(CountryName.line(to.country(), to.language(), originLanguage));
        }
        return List.copyOf(printed);
    }

    /**
     * The last line of an address that is written otherwise, such as our own.
     *
     * @param language BCP 47 of the country that it lies in
     * @param originCountry ISO 3166 code of where it is posted
     * @param originLanguage BCP 47 of a language that the post there reads
     * @return empty at home
     */
    public static Optional<String> country(
            String country, String language, String originCountry, String originLanguage) {
        return CountryName.isHome(country, originCountry)
                ? Optional.empty()
                : Optional.of(CountryName.line(country, language, originLanguage));
    }

    /** Abroad the country stands last, so the address must run up to it, whatever is the custom at home. */
    private static AddressFormat format(AddressFormats.Country facts, PostalAddress to, boolean abroad) {
        boolean latin =
                Stream.of(to.facility(), to.street(), to.town()).allMatch(text -> text == null || Script.isLatin(text));
        AddressFormat format = latin ? facts.latin() : facts.local();
        if (abroad && format.isTopDown()) {
            format = facts.latin().isTopDown() ? format.reversed() : facts.latin();
        }
        return format.personFirst();
    }

    /** What its post wants in capitals; abroad the town too, of a country of which nothing else is said. */
    private static String capitals(AddressFormats.Country facts, boolean abroad) {
        String upper = facts.upper();
        return upper == null ? (abroad ? "C" : "") : upper;
    }

    private static Map<Value, List<String>> values(PostalAddress to, AddressFormat format, String capitals) {
        String town = text(to.town());
        String region = text(to.region());
        String code = code(text(to.postcode()), format);
        var street = new ArrayList<String>();
        Stream.of(text(to.unit()), text(to.street())).forEach(street::add);
        if (!format.has(Value.C) && !town.isEmpty() && !format.literals().contains(town.toUpperCase(Locale.ROOT))) {
            if (format.has(Value.S) && region.isEmpty()) {
                region = town;
            } else {
                street.add(town);
            }
            town = "";
        } else if (!format.has(Value.S) && town.isEmpty()) {
            town = region;
        }
        // countries get codes: what somebody wrote is not lost for older facts
        if (!format.has(Value.Z) && format.has(Value.C)) {
            town = (town + " " + code).strip();
        } else if (!format.has(Value.Z) && format.has(Value.S)) {
            region = (region + " " + code).strip();
        } else if (!format.has(Value.Z)) {
            street.add(code);
        }
        var values = new EnumMap<Value, List<String>>(Value.class);
        values.put(Value.N, List.of(Person.line(to)));
        values.put(Value.O, List.of(text(to.facility())));
        values.put(Value.A, street);
        values.put(Value.C, List.of(capitals.contains("C") ? capitals(town, to) : town));
        values.put(Value.S, List.of(capitals.contains("S") ? capitals(region, to) : region));
        values.put(Value.Z, List.of(capitals.contains("Z") ? capitals(code, to) : code));
        return values;
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text.strip().replaceAll("\\s+", " ");
    }

    /** "CH-8000" is right, "CH-CH-8000" is what comes of two who knew it. */
    private static String code(String code, AddressFormat format) {
        Optional<String> prefix = format.literals().stream()
                .filter(literal -> literal.matches("[A-Z]{1,2}-?|〒") && code.startsWith(literal))
                .findFirst();
        return prefix.map(literal -> code.substring(literal.length()).strip()).orElse(code);
    }

    /** Only in Latin letters: sorting machines read those, and elsewhere capitals carry no meaning for the post. */
    private static String capitals(String text, PostalAddress to) {
        return Script.isLatin(text) ? UCharacter.toUpperCase(ULocale.forLanguageTag(to.language()), text) : text;
    }

    private static String punctuated(String line, PostalAddress to) {
        return line.replace(", ", Script.comma(to.language())).strip();
    }
}
