package org.postern.review;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What a letter was looked through for, and what was not found: no flag says as much only if one knows it was looked for. */
public final class Quiet {
    /** Kinds of flags by the message {@code quiet.<kind>} that says there is none of them. */
    private static final Map<String, Set<String>> KINDS = Map.of(
            "hidden", Set.of("flag.hidden", "flag.turning", "flag.mixed"),
            "capitals", Set.of("flag.capitals"),
            "personal", Set.of("flag.email", "flag.link", "flag.card", "flag.street", "flag.phone"),
            "case", Set.of("flag.case"),
            "language", Set.of("flag.language"));

    private static final List<String> ORDER = List.of("hidden", "capitals", "personal", "case", "language");

    private Quiet() {}

    /** @return of {@code near}, the kinds above, {@code code}, {@code page}: those of which there is none */
    public static List<String> of(Reading reading) {
        Set<String> found = reading.proof().flags().stream().map(Flag::key).collect(Collectors.toSet());
        List<String> quiet = new ArrayList<>();
        if (reading.alike().isEmpty()) {
            quiet.add("near");
        }
        ORDER.stream()
                .filter(kind -> KINDS.getOrDefault(kind, Set.of()).stream().noneMatch(found::contains))
                .filter(kind -> !kind.equals("language") || !reading.unsure())
                .forEach(quiet::add);
        if (reading.photo() && !found.contains("flag.code")) {
            quiet.add("code");
        }
        if (!reading.proof().stops() && reading.proof().pictures() > 0) {
            quiet.add("page");
        }
        return quiet;
    }
}
