package org.postern.post;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.postern.typeset.FontFolders;
import org.postern.typeset.Paper;
import org.postern.typeset.Photo;
import org.postern.typeset.Sheet;
import org.postern.typeset.Type;
import org.postern.typeset.Typesetter;
import org.postern.vault.PieceCode;

/** Codes as our paper carries them, read from pictures as scanners and telephones make them. */
@Tag("slow")
class CodePhotoTest {
    private static final Typesetter TYPESETTER = Typesetter.withFonts(FontFolders.parse(""), null);
    private static final double MODULES_MM = 12.6;

    private static List<PieceCode> codes(int many) {
        List<PieceCode> codes = new ArrayList<>();
        for (int i = 0; i < many; i++) {
            codes.add(PieceCode.random());
        }
        return codes;
    }

    /** A page of labels: two columns, a code each with its text beside it. */
    private static BufferedImage page(List<PieceCode> codes, int dpi) throws IOException {
        Sheet sheet = TYPESETTER.sheet(Paper.A4, "en");
        for (int i = 0; i < codes.size(); i++) {
            double x = 20 + 90 * (i % 2);
            int row = i / 2;
            double y = 20 + 22 * row;
            sheet.code(x, y, MODULES_MM, codes.get(i).text());
            sheet.text(x + 18, y + 4, 60, Type.of(9), codes.get(i).text());
        }
        return ImageIO.read(new ByteArrayInputStream(sheet.png(0, dpi)));
    }

    /** As a hand holds it: turned, uneven, grainy. */
    private static BufferedImage held(BufferedImage page, double degrees, int noise, long seed) {
        var turned = new BufferedImage(page.getWidth(), page.getHeight(), BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = turned.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, page.getWidth(), page.getHeight());
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        graphics.rotate(Math.toRadians(degrees), page.getWidth() / 2.0, page.getHeight() / 2.0);
        graphics.drawImage(page, 0, 0, null);
        graphics.dispose();
        Random random = new Random(seed);
        for (int y = 0; y < turned.getHeight(); y++) {
            for (int x = 0; x < turned.getWidth(); x++) {
                int shade = 255 - 40 * x / turned.getWidth();
                int grey = turned.getRGB(x, y) & 0xFF;
                int seen = Math.max(0, Math.min(255, grey * shade / 255 + (int) (random.nextGaussian() * noise)));
                turned.setRGB(x, y, seen << 16 | seen << 8 | seen);
            }
        }
        return turned;
    }

