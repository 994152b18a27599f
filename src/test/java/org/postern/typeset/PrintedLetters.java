package org.postern.typeset;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;

/** The letters of a volunteer's file: a page whose date stands where the stationery has it begins one. */
public final class PrintedLetters {
    private static final Pattern COUNT = Pattern.compile("(\\d+) letters?, (\\d+) sheets?");

    private PrintedLetters() {}

    /**
     * Each letter begins on a front side and fills whole sheets, and there are as many of both as the cover says.
     *
     * @return the pages, from 1, on which they begin
     */
    public static List<Integer> firstPages(PDDocument pdf, String stationery) throws IOException {
        double date = SampleLetters.TYPESETTER.stationery(stationery).dateBaseline();
        Matcher cover = COUNT.matcher(cover(pdf));
        assertThat(cover.find()).as("what the cover counts").isTrue();
        // Before them stand cover and lists, whose lines may happen to stand where a letter has its date.
        int begin = pdf.getNumberOfPages() - 2 * Integer.parseInt(cover.group(2)) + 1;
        List<Integer> firstPages = new ArrayList<>();
        for (int page = begin; page <= pdf.getNumberOfPages(); page++) {
            double middle = pdf.getPage(page - 1).getMediaBox().getWidth() / 2 * 25.4 / 72;
            if (PrintedPage.of(pdf, page).lines().stream()
                    .anyMatch(line ->
                            Math.abs(line.baseline() - date) < 0.1 && line.ink().getMinX() > middle)) {
                firstPages.add(page);
            }
        }
        assertThat(firstPages).as("letters").hasSize(Integer.parseInt(cover.group(1)));
        assertThat(firstPages).as("begin on a front side").isNotEmpty().allMatch(page -> page % 2 == 1);
        assertThat(firstPages.get(0)).as("pages of whole sheets").isEqualTo(begin);
        return firstPages;
    }

    private static String cover(PDDocument pdf) throws IOException {
        PDFTextStripper first = new PDFTextStripper();
        first.setEndPage(1);
        return first.getText(pdf).replaceAll("\\s+", " ");
    }
}
