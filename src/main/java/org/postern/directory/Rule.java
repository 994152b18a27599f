package org.postern.directory;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
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

    /** @return the same for rules that may find several things at once, such as a list of words */
    default List<Objection> objectionsTo(Judged letter) {
        return objectionTo(letter).stream().toList();
    }

    /** @return the line that {@link #parseAll} reads, without source and date */
    String text();

    /** @return what is overruled by a nearer rule of the same kind: the line's first word */
    default String kind() {
        return text().split(" ", 2)[0];
    }

    /** @return whether it stands beside others of its kind, wherever they were laid down, instead of overruling them */
    default boolean addsUp() {
        return false;
    }

    /** @return both as one rule, where two of a kind can be said together */
    default Optional<Rule> togetherWith(Rule other) {
        return Optional.empty();
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
            return photos == 0 ? "no-photos" : "max-photos " + photos;
        }

        @Override
        public String kind() {
            return "max-photos";
        }
    }

    /** Photos are printed no larger than so many centimetres; the printing sees to it. */
    record PhotoSize(int shortSide, int longSide) implements Rule {
        @Override
        public String text() {
            return "photo-size " + shortSide + "x" + longSide;
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

    /** Words for which letters were refused: the writer and the reader are warned of each, nothing is stopped. */
    record WarnWords(List<String> words) implements Rule {
        @Override
        public List<Objection> objectionsTo(Judged letter) {
            return words.stream()
                    .map(word -> RuleWord.find(word, letter.body()))
                    .flatMap(Optional::stream)
                    .map(found -> Objection.warns("body", "objection.warn-words", found)
                            .about(found))
                    .toList();
        }

        @Override
        public String text() {
            return "warn-words " + String.join(", ", words);
        }

        @Override
        public boolean addsUp() {
            return true;
        }

        @Override
        public Optional<Rule> togetherWith(Rule other) {
            return other instanceof WarnWords more
                    ? Optional.of(new WarnWords(Stream.concat(words.stream(), more.words.stream())
                            .distinct()
                            .toList()))
                    : Optional.empty();
        }
    }

    /** Fewer words than these are no letter: "hang in there" and nothing else is unwelcome. */
    record OwnWords(int least) implements Rule {
        @Override
        public Optional<Objection> objectionTo(Judged letter) {
            String body = letter.body().strip();
            // a page that judges while nothing is written yet has nothing to say
            return body.isEmpty() || body.split("\\s+").length >= least
                    ? Optional.empty()
                    : Optional.of(Objection.warns("body", "objection.own-words", least));
        }

        @Override
        public String text() {
            return "own-words " + least;
        }
    }

    /** Topics that lose a letter, in words for the person's page. */
    record LeaveOut(String topics) implements Rule {
        @Override
        public String text() {
            return "leave-out " + topics;
        }

        @Override
        public boolean addsUp() {
            return true;
        }

        @Override
        public Optional<Rule> togetherWith(Rule other) {
            return other instanceof LeaveOut more
                    ? Optional.of(new LeaveOut(topics + "; " + more.topics))
                    : Optional.empty();
        }
    }

    /** Whatever else a writer or a printer should know, in the organiser's words. */
    record Note(String words) implements Rule {
        @Override
        public String text() {
            return "note " + words;
        }

        @Override
        public boolean addsUp() {
            return true;
        }
    }

    /** Only paper of this kind passes. */
    record Paper(String which) implements Rule {
        @Override
        public String text() {
            return "paper " + which;
        }
    }

    /**
     * Takes back what a country allows: {@code no-window} in a place's rules overrules {@code window-allowed}.
     *
     * @param what window, labels, codes, colour or enclosures
     */
    record NotAllowed(String what) implements Rule {
        @Override
        public String text() {
            return "no-" + what;
        }

        @Override
        public String kind() {
            return what + "-allowed";
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

    /** Only postcards pass: one side, nothing enclosed. */
    record PostcardOnly() implements Rule {
        @Override
        public List<Objection> objectionsTo(Judged letter) {
            List<Objection> all = new ArrayList<>();
            if (letter.pages() > 1) {
                all.add(Objection.blocks("body", "objection.postcard-only", letter.pages()));
            }
            if (letter.photos() > 0) {
                all.add(Objection.blocks("photo", "objection.postcard-only-photo"));
            }
            return all;
        }

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
        return RuleText.parseAll(text);
    }
}
