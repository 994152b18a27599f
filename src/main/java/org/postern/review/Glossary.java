package org.postern.review;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.postern.directory.Facility;
import org.postern.directory.GlossaryTerm;
import org.postern.directory.GlossaryTerms;
import org.postern.directory.Recipient;

/** Names as the directory writes them in both scripts, and words that translators share. */
@Dependent
public class Glossary {
    private static final Pattern NUMBER = Pattern.compile("\\p{Nd}{3}");

    private final GlossaryTerms terms;

    @Inject
    public Glossary(GlossaryTerms terms) {
        this.terms = terms;
    }

    /**
     * A line of it.
     *
     * @param own whether the directory says so, which nobody types
     */
    public record Entry(String term, String meaning, String note, boolean own) {}

    /**
     * A stretch of the original.
     *
     * @param meaning how it is said; null for nothing known
     */
    public record Piece(String text, @Nullable String meaning) {}

    /** @return the names first; nothing that stands there twice */
    List<Entry> of(Recipient to, String from, String into) {
        List<Entry> all = new ArrayList<>(names(to));
        for (GlossaryTerm term : terms.of(from, into)) {
            if (all.stream().noneMatch(name -> name.term().equalsIgnoreCase(term.term()))) {
                all.add(new Entry(term.term(), term.meaning(), term.note(), false));
            }
        }
        return List.copyOf(all);
    }

    private static List<Entry> names(Recipient to) {
        Facility at = to.facility();
        return Stream.of(
                        pair(to.latinName().given(), to.name().given()),
                        pair(to.latinName().patronymic(), to.name().patronymic()),
                        pair(to.latinName().family(), to.name().family()),
                        pair(at.latin().name(), at.local().name()),
                        pair(at.latin().town(), at.local().town()),
                        pair(at.latin().region(), at.local().region()))
                .flatMap(Optional::stream)
                .distinct()
                .toList();
    }

    private static Optional<Entry> pair(@Nullable String latin, @Nullable String own) {
        return latin == null || own == null || latin.isBlank() || latin.equals(own)
                ? Optional.empty()
                : Optional.of(new Entry(latin, own, "", true));
    }

    /** @return a paragraph of the original, with what is known of its words; an ending or two more is the same word */
    static List<Piece> marked(String paragraph, List<Entry> entries) {
        String any = entries.stream()
                .sorted(Comparator.comparing((Entry entry) -> entry.term().length())
                        .reversed())
                .map(entry -> Pattern.quote(entry.term()) + (entry.term().length() > 3 ? "\\p{L}{0,2}" : ""))
                .collect(Collectors.joining("|"));
        List<Piece> pieces = new ArrayList<>();
        int from = 0;
        if (!any.isEmpty()) {
            Matcher found = Pattern.compile(
                            "(?<![\\p{L}\\p{M}\\p{N}])(?:" + any + ")(?![\\p{L}\\p{M}\\p{N}])",
                            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)
                    .matcher(paragraph);
            while (found.find()) {
                if (found.start() > from) {
                    pieces.add(new Piece(paragraph.substring(from, found.start()), null));
                }
                pieces.add(new Piece(found.group(), meaning(found.group(), entries)));
                from = found.end();
            }
        }
        if (from < paragraph.length()) {
            pieces.add(new Piece(paragraph.substring(from), null));
        }
        return List.copyOf(pieces);
    }

    private static String meaning(String words, List<Entry> entries) {
        String folded = words.toLowerCase(Locale.ROOT);
        return entries.stream()
                .filter(entry -> folded.startsWith(entry.term().toLowerCase(Locale.ROOT)))
                .max(Comparator.comparing(entry -> entry.term().length()))
                .map(Entry::meaning)
                .orElse("");
    }

    /**
     * What one adds is seen by every translator, so nothing of one letter may stand in it.
     *
     * @param signedAs of the letter that is open
     * @return empty once it is added; else why not, a word of the messages {@code glossary.wrong.<why>}
     */
    @Transactional
    public Optional<String> add(
            String from,
            String into,
            String term,
            String meaning,
            String note,
            String signedAs,
            long staff,
            LocalDate today) {
        if (term.isBlank() || meaning.isBlank()) {
            return Optional.of("empty");
        }
        if (term.length() > GlossaryTerm.LONGEST
                || meaning.length() > GlossaryTerm.LONGEST
                || note.length() > GlossaryTerm.LONGEST_NOTE) {
            return Optional.of("long");
        }
        String all = term + "\n" + meaning + "\n" + note;
        if (NUMBER.matcher(all).find() || !PersonalData.in(all).isEmpty()) {
            return Optional.of("personal");
        }
        if (names(signedAs).anyMatch(name -> says(all, name))) {
            return Optional.of("signature");
        }
        terms.say(from, into, term, meaning, note, staff, today);
        return Optional.empty();
    }

    private static Stream<String> names(String signedAs) {
        return Pattern.compile("[^\\p{L}\\p{M}]+").splitAsStream(signedAs).filter(name -> name.length() > 1);
    }

    private static boolean says(String text, String name) {
        return Pattern.compile(
                        "(?<![\\p{L}\\p{M}])" + Pattern.quote(name) + "(?![\\p{L}\\p{M}])",
                        Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)
                .matcher(text)
                .find();
    }
}
