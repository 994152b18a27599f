package org.postern.review;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A text beside another one that was read: what it has more, what it lacks.
 *
 * @param paragraphs of the text, each in pieces
 * @param differs the share of words that only one of them has, 0 to 1
 */
public record Beside(List<List<Piece>> paragraphs, double differs) {
    /** What a piece is to the text that was read. */
    public enum Kind {
        SAME,
        MORE,
        GONE
    }

    public record Piece(Kind kind, String text) {}

    /** Two pages have 900 words; of texts with more the middle counts as different whole. */
    private static final int MOST_COMPARED = 4_000_000;

    static Beside of(String read, String text) {
        List<String[]> paragraphs =
                Paragraphs.of(text).stream().map(Beside::words).toList();
        String[] words = paragraphs.stream().flatMap(Arrays::stream).toArray(String[]::new);
        String[] before = Paragraphs.of(read).stream()
                .map(Beside::words)
                .flatMap(Arrays::stream)
                .toArray(String[]::new);
        int[] same = same(before, words);
        List<List<Piece>> all = new ArrayList<>();
        int at = 0;
        int next = 0;
        int more = 0;
        for (String[] paragraph : paragraphs) {
            List<Piece> pieces = new ArrayList<>();
            for (String word : paragraph) {
                boolean isMore = same[at] < 0;
                // what stood there before comes before what stands there now
                next = gone(pieces, before, next, upTo(same, at, before.length)) + (isMore ? 0 : 1);
                more += isMore ? 1 : 0;
                add(pieces, isMore ? Kind.MORE : Kind.SAME, word);
                at++;
            }
            all.add(pieces);
        }
        if (!all.isEmpty()) {
            gone(all.get(all.size() - 1), before, next, before.length);
        }
        int common = words.length - more;
        double lacks = before.length == 0 ? 0 : (double) (before.length - common) / before.length;
        double has = words.length == 0 ? lacks : (double) more / words.length;
        return new Beside(all, Math.max(has, lacks));
    }

    private static int upTo(int[] same, int at, int end) {
        int next = at;
        while (next < same.length && same[next] < 0) {
            next++;
        }
        return next == same.length ? end : same[next];
    }

    private static int gone(List<Piece> pieces, String[] before, int from, int to) {
        for (int i = from; i < to; i++) {
            add(pieces, Kind.GONE, before[i]);
        }
        return to;
    }

    /** Words of one kind in a row are one piece. */
    private static void add(List<Piece> pieces, Kind kind, String word) {
        int last = pieces.size() - 1;
        if (last >= 0 && pieces.get(last).kind() == kind) {
            pieces.set(last, new Piece(kind, pieces.get(last).text() + " " + word));
        } else {
            pieces.add(new Piece(kind, word));
        }
    }

    /** @return for each word of the text the place of the same word in what was read, growing; -1 for none */
    private static int[] same(String[] before, String[] words) {
        int[] same = new int[words.length];
        Arrays.fill(same, -1);
        int start = 0;
        int most = Math.min(before.length, words.length);
        while (start < most && before[start].equals(words[start])) {
            same[start] = start;
            start++;
        }
        int end = 0;
        while (end < most - start && before[before.length - 1 - end].equals(words[words.length - 1 - end])) {
            same[words.length - 1 - end] = before.length - 1 - end;
            end++;
        }
        String[] a = Arrays.copyOfRange(before, start, before.length - end);
        String[] b = Arrays.copyOfRange(words, start, words.length - end);
        if ((long) a.length * b.length > MOST_COMPARED) {
            return same;
        }
        // the longest row of words that both have, from each place on
        int[][] longest = new int[a.length + 1][b.length + 1];
        for (int i = a.length - 1; i >= 0; i--) {
            for (int k = b.length - 1; k >= 0; k--) {
                longest[i][k] =
                        a[i].equals(b[k]) ? longest[i + 1][k + 1] + 1 : Math.max(longest[i + 1][k], longest[i][k + 1]);
            }
        }
        int i = 0;
        int k = 0;
        while (i < a.length && k < b.length) {
            if (a[i].equals(b[k])) {
                same[start + k++] = start + i++;
            } else if (longest[i + 1][k] >= longest[i][k + 1]) {
                i++;
            } else {
                k++;
            }
        }
        return same;
    }

    private static String[] words(String paragraph) {
        return paragraph.strip().split("\\s+");
    }
}
