package org.postern.bench.typeset;

import java.io.ByteArrayInputStream;
import java.io.OutputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import javax.xml.parsers.SAXParserFactory;
import org.apache.fop.apps.Fop;
import org.apache.fop.apps.FopConfParser;
import org.apache.fop.apps.FopFactory;
import org.xml.sax.InputSource;
import org.xml.sax.XMLReader;

/**
 * Apache FOP: one {@code FopFactory}, formatting objects straight into its SAX handler without a stylesheet; complex
 * scripts, kerning and strict validation off; a page sequence for each letter of a batch.
 */
final class FopEngine implements Engine {
    private static final String HEAD =
            "<fo:root xmlns:fo='http://www.w3.org/1999/XSL/Format' font-family='LiberationSerif' font-size='11pt'"
                + " line-height='15.5pt' language='ru'><fo:layout-master-set><fo:simple-page-master master-name='a4'"
                + " page-width='210mm' page-height='297mm'><fo:region-body margin='108mm 25mm 20mm"
                + " 25mm'/></fo:simple-page-master></fo:layout-master-set>";

    private final FopFactory factory;
    private final SAXParserFactory parsers = SAXParserFactory.newDefaultInstance();
    private final String edges;

    FopEngine(Path font) throws Exception {
        String configuration = "<fop version='1.0'><complex-scripts disabled='true'/><renderers>"
                + "<renderer mime='application/pdf'><fonts><font kerning='no' embedding-mode='subset' embed-url='"
                + font.toUri()
                + "'><font-triplet name='LiberationSerif' style='normal' weight='normal'/></font></fonts></renderer>"
                + "</renderers></fop>";
        var in = new ByteArrayInputStream(configuration.getBytes(StandardCharsets.UTF_8));
        factory = new FopConfParser(in, font.getParent().toUri())
                .getFopFactoryBuilder()
                .setComplexScriptFeatures(false)
                .setStrictFOValidation(false)
                .build();
        parsers.setNamespaceAware(true);
        var marks = new StringBuilder();
        for (double[] edge : Letter.EDGES) {
            marks.append(placed(5, edge[0], edge[1] - 5, "border-top='0.5pt solid black'", ""));
        }
        edges = marks.toString();
    }

    private static String placed(double left, double top, double width, String more, String text) {
        return String.format(
                Locale.ROOT,
                "<fo:block-container absolute-position='fixed' left='%.2fmm' top='%.2fmm' width='%.2fmm'"
                        + " %s><fo:block>%s</fo:block></fo:block-container>",
                left,
                top,
                width,
                more,
                text);
    }

    private void append(StringBuilder fo, Letter letter) {
        double mm = 25.4 / 72;
        fo.append("<fo:page-sequence master-reference='a4'><fo:flow flow-name='xsl-region-body'>");
        fo.append(placed(
                Letter.LEFT,
                Letter.SENDER_BASELINE - 6.3 * mm,
                Letter.ADDRESS_WIDTH,
                "font-size='7pt' line-height='8.7pt' border-bottom='0.3pt solid black'",
                Markup.escaped(letter.sender())));
        fo.append(placed(
                Letter.LEFT,
                Letter.ADDRESS_TOP,
                Letter.MEASURE,
                "line-height='12.87pt' linefeed-treatment='preserve'",
                Markup.escaped(String.join("\n", letter.address()))));
        fo.append(placed(
                Letter.LEFT,
                Letter.DATE_BASELINE - 12 * mm,
                Letter.MEASURE,
                "text-align='right'",
                Markup.escaped(letter.day())));
        fo.append(placed(
                Letter.CODE_LEFT,
                Letter.CODE_TOP,
                Letter.CODE,
                "line-height='0' font-size='0.1pt'",
                "<fo:external-graphic content-width='20mm' content-height='20mm' src=\"url('" + letter.picture()
                        + "')\"/>"));
        fo.append(edges);
        for (String paragraph : letter.paragraphs()) {
            fo.append("<fo:block text-align='justify' space-after='8pt'>")
                    .append(Markup.escaped(paragraph))
                    .append("</fo:block>");
        }
        fo.append("<fo:block space-before='23.5pt'>")
                .append(Markup.escaped(letter.signature()))
                .append("</fo:block></fo:flow></fo:page-sequence>");
    }

    @Override
    public Batch batch(OutputStream out) {
        var fo = new StringBuilder(HEAD);
        return new Batch() {
            @Override
            public void add(Letter letter) {
                append(fo, letter);
            }

            @Override
            public void close() throws Exception {
                Fop fop = factory.newFop("application/pdf", factory.newFOUserAgent(), out);
                XMLReader reader = parsers.newSAXParser().getXMLReader();
                reader.setContentHandler(fop.getDefaultHandler());
                reader.parse(
                        new InputSource(new StringReader(fo.append("</fo:root>").toString())));
            }
        };
    }
}
