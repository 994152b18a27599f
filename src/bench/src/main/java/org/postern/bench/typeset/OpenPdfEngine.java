package org.postern.bench.typeset;

import java.io.IOException;
import java.io.OutputStream;
import org.openpdf.text.Document;
import org.openpdf.text.Element;
import org.openpdf.text.Font;
import org.openpdf.text.PageSize;
import org.openpdf.text.Paragraph;
import org.openpdf.text.pdf.BaseFont;
import org.openpdf.text.pdf.PdfContentByte;
import org.openpdf.text.pdf.PdfWriter;

/** OpenPDF 3: its {@code BaseFont} is parsed once and cached, glyph substitution off. */
final class OpenPdfEngine implements Engine {
    private static final int DEFLATE = 4;

    private final BaseFont font;

    OpenPdfEngine(byte[] file) throws IOException {
        font = BaseFont.createFont("LiberationSerif.ttf", BaseFont.IDENTITY_H, BaseFont.EMBEDDED, true, file, null);
        font.setSubset(true);
    }

    @Override
    public Batch batch(OutputStream out) {
        var document = new Document(
                PageSize.A4,
                Letter.pt(Letter.LEFT),
                Letter.pt(Letter.LEFT),
                Letter.pt(Letter.TEXT_TOP),
                Letter.pt(Letter.BOTTOM));
        document.setGlyphSubstitutionEnabled(false);
        PdfWriter writer = PdfWriter.getInstance(document, out);
        writer.setCompressionLevel(DEFLATE);
        writer.setCloseStream(false);
        document.open();
        var type = new Font(font, Letter.SIZE);
        return new Batch() {
            private boolean begun;

            @Override
            public void add(Letter letter) {
                if (begun) {
                    document.newPage();
                }
                begun = true;
                placed(letter, writer.getDirectContent());
                for (String text : letter.paragraphs()) {
                    var paragraph = new Paragraph(Letter.LEADING, text, type);
                    paragraph.setAlignment(Element.ALIGN_JUSTIFIED);
                    paragraph.setSpacingAfter(Letter.PARAGRAPH_SPACE);
                    document.add(paragraph);
                }
                var signature = new Paragraph(Letter.LEADING, letter.signature(), type);
                signature.setSpacingBefore(Letter.LEADING);
                document.add(signature);
            }

            @Override
            public void close() {
                document.close();
            }
        };
    }

    private void placed(Letter letter, PdfContentByte canvas) {
        line(canvas, Letter.SENDER_SIZE, Letter.pt(Letter.LEFT), Letter.up(Letter.SENDER_BASELINE), letter.sender());
        for (int i = 0; i < letter.address().size(); i++) {
            line(
                    canvas,
                    Letter.SIZE,
                    Letter.pt(Letter.LEFT),
                    Letter.addressBaseline(i),
                    letter.address().get(i));
        }
        float right = Letter.pt(Letter.LEFT + Letter.MEASURE) - font.getWidthPoint(letter.day(), Letter.SIZE);
        line(canvas, Letter.SIZE, right, Letter.up(Letter.DATE_BASELINE), letter.day());
        canvas.setLineWidth(0.3f);
        float under = Letter.up(Letter.SENDER_BASELINE) - Letter.SENDER_SIZE * 0.35f;
        canvas.moveTo(Letter.pt(Letter.LEFT), under);
        canvas.lineTo(Letter.pt(Letter.LEFT + Letter.ADDRESS_WIDTH), under);
        for (double[] edge : Letter.EDGES) {
            canvas.moveTo(Letter.pt(5), Letter.up(edge[0]));
            canvas.lineTo(Letter.pt(edge[1]), Letter.up(edge[0]));
        }
        canvas.stroke();
        float module = Letter.pt(Letter.CODE) / letter.code().getWidth();
        for (Letter.Dark dark : letter.dark()) {
            canvas.rectangle(
                    Letter.pt(Letter.CODE_LEFT) + dark.from() * module,
                    Letter.up(Letter.CODE_TOP) - (dark.row() + 1) * module,
                    (dark.to() - dark.from()) * module,
                    module);
        }
        canvas.fill();
    }

    private void line(PdfContentByte canvas, float size, float x, float y, String text) {
        canvas.beginText();
        canvas.setFontAndSize(font, size);
        canvas.moveText(x, y);
        canvas.showText(text);
        canvas.endText();
    }
}
