package org.postern.typeset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionJavaScript;
import org.junit.jupiter.api.Test;
import org.postern.typeset.ScannedFile.Unusable;
import org.postern.typeset.ScannedFile.Unusable.Reason;

/** Files of strangers: scans become pages of pixels, and whatever is no scan is refused with its reason. */
class ScannedFileTest {

    private static List<ScannedPage> pages(byte[] file) throws Unusable {
        return pages(file, Duration.ofSeconds(20));
    }

    private static List<ScannedPage> pages(byte[] file, Duration time) throws Unusable {
        List<ScannedPage> pages = new ArrayList<>();
        ScannedFile.read(file, ScannedFile.MOST_PAGES, System.nanoTime() + time.toNanos(), pages::add);
        return pages;
    }

    private static void assertRefused(byte[] file, Reason why) {
        assertThatThrownBy(() -> pages(file))
                .isInstanceOfSatisfying(
                        Unusable.class, refused -> assertThat(refused.reason()).isEqualTo(why));
    }

    @Test
    void a_scanned_pdf_becomes_a_picture_a_page_at_200_dpi() throws Exception {
        List<ScannedPage> pages = pages(scan(3));
        assertThat(pages).hasSize(3);
        assertThat(pages).allSatisfy(page -> {
            assertThat(page.width()).isBetween(1650, 1656);
            assertThat(page.height()).isBetween(2336, 2342);
        });
        assertThat(new Color(pages.get(0).pixels().getRGB(800, 300)).getRed())
                .as("the drawing")
                .isLessThan(60);
    }

    @Test
    void a_script_in_a_pdf_is_neither_run_nor_kept() throws Exception {
        try (PDDocument document = new PDDocument()) {
            document.addPage(new PDPage(PDRectangle.A4));
            document.getDocumentCatalog().setOpenAction(new PDActionJavaScript("app.alert('canary-script')"));
            ScannedPage page = pages(bytes(document)).get(0);
            assertThat(new String(page.jpeg(), StandardCharsets.ISO_8859_1)).doesNotContain("canary-script");
        }
    }

    @Test
    void a_telephones_photo_stands_upright_and_forgets_its_maker_and_place() throws Exception {
        byte[] jpeg = jpeg(300, 200);
        byte[] exif = exif();
        ByteBuffer file = ByteBuffer.allocate(jpeg.length + exif.length + 4);
        file.put(jpeg, 0, 2);
        file.putShort((short) 0xFFE1).putShort((short) (exif.length + 2)).put(exif);
        file.put(jpeg, 2, jpeg.length - 2);
        assertThat(new String(file.array(), StandardCharsets.ISO_8859_1)).contains("canary maker");
        ScannedPage page = pages(file.array()).get(0);
        assertThat(page.width()).isEqualTo(200);
        assertThat(page.height()).isEqualTo(300);
        assertThat(new String(page.jpeg(), StandardCharsets.ISO_8859_1))
                .doesNotContain("canary maker")
                .doesNotContain("Exif");
    }

    @Test
    void what_is_no_scan_is_refused_whatever_it_calls_itself() {
        assertRefused("PK\u0003\u0004 a zip".getBytes(StandardCharsets.ISO_8859_1), Reason.NOT_A_SCAN);
        assertRefused("<svg/>".getBytes(StandardCharsets.UTF_8), Reason.NOT_A_SCAN);
        assertRefused(new byte[0], Reason.NOT_A_SCAN);
        assertRefused(new byte[ScannedFile.MOST_BYTES + 1], Reason.TOO_MANY_BYTES);
        assertRefused("%PDF-1.7\nnothing more".getBytes(StandardCharsets.UTF_8), Reason.BROKEN);
    }

    @Test
    void a_huge_picture_is_refused_by_its_header() throws Exception {
        byte[] png = hugePng(30_000, 30_000);
        assertThat(png.length).isLessThan(200_000);
        assertRefused(png, Reason.TOO_MANY_PIXELS);
    }

    @Test
    void a_locked_pdf_is_refused_with_and_without_a_password() throws Exception {
        for (String password : List.of("", "secret")) {
            try (PDDocument document = new PDDocument()) {
                document.addPage(new PDPage());
                document.protect(new StandardProtectionPolicy("owner", password, new AccessPermission()));
                assertRefused(bytes(document), Reason.LOCKED);
            }
        }
    }

