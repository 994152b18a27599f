package org.postern.typeset;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;

/** The letters of a volunteer's file: a page whose date stands where the stationery has it begins one. */
public final class PrintedLetters {
    private PrintedLetters() {}

    /**
     * Each letter begins on a front side.
     *
     * @return the pages, from 1, on which they begin
     */
    public static List<Integer> firstPages(PDDocument pdf, String stationery) throws IOException {
        double date = SampleLetters.TYPESETTER.stationery(stationery).dateBaseline();
        List<Integer> firstPages = new ArrayList<>();
        for (int page = 1; page <= pdf.getNumberOfPages(); page++) {
            double middle = pdf.getPage(page - 1).getMediaBox().getWidth() / 2 * 25.4 / 72;
            if (PrintedPage.of(pdf, page).lines().stream()
                    .anyMatch(line ->
                            Math.abs(line.baseline() - date) < 0.1 && line.ink().getMinX() > middle)) {
                firstPages.add(page);
            }
        }
        assertThat(firstPages).as("begin on a front side").isNotEmpty().allMatch(page -> page % 2 == 1);
        return firstPages;
    }
}