    private static byte[] file(BufferedImage picture, String format) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(picture, format, bytes);
        return bytes.toByteArray();
    }

    @ParameterizedTest
    @ValueSource(ints = {100, 200, 300})
    void all_twenty_codes_of_a_page_are_read_at_every_usual_resolution(int dpi) throws Exception {
        List<PieceCode> codes = codes(20);
        assertThat(CodePhoto.codesIn(page(codes, dpi))).containsExactlyInAnyOrderElementsOf(codes);
    }

    /** 10 mm, one beneath the other in two columns by turns, as {@code ManifestSheet} has them. */
    @ParameterizedTest
    @ValueSource(ints = {100, 200, 300})
    void the_small_codes_of_a_list_are_read_at_every_usual_resolution(int dpi) throws Exception {
        List<PieceCode> codes = codes(20);
        Sheet sheet = TYPESETTER.sheet(Paper.A4, "en");
        for (int i = 0; i < codes.size(); i++) {
            double y = 30 + 11.8 * i;
            sheet.code(i % 2 == 0 ? 182 : 169, y, 10, codes.get(i).text());
            sheet.text(135, y + 3, 30, Type.of(8).mono(), codes.get(i).text());
        }
        BufferedImage scan = ImageIO.read(new ByteArrayInputStream(sheet.png(0, dpi)));
        assertThat(CodePhoto.codesIn(scan)).containsExactlyInAnyOrderElementsOf(codes);
    }

    @ParameterizedTest
    @CsvSource({"100,4,10", "100,-7,14", "200,12,20", "200,90,20", "300,-30,20", "300,180,30"})
    void a_page_held_askew_in_bad_light_is_read_all_the_same(int dpi, double degrees, int noise) throws Exception {
        List<PieceCode> codes = codes(1);
        List<PieceCode> read = new ArrayList<>();
        for (long seed = 1; seed <= 5; seed++) {
            // In the middle of the sheet, where turning cuts nothing off.
            Sheet sheet = TYPESETTER.sheet(Paper.A4, "en");
            sheet.code(98, 140, MODULES_MM, codes.get(0).text());
            BufferedImage picture = ImageIO.read(new ByteArrayInputStream(sheet.png(0, dpi)));
            read.addAll(CodePhoto.codesIn(held(picture, degrees, noise, seed)));
        }
        assertThat(read).hasSize(5).containsOnly(codes.get(0));
    }

    @Test
    void a_telephones_photo_of_several_letters_gives_each_of_them() throws Exception {
        List<PieceCode> codes = codes(6);
        byte[] photo = file(held(page(codes, 200), 3, 8, 9), "jpg");
        assertThat(new CodePhoto().codesIn(photo)).isEqualTo(new HashSet<>(codes));
    }

    @Test
    void a_photo_without_a_code_of_ours_gives_none() throws Exception {
        Sheet sheet = TYPESETTER.sheet(Paper.A4, "en");
        sheet.code(20, 20, 24, "https://letters.example.org/desk/batches/127");
        sheet.text(60, 60, 100, Type.of(12), "7K3M-Q9XD-2FT4");
        BufferedImage cover = ImageIO.read(new ByteArrayInputStream(sheet.png(0, 100)));
        assertThat(new CodePhoto().codesIn(file(cover, "png"))).isEmpty();
    }

    @Test
    void what_is_no_photo_or_too_much_of_one_is_refused_before_it_is_opened() {
        assertThatThrownBy(
                        () -> new CodePhoto().codesIn("%PDF-1.7".getBytes(java.nio.charset.StandardCharsets.US_ASCII)))
                .isInstanceOfSatisfying(
                        Photo.Unusable.class,
                        e -> assertThat(e.reason()).isEqualTo(Photo.Unusable.Reason.NOT_AN_IMAGE));
        assertThatThrownBy(() -> new CodePhoto().codesIn(new byte[Photo.MOST_BYTES + 1]))
                .isInstanceOfSatisfying(
                        Photo.Unusable.class,
                        e -> assertThat(e.reason()).isEqualTo(Photo.Unusable.Reason.TOO_MANY_BYTES));
    }

    @Test
    void a_typed_code_is_read_however_it_is_written_and_a_slip_is_told_from_a_stranger() {
        PieceCode code =
                new PieceCode(PieceCode.parse("0000-0000-0000").orElseThrow().symbols());
        assertThat(PieceCode.parse(" oo00 0o0O-0000 ")).contains(code);
        PieceCode ones = codeWith('1');
        assertThat(PieceCode.parse(
                        ones.text().toLowerCase(java.util.Locale.ROOT).replaceFirst("1", "l")))
                .contains(ones);
        assertThat(PieceCode.parse(ones.text().replaceFirst("1", "I"))).contains(ones);
        String slip =
                (ones.symbols().charAt(0) == '7' ? '8' : '7') + ones.symbols().substring(1);
        assertThat(PieceCode.parse(slip)).isEqualTo(Optional.empty());
        assertThat(PieceCode.isMistyped(slip)).isTrue();
        assertThat(PieceCode.isMistyped(ones.text())).isFalse();
        assertThat(Set.of("", "7K3M", "7K3M-Q9XD-2FT4-1")).noneMatch(PieceCode::isMistyped);
    }

    private static PieceCode codeWith(char symbol) {
        PieceCode code = PieceCode.random();
        while (code.symbols().indexOf(symbol) < 0) {
            code = PieceCode.random();
        }
        return code;
    }
}
