package org.postern.compose;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.postern.directory.Objection;

/**
 * Phone numbers, e-mail addresses and links in a writer's words: who reads the letter in prison learns them. Said as a
 * warning, for some writers mean to.
 */
final class Giveaways {
    /** Seven digits at least, as one writes a number to be dialled; a date or a year is shorter or has no such run. */
    private static final Pattern PHONE =
            Pattern.compile("(?<![\\p{L}\\p{N}])\\+?\\p{Nd}(?:[ ()/\\u00A0\\u2011-]{0,3}\\p{Nd}){6,14}(?!\\p{N})");

    private static final Pattern EMAIL = Pattern.compile("[^\\s@<>(),;]{1,64}@[^\\s@<>(),;]{1,200}\\.\\p{L}{2,20}");
    private static final Pattern LINK = Pattern.compile("(?i)\\b(?:https?://|www\\.|t\\.me/)[^\\s<>]{2,200}");
    private static final Pattern DAYS = Pattern.compile("\\p{Nd}{4}[-/]\\p{Nd}{1,2}[-/]\\p{Nd}{1,2}"
            + "|\\p{Nd}{1,2}[-/ ]\\p{Nd}{1,2}[-/ ]\\p{Nd}{4}|\\p{Nd}{4}\\s?[-/]\\s?\\p{Nd}{4}");

    private static final int SHOWN = 5;

    private Giveaways() {}

    /** @return a warning for each, in the order of the text, at most five */
    static List<Objection> in(String body) {
        Set<String> found = new LinkedHashSet<>();
        for (Pattern pattern : List.of(EMAIL, LINK, PHONE)) {
            Matcher matcher = pattern.matcher(body);
            while (matcher.find() && found.size() < SHOWN) {
                if (pattern != PHONE || !DAYS.matcher(matcher.group()).matches()) {
                    found.add(matcher.group());
                }
            }
        }
        List<Objection> warnings = new ArrayList<>();
        found.forEach(words ->
                warnings.add(Objection.warns("body", "objection.giveaway").about(words)));
        return warnings;
    }
}
