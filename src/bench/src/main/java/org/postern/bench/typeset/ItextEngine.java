package org.postern.bench.typeset;

import com.itextpdf.io.font.FontProgram;
import com.itextpdf.io.font.FontProgramFactory;
import com.itextpdf.io.font.PdfEncodings;
import com.itextpdf.kernel.font.PdfFont;
import com.itextpdf.kernel.font.PdfFontFactory;
import com.itextpdf.kernel.geom.PageSize;
import com.itextpdf.kernel.pdf.PdfDocument;
import com.itextpdf.kernel.pdf.PdfPage;
import com.itextpdf.kernel.pdf.PdfWriter;
import com.itextpdf.kernel.pdf.WriterProperties;
import com.itextpdf.kernel.pdf.canvas.PdfCanvas;
import com.itextpdf.layout.Document;
import com.itextpdf.layout.element.AreaBreak;
import com.itextpdf.layout.element.Paragraph;
import com.itextpdf.layout.properties.TextAlignment;
import java.io.IOException;
import java.io.OutputStream;

/**
 * iText 9 (AGPL: measured, never shipped). Its font program is parsed once, a document has a {@code PdfFont} of it; what
 * has a place of its own goes to the canvas, the text through its layout, and finished pages are flushed.
 */
final class ItextEngine implements Engine {
    private static final int DEFLATE = 4;

    private final FontProgram program;

    ItextEngine(byte[] font) throws IOException {
        program = FontProgramFactory.createFont(font, true);
    }

    @Override
    public Batch batch(OutputStream out) {
        var writer = new PdfWriter(out, new WriterProperties().setCompressionLevel(DEFLATE));
        writer.setCloseStream(false);
        var pdf = new PdfDocument(writer);
        PdfFont font = PdfFontFactory.createFont(
                program, PdfEncodings.IDENTITY_H, PdfFontFactory.EmbeddingStrategy.FORCE_EMBEDDED);
        var document = new Document(pdf, PageSize.A4, true);
        document.setMargins(
                Letter.pt(Letter.TEXT_TOP), Letter.pt(Letter.LEFT), Letter.pt(Letter.BOTTOM), Letter.pt(Letter.LEFT));
        document.setFont(font).setFontSize(Letter.SIZE);
        return new Batch() {
            @Override
            public void add(Letter letter) {
                if (pdf.getNumberOfPages() > 0) {
                    document.add(new AreaBreak());
                    pdf.getPage(pdf.getNumberOfPages() - 1).flush();
                } else {
                    pdf.addNewPage();
                }
                placed(letter, pdf.getLastPage(), font);
                for (String text : letter.paragraphs()) {
                    document.add(paragraph(text).setTextAlignment(TextAlignment.JUSTIFIED));
                }
                document.add(paragraph(letter.signature()).setMarginTop(Letter.LEADING));
            }

            @Override
            public void close() {
                document.close();
            }
        };
    }

    private static Paragraph paragraph(String text) {
        return new Paragraph(text)
                .setFixedLeading(Letter.LEADING)
                .setMarginTop(0)
                .setMarginBottom(Letter.PARAGRAPH_SPACE);
    }

    private static void placed(Letter letter, PdfPage page, PdfFont font) {
        var canvas = new PdfCanvas(page);
        line(
                canvas,
                font,
                Letter.SENDER_SIZE,
                Letter.pt(Letter.LEFT),
                Letter.up(Letter.SENDER_BASELINE),
                letter.sender());
        for (int i = 0; i < letter.address().size(); i++) {
            line(
                    canvas,
                    font,
                    Letter.SIZE,
                    Letter.pt(Letter.LEFT),
                    Letter.addressBaseline(i),
                    letter.address().get(i));
        }
        float right = Letter.pt(Letter.LEFT + Letter.MEASURE) - font.getWidth(letter.day(), Letter.SIZE);
        line(canvas, font, Letter.SIZE, right, Letter.up(Letter.DATE_BASELINE), letter.day());
        canvas.setLineWidth(0.3f);
        float under = Letter.up(Letter.SENDER_BASELINE) - Letter.SENDER_SIZE * 0.35f;
        canvas.moveTo(Letter.pt(Letter.LEFT), under).lineTo(Letter.pt(Letter.LEFT + Letter.ADDRESS_WIDTH), under);
        for (double[] edge : Letter.EDGES) {
            canvas.moveTo(Letter.pt(5), Letter.up(edge[0])).lineTo(Letter.pt(edge[1]), Letter.up(edge[0]));
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
        canvas.release();
    }

    private static void line(PdfCanvas canvas, PdfFont font, float size, float x, float y, String text) {
        canvas.beginText()
                .setFontAndSize(font, size)
                .moveText(x, y)
                .showText(text)
                .endText();
    }
}