    @Test
    void a_pdf_that_unpacks_to_more_than_memory_is_refused_before_it_is_unpacked() throws Exception {
        byte[] bomb = packed(new byte[0], 600_000_000);
        assertThat(bomb.length).isLessThan(1_000_000);
        assertRefused(pdf("/Filter /FlateDecode", bomb), Reason.TOO_MANY_PIXELS);
        byte[] twice = packed(packed(new byte[0], 600_000_000), 0);
        assertRefused(pdf("/Filter [/FlateDecode /FlateDecode]", twice), Reason.TOO_MANY_PIXELS);
    }

    @Test
    void a_pdf_whose_pictures_say_that_they_are_huge_is_refused() throws Exception {
        String picture = "/Type /XObject /Subtype /Image /Width 60000 /Height 60000 /ColorSpace /DeviceRGB"
                + " /BitsPerComponent 8 /Filter /FlateDecode";
        assertRefused(pdf(picture, packed(new byte[100], 0)), Reason.TOO_MANY_PIXELS);
    }

    @Test
    void pictures_that_would_be_left_out_without_a_word_are_refused_with_one() throws Exception {
        String picture = "/Type /XObject /Subtype /Image /Width 10 /Height 10 /ColorSpace /DeviceGray"
                + " /BitsPerComponent 1 /Filter /JBIG2Decode";
        assertRefused(pdf(picture, new byte[40]), Reason.UNUSUAL);
    }

