package org.postern.letter;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a reader tells a writer. {@link Letters} keeps it sealed as one text.
 *
 * @param kind something kind, shown first; may be empty
 * @param words advice on the whole letter as it was typed; may be empty
 * @param about coded reasons, said in the writer's own language by the messages {@code reason.<CODE>}
 * @param passages advice on some words of the letter
 */
public record Advice(String kind, String words, Set<About> about, List<Passage> passages) {
    /** ASCII made them to stand between the parts of a text; nobody types them. */
    private static final String BETWEEN = "\u001f";

    private static final String BETWEEN_PASSAGES = "\u001e";
    private static final String WITHIN_A_PASSAGE = "\u001d";

    /** What an advice is about. */
    public enum About {
        TOPIC,
        CASE,
        PERSONAL,
        LANGUAGE,
        LENGTH,
        TONE,
        OWN_WORDS;

        public static Optional<About> of(String code) {
            return Stream.of(values()).filter(one -> one.name().equals(code)).findFirst();
        }
    }

    /**
     * @param quote words of the letter, as its writer typed them
     * @param about null for no coded reason
     * @param words may be empty where there is a reason
     */
    public record Passage(String quote, @Nullable About about, String words) {
        public Passage {
            quote = typed(quote);
            words = typed(words);
        }

        private String text() {
            return String.join(WITHIN_A_PASSAGE, quote, about == null ? "" : about.name(), words);
        }

        private static @Nullable Passage parse(String text) {
            String[] parts = text.split(WITHIN_A_PASSAGE, -1);
            return parts.length == 3 ? new Passage(parts[0], About.of(parts[1]).orElse(null), parts[2]) : null;
        }
    }

    public Advice {
        kind = typed(kind);
        words = typed(words);
        about = about.isEmpty() ? Set.of() : Set.copyOf(about);
        passages = List.copyOf(passages);
    }

    /** Advice on the whole letter. */
    public Advice(String kind, String words, Set<About> about) {
        this(kind, words, about, List.of());
    }

    /** @return whether it says nothing that a writer could do */
    public boolean isEmpty() {
        return words.isEmpty() && about.isEmpty() && passages.isEmpty();
    }

    /** @return one text, for {@link Letters#askForChanges} and {@link Letters#refuse} */
    public String text() {
        return String.join(
                BETWEEN,
                kind,
                words,
                codes(),
                passages.stream().map(Passage::text).collect(Collectors.joining(BETWEEN_PASSAGES)));
    }

    /** @param text of {@link Letters#adviceOn}; one that {@link #text} did not make is all words */
    public static Advice parse(String text) {
        String[] parts = text.split(BETWEEN, -1);
        return switch (parts.length) {
            // Kept before a passage had an advice of its own.
            case 3 -> new Advice(parts[0], parts[1], about(parts[2]));
            case 4 -> new Advice(parts[0], parts[1], about(parts[2]), passages(parts[3]));
            default -> new Advice("", text, Set.of());
        };
    }

    private String codes() {
        return about.stream().sorted().map(About::name).collect(Collectors.joining(" "));
    }

    private static Set<About> about(String codes) {
        Set<About> about = EnumSet.noneOf(About.class);
        Arrays.stream(codes.split(" ")).flatMap(code -> About.of(code).stream()).forEach(about::add);
        return about;
    }

    private static List<Passage> passages(String text) {
        return Arrays.stream(text.split(BETWEEN_PASSAGES))
                .map(Passage::parse)
                .filter(Objects::nonNull)
                .toList();
    }

    private static String typed(String words) {
        return words.replaceAll("[\u001d-\u001f]", "").strip();
    }
}
