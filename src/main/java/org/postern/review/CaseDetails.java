package org.postern.review;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Words of a criminal case, by lists in each language; all lists are asked, for names of things are borrowed. */
final class CaseDetails {
    private static final Map<String, Pattern> LISTS = DataLines.of("cases.txt").stream()
            .collect(Collectors.toMap(
                    line -> line.get(0),
                    line -> DataLines.commas(line.get(1)).stream()
                            .map(CaseDetails::pattern)
                            .collect(Collectors.collectingAndThen(
                                    Collectors.joining("|", "(?<![\\p{L}\\p{M}])(?:", ")(?![\\p{L}\\p{M}\\p{N}])"),
                                    all -> Pattern.compile(all, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE))),
                    (one, other) -> one,
                    LinkedHashMap::new));

    private CaseDetails() {}

    /** @return each find once, with the language of its list */
    static List<Found> in(String body) {
        Map<String, Found> all = new LinkedHashMap<>();
        LISTS.forEach((language, pattern) -> {
            Matcher matcher = pattern.matcher(body);
            while (matcher.find()) {
                all.putIfAbsent(matcher.group(), Found.of("case", matcher.group(), language));
            }
        });
        return List.copyOf(all.values());
    }

    /** A star after a word is any ending; one that stands alone is a number, as that of an article. */
    private static String pattern(String words) {
        return List.of(words.split(" ")).stream()
                .map(word -> word.equals("*")
                        ? "\\p{Nd}[\\p{Nd}.]*"
                        : word.endsWith("*")
                                ? Pattern.quote(word.substring(0, word.length() - 1)) + "[\\p{L}\\p{M}]*"
                                : Pattern.quote(word))
                .collect(Collectors.joining("[ \\u00a0]+"));
    }
}
