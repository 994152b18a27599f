package org.postern.site;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The holidays of whole countries, from {@code holidays.txt}, which says how they are written. */
final class Holidays {
    private static final Map<String, List<String>> COUNTRIES = read();

    private Holidays() {}

    /** @return false also where nothing is known of the country */
    static boolean isOne(String country, LocalDate day) {
        return COUNTRIES.getOrDefault(country, List.of()).stream().anyMatch(rule -> falls(rule, day));
    }

    private static boolean falls(String rule, LocalDate day) {
        if (rule.startsWith("easter")) {
            return ChronoUnit.DAYS.between(easter(day.getYear()), day) == Long.parseLong(rule.substring(6));
        }
        if (rule.startsWith("orthodox")) {
            return ChronoUnit.DAYS.between(orthodoxEaster(day.getYear()), day) == Long.parseLong(rule.substring(8));
        }
        if (Character.isLetter(rule.charAt(rule.length() - 1))) {
            String weekday = rule.substring(rule.length() - 3).toUpperCase(Locale.ROOT);
            DayOfWeek which = Arrays.stream(DayOfWeek.values())
                    .filter(one -> one.name().startsWith(weekday))
                    .findFirst()
                    .orElseThrow();
            int nth = Integer.parseInt(rule.substring(3, rule.length() - 3));
            return day.getMonthValue() == Integer.parseInt(rule.substring(0, 2))
                    && day.with(TemporalAdjusters.dayOfWeekInMonth(nth, which)).equals(day);
        }
        return MonthDay.from(day).equals(MonthDay.parse("--" + rule));
    }

    /** The Gregorian computus, as anonymously published in Nature in 1876. */
    static LocalDate easter(int year) {
        int golden = year % 19;
        int century = year / 100;
        int epact = (century - century / 4 - (8 * century + 13) / 25 + 19 * golden + 15) % 30;
        int full = epact - epact / 28 * (1 - epact / 28 * (29 / (epact + 1)) * ((21 - golden) / 11));
        int weekday = (year + year / 4 + full + 2 - century + century / 4) % 7;
        int days = full - weekday;
        int month = 3 + (days + 40) / 44;
        return LocalDate.of(year, month, days + 28 - 31 * (month / 4));
    }

    /** Meeus's Julian one; thirteen days later by our calendar until the year 2099. */
    static LocalDate orthodoxEaster(int year) {
        int d = (19 * (year % 19) + 15) % 30;
        int e = (2 * (year % 4) + 4 * (year % 7) - d + 34) % 7;
        int sum = d + e + 114;
        return LocalDate.of(year, sum / 31, sum % 31 + 1).plusDays(13);
    }

    private static Map<String, List<String>> read() {
        Map<String, List<String>> all = new HashMap<>();
        InputStream in = Holidays.class.getResourceAsStream("holidays.txt");
        if (in == null) {
            throw new IllegalStateException("holidays.txt is not in the program");
        }
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            reader.lines()
                    .filter(line -> !line.startsWith("#") && !line.isBlank())
                    .forEach(line -> {
                        List<String> words = List.of(line.strip().split("\\s+"));
                        all.put(words.get(0), words.subList(1, words.size()));
                    });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return all;
    }
}
