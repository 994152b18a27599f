package org.postern.post;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.Binarizer;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.LuminanceSource;
import com.google.zxing.NotFoundException;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.Result;
import com.google.zxing.common.GlobalHistogramBinarizer;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.multi.qrcode.QRCodeMultiReader;
import jakarta.enterprise.context.ApplicationScoped;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.ConvolveOp;
import java.awt.image.Kernel;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.postern.typeset.Photo;
import org.postern.vault.PieceCode;

/**
 * Reads the codes in a photo, all of them, and forgets it. One look finds few codes of a bad picture; blurred, halved and
 * enlarged ones together find nearly all. A picture takes some 100 MB and a second: one at a time.
 */
@ApplicationScoped
class CodePhoto {
    /** A phone's picture is scaled to this before it is looked at; a code of 21 modules keeps 3 pixels each on A4. */
    private static final int LOOKED_AT = 6_000_000;
    /** A page scanned at 100 dpi has fewer: a module is two pixels there, and only enlarged pictures show all codes. */
    private static final int COARSE = 1_500_000;

    /** No enlarged picture is larger. */
    private static final int LARGEST = 16_000_000;

    private static final Duration LONGEST = Duration.ofSeconds(8);
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Map<DecodeHintType, ?> HINTS =
            Map.of(DecodeHintType.TRY_HARDER, true, DecodeHintType.POSSIBLE_FORMATS, List.of(BarcodeFormat.QR_CODE));

    private static final List<UnaryOperator<BufferedImage>> LOOKS = List.of(
            grey -> grey,
            CodePhoto::blurred,
            grey -> scaled(blurred(grey), 0.5),
            grey -> scaled(grey, 2),
            grey -> blurred(scaled(grey, 2)),
            grey -> scaled(grey, 3));

    private static final List<Function<LuminanceSource, Binarizer>> BINARIZERS =
            List.of(HybridBinarizer::new, GlobalHistogramBinarizer::new);

    private final Semaphore room = new Semaphore(1);

    /** Too many photos are being looked at. */
    static final class Busy extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    /**
     * @return the codes of letters in the picture, in no order; empty if there is none
     * @throws Busy if no place came free in time
     */
    Set<PieceCode> codesIn(byte[] file) throws Photo.Unusable {
        try {
            if (!room.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new Busy();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Busy();
        }
        try {
            return codesIn(Photo.pixels(file));
        } finally {
            room.release();
        }
    }

    static Set<PieceCode> codesIn(BufferedImage picture) {
        return codes(textsIn(picture, LOOKS.size(), System.nanoTime() + LONGEST.toNanos()));
    }

    /** @return those among the texts of {@link #textsIn} that are codes of letters */
    static Set<PieceCode> codes(Set<String> texts) {
        return texts.stream()
                .flatMap(text -> PieceCode.parse(text).stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /**
     * What all codes of a picture say, ours or not.
     *
     * @param looks how many of the looks are taken; the first three find what a scanner made, the others help a telephone
     * @param end of {@link System#nanoTime}
     */
    static Set<String> textsIn(BufferedImage picture, int looks, long end) {
        double pixels = (double) picture.getWidth() * picture.getHeight();
        BufferedImage grey = scaled(picture, Math.min(1, Math.sqrt(LOOKED_AT / pixels)));
        boolean coarse = pixels < COARSE;
        Set<String> found = new LinkedHashSet<>();
        for (int i = 0; i < looks && System.nanoTime() - end < 0; i++) {
            double larger = i < 3 ? 1 : i < 5 ? 4 : 9;
            if (larger == 1 || (double) grey.getWidth() * grey.getHeight() * larger <= LARGEST) {
                int before = found.size();
                look(LOOKS.get(i).apply(grey), found);
                if (!coarse && before > 0 && found.size() == before && i >= 2) {
                    break;
                }
            }
        }
        return found;
    }

    private static void look(BufferedImage grey, Set<String> found) {
        int width = grey.getWidth();
        int height = grey.getHeight();
        var source = new RGBLuminanceSource(width, height, grey.getRGB(0, 0, width, height, null, 0, width));
        for (Function<LuminanceSource, Binarizer> binarizer : BINARIZERS) {
            try {
                Result[] results =
                        new QRCodeMultiReader().decodeMultiple(new BinaryBitmap(binarizer.apply(source)), HINTS);
                Arrays.stream(results).map(Result::getText).forEach(found::add);
            } catch (NotFoundException none) {
                // The next look may find one.
            }
        }
    }

    private static BufferedImage scaled(BufferedImage picture, double by) {
        int width = Math.max(1, (int) (picture.getWidth() * by));
        int height = Math.max(1, (int) (picture.getHeight() * by));
        var target = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D graphics = target.createGraphics();
        try {
            graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
            graphics.drawImage(picture, 0, 0, width, height, null);
        } finally {
            graphics.dispose();
        }
        return target;
    }

    private static BufferedImage blurred(BufferedImage grey) {
        float[] ninths = new float[9];
        Arrays.fill(ninths, 1 / 9f);
        return new ConvolveOp(new Kernel(3, 3, ninths), ConvolveOp.EDGE_NO_OP, null).filter(grey, null);
    }
}
