package org.postern.typeset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

@Tag("slow")
class CorrectPdfTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvFileSource(resources = "scripts.csv", delimiter = '|')
    void a_letter_in_any_script_is_pdf_a_and_pdf_ua(String language, String text) {
        String body = (text + " *" + text + "* **" + text + "**\n\n").repeat(40);
        Typesetting set = SampleLetters.set(SampleLetters.windowed(language, SampleLetters.ADDRESS, body));

        assertThat(set.findings()).isEmpty();
        assertThat(set.pages()).isGreaterThan(1);
        assertThat(VeraPdf.findings(set.pdf())).isEmpty();
        assertSound(set.pdf());
    }

    @Test
    void the_judge_finds_what_is_wrong_with_another_file() throws IOException {
        var plain = new ByteArrayOutputStream();
        try (var document = new PDDocument()) {
            document.addPage(new PDPage());
            document.save(plain);
        }

        assertThat(VeraPdf.findings(plain.toByteArray()))
                .anyMatch(finding -> finding.startsWith("2a"))
                .anyMatch(finding -> finding.startsWith("ua1"));
    }

    @Test
    void a_batch_with_its_cover_tables_photos_and_empty_backs_is_pdf_a_and_pdf_ua() throws Exception {
        byte[] batch = batch(70);

        assertThat(VeraPdf.findings(batch)).isEmpty();
        assertSound(batch);
        try (PDDocument document = Loader.loadPDF(batch)) {
            assertThat(document.getNumberOfPages()).isGreaterThan(2 * Painter.CHUNK);
        }
    }

    @Test
    void an_empty_batch_is_a_file_too() throws IOException {
        var out = new ByteArrayOutputStream();
        SampleLetters.TYPESETTER.batch(out).close();

        try (PDDocument document = Loader.loadPDF(out.toByteArray())) {
            assertThat(document.getNumberOfPages()).isZero();
        }
    }

    @Test
    void a_letter_is_read_as_sender_address_date_paragraphs_photo() throws Exception {
        Manuscript plain = SampleLetters.windowed("ru", SampleLetters.ADDRESS, "Раз.\n\nДва.");
        var manuscript = new Manuscript(
                "din5008b",
                "ru",
                plain.date(),
                plain.returnLine(),
                plain.addressLines(),
                plain.body(),
                "Marta",
                photo(),
                "№ 7");

        List<String> tree = tree(SampleLetters.set(manuscript).pdf());

        assertThat(tree).containsExactly("Document", "Sect ru", "P", "P", "P", "P", "P", "P", "Figure Фотография");
    }

    @Test
    void lists_quotes_and_captions_say_what_they_are() throws Exception {
        var manuscript = new Manuscript(
                "plain",
                "en",
                SampleLetters.DAY,
                null,
                List.of(),
                "Books:\n\n- one\n\n  more of it\n- two\n  1. deep\n\n> Quoted\n>\n> > deeper\n\n![The *river*](1)\n\nEnd",
                "Marta",
                null,
                null,
                List.of(new Picture(photo(), "")));

        byte[] pdf = SampleLetters.set(manuscript).pdf();

        assertThat(String.join(" ", tree(pdf)))
                .isEqualTo("Document Sect en P P L LI Lbl LBody P P LI Lbl LBody P L LI Lbl LBody P"
                        + " BlockQuote P BlockQuote P Figure Photo Caption P P");
        assertThat(VeraPdf.findings(pdf)).isEmpty();
    }

    @Test
    void a_table_over_pages_is_one_table_with_one_head() throws IOException {
        Sheet sheet = table(60);

        List<String> tree = tree(sheet.pdf());

        assertThat(sheet.pages()).isGreaterThan(1);
        assertThat(tree).filteredOn("Table"::equals).hasSize(1);
        assertThat(tree).filteredOn("TR"::equals).hasSize(62);
        assertThat(tree).filteredOn("TH"::equals).hasSize(3);
        assertThat(tree).contains("Figure CODE9");
    }

    @Test
    void another_script_inside_a_letter_says_what_it_is() {
        byte[] pdf = SampleLetters.set(SampleLetters.plain("ru", "Слово text и ελληνικά, שלום."))
                .pdf();

        assertThat(contents(pdf))
                .contains("/Span<</Lang(und-Latn)>>BDC")
                .contains("/Span<</Lang(el)>>BDC")
                .contains("/Span<</Lang(he)>>BDC")
                .doesNotContain("Lang(und-Cyrl)");
    }

    @Test
    void the_file_says_nothing_of_who_when_or_with_what() throws IOException {
        byte[] pdf = SampleLetters.set(SampleLetters.windowed("ru", SampleLetters.ADDRESS, "Привет"))
                .pdf();
        try (PDDocument document = Loader.loadPDF(pdf)) {
            String metadata;
            try (var in = document.getDocumentCatalog().getMetadata().exportXMPMetadata()) {
                metadata = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            }
            assertThat(metadata)
                    .contains("20 ноября 2026")
                    .contains("<xmp:CreateDate>2026-11-20</xmp:CreateDate>")
                    .doesNotContainIgnoringCase("producer")
                    .doesNotContainIgnoringCase("creatortool")
                    .doesNotContain("Marta")
                    .doesNotContain("Водолазов");
            assertThat(document.getDocumentInformation().getCOSObject().size()).isZero();
            assertThat(document.getDocumentCatalog().getViewerPreferences().getPrintScaling())
                    .isEqualTo("None");
        }
    }

    @Test
    void the_colours_are_those_of_every_screen() {
        var ours = new ICC_ColorSpace(ICC_Profile.getInstance(StandardRgb.PROFILE));
        ColorSpace standard = ColorSpace.getInstance(ColorSpace.CS_sRGB);
        for (float[] colour : new float[][] {{0, 0, 0}, {1, 1, 1}, {0.5f, 0.5f, 0.5f}, {0.8f, 0.2f, 0.1f}}) {
            float[] here = ours.toCIEXYZ(colour);
            float[] there = standard.toCIEXYZ(colour);
            IntStream.range(0, 3).forEach(i -> assertThat(here[i]).isCloseTo(there[i], offset(0.005f)));
        }
    }

    /** What qpdf, where it is installed, has to say. */
    private void assertSound(byte[] pdf) {
        if (!Files.isExecutable(Path.of("/usr/bin/qpdf"))) {
            return;
        }
        try {
            Path file = Files.write(folder.resolve("checked.pdf"), pdf);
            Process qpdf = new ProcessBuilder("qpdf", "--check", file.toString())
                    .redirectErrorStream(true)
                    .start();
            String said = new String(qpdf.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(qpdf.waitFor()).as(said).isZero();
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static byte[] batch(int letters) throws Exception {
        var out = new ByteArrayOutputStream();
        try (BatchPdf batch = SampleLetters.TYPESETTER.batch(out)) {
            batch.add(table(30).foot("manifest", "page {page} of {pages}").sample(true));
            Typesetting withPhoto = SampleLetters.set(new Manuscript(
                    "plain", "fa", SampleLetters.DAY, null, List.of(), "سلام Postern", "Marta", photo(), null));
            batch.add(withPhoto);
            for (int i = 0; i < letters; i++) {
                batch.add(SampleLetters.set(SampleLetters.windowed(
                        i % 2 == 0 ? "ru" : "hi",
                        SampleLetters.ADDRESS,
                        (SampleLetters.RUSSIAN + " नमस्ते\n\n").repeat(1 + i % 9))));
            }
        }
        return out.toByteArray();
    }

    private static Sheet table(int rows) {
        Sheet sheet = SampleLetters.TYPESETTER.sheet(Paper.A4, "en");
        sheet.text(20, 20, 100, Type.of(30).strong(), "B0127 <&>");
        sheet.code(150, 20, 20, "B0127");
        var list = new ArrayList<Table.Row>();
        list.add(Table.Row.band("Minsk"));
        for (int i = 1; i <= rows; i++) {
            list.add(Table.Row.of(Cell.tick(), Cell.text("no " + i), Cell.code("CODE" + i, 9, 0)));
        }
        sheet.table(
                20,
                60,
                Table.of(
                                11,
                                1,
                                new Table.Column(15, Align.START, "Done"),
                                new Table.Column(60, Align.START, "To"),
                                new Table.Column(30, Align.END, ""))
                        .with(list));
        sheet.rule(20, 280, 60, 280, 1);
        return sheet;
    }

    private static Photo photo() throws Exception {
        var jpeg = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(300, 200, BufferedImage.TYPE_INT_RGB), "jpg", jpeg);
        return Photo.of(jpeg.toByteArray());
    }

    private static List<String> tree(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            var tree = new ArrayList<String>();
            walk(document.getDocumentCatalog().getStructureTreeRoot(), tree);
            return tree;
        }
    }

    private static void walk(PDStructureNode node, List<String> tree) {
        for (Object kid : node.getKids()) {
            if (kid instanceof PDStructureElement element) {
                var name = new StringBuilder(element.getStructureType());
                for (String more : new String[] {element.getLanguage(), element.getAlternateDescription()}) {
                    name.append(more == null ? "" : " " + more);
                }
                tree.add(name.toString());
                walk(element, tree);
            }
        }
    }

    private static String contents(byte[] pdf) {
        try (PDDocument document = Loader.loadPDF(pdf);
                var in = document.getPage(0).getContents()) {
            return new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
