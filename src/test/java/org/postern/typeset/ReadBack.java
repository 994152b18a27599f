package org.postern.typeset;

import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.text.PDFTextStripperByArea;

/** The words of a plain letter as PDFBox reads them, without the date above and the number below. */
final class ReadBack {
    private static final float DATE_ENDS = 36 * 72 / 25.4f;
    private static final float FOOT_BEGINS = 270 * 72 / 25.4f;
    private static final int SHOWN = 24;

    private ReadBack() {}

    /** Lines as they stand, NFC, divided words whole. */
    static String lines(PDDocument document, boolean byPlace) throws IOException {
        var text = new StringBuilder();
        for (PDPage page : document.getPages()) {
            var stripper = new PDFTextStripperByArea();
            stripper.setSortByPosition(byPlace);
            float top = text.length() == 0 ? DATE_ENDS : 0;
            stripper.addRegion("words", new Rectangle2D.Float(0, top, 1000, FOOT_BEGINS - top));
            stripper.extractRegions(page);
            text.append(stripper.getTextForRegion("words")).append('\n');
        }
        return Normalizer.normalize(text, Normalizer.Form.NFC).replaceAll("\u00AD\\s*", "");
    }

    static PDDocument open(byte[] pdf) throws IOException {
        return Loader.loadPDF(pdf);
    }

    /**
     * Where what was read first differs from what was typed. A line end may stand for a space, or for nothing.
     *
     * @param spaces whether spaces between words count; a reader guesses them where letters stand apart
     */
    static Optional<String> difference(String typed, String read, boolean spaces) {
        int i = 0;
        int j = 0;
        while (true) {
            int ti = skip(typed, i);
            int rj = skip(read, j);
            boolean gap = ti > i;
            boolean readGap = rj > j;
            boolean lineEnd = read.substring(j, rj).indexOf('\n') >= 0;
            i = ti;
            j = rj;
            if (i == typed.length() && j == read.length()) {
                return Optional.empty();
            }
            boolean spacesDiffer = spaces && i > 0 && (gap ? !readGap : readGap && !lineEnd);
            boolean over = i == typed.length() || j == read.length();
            if (over || spacesDiffer || typed.codePointAt(i) != read.codePointAt(j)) {
                return Optional.of("«" + around(typed, i) + "» reads «" + around(read, j) + "»");
            }
            i += Character.charCount(typed.codePointAt(i));
            j += Character.charCount(read.codePointAt(j));
        }
    }

    private static int skip(String text, int from) {
        int at = from;
        while (at < text.length()
                && (Character.isWhitespace(text.charAt(at)) || Character.isSpaceChar(text.charAt(at)))) {
            at++;
        }
        return at;
    }

    private static String around(String text, int at) {
        return text.substring(Math.max(0, at - SHOWN), Math.min(text.length(), at + SHOWN))
                .replace('\n', '⏎');
    }

    /** Of the typed words, those that stand whole in what was read. */
    static double share(String typed, String read) {
        Set<String> found = new HashSet<>(Arrays.asList(
                read.replaceAll("[\u200e\u200f\u202a-\u202e\u2066-\u2069]", "").split("\\s+")));
        List<String> words = Arrays.stream(typed.replaceAll("[\u200e\u200f\u202a-\u202e\u2066-\u2069]", "")
                        .split("\\s+"))
                .filter(word -> !word.isEmpty())
                .toList();
        return words.stream().filter(found::contains).count() / (double) Math.max(1, words.size());
    }
}
