package org.postern.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.drew.imaging.ImageMetadataReader;
import com.drew.imaging.ImageProcessingException;
import com.drew.metadata.Metadata;
import com.drew.metadata.exif.ExifDirectoryBase;
import com.drew.metadata.exif.GpsDirectory;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.awt.color.ColorSpace;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSDocument;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.postern.typeset.PrintedLetters;
import org.postern.typeset.PrintedPage;

/** A photo on its way from an old phone to the paper, where an envelope with a window waits for it. */
@ExtendWith(World.Shared.class)
class PhotoJourney {
    private static final String TO_DELIA = "/en/people/delia-marrow/letter";
    private static final String MARK = "the surveyor's heron stood on one leg";
    private static final String WORDS = "Dear Delia,\n\nBy the canal " + MARK + ".\n\n"
            + ("We counted eleven gulls on the tram depot, and nobody could say what they were doing there. ".repeat(6)
                            + "\n\n")
                    .repeat(3);

    @Test
    void a_photo_arrives_upright_on_the_paper_and_nothing_tells_where_it_was_taken(World world) throws IOException {
        byte[] taken = CameraFile.taken();
        assertThat(tellsPlace(taken)).as("what the phone put into its file").isTrue();
        assertThat(latin(taken)).contains("Exif", CameraFile.MAKER);
        Deeds deeds = new Deeds(world.postern(), world.chromium(), 390, false);

        Page writer = deeds.write(TO_DELIA, WORDS, "Marta", "en", "");
        choose(writer, "IMG_0001.jpg", "GIF89a, whatever its name says".getBytes(StandardCharsets.US_ASCII));
        writer.locator("button[name=preview]").click();
        deeds.see(writer, "The file is neither a JPEG nor a PNG picture.");
        assertThat(writer.locator("#body").inputValue()).contains(MARK);
        Chromium.shot(writer, "writing-desk-photo-wrong-390");

        choose(writer, "IMG_0002.jpg", taken);
        writer.locator("button[name=preview]").click();
        deeds.see(writer, "Nothing stops this letter");
        Chromium.shot(writer, "writing-desk-photo-390");
        byte[] kept = picture(writer, "img[src$='/photo.jpg']");
        assertThat(metadata(kept).getDirectoriesOfType(ExifDirectoryBase.class)).isEmpty();
        assertThat(latin(kept)).doesNotContain("Exif", CameraFile.MAKER);
        assertThat(isUpright(kept)).isTrue();
        assertThat(shows(writer, ".print img[src*='/pages/']"))
                .as("the preview")
                .isTrue();

        deeds.press(writer, "Send to our readers");
        deeds.see(writer, "Your code, shown once");

        Page reader = new Readers(world.postern(), deeds).readUntil(MARK);
        deeds.see(reader, "with a photo");
        assertThat(shows(reader, "img[src*='/pages/']"))
                .as("what the reader sees")
                .isTrue();
        Chromium.shot(reader, "reading-room-photo-390");
        Readers.approve(reader);

        onPaper(deeds.claim("US", MARK).pdf());
        for (String secret : List.of(CameraFile.MAKER, MARK)) {
            assertThat(Disk.filesThatSay(world.tables(), secret)).isEmpty();
            assertThat(Disk.filesThatSay(world.postern().home(), secret)).isEmpty();
        }
        assertThat(Disk.filesThatSay(world.tables(), "delia-marrow"))
                .as("looking finds what is not secret")
                .isNotEmpty();
    }

    private static void choose(Page page, String name, byte[] content) {
        page.locator("#photo").setInputFiles(new FilePayload(name, "image/jpeg", content));
    }

