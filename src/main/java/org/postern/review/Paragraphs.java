package org.postern.review;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A text in its paragraphs: what stands between blank lines. */
public final class Paragraphs {
    private static final String BETWEEN = "\n\n";

    private Paragraphs() {}

    static List<String> of(String text) {
        return Arrays.stream(text.split("\n[ \t]*\n"))
                .map(String::strip)
                .filter(paragraph -> !paragraph.isEmpty())
                .toList();
    }

    /** One text of paragraphs of which some may still be empty; {@link #kept} gives exactly these again. */
    static String join(List<String> paragraphs) {
        return paragraphs.stream()
                .map(paragraph -> paragraph.strip().replaceAll("\n[ \t]*(\n[ \t]*)+", "\n"))
                .collect(Collectors.joining(BETWEEN));
    }

    static List<String> kept(String joined) {
        return List.of(joined.split(BETWEEN, -1));
    }

    /**
     * A stretch of text.
     *
     * @param flag what is to be said about it; null for nothing
     */
    public record Piece(String text, @Nullable Flag flag) {}

    /** @return each paragraph in pieces, the quotes of the flags apart from the rest */
    static List<List<Piece>> marked(String text, List<Flag> flags) {
        return of(text).stream().map(paragraph -> pieces(paragraph, flags)).toList();
    }

    private static List<Piece> pieces(String paragraph, List<Flag> flags) {
        List<Piece> pieces = new ArrayList<>();
        int from = 0;
        while (from < paragraph.length()) {
            Flag next = null;
            int at = paragraph.length();
            for (Flag flag : flags) {
                String quote = flag.quote();
                int found = quote == null || quote.isEmpty() ? -1 : paragraph.indexOf(quote, from);
                if (found >= 0 && found < at) {
                    next = flag;
                    at = found;
                }
            }
            if (at > from) {
                pieces.add(new Piece(paragraph.substring(from, at), null));
            }
            from = at;
            if (next != null && next.quote() != null) {
                from = at + next.quote().length();
                pieces.add(new Piece(paragraph.substring(at, from), next));
            }
        }
        return pieces;
    }
}
