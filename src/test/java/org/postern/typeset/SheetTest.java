package org.postern.typeset;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.Result;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class SheetTest {

    @Test
    void a_code_can_be_scanned_at_every_usual_resolution() throws Exception {
        Sheet sheet = SampleLetters.TYPESETTER.sheet(Paper.A4, "en");
        sheet.code(20, 20, 12.6, "B0127-9Q4X-7K");
        for (int dpi : List.of(100, 200, 300)) {
            BufferedImage page = ImageIO.read(new ByteArrayInputStream(sheet.png(0, dpi)));
            // what a scanner looks at: the code and some white around it
            int side = (int) (26 / 25.4 * dpi);
            int at = (int) (13 / 25.4 * dpi);
            int[] pixels = page.getRGB(at, at, side, side, null, 0, side);
            var bitmap = new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(side, side, pixels)));
            Result result = new QRCodeReader().decode(bitmap, Map.of(DecodeHintType.TRY_HARDER, true));

            assertThat(result.getText()).isEqualTo("B0127-9Q4X-7K");
        }
    }

    @Test
    void a_table_runs_over_pages_and_repeats_its_head() {
        Sheet sheet = SampleLetters.TYPESETTER.sheet(Paper.A4, "en").foot("manifest", "page {page} of {pages}");
        var rows = new ArrayList<Table.Row>();
        for (int i = 1; i <= 60; i++) {
            rows.add(Table.Row.of(Cell.tick(), Cell.text("no " + i), Cell.code("CODE" + i, 9, 0)));
        }
        sheet.table(
                20,
                30,
                Table.of(
                                11,
                                1,
                                new Table.Column(15, Align.START, "Done"),
                                new Table.Column(60, Align.START, "To"),
                                new Table.Column(30, Align.END, ""))
                        .with(rows));

        assertThat(sheet.pages()).isEqualTo(3);
        String third = SampleLetters.readPage(sheet.pdf(), 3);
        assertThat(third).startsWith("Done To").contains("page 3 of 3");
        String all = SampleLetters.read(sheet.pdf());
        for (int i = 1; i <= 60; i++) {
            assertThat(all).contains("no " + i + " ");
        }
    }

    @Test
    void a_character_that_no_font_has_is_shown_by_its_number() {
        Sheet sheet = SampleLetters.TYPESETTER.sheet(Paper.A4, "en");
        sheet.text(20, 20, 100, Type.of(11), "Имя 漢 \uD83D end");

        assertThat(SampleLetters.read(sheet.pdf())).isEqualTo("Имя [U+6F22] [U+D83D] end");
    }

    @Test
    void text_tells_where_it_ends() {
        Sheet sheet = SampleLetters.TYPESETTER.sheet(Paper.A4, "en");
        double one = sheet.text(20, 20, 100, Type.of(11), "short");
        double three = sheet.text(20, 20, 20, Type.of(11), "quite a lot longer than twenty millimetres");

        assertThat(one).isBetween(24.0, 26.0);
        assertThat(three).isGreaterThan(one + 8);
        assertThat(sheet.width(Type.of(11), "short")).isBetween(8.0, 12.0);
        sheet.text(
                20,
                60,
                100,
                new Words("Yours until ", Type.of(12)),
                new Words("Sunday", Type.of(12).strong()));
        assertThat(SampleLetters.read(sheet.pdf())).contains("Yours until Sunday");
    }
}
