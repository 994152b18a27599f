package org.postern.print;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.LuminanceSource;
import com.google.zxing.NotFoundException;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.Result;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.multi.qrcode.QRCodeMultiReader;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.HashSet;
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

    private static Set<String> read(BufferedImage picture) {
        int width = picture.getWidth();
        int height = picture.getHeight();
        LuminanceSource source =
                new RGBLuminanceSource(width, height, picture.getRGB(0, 0, width, height, null, 0, width));
        Set<String> found = new HashSet<>();
        try {
            for (Result one : new QRCodeMultiReader()
                    .decodeMultiple(
                            new BinaryBitmap(new HybridBinarizer(source)), Map.of(DecodeHintType.TRY_HARDER, true))) {
                found.add(one.getText());
            }
        } catch (NotFoundException none) {
            // An enlarged picture may show more.
        }
        return found;
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
