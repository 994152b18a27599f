package org.postern.typeset;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDocument;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.pdmodel.graphics.image.PDImage;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.rendering.PageDrawer;
import org.apache.pdfbox.rendering.PageDrawerParameters;
import org.postern.typeset.ScannedFile.Unusable;
import org.postern.typeset.ScannedFile.Unusable.Reason;

/**
 * The pages of a stranger's PDF as pictures. Only what draws is looked at: no script, form, link or attachment is ever
 * asked for. What would need too much memory is refused before it is unpacked, what takes too long is broken off.
 */
final class ScannedPdf {
    /** The pixels of one picture in it: A4 in colour at 500 dpi. */
    private static final long MOST_PIXELS = 24_000_000;
    /** The same where a pixel is black or white: A4 at 600 dpi, as office scanners do it. */
    private static final long MOST_BLACK_OR_WHITE = 36_000_000;

    private static final double POINTS_AN_INCH = 72;

    /** How pictures and pages are usually packed; what we cannot unpack would be left out of the page without a word. */
    private static final Set<COSName> USUAL = Set.of(
            COSName.FLATE_DECODE,
            COSName.FLATE_DECODE_ABBREVIATION,
            COSName.DCT_DECODE,
            COSName.DCT_DECODE_ABBREVIATION,
            COSName.CCITTFAX_DECODE,
            COSName.CCITTFAX_DECODE_ABBREVIATION,
            COSName.ASCII85_DECODE,
            COSName.ASCII85_DECODE_ABBREVIATION,
            COSName.ASCII_HEX_DECODE,
            COSName.ASCII_HEX_DECODE_ABBREVIATION);

    private ScannedPdf() {}

    static void read(byte[] pdf, int mostPages, long end, Consumer<ScannedPage> each) throws Unusable {
        Unpacked.judge(pdf);
        try (PDDocument document = Loader.loadPDF(pdf)) {
            if (document.isEncrypted()) {
                throw new Unusable(Reason.LOCKED);
            }
            int pages = document.getNumberOfPages();
            if (pages > mostPages) {
                throw new Unusable(Reason.TOO_MANY_PAGES);
            }
            if (pages == 0) {
                throw new Unusable(Reason.BROKEN);
            }
            judge(document.getDocument());
            var renderer = new Guarded(document, end);
            for (int i = 0; i < pages; i++) {
                each.accept(page(document.getPage(i), i, renderer));
            }
        } catch (InvalidPasswordException e) {
            throw new Unusable(Reason.LOCKED);
        } catch (Stopped e) {
            throw new Unusable(e.why);
        } catch (IOException | RuntimeException | StackOverflowError e) {
            throw new Unusable(Reason.BROKEN);
        }
    }

    private static ScannedPage page(PDPage page, int index, Guarded renderer) throws IOException {
        PDRectangle box = page.getCropBox();
        double longest = Math.max(1, Math.max(box.getWidth(), box.getHeight()));
        double scale = Math.min(ScannedPage.DPI / POINTS_AN_INCH, ScannedPage.LONG_SIDE / longest);
        BufferedImage picture = renderer.renderImage(index, (float) scale, ImageType.RGB);
        return ScannedPage.of(picture);
    }

    /** Every packed part of the file is judged by its own words before any is unpacked. */
    private static void judge(COSDocument document) throws Unusable {
        for (COSObjectKey key : document.getXrefTable().keySet()) {
            COSBase object = document.getObjectFromPool(key).getObject();
            if (object instanceof COSStream stream) {
                judge(stream);
            }
        }
    }

    private static void judge(COSStream stream) throws Unusable {
        if (!areUsual(stream.getFilters())) {
            throw new Unusable(Reason.UNUSUAL);
        }
        if (COSName.IMAGE.equals(stream.getCOSName(COSName.SUBTYPE))) {
            boolean plain =
                    stream.getInt(COSName.BITS_PER_COMPONENT, 8) == 1 || stream.getBoolean(COSName.IMAGE_MASK, false);
            judge(stream.getLong(COSName.WIDTH), stream.getLong(COSName.HEIGHT), plain);
        }
    }

    private static boolean areUsual(COSBase filters) {
        if (filters instanceof COSArray several) {
            return several.size() <= 2
                    && several.toList().stream().allMatch(one -> one instanceof COSName name && USUAL.contains(name));
        }
        return !(filters instanceof COSName name) || USUAL.contains(name);
    }

    private static void judge(long width, long height, boolean blackOrWhite) throws Unusable {
        long most = blackOrWhite ? MOST_BLACK_OR_WHITE : MOST_PIXELS;
        if (width > most || height > most || width * height > most) {
            throw new Unusable(Reason.TOO_MANY_PIXELS);
        }
    }

    /** Breaks a drawing off, through a library that lets only unchecked exceptions through. */
    private static final class Stopped extends RuntimeException {
        private static final long serialVersionUID = 1;
        private final Reason why;

        Stopped(Reason why) {
            super(why.name(), null, false, false);
            this.why = why;
        }
    }

    /** Looks at the clock at each step of a drawing: a page may draw itself a million times over. */
    private static final class Guarded extends PDFRenderer {
        private final long end;

        Guarded(PDDocument document, long end) {
            super(document);
            this.end = end;
        }

        @Override
        protected PageDrawer createPageDrawer(PageDrawerParameters parameters) throws IOException {
            return new PageDrawer(parameters) {
                @Override
                protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
                    if (System.nanoTime() - end > 0) {
                        throw new Stopped(Reason.TOO_SLOW);
                    }
                    super.processOperator(operator, operands);
                }

                @Override
                public void drawImage(PDImage image) throws IOException {
                    try {
                        judge(image.getWidth(), image.getHeight(), image.getBitsPerComponent() == 1);
                    } catch (Unusable e) {
                        throw new Stopped(e.reason());
                    }
                    super.drawImage(image);
                }
            };
        }
    }
}
