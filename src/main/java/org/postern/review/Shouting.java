package org.postern.review;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Capitals throughout: they read as shouting, and some readers at the gate stop at them. A name or an abbreviation is none. */
final class Shouting {
    private static final Pattern LOUD =
            Pattern.compile("\\p{Lu}[\\p{Lu}\\p{M}'’-]*(?:[^\\p{L}\\n]+\\p{Lu}[\\p{Lu}\\p{M}'’-]*){3,}(?![\\p{Ll}])");

    private static final int LEAST_LETTERS = 16;

    private Shouting() {}

    static List<Found> in(String body) {
        List<Found> all = new ArrayList<>();
        Matcher matcher = LOUD.matcher(body);
        while (matcher.find()) {
            if (matcher.group().codePoints().filter(Character::isLetter).count() >= LEAST_LETTERS) {
                all.add(Found.of("capitals", matcher.group()));
            }
        }
        return all;
    }
}
