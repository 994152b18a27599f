package org.postern.typeset;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;

/** A page of a finished PDF as a small picture: 16 greys are enough for text, 256 where there is a photo. */
final class Preview {
    private Preview() {}

    static byte[] png(byte[] pdf, int pageIndex, int dpi) {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            BufferedImage grey = new PDFRenderer(document).renderImageWithDPI(pageIndex, dpi, ImageType.GRAY);
            boolean photo = document.getPage(pageIndex)
                    .getResources()
                    .getXObjectNames()
                    .iterator()
                    .hasNext();
            return png(photo ? grey : sixteenGreys(grey));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static BufferedImage sixteenGreys(BufferedImage grey) {
        byte[] levels = new byte[16];
        for (int i = 0; i < 16; i++) {
            levels[i] = (byte) (i * 17);
        }
        int width = grey.getWidth();
        var palette = new IndexColorModel(4, 16, levels, levels, levels);
        var small = new BufferedImage(width, grey.getHeight(), BufferedImage.TYPE_BYTE_BINARY, palette);
        int[] row = new int[width];
        for (int y = 0; y < grey.getHeight(); y++) {
            grey.getRaster().getSamples(0, y, width, 1, 0, row);
            for (int x = 0; x < width; x++) {
                row[x] = (row[x] + 8) / 17;
            }
            small.getRaster().setSamples(0, y, width, 1, 0, row);
        }
        return small;
    }

    private static byte[] png(BufferedImage picture) throws IOException {
        var bytes = new ByteArrayOutputStream(1 << 16);
        try (var out = new MemoryCacheImageOutputStream(bytes)) {
            ImageIO.write(picture, "png", out);
        }
        return bytes.toByteArray();
    }
}
