package org.postern.review;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A text by its sentences, beside another one. */
public final class Sentences {
    private static final Pattern END = Pattern.compile("(?<=[.!?…。؟။])\\s+|\n");

    private Sentences() {}

    /** @param differs whether the other text has no such sentence */
    public record Sentence(String text, boolean differs) {}

    /** @return the paragraphs of a text in sentences */
    static List<List<Sentence>> beside(String other, String text) {
        Set<String> known = Paragraphs.of(other).stream().flatMap(Sentences::of).collect(Collectors.toSet());
        return Paragraphs.of(text).stream()
                .map(paragraph -> of(paragraph)
                        .map(sentence -> new Sentence(sentence, !known.contains(sentence)))
                        .toList())
                .toList();
    }

    private static Stream<String> of(String paragraph) {
        return Arrays.stream(END.split(paragraph)).map(String::strip).filter(sentence -> !sentence.isEmpty());
    }
}
