package org.postern.journey;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;

/** What a PDF says and shows, page by page. */
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

    /** @return a page as somebody's scanner or telephone sees it; {@code page} from 1 */
    static byte[] picture(PDDocument document, int page, int dpi) throws IOException {
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(new PDFRenderer(document).renderImageWithDPI(page - 1, dpi, ImageType.GRAY), "png", png);
        return png.toByteArray();
    }

    static String of(PDDocument document, int page) throws IOException {
        PDFTextStripper stripper = new PDFTextStripper();
        stripper.setStartPage(page);
        stripper.setEndPage(page);
        return stripper.getText(document).replaceAll("\\s+", " ");
    }
}