    @Test
    void a_page_that_draws_itself_for_ever_is_broken_off() throws Exception {
        byte[] file = pdf("", "0 0 m 600 800 l S\n".repeat(400_000).getBytes(StandardCharsets.US_ASCII));
        long start = System.nanoTime();
        assertThatThrownBy(() -> pages(file, Duration.ofMillis(300)))
                .isInstanceOfSatisfying(
                        Unusable.class, refused -> assertThat(refused.reason()).isEqualTo(Reason.TOO_SLOW));
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(8));
    }

    @Test
    void more_than_forty_pages_are_too_many() throws Exception {
        assertRefused(scan(41), Reason.TOO_MANY_PAGES);
    }

    @Test
    void a_box_is_black_in_the_pixels_and_a_turn_moves_them() throws Exception {
        ScannedPage page = pages(jpeg(400, 200)).get(0);
        ScannedPage black = page.blackened(0.5, 0, 1, 0.5);
        assertThat(new Color(black.pixels().getRGB(350, 50)).getBlue()).isLessThan(16);
        assertThat(new Color(black.pixels().getRGB(350, 150)).getBlue()).isGreaterThan(120);
        ScannedPage turned = black.turned(1);
        assertThat(turned.width()).isEqualTo(200);
        assertThat(turned.height()).isEqualTo(400);
        assertThat(new Color(turned.pixels().getRGB(150, 350)).getBlue())
                .as("the right upper corner lies right below now")
                .isLessThan(16);
        assertThat(ScannedPage.stored(turned.jpeg()).atMostWide(100).width()).isEqualTo(100);
        assertThat(page.turned(4).jpeg()).isEqualTo(page.jpeg());
    }

    // --- files --------------------------------------------------------------------------------------------------

    private static byte[] scan(int pages) throws IOException {
        var drawing = new BufferedImage(800, 1100, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = drawing.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, 800, 1100);
        pen.setColor(Color.BLACK);
        pen.fillRect(200, 100, 400, 100);
        pen.dispose();
        try (PDDocument document = new PDDocument()) {
            var image = LosslessFactory.createFromImage(document, drawing);
            for (int i = 0; i < pages; i++) {
                PDPage page = new PDPage(PDRectangle.A4);
                document.addPage(page);
                try (var content = new PDPageContentStream(document, page)) {
                    content.drawImage(
                            image,
                            0,
                            0,
                            page.getMediaBox().getWidth(),
                            page.getMediaBox().getHeight());
                }
            }
            return bytes(document);
        }
    }

    private static byte[] bytes(PDDocument document) throws IOException {
        var bytes = new ByteArrayOutputStream();
        document.save(bytes);
        return bytes.toByteArray();
    }

    /** One page, whose drawing is the given stream. */
    private static byte[] pdf(String words, byte[] stream) throws IOException {
        var bytes = new ByteArrayOutputStream();
        List<Integer> at = new ArrayList<>();
        bytes.write("%PDF-1.4\n".getBytes(StandardCharsets.US_ASCII));
        for (String object : List.of(
                "1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n",
                "2 0 obj\n<< /Type /Pages /Kids [3 0 R] /Count 1 >>\nendobj\n",
                "3 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R >>\nendobj\n")) {
            at.add(bytes.size());
            bytes.write(object.getBytes(StandardCharsets.US_ASCII));
        }
        at.add(bytes.size());
        bytes.write(("4 0 obj\n<< " + words + " /Length " + stream.length + " >>\nstream\n")
                .getBytes(StandardCharsets.US_ASCII));
        bytes.write(stream);
        bytes.write("\nendstream\nendobj\n".getBytes(StandardCharsets.US_ASCII));
        int table = bytes.size();
        StringBuilder end = new StringBuilder("xref\n0 5\n0000000000 65535 f \n");
        at.forEach(offset -> end.append(String.format("%010d 00000 n \n", offset)));
        end.append("trailer\n<< /Size 5 /Root 1 0 R >>\nstartxref\n" + table + "\n%%EOF\n");
        bytes.write(end.toString().getBytes(StandardCharsets.US_ASCII));
        return bytes.toByteArray();
    }

    private static byte[] packed(byte[] begins, int zeros) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DeflaterOutputStream(bytes, new Deflater(9))) {
            out.write(begins);
            byte[] nothing = new byte[1 << 20];
            for (int left = zeros; left > 0; left -= nothing.length) {
                out.write(nothing, 0, Math.min(left, nothing.length));
            }
        }
        return bytes.toByteArray();
    }

    private static byte[] jpeg(int width, int height) throws IOException {
        var picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = picture.createGraphics();
        pen.setColor(new Color(180, 180, 180));
        pen.fillRect(0, 0, width, height);
        pen.dispose();
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(picture, "jpg", bytes);
        return bytes.toByteArray();
    }

    /** "Turn me a quarter to the right", who made it, and that it knows a place. */
    private static byte[] exif() {
        byte[] maker = "canary maker\0".getBytes(StandardCharsets.US_ASCII);
        ByteBuffer tiff = ByteBuffer.allocate(8 + 2 + 3 * 12 + 4 + maker.length + 1 + 2 + 12 + 4);
        int gps = 8 + 2 + 3 * 12 + 4 + maker.length + 1;
        tiff.put(new byte[] {'M', 'M', 0, 42}).putInt(8).putShort((short) 3);
        tiff.putShort((short) 0x010F).putShort((short) 2).putInt(maker.length).putInt(50);
        tiff.putShort((short) 0x0112).putShort((short) 3).putInt(1).putInt(6 << 16);
        tiff.putShort((short) 0x8825).putShort((short) 4).putInt(1).putInt(gps);
        tiff.putInt(0).put(maker).put((byte) 0);
        tiff.putShort((short) 1)
                .putShort((short) 1)
                .putShort((short) 2)
                .putInt(2)
                .putInt('N' << 24);
        byte[] whole = Arrays.copyOf("Exif\0\0".getBytes(StandardCharsets.US_ASCII), 6 + tiff.capacity());
        System.arraycopy(tiff.array(), 0, whole, 6, tiff.capacity());
        return whole;
    }

    private static byte[] hugePng(int width, int height) throws IOException {
        var bytes = new ByteArrayOutputStream();
        bytes.write(new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10});
        ByteBuffer head = ByteBuffer.allocate(13).putInt(width).putInt(height);
        chunk(bytes, "IHDR", head.put((byte) 1).array());
        chunk(bytes, "IDAT", packed(new byte[0], 100_000_000));
        chunk(bytes, "IEND", new byte[0]);
        return bytes.toByteArray();
    }

    private static void chunk(ByteArrayOutputStream to, String name, byte[] body) throws IOException {
        byte[] named = name.getBytes(StandardCharsets.US_ASCII);
        CRC32 crc = new CRC32();
        crc.update(named);
        crc.update(body);
        to.write(ByteBuffer.allocate(4).putInt(body.length).array());
        to.write(named);
        to.write(body);
        to.write(ByteBuffer.allocate(4).putInt((int) crc.getValue()).array());
    }
}
