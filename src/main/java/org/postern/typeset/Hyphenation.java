package org.postern.typeset;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * Where words of a language may be divided, by Liang's algorithm: patterns vote at each place between two letters, the
 * highest vote counts, odd votes divide. {@code src/docs/hyphenation.md} lists the files and their licences.
 */
final class Hyphenation {
    /** Language tag, lower case, to the name of its file. */
    private static final Map<String, String> FILES = Map.ofEntries(
            Map.entry("af", "af"),
            Map.entry("bg", "bg"),
            Map.entry("ca", "ca"),
            Map.entry("da", "da"),
            Map.entry("de", "de_DR"),
            Map.entry("de-1901", "de_1901"),
            Map.entry("de-ch", "de_CH"),
            Map.entry("eo", "eo"),
            Map.entry("et", "et"),
            Map.entry("gl", "gl"),
            Map.entry("ia", "ia"),
            Map.entry("is", "is"),
            Map.entry("kmr", "kmr"),
            Map.entry("ku", "kmr"),
            Map.entry("la", "la"),
            Map.entry("mn", "mn"),
            Map.entry("pt", "pt"),
            Map.entry("ru", "ru"),
            Map.entry("sl", "sl"),
            Map.entry("sr-latn", "sr_Latn"),
            Map.entry("sv", "sv"),
            Map.entry("tk", "tk"),
            Map.entry("uk", "uk"));

    /** Fewer letters than these on either line cost the reader more than a wide space. */
    private static final int BEFORE = 2;

    private static final int AFTER = 3;
    /** Stands in the text of a file for a division that changes letters, which we never make. */
    private static final char CHANGES = '\uFFFF';

    private static final Map<String, Hyphenation> KNOWN = new ConcurrentHashMap<>();
    private static final Pattern WORD = Pattern.compile("\\S+");

    private final Map<String, byte[]> votes = new HashMap<>();
    private final Map<String, List<Integer>> exceptions = new HashMap<>();
    private int longest;
    private int before = BEFORE;
    private int after = AFTER;

    private Hyphenation() {}

    /** The patterns of a BCP 47 tag, or null where no free ones are known: then nothing is divided. */
    static @Nullable Hyphenation of(String language) {
        for (String tag = language.toLowerCase(Locale.ROOT); ; tag = tag.substring(0, tag.lastIndexOf('-'))) {
            String file = FILES.get(tag);
            if (file != null) {
                return KNOWN.computeIfAbsent(file, Hyphenation::read);
            }
            if (tag.indexOf('-') < 0) {
                return null;
            }
        }
    }

    static boolean covers(String language) {
        return of(language) != null;
    }

    /** The indices at which the word may be divided, ascending; none for anything but letters. */
    List<Integer> points(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        if (word.length() < before + after
                || lower.length() != word.length()
                || !lower.chars().allMatch(Character::isLetter)) {
            return List.of();
        }
        List<Integer> exception = exceptions.get(lower);
        if (exception != null) {
            return exception.stream().filter(at -> allowed(at, word)).toList();
        }
        String bounded = "." + lower + ".";
        byte[] highest = new byte[bounded.length() + 1];
        for (int from = 0; from < bounded.length(); from++) {
            for (int to = from + 1; to <= Math.min(bounded.length(), from + longest); to++) {
                byte[] vote = votes.get(bounded.substring(from, to));
                for (int i = 0; vote != null && i < vote.length; i++) {
                    highest[from + i] = (byte) Math.max(highest[from + i], vote[i]);
                }
            }
        }
        var points = new ArrayList<Integer>();
        for (int at = before; at <= word.length() - after; at++) {
            if (highest[at + 1] % 2 == 1) {
                points.add(at);
            }
        }
        return List.copyOf(points);
    }

    private boolean allowed(int at, String word) {
        return at >= before && at <= word.length() - after;
    }

    private static Hyphenation read(String name) {
        try (InputStream in = Hyphenation.class.getResourceAsStream("/hyphenation/" + name + ".xml")) {
            if (in == null) {
                throw new IllegalStateException("hyphenation/" + name + ".xml is missing from the build");
            }
            // the JDK's own reader, whatever a server adds; the files name a DTD that must not be fetched
            XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
            factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
            factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
            var hyphenation = new Hyphenation();
            hyphenation.read(factory.createXMLStreamReader(in));
            return hyphenation;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (XMLStreamException e) {
            throw new IllegalStateException("hyphenation/" + name + ".xml cannot be read", e);
        }
    }

    private void read(XMLStreamReader xml) throws XMLStreamException {
        var text = new StringBuilder();
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT && "hyphen".equals(xml.getLocalName())) {
                text.append(CHANGES);
            } else if (event == XMLStreamConstants.START_ELEMENT) {
                text.setLength(0);
                if ("hyphen-min".equals(xml.getLocalName())) {
                    before = Math.max(BEFORE, Integer.parseInt(xml.getAttributeValue(null, "before")));
                    after = Math.max(AFTER, Integer.parseInt(xml.getAttributeValue(null, "after")));
                }
            } else if (event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA) {
                text.append(xml.getText());
            } else if (event == XMLStreamConstants.END_ELEMENT && "patterns".equals(xml.getLocalName())) {
                words(text, this::pattern);
            } else if (event == XMLStreamConstants.END_ELEMENT && "exceptions".equals(xml.getLocalName())) {
                words(text, this::exception);
            }
        }
    }

    private static void words(CharSequence text, Consumer<String> take) {
        Matcher words = WORD.matcher(text);
        while (words.find()) {
            if (words.group().indexOf(CHANGES) < 0) {
                take.accept(words.group());
            }
        }
    }

    /** {@code .aa6l}: letters with votes between them. */
    private void pattern(String pattern) {
        var letters = new StringBuilder();
        byte[] vote = new byte[pattern.length() + 1];
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            if (c >= '0' && c <= '9') {
                vote[letters.length()] = (byte) (c - '0');
            } else {
                letters.append(c);
            }
        }
        votes.put(letters.toString(), Arrays.copyOf(vote, letters.length() + 1));
        longest = Math.max(longest, letters.length());
    }

    /** {@code dec-li-na-tion}: the only divisions of this word. */
    private void exception(String word) {
        var points = new ArrayList<Integer>();
        int letters = 0;
        for (int i = 0; i < word.length(); i++) {
            if (word.charAt(i) == '-') {
                points.add(letters);
            } else {
                letters++;
            }
        }
        exceptions.put(word.replace("-", ""), List.copyOf(points));
    }
}
