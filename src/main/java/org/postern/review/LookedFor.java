package org.postern.review;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.postern.directory.Severity;

/** What every letter is looked through for, whatever the rules of its place. Nothing here stops a letter. */
final class LookedFor {
    /** More of one kind are no help to anybody; and however many there are of one, none of another is left out. */
    private static final int MOST_OF_A_KIND = 20;

    private LookedFor() {}

    /**
     * @param language BCP 47, as the writer chose it
     * @param codes what the codes in its photo say
     */
    static List<Flag> in(String body, String language, List<String> codes) {
        List<Flag> all = new ArrayList<>();
        Map<String, Integer> kinds = new HashMap<>();
        codes.forEach(code -> all.add(new Flag(0, Severity.WARNS, "flag.code", List.of(code), null, "", null)));
        SpokenIn.language(body)
                .filter(spoken -> !isOf(spoken, language))
                .ifPresent(spoken -> all.add(
                        new Flag(0, Severity.WARNS, "flag.language", List.of(spoken, language), null, "", null)));
        Stream.of(OddCharacters.in(body), PersonalData.in(body), Shouting.in(body), CaseDetails.in(body))
                .flatMap(List::stream)
                .distinct()
                .map(Found::flag)
                .filter(flag -> kinds.merge(flag.key(), 1, Integer::sum) <= MOST_OF_A_KIND)
                .forEach(all::add);
        return all;
    }

    private static boolean isOf(String spoken, String chosen) {
        return chosen.equals(spoken) || chosen.startsWith(spoken + "-");
    }
}
