package org.postern.typeset;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/**
 * A letter's first page with the envelope's window over it: framed what always shows, dashed what may show, and grey around
 * it what nobody sees from outside.
 */
public final class WindowPicture {
    private static final Color FRAME = new Color(0xa8201a);
    private static final Color PAPER_OF_THE_ENVELOPE = new Color(0x60, 0x50, 0x40, 0x30);
    /** Millimetres of page around the window in a detail. */
    private static final double AROUND = 6;

    private WindowPicture() {}

    /**
     * The whole page.
     *
     * @param stationery that the letter was set on
     * @param dpi 110 for a screen
     * @return a PNG; the page alone where the stationery has no window
     * @throws IllegalStateException while the letter has findings
     */
    public static byte[] page(Typesetting letter, Stationery stationery, int dpi) {
        byte[] page = letter.png(0, dpi);
        return WindowFit.of(stationery).map(fit -> png(drawn(page, fit, dpi))).orElse(page);
    }

    /** As above, but only the window and a little around it. */
    public static byte[] detail(Typesetting letter, Stationery stationery, int dpi) {
        byte[] page = letter.png(0, dpi);
        return WindowFit.of(stationery)
                .map(fit -> png(cut(drawn(page, fit, dpi), fit.may().grown(AROUND), dpi / 25.4)))
                .orElse(page);
    }

    private static BufferedImage drawn(byte[] png, WindowFit fit, int dpi) {
        try {
            BufferedImage grey = ImageIO.read(new ByteArrayInputStream(png));
            BufferedImage page = new BufferedImage(grey.getWidth(), grey.getHeight(), BufferedImage.TYPE_INT_RGB);
            Graphics2D pen = page.createGraphics();
            pen.drawImage(grey, 0, 0, null);
            pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            double dots = dpi / 25.4;
            Rectangle2D may = dots(fit.may(), dots);
            Path2D around = new Path2D.Double(Path2D.WIND_EVEN_ODD);
            around.append(new Rectangle2D.Double(0, 0, page.getWidth(), page.getHeight()), false);
            around.append(may, false);
            pen.setColor(PAPER_OF_THE_ENVELOPE);
            pen.fill(around);
            float thick = Math.max(2, dpi / 60f);
            pen.setColor(FRAME);
            pen.setStroke(new BasicStroke(
                    thick / 2,
                    BasicStroke.CAP_BUTT,
                    BasicStroke.JOIN_MITER,
                    10,
                    new float[] {thick * 3, thick * 2},
                    0));
            pen.draw(may);
            pen.setStroke(new BasicStroke(thick));
            pen.draw(dots(fit.always(), dots));
            pen.dispose();
            return page;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Rectangle2D dots(Window window, double dots) {
        return new Rectangle2D.Double(
                window.x() * dots, window.y() * dots, window.width() * dots, window.height() * dots);
    }

    private static BufferedImage cut(BufferedImage page, Window part, double dots) {
        int left = (int) Math.max(0, part.x() * dots);
        int top = (int) Math.max(0, part.y() * dots);
        int right = (int) Math.min(page.getWidth(), part.right() * dots);
        int bottom = (int) Math.min(page.getHeight(), part.bottom() * dots);
        return page.getSubimage(left, top, right - left, bottom - top);
    }

    private static byte[] png(BufferedImage picture) {
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(picture, "png", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
