package org.postern.typeset;

import java.awt.geom.AffineTransform;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.interactive.viewerpreferences.PDViewerPreferences;
import org.apache.pdfbox.util.Matrix;

/**
 * A finished file once more for one printer: the same pages, moved, scaled and turned so that they come out in their
 * place. The copy no longer says that it is PDF/A or tagged; the same file and printer give the same bytes.
 */
public final class PrinterCopy {
    private PrinterCopy() {}

    /**
     * The copy.
     *
     * @param pdf as the batch keeps it
     * @param feed degrees clockwise that its pages are turned by: 0, 90, 180 or 270, as envelopes go in
     */
    public static byte[] of(byte[] pdf, Calibration calibration, int feed, PageChoice choice) {
        if (calibration.isNone() && feed == 0 && choice.isWhole()) {
            return pdf.clone();
        }
        try (PDDocument document = Loader.loadPDF(pdf);
                PDDocument copy = new PDDocument()) {
            for (PDPage page : choice.of(document)) {
                PDRectangle box = page.getMediaBox();
                AffineTransform place = place(box, calibration, feed);
                try (var content = new PDPageContentStream(document, page, AppendMode.PREPEND, true, false)) {
                    content.transform(new Matrix(place));
                }
                boolean across = feed == 90 || feed == 270;
                if (across) {
                    page.setMediaBox(new PDRectangle(/* width= */ box.getHeight(), /* height= */ box.getWidth()));
                    page.setCropBox(page.getMediaBox());
                }
                page.getCOSObject().removeItem(COSName.STRUCT_PARENTS);
                copy.addPage(page);
            }
            copy.setVersion(1.7f);
            PDViewerPreferences wishes = document.getDocumentCatalog().getViewerPreferences();
            if (wishes != null && choice.sides() != PageChoice.Sides.BOTH) {
                wishes.setDuplex(PDViewerPreferences.DUPLEX.Simplex);
            }
            copy.getDocumentCatalog().setViewerPreferences(wishes);
            copy.setDocumentId((long) Arrays.hashCode(pdf));
            var out = new ByteArrayOutputStream(pdf.length + 4096);
            copy.save(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** From the page's points to those of the turned and corrected one; PDF counts y upwards, a printer's fault is told downwards. */
    private static AffineTransform place(PDRectangle box, Calibration calibration, int feed) {
        double width = box.getWidth();
        double height = box.getHeight();
        boolean across = feed == 90 || feed == 270;
        double newHeight = across ? width : height;
        double points = Page.POINTS_PER_MM;
        AffineTransform all = new AffineTransform(points, 0, 0, -points, 0, newHeight);
        all.concatenate(calibration.corrected());
        all.scale(1 / points, 1 / points);
        all.concatenate(
                switch (feed) {
                    case 90 -> new AffineTransform(0, 1, -1, 0, height, 0);
                    case 180 -> new AffineTransform(-1, 0, 0, -1, width, height);
                    case 270 -> new AffineTransform(0, -1, 1, 0, 0, width);
                    default -> new AffineTransform();
                });
        all.concatenate(new AffineTransform(1, 0, 0, -1, 0, height));
        return all;
    }
}
