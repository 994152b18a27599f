package org.postern.directory;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.postern.directory.Rule.Line;
import org.postern.directory.Rule.Unreadable;

/** Reads rules as organisers write them: a line each, then its source and the day it was checked, behind bars. */
final class RuleText {
    private static final Pattern SIZE = Pattern.compile("([1-9]\\d?)\\s*[x×]\\s*([1-9]\\d?)");

    private RuleText() {}

    /** @throws Unreadable naming the first line that is no rule; blank lines and {@code #} are passed over */
    static List<Line> parseAll(String text) {
        String[] lines = text.split("\n", -1);
        List<Line> all = new ArrayList<>();
        for (int i = 0; i < lines.length; i++) {
            String line = lines[i].strip();
            if (!line.isEmpty() && !line.startsWith("#")) {
                all.add(parse(line, i + 1));
            }
        }
        return List.copyOf(all);
    }

    private static Line parse(String line, int number) {
        String[] parts = line.split("\\s*\\|\\s*", 3);
        try {
            Rule rule = rule(parts[0].strip());
            String source = parts.length > 1 ? parts[1].strip() : "";
            return new Line(rule, source, parts.length > 2 ? LocalDate.parse(parts[2].strip()) : null);
        } catch (IllegalArgumentException | DateTimeParseException e) {
            throw new Unreadable(number, line);
        }
    }

    private static Rule rule(String text) {
        String[] words = text.split("\\s+", 2);
        String rest = words.length > 1 ? words[1] : "";
        return switch (words[0].toLowerCase(Locale.ROOT)) {
            case "max-pages" -> new Rule.MaxPages(atLeast(1, rest));
            case "languages" -> new Rule.Languages(tags(some(rest)));
            case "max-photos" -> new Rule.MaxPhotos(atLeast(0, rest));
            case "no-photos" -> alone(rest, new Rule.MaxPhotos(0));
            case "photo-size" -> size(rest);
            case "warn-words" -> new Rule.WarnWords(list(some(rest)));
            case "own-words" -> new Rule.OwnWords(atLeast(1, rest));
            case "leave-out" -> new Rule.LeaveOut(some(rest));
            case "note" -> new Rule.Note(some(rest));
            case "paper" -> new Rule.Paper(some(rest));
            case "birth-year-required" -> alone(rest, new Rule.BirthYearRequired());
            case "number-required" -> alone(rest, new Rule.NumberRequired());
            case "window-allowed" -> alone(rest, new Rule.WindowAllowed());
            case "labels-allowed" -> alone(rest, new Rule.LabelsAllowed());
            case "codes-allowed" -> alone(rest, new Rule.CodesAllowed());
            case "colour-allowed" -> alone(rest, new Rule.ColourAllowed());
            case "enclosures-allowed" -> alone(rest, new Rule.EnclosuresAllowed());
            case "no-window", "no-labels", "no-codes", "no-colour", "no-enclosures", "no-original" ->
                alone(
                        rest,
                        new Rule.NotAllowed(words[0].toLowerCase(Locale.ROOT).substring(3)));
            case "postcard-only" -> alone(rest, new Rule.PostcardOnly());
            case "return-address-required" -> alone(rest, new Rule.ReturnAddressRequired());
            default -> throw new IllegalArgumentException(text);
        };
    }

    private static int atLeast(int least, String number) {
        int n = Integer.parseInt(number.strip());
        if (n < least) {
            throw new IllegalArgumentException(number);
        }
        return n;
    }

    private static List<String> tags(String text) {
        List<String> tags = List.of(text.split("[\\s,]+"));
        for (String tag : tags) {
            if (!tag.matches("[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")) {
                throw new IllegalArgumentException(tag);
            }
        }
        return tags;
    }

    private static List<String> list(String text) {
        List<String> words = Arrays.stream(text.split(","))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .toList();
        // a star alone would find everything
        if (words.isEmpty()
                || words.stream().anyMatch(word -> word.replace("*", "").isBlank())) {
            throw new IllegalArgumentException(text);
        }
        return words;
    }

    private static Rule size(String text) {
        Matcher sides = SIZE.matcher(text.strip());
        if (!sides.matches()) {
            throw new IllegalArgumentException(text);
        }
        int one = Integer.parseInt(sides.group(1));
        int other = Integer.parseInt(sides.group(2));
        return new Rule.PhotoSize(Math.min(one, other), Math.max(one, other));
    }

    /** What stands behind a rule that takes nothing was meant to say something, so it must not be lost. */
    private static Rule alone(String rest, Rule rule) {
        if (!rest.isBlank()) {
            throw new IllegalArgumentException(rest);
        }
        return rule;
    }

    private static String some(String rest) {
        if (rest.isBlank()) {
            throw new IllegalArgumentException("nothing after the rule's name");
        }
        return rest.strip();
    }
}
