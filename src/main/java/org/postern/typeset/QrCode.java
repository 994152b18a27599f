package org.postern.typeset;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.util.Map;

/** QR codes of level Q, which still read when a quarter is smudged. */
final class QrCode {
    private static final Map<EncodeHintType, Object> HINTS = Map.of(
            EncodeHintType.ERROR_CORRECTION,
            ErrorCorrectionLevel.Q,
            EncodeHintType.MARGIN,
            0,
            EncodeHintType.CHARACTER_SET,
            "UTF-8",
            // one mask for all: the same content is the same code in any version of the library
            EncodeHintType.QR_MASK_PATTERN,
            2);

    private QrCode() {}

    static BitMatrix modules(String content) {
        try {
            return new QRCodeWriter().encode(content, BarcodeFormat.QR_CODE, 0, 0, HINTS);
        } catch (WriterException e) {
            throw new IllegalArgumentException("does not fit a QR code: " + content.length() + " characters", e);
        }
    }
}
