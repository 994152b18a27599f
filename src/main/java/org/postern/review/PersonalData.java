package org.postern.review;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What leads to a person outside: who reads the letter in prison learns it. */
final class PersonalData {
    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;

    private static final Pattern EMAIL = Pattern.compile("[^\\s@<>(),;:]{1,64}@[^\\s@<>(),;:]{1,200}\\.\\p{L}{2,20}");
    private static final Pattern LINK = Pattern.compile(
            "(?<![\\p{L}\\p{N}@.])(?:https?://\\S{2,200}|www\\.\\S{2,200}"
                    + "|(?:[\\p{L}\\p{N}-]{1,60}\\.){1,4}(?:com|org|net|info|io|me|ru|by|ua|de|fr|es|tr|ir|uk|eu|рф)"
                    + "(?![\\p{L}\\p{N}])(?:/\\S{0,200})?|(?<!\\S)@[a-z0-9_]{4,32}\\b)",
            FLAGS);
    private static final Pattern CARD =
            Pattern.compile("(?<![\\p{L}\\p{N}])\\p{Nd}(?:[ \\u00a0-]?\\p{Nd}){12,18}(?!\\p{N})");

    /** Seven digits at least, as one writes a number to be dialled. */
    private static final Pattern PHONE =
            Pattern.compile("(?<![\\p{L}\\p{N}])\\+?\\p{Nd}(?:[ ()./\\u00A0\\u2011-]{0,3}\\p{Nd}){6,14}(?!\\p{N})");

    private static final Pattern DAYS = Pattern.compile("\\p{Nd}{4}[-/.]\\p{Nd}{1,2}[-/.]\\p{Nd}{1,2}"
            + "|\\p{Nd}{1,2}[-/. ]\\p{Nd}{1,2}[-/. ]\\p{Nd}{4}|\\p{Nd}{4}\\s?[-/]\\s?\\p{Nd}{4}");

    private static final Pattern STREET = streets();

    private PersonalData() {}

    /** @return in the order of their kinds; a number is a card only if its check digit is right */
    static List<Found> in(String body) {
        List<Found> all = new ArrayList<>();
        StringBuilder rest = new StringBuilder(body);
        take(EMAIL, "email", rest, all);
        take(LINK, "link", rest, all);
        take(CARD, "card", rest, all);
        take(STREET, "street", rest, all);
        take(PHONE, "phone", rest, all);
        return all;
    }

    /** What was found as one kind is not looked at again. */
    private static void take(Pattern pattern, String kind, StringBuilder rest, List<Found> all) {
        Matcher matcher = pattern.matcher(rest.toString());
        while (matcher.find()) {
            String words = matcher.group().replaceAll("[.,;:!?)]+$", "");
            boolean meant = kind.equals("card")
                    ? isCard(words)
                    : !kind.equals("phone") || !DAYS.matcher(words).matches();
            if (meant) {
                all.add(Found.of(kind, words));
                rest.replace(matcher.start(), matcher.end(), "\n".repeat(matcher.end() - matcher.start()));
            }
        }
    }

    /** Luhn's check digit, which every payment card has. */
    static boolean isCard(String number) {
        int[] digits = number.codePoints()
                .filter(Character::isDigit)
                .map(Character::getNumericValue)
                .toArray();
        int sum = 0;
        for (int i = 0; i < digits.length; i++) {
            int digit = digits[digits.length - 1 - i] * (i % 2 == 0 ? 1 : 2);
            sum += digit > 9 ? digit - 9 : digit;
        }
        return digits.length >= 13 && digits.length <= 19 && digits[0] != 0 && sum % 10 == 0;
    }

    private static Pattern streets() {
        List<List<String>> lines = DataLines.of("streets.txt");
        String word = "[\\p{L}\\p{M}][\\p{L}\\p{M}\\p{N}.'’-]*";
        String house = "\\p{Nd}{1,4}(?:[/-]?\\p{Nd}{1,3}|\\p{L}(?!\\p{L}))?(?!\\p{N})";
        String before = any(lines, "before");
        String after = any(lines, "after");
        return Pattern.compile(
                Stream.of(
                                // улица Ленина, 12 / 12 rue de la Paix
                                "(?<!\\p{L})" + before + "[ \\u00a0]?(?:" + word + "[ \\u00a0]){0,3}" + word
                                        + ",? {0,2}(?:д\\.? ?|дом |буд\\.? ?|№ ?)?" + house,
                                "(?<![\\p{L}\\p{N}])" + house + ",? (?:bis )?" + before + " (?:" + word + " ){0,2}"
                                        + word,
                                // 12 Baker Street / Hauptstraße 5 / Atatürk Caddesi No: 5
                                "(?<![\\p{L}\\p{N}])" + house + " (?:" + word + " ){1,3}" + after + "(?!\\p{L})",
                                "(?<!\\p{L})(?:" + word + "[ -]){0,2}[\\p{L}\\p{M}]*" + after
                                        + ",?[ \\u00a0](?:no[:.]? ?)?" + house)
                        .map(each -> "(?:" + each + ")")
                        .collect(Collectors.joining("|")),
                FLAGS);
    }

    private static String any(List<List<String>> lines, String which) {
        return lines.stream()
                .filter(line -> line.get(0).equals(which))
                .flatMap(line -> DataLines.commas(line.get(1)).stream())
                .map(Pattern::quote)
                .collect(Collectors.joining("|", "(?:", ")"));
    }
}
