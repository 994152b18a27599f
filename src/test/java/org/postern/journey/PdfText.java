package org.postern.journey;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;

/** What a PDF says, page by page. */
final class PdfText {
    private PdfText() {}

    /** @return the pages, from 1, whose text holds these words, whatever line they break in */
    static List<Integer> pagesWith(PDDocument document, String words) throws IOException {
        List<Integer> found = new ArrayList<>();
        for (int page = 1; page <= document.getNumberOfPages(); page++) {
            if (of(document, page).contains(words)) {
                found.add(page);
            }
        }
        return found;
    }

    static boolean says(byte[] pdf, String words) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return !pagesWith(document, words).isEmpty();
        }
    }

    static String of(PDDocument document, int page) throws IOException {
        PDFTextStripper stripper = new PDFTextStripper();
        stripper.setStartPage(page);
        stripper.setEndPage(page);
        return stripper.getText(document).replaceAll("\\s+", " ");
    }
}
