package org.postern.curate;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Arc2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.Consumer;
import javax.imageio.ImageIO;
import org.postern.typeset.Photo;

/** What writers of the demo enclose: drawn, so that nobody's photograph is shown. */
final class DemoPhoto {
    private static final int WIDTH = 900;
    private static final int HEIGHT = 600;

    private DemoPhoto() {}

    /**
     * @param of {@code windowsill} or {@code bridge}
     * @return a JPEG as a writer's photo is kept
     */
    static byte[] jpeg(String of) {
        return switch (of) {
            case "windowsill" -> drawn(DemoPhoto::windowsill);
            case "bridge" -> drawn(DemoPhoto::bridge);
            default -> throw new IllegalArgumentException("No picture of " + of);
        };
    }

    private static byte[] drawn(Consumer<Graphics2D> drawing) {
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        drawing.accept(g);
        g.dispose();
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            ImageIO.write(image, "jpg", bytes);
            return Photo.of(bytes.toByteArray()).jpeg();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (Photo.Unusable e) {
            throw new IllegalStateException("The drawing is no photo", e);
        }
    }

    /** Three things on a sill: a jar of buttons, a geranium, a date stone's one leaf. */
    private static void windowsill(Graphics2D g) {
        g.setPaint(new GradientPaint(0, 0, new Color(0xdfe8ee), 0, 430, new Color(0xaebbc4)));
        g.fillRect(0, 0, WIDTH, HEIGHT);
        g.setColor(new Color(0x8d979d));
        g.fill(new Arc2D.Double(120, 300, 420, 300, 0, 180, Arc2D.CHORD));
        g.setColor(new Color(0xf3efe6));
        g.fillRect(430, 0, 40, 440);
        g.fillRect(0, 150, WIDTH, 24);
        g.fillRect(0, 440, WIDTH, 160);
        g.setColor(new Color(0xcfc7b8));
        g.fillRect(0, 440, WIDTH, 12);

        g.setColor(new Color(255, 255, 255, 170));
        g.fillRoundRect(110, 290, 130, 170, 30, 30);
        for (int i = 0; i < 46; i++) {
            g.setColor(Color.getHSBColor((i * 37 % 100) / 100f, 0.45f, 0.75f));
            g.fill(new Ellipse2D.Double(120 + i * 29 % 92, 430 - i / 5 * 14, 19, 19));
        }
        pot(g, 385, 330, 150);
        g.setColor(new Color(0x3f6b3c));
        for (int i = 0; i < 15; i++) {
            g.fill(new Ellipse2D.Double(350 + i * 61 % 170, 190 + i * 43 % 130, 60, 48));
        }
        g.setColor(new Color(0xb4322b));
        for (int i = 0; i < 9; i++) {
            g.fill(new Ellipse2D.Double(385 + i * 47 % 120, 160 + i * 31 % 80, 30, 30));
        }
        pot(g, 665, 370, 110);
        g.setColor(new Color(0x4d7a45));
        Path2D leaf = new Path2D.Double();
        leaf.moveTo(716, 372);
        leaf.curveTo(700, 290, 712, 220, 732, 190);
        leaf.curveTo(738, 240, 736, 310, 724, 372);
        leaf.closePath();
        g.fill(leaf);
    }

    private static void pot(Graphics2D g, int x, int y, int width) {
        g.setColor(new Color(0xa9623f));
        Path2D pot = new Path2D.Double();
        pot.moveTo(x, y);
        pot.lineTo(x + width, y);
        pot.lineTo(x + width * 0.85, 465);
        pot.lineTo(x + width * 0.15, 465);
        pot.closePath();
        g.fill(pot);
        g.setColor(new Color(0x8f4f31));
        g.fillRect(x - 6, y, width + 12, 22);
    }

    /** Two arches over a river, in rain. */
    private static void bridge(Graphics2D g) {
        g.setPaint(new GradientPaint(0, 0, new Color(0xb9c1c6), 0, HEIGHT, new Color(0x7d878c)));
        g.fillRect(0, 0, WIDTH, HEIGHT);
        g.setColor(new Color(0x55606a));
        g.fillRect(0, 420, WIDTH, 180);
        g.setColor(new Color(0x8a7f70));
        g.fillRect(0, 200, WIDTH, 240);
        g.setColor(new Color(0x5d5448));
        g.fillRect(0, 192, WIDTH, 16);
        for (int x : new int[] {70, 480}) {
            g.setColor(new Color(0x9aa5ab));
            g.fill(new Arc2D.Double(x, 250, 350, 380, 0, 180, Arc2D.CHORD));
            g.setColor(new Color(0x6d6458));
            g.setStroke(new BasicStroke(14));
            g.draw(new Arc2D.Double(x, 250, 350, 380, 0, 180, Arc2D.OPEN));
        }
        g.setColor(new Color(0x55606a));
        g.fillRect(0, 440, WIDTH, 160);
        g.setStroke(new BasicStroke(3));
        g.setColor(new Color(0x87939b));
        for (int i = 0; i < 24; i++) {
            int x = i * 173 % WIDTH;
            g.drawLine(x, 460 + i * 29 % 130, x + 70, 460 + i * 29 % 130);
        }
        g.setColor(new Color(235, 240, 243, 130));
        g.setStroke(new BasicStroke(2));
        for (int i = 0; i < 130; i++) {
            int x = i * 211 % WIDTH;
            int y = i * 97 % HEIGHT;
            g.drawLine(x, y, x - 8, y + 26);
        }
    }
}
