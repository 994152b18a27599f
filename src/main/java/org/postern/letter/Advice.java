package org.postern.letter;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a reader tells a writer. {@link Letters} keeps it sealed as one text.
 *
 * @param kind something kind, shown first; may be empty
 * @param words the advice as it was typed; may be empty
 * @param about coded reasons, said in the writer's own language by the messages {@code reason.<CODE>}
 */
public record Advice(String kind, String words, Set<About> about) {
    /** ASCII made it to stand between parts of a text; nobody types it. */
    private static final String BETWEEN = "\u001f";

    /** What an advice is about. */
    public enum About {
        TOPIC,
        CASE,
        PERSONAL,
        LANGUAGE,
        LENGTH,
        TONE,
        OWN_WORDS
    }

    public Advice {
        kind = kind.replace(BETWEEN, "").strip();
        words = words.replace(BETWEEN, "").strip();
        about = about.isEmpty() ? Set.of() : Set.copyOf(about);
    }

    /** @return one text, for {@link Letters#askForChanges} and {@link Letters#refuse} */
    public String text() {
        return String.join(BETWEEN, kind, words, codes());
    }

    /** @param text of {@link Letters#adviceOn}; one that {@link #text} did not make is all words */
    public static Advice parse(String text) {
        String[] parts = text.split(BETWEEN, -1);
        return parts.length == 3 ? new Advice(parts[0], parts[1], about(parts[2])) : new Advice("", text, Set.of());
    }

    private String codes() {
        return about.stream().sorted().map(About::name).collect(Collectors.joining(" "));
    }

    private static Set<About> about(String codes) {
        Set<About> about = EnumSet.noneOf(About.class);
        Arrays.stream(About.values())
                .filter(one -> Arrays.asList(codes.split(" ")).contains(one.name()))
                .forEach(about::add);
        return about;
    }
}
