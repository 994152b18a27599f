package org.postern.typeset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.junit.jupiter.api.Test;

class PhotoTest {

    @Test
    void a_photo_is_turned_upright_and_forgets_where_it_was_taken() throws Exception {
        // a wide picture, red on its left, that the camera says was held turned: 6 = rotate a quarter to the right
        byte[] file = withExif(jpeg(400, 200), 6);

        Photo photo = Photo.of(file);

        assertThat(photo.width()).isEqualTo(200);
        assertThat(photo.height()).isEqualTo(400);
        BufferedImage upright = ImageIO.read(new ByteArrayInputStream(photo.jpeg()));
        assertThat(new Color(upright.getRGB(100, 20)).getRed()).isGreaterThan(200);
        assertThat(new Color(upright.getRGB(100, 380)).getRed()).isLessThan(60);
        assertThat(new String(photo.jpeg(), StandardCharsets.ISO_8859_1)).doesNotContain("Exif");
    }

    @Test
    void what_is_stored_reads_back_byte_for_byte() throws Exception {
        Photo photo = Photo.of(jpeg(3000, 2000));

        assertThat(photo.width()).isEqualTo(1772);
        assertThat(photo.height()).isEqualTo(1181);
        assertThat(Photo.stored(photo.jpeg()).width()).isEqualTo(1772);
        assertThat(Photo.stored(photo.jpeg()).jpeg()).isEqualTo(photo.jpeg());
    }

    @Test
    void a_file_that_cannot_be_a_photo_says_why() throws IOException {
        assertThat(reason("GIF89a nothing".getBytes(StandardCharsets.US_ASCII)))
                .isEqualTo(Photo.Unusable.Reason.NOT_AN_IMAGE);
        assertThat(reason(new byte[Photo.MOST_BYTES + 1])).isEqualTo(Photo.Unusable.Reason.TOO_MANY_BYTES);
        assertThat(reason(Arrays.copyOf(jpeg(400, 200), 300))).isEqualTo(Photo.Unusable.Reason.BROKEN);
        assertThat(reason(png(8001, 1))).isEqualTo(Photo.Unusable.Reason.SIDE_TOO_LONG);
        assertThat(reason(hugePngHeader(7000, 7000))).isEqualTo(Photo.Unusable.Reason.TOO_MANY_PIXELS);
    }

    @Test
    void the_letter_carries_the_photo_in_greys_unless_colour_is_allowed() throws Exception {
        var manuscript = new Manuscript(
                "plain", "en", SampleLetters.DAY, null, List.of(), "See", "M", Photo.of(jpeg(1600, 1200)), null);

        assertThat(image(SampleLetters.set(manuscript).pdf()).getColorSpace().getName())
                .isEqualTo("DeviceGray");
        byte[] coloured = SampleLetters.TYPESETTER
                .set(manuscript, new PrintOptions(false, true, Paper.A4))
                .pdf();
        assertThat(image(coloured).getColorSpace().getName()).isEqualTo("DeviceRGB");
        assertThat(SampleLetters.set(manuscript).png(0, 50)).isNotEmpty();
    }

    private static PDImageXObject image(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            var resources = document.getPage(0).getResources();
            return (PDImageXObject)
                    resources.getXObject(resources.getXObjectNames().iterator().next());
        }
    }

    private static Photo.Unusable.Reason reason(byte[] file) {
        return catchThrowableOfType(Photo.Unusable.class, () -> Photo.of(file)).reason();
    }

    private static BufferedImage picture(int width, int height) {
        var picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var graphics = picture.createGraphics();
        graphics.setColor(Color.RED);
        graphics.fillRect(0, 0, width / 2, height);
        graphics.dispose();
        return picture;
    }

    private static byte[] jpeg(int width, int height) throws IOException {
        var out = new ByteArrayOutputStream();
        ImageIO.write(picture(width, height), "jpg", out);
        return out.toByteArray();
    }

    private static byte[] png(int width, int height) throws IOException {
        var out = new ByteArrayOutputStream();
        ImageIO.write(picture(width, height), "png", out);
        return out.toByteArray();
    }

    /** A PNG that only claims its size: nothing may be decoded before the claim is judged. */
    private static byte[] hugePngHeader(int width, int height) throws IOException {
        byte[] png = png(10, 10);
        java.nio.ByteBuffer header = java.nio.ByteBuffer.wrap(png);
        header.putInt(16, width).putInt(20, height);
        var crc = new java.util.zip.CRC32();
        crc.update(png, 12, 17);
        header.putInt(29, (int) crc.getValue());
        return png;
    }

    /** Puts an EXIF block with an orientation and a maker's name behind the first marker. */
    private static byte[] withExif(byte[] jpeg, int orientation) {
        byte[] exif = {
            (byte) 0xFF,
            (byte) 0xE1,
            0,
            34,
            'E',
            'x',
            'i',
            'f',
            0,
            0,
            'M',
            'M',
            0,
            42,
            0,
            0,
            0,
            8,
            0,
            1,
            1,
            0x12,
            0,
            3,
            0,
            0,
            0,
            1,
            0,
            (byte) orientation,
            0,
            0,
            0,
            0,
            0,
            0
        };
        var out = new ByteArrayOutputStream();
        out.write(jpeg, 0, 2);
        out.writeBytes(exif);
        out.write(jpeg, 2, jpeg.length - 2);
        return out.toByteArray();
    }
}
