package org.postern.address;

import java.util.ArrayList;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The first line: the name and what tells its bearer from namesakes in the same house. */
final class Person {
    /** Where it is the year of birth. */
    private static final Set<String> BIRTH = Set.of("RU", "BY", "KZ", "KG", "UZ", "TJ", "TM", "AZ", "AM", "GE", "UA");

    private static final Map<String, String> BORN =
            Map.of("ru", "%s г. р.", "be", "%s г. н.", "uk", "%s р. н.", "kk", "%s ж. т.");

    private static final Pattern DAY = Pattern.compile("^(\\d{4})-(\\d{2})-(\\d{2})$");

    private Person() {}

    static String line(PostalAddress to) {
        var parts = new ArrayList<String>();
        parts.add(to.name().strip().replaceAll("\\s+", " "));
        String birth = to.birth();
        if (birth != null && !birth.isBlank() && BIRTH.contains(to.country())) {
            parts.add(born(birth.strip(), Script.language(to.language())));
        }
        String number = number(to);
        if (number != null) {
            parts.add(number);
        }
        return String.join(", ", parts);
    }

    /** A day is written as they write it there; elsewhere 1991-04-14 is read the same by everybody. */
    private static String born(String birth, String language) {
        String words = BORN.get(language);
        return words == null
                ? "born " + birth
                : words.replace("%s", DAY.matcher(birth).replaceFirst("$3.$2.$1"));
    }

    private static @Nullable String number(PostalAddress to) {
        String number = to.number();
        if (number == null || number.isBlank()) {
            return null;
        }
        return to.country().equals("US") ? "#" + number.strip().replaceFirst("^#", "") : number.strip();
    }
}
