package org.postern.print;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;
import org.postern.letter.Frozen;
import org.postern.letter.Pages;
import org.postern.typeset.Window;

/** A small picture of a letter's first page with the envelope's window over it: what one looks at before printing. */
@ApplicationScoped
class FirstPage {
    private static final int DPI = 40;
    private static final Color RED = new Color(0xa8201a);

    private Pages pages;

    @SuppressWarnings("NullAway.Init")
    protected FirstPage() {}

    @Inject
    FirstPage(Pages pages) {
        this.pages = pages;
    }

    /** @return a PNG, A4 at 40 dots an inch: about 330 by 470 */
    byte[] draw(Frozen letter) {
        byte[] page = pages.set(letter).png(0, DPI);
        Window window =
                pages.typesetter().stationery(letter.manuscript().stationery()).window();
        return window == null ? page : framed(page, window);
    }

    private static byte[] framed(byte[] png, Window window) {
        try {
            BufferedImage grey = ImageIO.read(new ByteArrayInputStream(png));
            BufferedImage page = new BufferedImage(grey.getWidth(), grey.getHeight(), BufferedImage.TYPE_INT_RGB);
            Graphics2D pen = page.createGraphics();
            pen.drawImage(grey, 0, 0, null);
            pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            pen.setColor(RED);
            pen.setStroke(new BasicStroke(2.5f));
            pen.drawRoundRect(dots(window.x()), dots(window.y()), dots(window.width()), dots(window.height()), 8, 8);
            pen.dispose();
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            ImageIO.write(page, "png", bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int dots(double mm) {
        return (int) Math.round(mm / 25.4 * DPI);
    }
}