    /** Two pages on one sheet; the prisoner's number on both, for there mail is scanned. */
    private static void onPaper(byte[] pdf) throws IOException {
        assertThat(latin(pdf)).doesNotContain("Exif", CameraFile.MAKER);
        try (PDDocument document = Loader.loadPDF(pdf)) {
            int first = PdfText.pagesWith(document, MARK).get(0);
            assertThat(PrintedLetters.firstPages(document, "din5008b")).contains(first);
            assertThat(PrintedPage.of(document, first).shownWholeIn(PrintedPage.DIN_5008_B))
                    .containsExactly(
                            "Postern (sample), Postfach 0, 00000 Berlin",
                            "Delia Marrow, #Z00417",
                            "Cedar Hollow Correctional Facility (sample)",
                            "0 Nowhere Road",
                            "CEDAR HOLLOW, ZZ 00000",
                            "VEREINIGTE STAATEN");
            List<Rectangle2D> pictures = PrintedPage.of(document, first + 1).pictures();
            assertThat(pictures).hasSize(1).allMatch(picture -> picture.getHeight() > picture.getWidth());
            BufferedImage paper = new PDFRenderer(document).renderImageWithDPI(first, 100, ImageType.RGB);
            assertThat(isBlackAboveGrey(paper)).as("upright on the paper").isTrue();
            for (int page = first; page <= first + 1; page++) {
                assertThat(PdfText.of(document, page)).contains("Z00417");
            }
            assertThat(streams(document))
                    .isNotEmpty()
                    .noneMatch(stream -> stream.contains("Exif") || stream.contains(CameraFile.MAKER));
        }
    }

    /** @return each stream of the file, as it is stored and as it reads once unpacked */
    private static List<String> streams(PDDocument document) {
        COSDocument file = document.getDocument();
        return file.getXrefTable().keySet().stream()
                .map((COSObjectKey key) -> file.getObjectFromPool(key).getObject())
                .filter(COSStream.class::isInstance)
                .map(COSStream.class::cast)
                .map(PhotoJourney::text)
                .toList();
    }

    private static String text(COSStream stream) {
        try (InputStream stored = stream.createRawInputStream();
                InputStream unpacked = stream.createInputStream()) {
            return latin(stored.readAllBytes()) + latin(unpacked.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String latin(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    private static boolean tellsPlace(byte[] file) throws IOException {
        GpsDirectory gps = metadata(file).getFirstDirectoryOfType(GpsDirectory.class);
        return gps != null && gps.getGeoLocation() != null;
    }

    private static Metadata metadata(byte[] file) throws IOException {
        try {
            return ImageMetadataReader.readMetadata(new ByteArrayInputStream(file));
        } catch (ImageProcessingException e) {
            throw new IOException(e);
        }
    }

    private static boolean isUpright(byte[] file) throws IOException {
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(file));
        return image.getHeight() > image.getWidth() && isBlackAboveGrey(image);
    }

    /** @return whether one of the page's pictures of pages has the photo on it */
    private static boolean shows(Page page, String pictures) throws IOException {
        for (Locator picture : page.locator(pictures).all()) {
            if (isBlackAboveGrey(ImageIO.read(new ByteArrayInputStream(bytes(page, picture))))) {
                return true;
            }
        }
        return false;
    }

    private static byte[] picture(Page page, String selector) {
        return bytes(page, page.locator(selector));
    }

    private static byte[] bytes(Page page, Locator picture) {
        String address = Objects.requireNonNull(picture.getAttribute("src"));
        return page.context()
                .request()
                .get(page.url().replaceFirst("(https?://[^/]+)/.*", "$1") + address)
                .body();
    }

    /** Rows of text are never black for a fifth of their width; a photo's are. */
    private static boolean isBlackAboveGrey(BufferedImage image) {
        int lastBlack = -1;
        int firstGrey = Integer.MAX_VALUE;
        for (int y = 0; y < image.getHeight(); y++) {
            int black = 0;
            int grey = 0;
            for (int x = 0; x < image.getWidth(); x++) {
                int light = light(image, x, y);
                black += light < 40 ? 1 : 0;
                grey += light > 130 && light < 170 ? 1 : 0;
            }
            if (black * 5 > image.getWidth()) {
                lastBlack = y;
            }
            if (grey * 5 > image.getWidth() && firstGrey == Integer.MAX_VALUE) {
                firstGrey = y;
            }
        }
        return lastBlack > 0 && firstGrey < image.getHeight() && lastBlack < firstGrey;
    }

    /** As it is written down: Java would show the greys of a grey picture lighter than they are. */
    private static int light(BufferedImage image, int x, int y) {
        return image.getColorModel().getColorSpace().getType() == ColorSpace.TYPE_GRAY
                ? image.getRaster().getSample(x, y, 0)
                : image.getRGB(x, y) >> 8 & 0xFF;
    }
}
