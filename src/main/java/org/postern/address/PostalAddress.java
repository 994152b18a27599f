package org.postern.address;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Where somebody can be written to, in one script.
 *
 * @param name with patronymic, as it is to stand on the letter
 * @param birth date or year of birth; where people are told apart by it, it stands behind the name
 * @param number the prisoner's number
 * @param facility prison or office
 * @param unit block, cell, department
 * @param country ISO 3166 code of two letters
 * @param language BCP 47 of these values: it chooses words such as "г. р." and the transliteration
 */
public record PostalAddress(
        String name,
        @Nullable String birth,
        @Nullable String number,
        @Nullable String facility,
        @Nullable String unit,
        @Nullable String street,
        @Nullable String town,
        @Nullable String region,
        @Nullable String postcode,
        String country,
        String language) {

    public PostalAddress {
        country = country.toUpperCase(Locale.ROOT);
        if (!country.matches("[A-Z]{2}")) {
            throw new IllegalArgumentException("not a country code: " + country);
        }
    }

    /** The same in Latin letters, by the rules of its language. */
    public PostalAddress latin() {
        return new PostalAddress(
                latin(name),
                birth,
                number == null ? null : latin(number),
                latinOrNull(facility),
                latinOrNull(unit),
                latinOrNull(street),
                latinOrNull(town),
                latinOrNull(region),
                latinOrNull(postcode),
                country,
                "en");
    }

    private @Nullable String latinOrNull(@Nullable String text) {
        return text == null ? null : latin(text);
    }

    private String latin(String text) {
        return Transliteration.latin(text, language);
    }
}
