package org.postern.letter;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Letters made by chance from a seed: honest ones of many hands, and copies of one text that were made to look different. */
public final class SpunTexts {
    private static final String[] BEGIN = {
        "b", "d", "f", "g", "k", "l", "m", "n", "p", "r", "s", "t", "v", "st", "pr", "br"
    };
    private static final String[] END = {"a", "e", "i", "o", "u", "an", "en", "or", "is", "el"};

    private final Random random;
    private final List<String> words = new ArrayList<>();

    /** What many honest letters share: greetings and wishes that everybody knows. */
    private final List<String> phrases = new ArrayList<>();

    public SpunTexts(long seed) {
        this.random = new Random(seed);
        for (int i = 0; i < 6000; i++) {
            StringBuilder word = new StringBuilder();
            for (int n = 1 + i / 400 % 3; n >= 0; n--) {
                word.append(BEGIN[random.nextInt(BEGIN.length)]).append(END[random.nextInt(END.length)]);
            }
            words.add(word.toString());
        }
        for (int i = 0; i < 60; i++) {
            phrases.add(sentence());
        }
    }

    /** @return a letter of 8 to 25 sentences of its own, with two or three that many letters have */
    public String honest() {
        List<String> sentences = IntStream.range(0, 8 + random.nextInt(18))
                .mapToObj(i -> sentence())
                .collect(Collectors.toCollection(ArrayList::new));
        for (int n = 2 + random.nextInt(2); n > 0; n--) {
            sentences.add(random.nextInt(sentences.size()), phrases.get(random.nextInt(phrases.size())));
        }
        return text(sentences);
    }

    /**
     * @return the same text as somebody makes it who wants it to pass for another: every seventh word or so exchanged, a
     *     sentence left out, one added, two that changed places, another greeting, capitals and marks at will
     */
    public String spun(String text) {
        List<String> sentences = new ArrayList<>(List.of(text.split("(?<=[.!])\\s+")));
        sentences.remove(random.nextInt(sentences.size()));
        Collections.swap(sentences, random.nextInt(sentences.size()), random.nextInt(sentences.size()));
        sentences.add(random.nextInt(sentences.size()), sentence());
        sentences.add(0, "Dear " + word() + "!");
        double exchanged = 0.05 + random.nextDouble() * 0.15;
        return sentences.stream()
                .map(sentence -> List.of(sentence.split(" ")).stream()
                        .map(word -> random.nextDouble() < exchanged ? word() : word)
                        .map(word -> random.nextInt(30) == 0 ? word.toUpperCase(java.util.Locale.ROOT) : word)
                        .collect(Collectors.joining(random.nextInt(20) == 0 ? ",  " : " ")))
                .collect(Collectors.joining("\n\n"));
    }

    private String text(List<String> sentences) {
        return String.join(" ", sentences);
    }

    private String sentence() {
        return IntStream.range(0, 5 + random.nextInt(10)).mapToObj(i -> word()).collect(Collectors.joining(" ")) + ".";
    }

    /** Few words are said often, and most hardly ever, as in any language. */
    private String word() {
        double rank = Math.pow(words.size(), random.nextDouble());
        return words.get(Math.min(words.size() - 1, (int) rank));
    }
}
