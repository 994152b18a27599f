package org.postern.letter;

import java.nio.ByteBuffer;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * A print of a text by which much the same words are found again (MinHash over pairs of words that follow each other). The
 * pairs are keyed before anything else is done with them, so that nobody without the key can ask for a word.
 *
 * @param smallest of each of {@value #HASHES} orders of the pairs
 */
record WordPrint(List<Integer> smallest) {
    static final int HASHES = 72;
    private static final int IN_A_BAND = 3;

    /** Of a shorter text many people write the same of their own: a wish for a birthday, a greeting. */
    private static final int LEAST_PAIRS = 24;

    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");

    /** A first line of so few words calls somebody by name. */
    private static final int IN_A_GREETING = 5;

    /**
     * @param keyed pairs of words under a secret key, a number each, all 64 bits alike
     * @return without values for a text too short to be compared
     */
    static WordPrint of(String text, Function<Set<String>, long[]> keyed) {
        Set<String> pairs = pairs(text);
        if (pairs.size() < LEAST_PAIRS) {
            return new WordPrint(List.of());
        }
        long[] least = new long[HASHES];
        Arrays.fill(least, Long.MAX_VALUE);
        for (long value : keyed.apply(pairs)) {
            for (int i = 0; i < HASHES; i++) {
                least[i] = Math.min(least[i], mixed(value + i * 0x9e3779b97f4a7c15L));
            }
        }
        return new WordPrint(
                Arrays.stream(least).mapToObj(value -> (int) (value >>> 16)).toList());
    }

    /** @return the share of pairs that both have, of all that either has: 0 to 1, give or take 0.06 */
    double likeness(WordPrint other) {
        if (smallest.isEmpty() || other.smallest.isEmpty()) {
            return 0;
        }
        int same = 0;
        for (int i = 0; i < HASHES; i++) {
            same += smallest.get(i).equals(other.smallest.get(i)) ? 1 : 0;
        }
        return (double) same / HASHES;
    }

    /** @return values of which texts that are alike have one in common nearly always, and others hardly ever */
    Set<Long> bands() {
        Set<Long> bands = new HashSet<>();
        for (int i = 0; i + IN_A_BAND <= smallest.size(); i += IN_A_BAND) {
            long band = i + 1L;
            for (int value : smallest.subList(i, i + IN_A_BAND)) {
                band = mixed(band ^ value);
            }
            bands.add(band);
        }
        return bands;
    }

    byte[] toBytes() {
        ByteBuffer bytes = ByteBuffer.allocate(smallest.size() * Integer.BYTES);
        smallest.forEach(bytes::putInt);
        return bytes.array();
    }

    static WordPrint fromBytes(byte[] bytes) {
        ByteBuffer values = ByteBuffer.wrap(bytes);
        Integer[] smallest = new Integer[bytes.length / Integer.BYTES];
        Arrays.setAll(smallest, i -> values.getInt());
        return new WordPrint(List.of(smallest));
    }

    private static Set<String> pairs(String text) {
        String[] lines = text.strip().split("\\R", 2);
        boolean greets = lines.length == 2 && words(lines[0]).size() <= IN_A_GREETING;
        List<String> words = words(greets ? lines[1] : text);
        Set<String> pairs = new LinkedHashSet<>();
        for (int i = 1; i < words.size(); i++) {
            pairs.add(words.get(i - 1) + " " + words.get(i));
        }
        return pairs;
    }

    private static List<String> words(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replace('ё', 'е');
        return Arrays.stream(BETWEEN_WORDS.split(plain))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    /** Each bit of the value changes half of the bits: the finishing step of SplitMix64, a public domain constant. */
    private static long mixed(long value) {
        long z = (value ^ (value >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }
}
