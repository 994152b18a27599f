package org.postern.print;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.LuminanceSource;
import com.google.zxing.NotFoundException;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.Result;
import com.google.zxing.ResultPoint;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.multi.qrcode.QRCodeMultiReader;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;

/** The codes on a page of a PDF, as a scanner's picture of it gives them. */
final class ScannedCodes {
    private ScannedCodes() {}

    /** @param page from 1 */
    static Set<String> on(PDDocument document, int page, int dpi) throws IOException {
        BufferedImage scan = new PDFRenderer(document).renderImageWithDPI(page - 1, dpi, ImageType.GRAY);
        Set<String> found = new HashSet<>();
        for (int larger = 1; larger <= 300 / dpi; larger++) {
            found.addAll(read(enlarged(scan, larger)));
        }
        return found;
    }

    /** @return how wide a module of the codes on a page is, measured between the finders of the smallest */
    static double moduleMillimetres(PDDocument document, int page) throws IOException {
        int dpi = 300;
        BufferedImage scan = new PDFRenderer(document).renderImageWithDPI(page - 1, dpi, ImageType.GRAY);
        double least = Double.MAX_VALUE;
        for (Result one : results(scan)) {
            // Their middles lie seven modules less apart than the code is wide; ours all have 21.
            double apart = ResultPoint.distance(one.getResultPoints()[1], one.getResultPoints()[2]);
            least = Math.min(least, apart / 14 / dpi * 25.4);
        }
        return least;
    }

    private static Set<String> read(BufferedImage picture) {
        Set<String> found = new HashSet<>();
        for (Result one : results(picture)) {
            found.add(one.getText());
        }
        return found;
    }

    private static List<Result> results(BufferedImage picture) {
        int width = picture.getWidth();
        int height = picture.getHeight();
        LuminanceSource source =
                new RGBLuminanceSource(width, height, picture.getRGB(0, 0, width, height, null, 0, width));
        try {
            return List.of(new QRCodeMultiReader()
                    .decodeMultiple(
                            new BinaryBitmap(new HybridBinarizer(source)), Map.of(DecodeHintType.TRY_HARDER, true)));
        } catch (NotFoundException none) {
            // An enlarged picture may show more.
            return List.of();
        }
    }

    private static BufferedImage enlarged(BufferedImage picture, int by) {
        var target = new BufferedImage(picture.getWidth() * by, picture.getHeight() * by, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D graphics = target.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        graphics.drawImage(picture, 0, 0, target.getWidth(), target.getHeight(), null);
        graphics.dispose();
        return target;
    }
}
