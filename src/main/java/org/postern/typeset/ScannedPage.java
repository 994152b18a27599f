package org.postern.typeset;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;

/** A page that somebody scanned, made anew from its pixels: upright, at most A4 at 200 dpi, and nothing but its pixels. */
public final class ScannedPage {
    static final int DPI = 200;
    /** A4 at 200 dpi; a longer page is drawn smaller. */
    static final int LONG_SIDE = 2340;

    private static final float QUALITY = 0.8f;

    private final byte[] jpeg;
    private final int width;
    private final int height;

    private ScannedPage(byte[] jpeg, int width, int height) {
        this.jpeg = jpeg;
        this.width = width;
        this.height = height;
    }

    static ScannedPage of(BufferedImage picture) {
        return new ScannedPage(Photo.jpeg(picture, QUALITY), picture.getWidth(), picture.getHeight());
    }

    /** Reads what {@link #jpeg()} gave. */
    public static ScannedPage stored(byte[] jpeg) {
        try {
            Photo photo = Photo.stored(jpeg);
            return new ScannedPage(jpeg.clone(), photo.width(), photo.height());
        } catch (Photo.Unusable e) {
            throw new IllegalArgumentException("Not a page of ours", e);
        }
    }

    /** What to seal. */
    public byte[] jpeg() {
        return jpeg.clone();
    }

    /** Pixels. */
    public int width() {
        return width;
    }

    /** Pixels. */
    public int height() {
        return height;
    }

    /** The pixels themselves, some 16 MB, to be looked at and let go. */
    public BufferedImage pixels() {
        try {
            return Photo.decode(jpeg);
        } catch (Photo.Unusable e) {
            throw new IllegalStateException("Not a page of ours", e);
        }
    }

    /** @param quarters of a turn, clockwise */
    public ScannedPage turned(int quarters) {
        int turn = Math.floorMod(quarters, 4);
        if (turn == 0) {
            return this;
        }
        // EXIF's names for a quarter, a half and three quarters.
        int orientation = turn == 1 ? 6 : turn == 2 ? 3 : 8;
        return of(Photo.upright(pixels(), orientation, LONG_SIDE, LONG_SIDE));
    }

    /** Black where the box lies; no pixel of what was there is left. The sides are parts of the page, 0 to 1. */
    public ScannedPage blackened(double left, double top, double right, double bottom) {
        BufferedImage picture = pixels();
        Graphics2D graphics = picture.createGraphics();
        try {
            graphics.setColor(Color.BLACK);
            int x = (int) Math.floor(Math.min(left, right) * width);
            int y = (int) Math.floor(Math.min(top, bottom) * height);
            graphics.fillRect(
                    x,
                    y,
                    (int) Math.ceil(Math.max(left, right) * width) - x,
                    (int) Math.ceil(Math.max(top, bottom) * height) - y);
        } finally {
            graphics.dispose();
        }
        return of(picture);
    }

    /** The same page, narrower where it is wider than so many pixels. */
    public ScannedPage atMostWide(int pixels) {
        if (width <= pixels) {
            return this;
        }
        return of(Photo.upright(pixels(), 1, Math.max(pixels, height * pixels / width), pixels));
    }

    /** The same page with a cross, to show somebody where they pointed. */
    public ScannedPage marked(double x, double y) {
        BufferedImage picture = pixels();
        Graphics2D graphics = picture.createGraphics();
        try {
            int size = Math.max(8, width / 40);
            int stroke = Math.max(2, width / 300);
            graphics.setColor(new Color(0xb3261e));
            graphics.fillRect((int) (x * width) - size, (int) (y * height) - stroke / 2, 2 * size, stroke);
            graphics.fillRect((int) (x * width) - stroke / 2, (int) (y * height) - size, stroke, 2 * size);
        } finally {
            graphics.dispose();
        }
        return of(picture);
    }
}
