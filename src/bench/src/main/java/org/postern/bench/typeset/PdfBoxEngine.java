package org.postern.bench.typeset;

import java.awt.Color;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/**
 * PDFBox and the loop that everybody writes around it: words into lines until one does not fit, the rest shared out
 * among the spaces. The font is parsed once for all documents, without its substitutions; a character is measured once.
 */
final class PdfBoxEngine implements Engine {
    private final TrueTypeFont parsed;
    /** In thousandths of the size; NaN: not measured yet. */
    private final float[] widths = new float[Character.MAX_VALUE + 1];

    PdfBoxEngine(byte[] font) throws IOException {
        parsed = new TTFParser(true).parse(new RandomAccessReadBuffer(font));
        parsed.setEnableGsub(false);
        Arrays.fill(widths, Float.NaN);
    }

    @Override
    public Batch batch(OutputStream out) throws IOException {
        var document = new PDDocument();
        PDFont font = PDType0Font.load(document, parsed, true);
        return new Batch() {
            @Override
            public void add(Letter letter) throws IOException {
                var page = new PDPage(PDRectangle.A4);
                document.addPage(page);
                try (var content = new PDPageContentStream(document, page)) {
                    paint(letter, content, font);
                }
            }

            @Override
            public void close() throws IOException {
                document.save(out);
                document.close();
            }
        };
    }

    private void paint(Letter letter, PDPageContentStream content, PDFont font) throws IOException {
        line(
                content,
                font,
                Letter.SENDER_SIZE,
                Letter.pt(Letter.LEFT),
                Letter.up(Letter.SENDER_BASELINE),
                letter.sender());
        for (int i = 0; i < letter.address().size(); i++) {
            line(
                    content,
                    font,
                    Letter.SIZE,
                    Letter.pt(Letter.LEFT),
                    Letter.addressBaseline(i),
                    letter.address().get(i));
        }
        float right = Letter.pt(Letter.LEFT + Letter.MEASURE) - width(font, letter.day()) * Letter.SIZE;
        line(content, font, Letter.SIZE, right, Letter.up(Letter.DATE_BASELINE), letter.day());
        content.beginText();
        content.setFont(font, Letter.SIZE);
        content.newLineAtOffset(Letter.pt(Letter.LEFT), Letter.up(Letter.TEXT_TOP) - Letter.ASCENT * Letter.SIZE);
        for (String paragraph : letter.paragraphs()) {
            paragraph(content, font, paragraph);
            content.newLineAtOffset(0, -Letter.PARAGRAPH_SPACE);
        }
        content.newLineAtOffset(0, -Letter.LEADING);
        content.showText(letter.signature());
        content.endText();
        drawings(letter, content);
    }

    private static void line(PDPageContentStream content, PDFont font, float size, float x, float y, String text)
            throws IOException {
        content.beginText();
        content.setFont(font, size);
        content.newLineAtOffset(x, y);
        content.showText(text);
        content.endText();
    }

    private void paragraph(PDPageContentStream content, PDFont font, String paragraph) throws IOException {
        float measure = Letter.pt(Letter.MEASURE) / Letter.SIZE;
        float space = width(font, " ");
        var line = new ArrayList<String>();
        float used = 0;
        for (String word : paragraph.split(" ")) {
            float width = width(font, word);
            if (!line.isEmpty() && used + line.size() * space + width > measure) {
                justified(content, line, (measure - used) / Math.max(1, line.size() - 1) - space);
                line.clear();
                used = 0;
            }
            line.add(word);
            used += width;
        }
        justified(content, line, 0);
    }

    /** @param extra what each space grows by, in sizes */
    private static void justified(PDPageContentStream content, List<String> line, float extra) throws IOException {
        var parts = new Object[line.size() * 2 - 1];
        for (int i = 0; i < line.size(); i++) {
            parts[i * 2] = i + 1 < line.size() ? line.get(i) + " " : line.get(i);
            if (i + 1 < line.size()) {
                parts[i * 2 + 1] = -extra * 1000;
            }
        }
        content.showTextWithPositioning(parts);
        content.newLineAtOffset(0, -Letter.LEADING);
    }

    private float width(PDFont font, String text) throws IOException {
        float width = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Float.isNaN(widths[c])) {
                widths[c] = font.getStringWidth(String.valueOf(c));
            }
            width += widths[c];
        }
        return width / 1000;
    }

    private static void drawings(Letter letter, PDPageContentStream content) throws IOException {
        content.setLineWidth(0.3f);
        float under = Letter.up(Letter.SENDER_BASELINE) - Letter.SENDER_SIZE * 0.35f;
        content.moveTo(Letter.pt(Letter.LEFT), under);
        content.lineTo(Letter.pt(Letter.LEFT + Letter.ADDRESS_WIDTH), under);
        for (double[] edge : Letter.EDGES) {
            content.moveTo(Letter.pt(5), Letter.up(edge[0]));
            content.lineTo(Letter.pt(edge[1]), Letter.up(edge[0]));
        }
        content.stroke();
        float module = Letter.pt(Letter.CODE) / letter.code().getWidth();
        content.setNonStrokingColor(Color.BLACK);
        for (Letter.Dark dark : letter.dark()) {
            content.addRect(
                    Letter.pt(Letter.CODE_LEFT) + dark.from() * module,
                    Letter.up(Letter.CODE_TOP) - (dark.row() + 1) * module,
                    (dark.to() - dark.from()) * module,
                    module);
        }
        content.fill();
    }
}
