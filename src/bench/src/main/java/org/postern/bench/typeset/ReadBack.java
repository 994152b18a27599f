package org.postern.bench.typeset;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.List;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;

/** Whether a page is the letter: all its words and no others, its code, A4, one embedded subset of the one face. */
final class ReadBack {
    private static final int DPI = 200;
    private static final double ROUNDING = 0.5;

    private ReadBack() {}

    /** @throws IllegalStateException that says what is not as it must be */
    static void check(PDDocument document, int page, Letter letter, String code) throws Exception {
        var stripper = new PDFTextStripper();
        stripper.setStartPage(page + 1);
        stripper.setEndPage(page + 1);
        List<String> expected = words(letter.words());
        List<String> found = words(stripper.getText(document));
        if (!expected.equals(found)) {
            throw new IllegalStateException("other words: " + different(expected, found) + " missing, "
                    + different(found, expected) + " too many");
        }
        PDPage sheet = document.getPage(page);
        PDRectangle box = sheet.getMediaBox();
        if (Math.abs(box.getWidth() - Letter.pt(Letter.WIDTH)) > ROUNDING
                || Math.abs(box.getHeight() - Letter.pt(Letter.HEIGHT)) > ROUNDING) {
            throw new IllegalStateException("not A4: " + box);
        }
        for (COSName name : sheet.getResources().getFontNames()) {
            PDFont font = sheet.getResources().getFont(name);
            if (!font.isEmbedded() || !font.getName().matches("[A-Z]{6}\\+LiberationSerif.*")) {
                throw new IllegalStateException("not a subset of the letter's face: " + font);
            }
        }
        String read = code(new PDFRenderer(document).renderImageWithDPI(page, DPI));
        if (!code.equals(read)) {
            throw new IllegalStateException("its code reads " + read);
        }
    }

    /** Sorted: engines write a page in orders of their own. Words divided at a line's end are whole again. */
    private static List<String> words(String text) {
        String whole = text.replaceAll("\u00AD\\s+", "").replace("\u00AD", "").replaceAll("-\\s+", "-");
        return Arrays.stream(whole.split("[\\s\u00A0\u202F]+"))
                .filter(word -> !word.isEmpty())
                .sorted()
                .toList();
    }

    private static List<String> different(List<String> these, List<String> those) {
        return these.stream().filter(word -> !those.contains(word)).toList();
    }

    private static String code(BufferedImage page) throws Exception {
        int from = (int) ((Letter.CODE_LEFT - 5) / 25.4 * DPI);
        int top = (int) ((Letter.CODE_TOP - 5) / 25.4 * DPI);
        int size = (int) ((Letter.CODE + 10) / 25.4 * DPI);
        int[] pixels = page.getRGB(from, top, size, size, null, 0, size);
        var picture = new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(size, size, pixels)));
        return new QRCodeReader().decode(picture).getText();
    }
}
