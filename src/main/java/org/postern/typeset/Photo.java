package org.postern.typeset;

import com.drew.imaging.ImageMetadataReader;
import com.drew.imaging.ImageProcessingException;
import com.drew.metadata.MetadataException;
import com.drew.metadata.exif.ExifIFD0Directory;
import com.twelvemonkeys.imageio.plugins.jpeg.JPEGImageReaderSpi;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.spi.IIORegistry;
import javax.imageio.spi.ImageReaderSpi;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** A picture made anew from its pixels: upright, at most 10 × 15 cm at 300 dpi, and nothing that tells where or when. */
public final class Photo {
    public static final int MOST_BYTES = 8 * 1024 * 1024;
    public static final int MOST_PIXELS = 24_000_000;
    public static final int LONGEST_SIDE = 8000;
    private static final int SHORT_SIDE = 1181;
    private static final int LONG_SIDE = 1772;
    private static final float QUALITY = 0.85f;

    private final byte[] jpeg;
    private final int width;
    private final int height;

    private Photo(byte[] jpeg, int width, int height) {
        this.jpeg = jpeg;
        this.width = width;
        this.height = height;
    }

    /** Why a file cannot be a photo. */
    public static final class Unusable extends Exception {
        private static final long serialVersionUID = 1;

        /** {@code NOT_AN_IMAGE}: neither JPEG nor PNG; {@code BROKEN}: begins as one and cannot be read. */
        public enum Reason {
            NOT_AN_IMAGE,
            TOO_MANY_BYTES,
            TOO_MANY_PIXELS,
            SIDE_TOO_LONG,
            BROKEN
        }

        private final Reason reason;

        Unusable(Reason reason) {
            super(reason.name());
            this.reason = reason;
        }

        public Reason reason() {
            return reason;
        }
    }

    /**
     * Reads a JPEG or PNG of at most {@link #MOST_BYTES}, {@link #MOST_PIXELS} and {@link #LONGEST_SIDE}; the header is
     * judged before a pixel is decoded, so a small file cannot ask for much memory.
     */
    public static Photo of(byte[] file) throws Unusable {
        if (file.length > MOST_BYTES) {
            throw new Unusable(Unusable.Reason.TOO_MANY_BYTES);
        }
        BufferedImage decoded = decode(file);
        BufferedImage upright = upright(decoded, orientation(file));
        return new Photo(jpeg(upright, QUALITY), upright.getWidth(), upright.getHeight());
    }

    /** The pixels of a file within the same bounds, whole and as they lie, to be looked at and let go. */
    public static BufferedImage pixels(byte[] file) throws Unusable {
        if (file.length > MOST_BYTES) {
            throw new Unusable(Unusable.Reason.TOO_MANY_BYTES);
        }
        return decode(file);
    }

