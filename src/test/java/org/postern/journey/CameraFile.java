package org.postern.journey;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import javax.imageio.ImageIO;

/**
 * What an old phone makes: a JPEG that lies on its side, says so, and says who made it and where. Held upright it is
 * black above and grey below.
 */
final class CameraFile {
    static final String MAKER = "Heronflex Nineteen";

    private static final int ASCII = 2;
    private static final int SHORT = 3;
    private static final int LONG = 4;
    private static final int RATIONAL = 5;

    private CameraFile() {}

    static byte[] taken() throws IOException {
        BufferedImage lying = new BufferedImage(900, 600, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = lying.createGraphics();
        pen.setColor(Color.BLACK);
        pen.fillRect(0, 0, 450, 600);
        pen.setColor(new Color(150, 150, 150));
        pen.fillRect(450, 0, 450, 600);
        pen.dispose();
        ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
        ImageIO.write(lying, "jpg", jpeg);
        byte[] exif = exif();
        ByteBuffer file = ByteBuffer.allocate(jpeg.size() + 4 + exif.length);
        file.put(jpeg.toByteArray(), 0, 2);
        file.putShort((short) 0xFFE1).putShort((short) (exif.length + 2)).put(exif);
        file.put(jpeg.toByteArray(), 2, jpeg.size() - 2);
        return file.array();
    }

    /** Maker, "turn me a quarter to the right", and 52° 31′ 12″ north, 13° 24′ 18″ east. */
    private static byte[] exif() {
        byte[] maker = (MAKER + "\0").getBytes(StandardCharsets.US_ASCII);
        int main = 8;
        int makerAt = main + 2 + 3 * 12 + 4;
        int gps = makerAt + maker.length + maker.length % 2;
        int north = gps + 2 + 4 * 12 + 4;
        int east = north + 24;
        ByteBuffer tiff = ByteBuffer.allocate(east + 24);
        tiff.put(new byte[] {'M', 'M', 0, 42}).putInt(main).putShort((short) 3);
        entry(tiff, 0x010F, ASCII, maker.length, makerAt);
        entry(tiff, 0x0112, SHORT, 1, 6 << 16);
        entry(tiff, 0x8825, LONG, 1, gps);
        tiff.position(makerAt).put(maker).position(gps).putShort((short) 4);
        entry(tiff, 1, ASCII, 2, 'N' << 24);
        entry(tiff, 2, RATIONAL, 3, north);
        entry(tiff, 3, ASCII, 2, 'E' << 24);
        entry(tiff, 4, RATIONAL, 3, east);
        tiff.position(north);
        for (int part : new int[] {52, 31, 12, 13, 24, 18}) {
            tiff.putInt(part).putInt(1);
        }
        ByteBuffer exif = ByteBuffer.allocate(6 + tiff.capacity());
        return exif.put("Exif\0\0".getBytes(StandardCharsets.US_ASCII))
                .put(tiff.array())
                .array();
    }

    private static void entry(ByteBuffer tiff, int tag, int type, int count, int value) {
        tiff.putShort((short) tag).putShort((short) type).putInt(count).putInt(value);
    }
}
