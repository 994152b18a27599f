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
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;

/** How large the codes on a page of a PDF are, measured in a scanner's picture of it. */
final class ScannedCodes {
    private ScannedCodes() {}

    /** @return how wide a module of the codes on a page is, measured between the finders of the smallest */
    static double moduleMillimetres(PDDocument document, int page) throws IOException {
        int dpi = 300;
        BufferedImage scan = new PDFRenderer(document).renderImageWithDPI(page - 1, dpi, ImageType.GRAY);
        double least = Double.MAX_VALUE; // stays so where no code is found
        for (Result one : results(scan)) {
            // Their middles lie seven modules less apart than the code is wide; ours all have 21.
            double apart = ResultPoint.distance(one.getResultPoints()[1], one.getResultPoints()[2]);
            least = Math.min(least, apart / 14 / dpi * 25.4);
        }
        return least;
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
            return List.of();
        }
    }
}
