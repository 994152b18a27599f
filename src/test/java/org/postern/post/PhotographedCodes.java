package org.postern.post;

import java.io.IOException;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.postern.vault.PieceCode;

/** The codes on a page of a PDF, as the scanning page finds them in its photo; for tests of the papers that carry them. */
public final class PhotographedCodes {
    private PhotographedCodes() {}

    /** @param page from 1 */
    public static Set<String> on(PDDocument document, int page, int dpi) throws IOException {
        return CodePhoto.codesIn(new PDFRenderer(document).renderImageWithDPI(page - 1, dpi, ImageType.GRAY)).stream()
                .map(PieceCode::text)
                .collect(Collectors.toSet());
    }
}
