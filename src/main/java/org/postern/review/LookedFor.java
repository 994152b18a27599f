package org.postern.review;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.postern.directory.Severity;

/** What every letter is looked through for, whatever the rules of its place. Nothing here stops a letter. */
final class LookedFor {
    /** More of them are no help to anybody. */
    private static final int MOST = 40;

    private LookedFor() {}

    /**
     * @param language BCP 47, as the writer chose it
     * @param codes what the codes in its photo say
     */
    static List<Flag> in(String body, String language, List<String> codes) {
        List<Flag> all = new ArrayList<>();
        codes.forEach(code -> all.add(new Flag(0, Severity.WARNS, "flag.code", List.of(code), null, "", null)));
        SpokenIn.language(body)
                .filter(spoken -> !isOf(spoken, language))
                .ifPresent(spoken -> all.add(
                        new Flag(0, Severity.WARNS, "flag.language", List.of(spoken, language), null, "", null)));
        Stream.of(OddCharacters.in(body), PersonalData.in(body), Shouting.in(body), CaseDetails.in(body))
                .flatMap(List::stream)
                .distinct()
                .limit(MOST)
                .forEach(found -> all.add(found.flag()));
        return all;
    }

    private static boolean isOf(String spoken, String chosen) {
        return chosen.equals(spoken) || chosen.startsWith(spoken + "-");
    }
}
