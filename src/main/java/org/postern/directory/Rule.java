package org.postern.directory;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One rule of a country, a place or a person: a small value that answers with a reason. Written by organisers a line
 * each, e.g. {@code max-pages 2 | letters that came back | 2026-10-12}: the rule, its source, when it was checked.
 */
public sealed interface Rule {

    /** @return what the letter does against it, if anything */
    default Optional<Objection> objectionTo(Judged letter) {
        return Optional.empty();
    }

    /** @return the line that {@link #parse} reads, without source and date */
    String text();

    /** @return what is overruled by a nearer rule of the same kind: the line's first word */
    default String kind() {
        return text().split(" ", 2)[0];
    }

    /** At most so many pages of A4. */
    record MaxPages(int pages) implements Rule {
        @Override
        public Optional<Objection> objectionTo(Judged letter) {
            return letter.pages() > pages
                    ? Optional.of(Objection.blocks("body", "objection.max-pages", letter.pages(), pages))
                    : Optional.empty();
        }

        @Override
        public String text() {
            return "max-pages " + pages;
        }
    }

    /** Only these languages pass; anything else goes to a translator first. */
    record Languages(List<String> tags) implements Rule {
        @Override
        public Optional<Objection> objectionTo(Judged letter) {
            return tags.contains(letter.language())
                    ? Optional.empty()
                    : Optional.of(Objection.routes("language", "objection.languages", letter.language(), tags.get(0)));
        }

        @Override
        public String text() {
            return "languages " + String.join(" ", tags);
        }
    }

    /** At most so many photos; none at all with 0. */
    record MaxPhotos(int photos) implements Rule {
        @Override
        public Optional<Objection> objectionTo(Judged letter) {
            if (letter.photos() <= photos) {
                return Optional.empty();
            }
            return Optional.of(
                    photos == 0
                            ? Objection.blocks("photo", "objection.no-photos")
                            : Objection.blocks("photo", "objection.max-photos", photos));
        }

        @Override
        public String text() {
            return "max-photos " + photos;
        }
    }

    /** The year of birth must stand in the address. */
    record BirthYearRequired() implements Rule {
        @Override
        public Optional<Objection> objectionTo(Judged letter) {
            return letter.hasBirthYear()
                    ? Optional.empty()
                    : Optional.of(Objection.warns("body", "objection.birth-year-required"));
        }

        @Override
        public String text() {
            return "birth-year-required";
        }
    }

    /** The prisoner's number must stand in the address and on every page. */
    record NumberRequired() implements Rule {
        @Override
        public Optional<Objection> objectionTo(Judged letter) {
            return letter.hasNumber()
                    ? Optional.empty()
                    : Optional.of(Objection.warns("body", "objection.number-required"));
        }

        @Override
        public String text() {
            return "number-required";
        }
    }

    /** Words for which letters were refused: the writer and the reader are warned, nothing is stopped. */
    record WarnWords(List<String> words) implements Rule {
        @Override
        public Optional<Objection> objectionTo(Judged letter) {
            return words.stream()
                    .map(word -> find(word, letter.body()))
                    .flatMap(Optional::stream)
                    .findFirst()
                    .map(found -> Objection.warns("body", "objection.warn-words", found)
                            .about(found));
        }

        /** A word ends where letters end; {@code войн*} finds every word that begins so. */
        private static Optional<String> find(String word, String body) {
            boolean stem = word.endsWith("*");
            String bare = stem ? word.substring(0, word.length() - 1) : word;
            Matcher matcher = Pattern.compile(
                            "(?<!\\p{L})" + Pattern.quote(bare) + (stem ? "\\p{L}*" : "(?!\\p{L})"),
                            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)
                    .matcher(body);
            return matcher.find() ? Optional.of(matcher.group()) : Optional.empty();
        }

        @Override
        public String text() {
            return "warn-words " + String.join(", ", words);
        }
    }

    /** Topics that lose a letter, in words for the person's page. */
    record LeaveOut(String topics) implements Rule {
        @Override
        public String text() {
            return "leave-out " + topics;
        }
    }

    /** How the envelope is made: an envelope with a window passes here. */
    record WindowAllowed() implements Rule {
        @Override
        public String text() {
            return "window-allowed";
        }
    }

    /** An address label on the envelope passes here. */
    record LabelsAllowed() implements Rule {
        @Override
        public String text() {
            return "labels-allowed";
        }
    }