    /**
     * Reads what {@link #jpeg()} gave, byte for byte: compressed anew at each reading, a letter would be another one on
     * every page that shows it.
     */
    public static Photo stored(byte[] jpeg) throws Unusable {
        try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(jpeg))) {
            ImageReader reader = reader(jpeg);
            try {
                reader.setInput(in, true, true);
                return new Photo(jpeg.clone(), reader.getWidth(0), reader.getHeight(0));
            } finally {
                reader.dispose();
            }
        } catch (IOException | RuntimeException e) {
            throw new Unusable(Unusable.Reason.BROKEN);
        }
    }

    /** The clean picture; what to store. {@link #stored} reads it back. */
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

    /** The picture as a PDF may carry it; grey when no colour may be printed. */
    byte[] jpeg(boolean colour) {
        if (colour) {
            return jpeg;
        }
        try {
            BufferedImage picture = ImageIO.read(new MemoryCacheImageInputStream(new ByteArrayInputStream(jpeg)));
            var grey = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
            int[] row = new int[width];
            for (int y = 0; y < height; y++) {
                picture.getRGB(0, y, width, 1, row, 0, width);
                for (int x = 0; x < width; x++) {
                    int rgb = row[x];
                    // Rec. 601 luma, as a copier sees it; Java's own conversion would darken (linear light)
                    int luma = (299 * (rgb >> 16 & 0xFF) + 587 * (rgb >> 8 & 0xFF) + 114 * (rgb & 0xFF)) / 1000;
                    grey.getRaster().setSample(x, y, 0, luma);
                }
            }
            return jpeg(grey, QUALITY);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static BufferedImage decode(byte[] file) throws Unusable {
        try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(file))) {
            ImageReader reader = reader(file);
            try {
                reader.setInput(in, true, true);
                int width = reader.getWidth(0);
                int height = reader.getHeight(0);
                if (Math.max(width, height) > LONGEST_SIDE) {
                    throw new Unusable(Unusable.Reason.SIDE_TOO_LONG);
                }
                if ((long) width * height > MOST_PIXELS) {
                    throw new Unusable(Unusable.Reason.TOO_MANY_PIXELS);
                }
                return reader.read(0);
            } finally {
                reader.dispose();
            }
        } catch (IOException | RuntimeException e) {
            throw new Unusable(Unusable.Reason.BROKEN);
        }
    }

    /** JPEG by TwelveMonkeys, which knows the CMYK ones; asked directly, since a WAR must not add to the JVM's list. */
    private static ImageReader reader(byte[] file) throws Unusable, IOException {
        if (file.length > 3 && (file[0] & 0xFF) == 0xFF && (file[1] & 0xFF) == 0xD8) {
            var jpeg = new JPEGImageReaderSpi();
            jpeg.onRegistration(IIORegistry.getDefaultInstance(), ImageReaderSpi.class);
            return jpeg.createReaderInstance(null);
        }
        if (file.length > 8 && (file[0] & 0xFF) == 0x89 && file[1] == 'P' && file[2] == 'N' && file[3] == 'G') {
            Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName("png");
            return readers.next();
        }
        throw new Unusable(Unusable.Reason.NOT_AN_IMAGE);
    }

    /** EXIF's eight ways to hold a camera; 1 where nothing is said. */
    static int orientation(byte[] file) {
        try {
            var exif = ImageMetadataReader.readMetadata(new ByteArrayInputStream(file))
                    .getFirstDirectoryOfType(ExifIFD0Directory.class);
            if (exif == null || !exif.containsTag(ExifIFD0Directory.TAG_ORIENTATION)) {
                return 1;
            }
            return exif.getInt(ExifIFD0Directory.TAG_ORIENTATION);
        } catch (ImageProcessingException | MetadataException | IOException e) {
            return 1;
        }
    }

    /** Turned, scaled down to the printed size, on white. */
    private static BufferedImage upright(BufferedImage picture, int orientation) {
        return upright(picture, orientation, LONG_SIDE, SHORT_SIDE);
    }

    /** Turned, scaled down until both sides are as long as they may be, on white. */
    static BufferedImage upright(BufferedImage picture, int orientation, int longSide, int shortSide) {
        int w = picture.getWidth();
        int h = picture.getHeight();
        boolean turned = orientation >= 5 && orientation <= 8;
        int width = turned ? h : w;
        int height = turned ? w : h;
        double scale = Math.min(
                1, Math.min((double) longSide / Math.max(width, height), (double) shortSide / Math.min(width, height)));
        // halved first: one big bicubic step would leave out pixels and flicker
        BufferedImage source = picture;
        double left = scale;
        while (left < 0.5) {
            source = drawn(
                    source, AffineTransform.getScaleInstance(0.5, 0.5), source.getWidth() / 2, source.getHeight() / 2);
            left *= 2;
        }
        int toWidth = Math.max(1, (int) Math.round(width * scale));
        int toHeight = Math.max(1, (int) Math.round(height * scale));
        var transform = new AffineTransform();
        transform.scale(
                toWidth / (double) (turned ? source.getHeight() : source.getWidth()),
                toHeight / (double) (turned ? source.getWidth() : source.getHeight()));
        transform.concatenate(turn(orientation, source.getWidth(), source.getHeight()));
        return drawn(source, transform, toWidth, toHeight);
    }

    private static BufferedImage drawn(BufferedImage source, AffineTransform transform, int width, int height) {
        var target = new BufferedImage(Math.max(1, width), Math.max(1, height), BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = target.createGraphics();
        try {
            graphics.setColor(Color.WHITE);
            graphics.fillRect(0, 0, target.getWidth(), target.getHeight());
            graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
            graphics.drawImage(source, transform, null);
        } finally {
            graphics.dispose();
        }
        return target;
    }

    private static AffineTransform turn(int orientation, int w, int h) {
        return switch (orientation) {
            case 2 -> new AffineTransform(-1, 0, 0, 1, w, 0);
            case 3 -> new AffineTransform(-1, 0, 0, -1, w, h);
            case 4 -> new AffineTransform(1, 0, 0, -1, 0, h);
            case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
            case 6 -> new AffineTransform(0, 1, -1, 0, h, 0);
            case 7 -> new AffineTransform(0, -1, -1, 0, h, w);
            case 8 -> new AffineTransform(0, -1, 1, 0, 0, w);
            default -> new AffineTransform();
        };
    }

    static byte[] jpeg(BufferedImage picture, float quality) {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        var bytes = new ByteArrayOutputStream();
        try (var out = new MemoryCacheImageOutputStream(bytes)) {
            ImageWriteParam how = writer.getDefaultWriteParam();
            how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            how.setCompressionQuality(quality);
            writer.setOutput(out);
            writer.write(null, new IIOImage(picture, null, null), how);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
