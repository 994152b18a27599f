package org.postern.typeset;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.junit.jupiter.api.Test;

class PreviewTest {

    @Test
    void the_preview_is_a_picture_of_the_very_pdf() throws IOException {
        Typesetting set = SampleLetters.set(SampleLetters.windowed("ru", SampleLetters.ADDRESS, SampleLetters.RUSSIAN));
        BufferedImage preview = ImageIO.read(new ByteArrayInputStream(set.png(0, 110)));
        try (PDDocument document = Loader.loadPDF(set.pdf())) {
            BufferedImage print = new PDFRenderer(document).renderImageWithDPI(0, 110, ImageType.GRAY);
            int far = 0;
            for (int y = 0; y < print.getHeight(); y++) {
                for (int x = 0; x < print.getWidth(); x++) {
                    int printed = print.getRaster().getSample(x, y, 0);
                    // 16 greys: half a step of 17 and rounding
                    far = Math.max(far, Math.abs((preview.getRGB(x, y) & 0xFF) - printed));
                }
            }
            assertThat(far).isLessThanOrEqualTo(9);
        }
    }

    @Test
    void a_full_page_is_a_small_file() {
        String full = (SampleLetters.RUSSIAN + "\n\n").repeat(6);

        assertThat(SampleLetters.set(SampleLetters.plain("ru", full)).png(0, 110).length)
                .isLessThan(80_000);
    }
}