    /** A code on the sheet passes here; everywhere else it can be taken for secret writing. */
    record CodesAllowed() implements Rule {
        @Override
        public String text() {
            return "codes-allowed";
        }
    }

    /** Paper and envelopes in colour pass here. */
    record ColourAllowed() implements Rule {
        @Override
        public String text() {
            return "colour-allowed";
        }
    }

    /** Blank sheets and a stamped envelope may be enclosed for the answer. */
    record EnclosuresAllowed() implements Rule {
        @Override
        public String text() {
            return "enclosures-allowed";
        }
    }

    /** Only postcards pass. */
    record PostcardOnly() implements Rule {
        @Override
        public String text() {
            return "postcard-only";
        }
    }

    /** A sender's address must stand on the envelope. */
    record ReturnAddressRequired() implements Rule {
        @Override
        public String text() {
            return "return-address-required";
        }
    }

    /** The answer of an organiser's line that says nothing we know. */
    final class Unreadable extends IllegalArgumentException {
        private static final long serialVersionUID = 1L;
        private final int line;

        Unreadable(int line, String text) {
            super("Line " + line + " is not a rule: " + text);
            this.line = line;
        }

        /** @return counted from 1 */
        public int line() {
            return line;
        }
    }

    /**
     * A rule with where it comes from.
     *
     * @param source empty where nobody wrote one down
     * @param checkedOn when somebody last made sure
     */
    record Line(Rule rule, String source, @Nullable LocalDate checkedOn) {
        public String text() {
            String tail = checkedOn == null ? "" : " | " + checkedOn;
            return rule.text() + (source.isEmpty() && tail.isEmpty() ? "" : " | " + source) + tail;
        }
    }

    /** @throws Unreadable naming the first line that is no rule; blank lines and {@code #} are passed over */
    static List<Line> parseAll(String text) {
        String[] lines = text.split("\n", -1);
        List<Line> all = new java.util.ArrayList<>();
        for (int i = 0; i < lines.length; i++) {
            String line = lines[i].strip();
            if (!line.isEmpty() && !line.startsWith("#")) {
                all.add(parse(line, i + 1));
            }
        }
        return List.copyOf(all);
    }

    /** @throws Unreadable if the line is no rule */
    static Line parse(String line, int number) {
        String[] parts = line.split("\\s*\\|\\s*", 3);
        try {
            Rule rule = rule(parts[0].strip());
            String source = parts.length > 1 ? parts[1].strip() : "";
            return new Line(rule, source, parts.length > 2 ? LocalDate.parse(parts[2].strip()) : null);
        } catch (IllegalArgumentException | DateTimeParseException | ArrayIndexOutOfBoundsException e) {
            throw new Unreadable(number, line);
        }
    }

    private static Rule rule(String text) {
        String[] words = text.split("\\s+", 2);
        String rest = words.length > 1 ? words[1] : "";
        return switch (words[0].toLowerCase(Locale.ROOT)) {
            case "max-pages" -> new MaxPages(atLeast(1, rest));
            case "languages" -> new Languages(List.of(some(rest).split("[\\s,]+")));
            case "max-photos" -> new MaxPhotos(atLeast(0, rest));
            case "warn-words" -> new WarnWords(
                    Arrays.stream(some(rest).split("\\s*,\\s*")).map(String::strip).toList());
            case "leave-out" -> new LeaveOut(some(rest));
            case "birth-year-required" -> new BirthYearRequired();
            case "number-required" -> new NumberRequired();
            case "window-allowed" -> new WindowAllowed();
            case "labels-allowed" -> new LabelsAllowed();
            case "codes-allowed" -> new CodesAllowed();
            case "colour-allowed" -> new ColourAllowed();
            case "enclosures-allowed" -> new EnclosuresAllowed();
            case "postcard-only" -> new PostcardOnly();
            case "return-address-required" -> new ReturnAddressRequired();
            default -> throw new IllegalArgumentException(text);
        };
    }

    private static int atLeast(int least, String number) {
        int n = Integer.parseInt(number.strip());
        if (n < least) {
            throw new IllegalArgumentException(number);
        }
        return n;
    }

    private static String some(String rest) {
        if (rest.isBlank()) {
            throw new IllegalArgumentException("nothing after the rule's name");
        }
        return rest.strip();
    }
}
