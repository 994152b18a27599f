package org.postern.review;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.LuminanceSource;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.Result;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.datamatrix.DataMatrixReader;
import com.google.zxing.multi.qrcode.QRCodeMultiReader;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.postern.typeset.Photo;

/** What QR and DataMatrix codes in a writer's photo say: nobody should be sent where a reader did not look. */
final class PhotoCodes {
    private static final Map<DecodeHintType, ?> HARDER = Map.of(
            DecodeHintType.TRY_HARDER,
            true,
            DecodeHintType.POSSIBLE_FORMATS,
            List.of(BarcodeFormat.QR_CODE, BarcodeFormat.DATA_MATRIX));

    /** Longest side, in pixels, of what is looked at: a large code is found in the small picture, a small one in the large. */
    private static final int[] SIDES = {1800, 900};

    /** Of what a code says, a reader is shown so many characters. */
    private static final int SHOWN = 200;

    /** A DataMatrix is searched for from the middle outwards: so many middles each way are tried. */
    private static final int MIDDLES = 8;

    private PhotoCodes() {}

    /** @return what each says; empty if there is none, or the photo cannot be read */
    static List<String> in(byte[] photo) {
        BufferedImage picture;
        try {
            picture = Photo.pixels(photo);
        } catch (Photo.Unusable e) {
            return List.of();
        }
        Set<String> found = new LinkedHashSet<>();
        for (int side : SIDES) {
            LuminanceSource seen = scaled(picture, side);
            qr(seen, found);
            if (side == SIDES[SIDES.length - 1]) {
                matrices(seen, found);
            }
        }
        return found.stream()
                .map(text -> text.length() > SHOWN ? text.substring(0, SHOWN) + "…" : text)
                .toList();
    }

    private static void qr(LuminanceSource seen, Set<String> found) {
        try {
            for (Result result :
                    new QRCodeMultiReader().decodeMultiple(new BinaryBitmap(new HybridBinarizer(seen)), HARDER)) {
                found.add(result.getText());
            }
        } catch (ReaderException none) {
            // The next look may find one.
        }
    }

    private static void matrices(LuminanceSource seen, Set<String> found) {
        for (int row = 1; row < MIDDLES; row++) {
            for (int column = 1; column < MIDDLES; column++) {
                int x = seen.getWidth() * column / MIDDLES;
                int y = seen.getHeight() * row / MIDDLES;
                int wide = Math.min(Math.min(x, seen.getWidth() - x), seen.getWidth() / 4);
                int high = Math.min(Math.min(y, seen.getHeight() - y), seen.getHeight() / 4);
                matrix(seen.crop(x - wide, y - high, 2 * wide, 2 * high), found);
            }
        }
    }

    private static void matrix(LuminanceSource seen, Set<String> found) {
        try {
            found.add(new DataMatrixReader()
                    .decode(new BinaryBitmap(new HybridBinarizer(seen)), HARDER)
                    .getText());
        } catch (ReaderException none) {
            // The next piece may hold one.
        }
    }

    private static LuminanceSource scaled(BufferedImage picture, int side) {
        double by = Math.min(1, (double) side / Math.max(picture.getWidth(), picture.getHeight()));
        int width = Math.max(MIDDLES, (int) (picture.getWidth() * by));
        int height = Math.max(MIDDLES, (int) (picture.getHeight() * by));
        var grey = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D graphics = grey.createGraphics();
        try {
            graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
            graphics.drawImage(picture, 0, 0, width, height, null);
        } finally {
            graphics.dispose();
        }
        return new RGBLuminanceSource(width, height, grey.getRGB(0, 0, width, height, null, 0, width));
    }
}
