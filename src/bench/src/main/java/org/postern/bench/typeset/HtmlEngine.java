package org.postern.bench.typeset;

import com.openhtmltopdf.extend.FSCacheEx;
import com.openhtmltopdf.extend.FSCacheValue;
import com.openhtmltopdf.extend.impl.FSDefaultCacheStore;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder;
import com.openhtmltopdf.pdfboxout.PDFontSupplier;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/**
 * openhtmltopdf: its fast renderer (since 1.1 the only one), its metrics cached for all documents, its log off. One
 * document of HTML for a batch, since each run brings its own fonts.
 */
final class HtmlEngine implements Engine {
    private static final String FAMILY = "LiberationSerif";
    private static final BaseRendererBuilder.FontStyle NORMAL = BaseRendererBuilder.FontStyle.NORMAL;

    private final byte[] font;
    /** Null: the font comes from a stream for each document. */
    private final TrueTypeFont parsed;

    private final FSCacheEx<String, FSCacheValue> metrics = new FSDefaultCacheStore();
    private final String head;
    private final String edges;

    /**
     * Ready for any number of documents.
     *
     * @param parseOnce the font is parsed here, and its substitutions are off, which its guide does not tell; otherwise
     *     it comes from a stream and its metrics from the cache, as the guide advises
     */
    HtmlEngine(byte[] font, boolean parseOnce) throws IOException {
        this.font = font;
        parsed = parseOnce ? new TTFParser(true).parse(new RandomAccessReadBuffer(font)) : null;
        if (parseOnce) {
            parsed.setEnableGsub(false);
        }
        XRLog.setLoggingEnabled(false);
        head = "<html lang='ru'><head><style>@page{size:210mm 297mm;margin:0}"
                + "body{margin:0;font:11pt/15.5pt LiberationSerif}"
                + ".l{position:relative;width:210mm;height:296mm}.l+.l{page-break-before:always}"
                + ".l>*{position:absolute;left:25mm}"
                + style(".s", Letter.SENDER_BASELINE, 7, 7, ";width:77mm;border-bottom:0.3pt solid black;height:8.7pt")
                + ".a{top:62.7mm;line-height:12.87pt;white-space:pre}"
                + style(".d", Letter.DATE_BASELINE, 11, 11, ";width:160mm;text-align:right")
                + ".t{top:108mm;width:160mm}"
                + "p{margin:0 0 8pt 0;text-align:justify}p.n{margin-top:15.5pt}"
                + ".l>img{left:165mm;top:20mm;width:20mm;height:20mm;image-rendering:pixelated}"
                + ".l>i{left:5mm;border-top:0.5pt solid black;width:5mm}"
                + "</style></head><body>";
        var marks = new StringBuilder();
        for (double[] edge : Letter.EDGES) {
            marks.append(String.format(Locale.ROOT, "<i style='top:%.1fmm;width:%.0fmm'></i>", edge[0], edge[1] - 5));
        }
        edges = marks.toString();
    }

    /** A line by its baseline. */
    private static String style(String selector, double baseline, int size, int lineHeight, String more) {
        double top = baseline - Letter.ASCENT * size * 25.4 / 72;
        return String.format(
                Locale.ROOT, "%s{top:%.2fmm;font-size:%dpt;line-height:%dpt%s}", selector, top, size, lineHeight, more);
    }

    private void append(StringBuilder html, Letter letter) {
        html.append("<div class='l'><div class='s'>").append(Markup.escaped(letter.sender()));
        html.append("</div><div class='a'>").append(Markup.escaped(String.join("\n", letter.address())));
        html.append("</div><div class='d'>").append(Markup.escaped(letter.day()));
        html.append("</div><img src='").append(letter.picture()).append("'/>").append(edges);
        html.append("<div class='t'>");
        for (String paragraph : letter.paragraphs()) {
            html.append("<p>").append(Markup.escaped(paragraph)).append("</p>");
        }
        html.append("<p class='n'>").append(Markup.escaped(letter.signature())).append("</p></div></div>");
    }

    @Override
    public Batch batch(OutputStream out) {
        var html = new StringBuilder(head);
        return new Batch() {
            @Override
            public void add(Letter letter) {
                append(html, letter);
            }

            @Override
            public void close() throws IOException {
                html.append("</body></html>");
                if (parsed == null) {
                    pdf(html, out)
                            .useFont(() -> new ByteArrayInputStream(font), FAMILY, 400, NORMAL, true)
                            .run();
                    return;
                }
                try (var document = new PDDocument()) {
                    var face = new PDFontSupplier(PDType0Font.load(document, parsed, true));
                    pdf(html, out)
                            .usePDDocument(document)
                            .useFont(face, FAMILY, 400, NORMAL, true)
                            .run();
                }
            }
        };
    }

    private PdfRendererBuilder pdf(CharSequence html, OutputStream out) {
        return new PdfRendererBuilder()
                .useCacheStore(PdfRendererBuilder.CacheStore.PDF_FONT_METRICS, metrics)
                .withHtmlContent(html.toString(), null)
                .toStream(out);
    }
}
