package org.postern.bench.typeset;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** The engines by name. Each runs in a JVM of its own, with no library but its own on the class path. */
final class Engines {
    /** The product and its libraries; the others have only theirs. */
    static final String POSTERN = "Postern";

    static final String ITEXT = "iText 9.7";
    static final String HTML = "openhtmltopdf 1.1.65, as its guide says";
    static final String HTML_PARSED = "openhtmltopdf 1.1.65, font parsed once, no substitution";
    static final String OPENPDF = "OpenPDF 3.0.5";
    static final String FOP = "Apache FOP 2.11";
    static final String PDFBOX = "PDFBox 3.0.8, own loop";
    static final String COPY = "limit: our bytes copied";
    static final String DEFLATE_4 = "limit: our bytes deflated, level 4";
    static final String DEFLATE_6 = "limit: our bytes deflated, level 6";

    static final String FONT = "LiberationSerif.ttf";
    static final String WORDS = "words.txt";

    /** Of a name, with the letters at hand. */
    private interface Maker {
        Engine make(Path folder, Letters letters) throws Exception;
    }

    private static final Map<String, Maker> ALL = new LinkedHashMap<>();

    static {
        ALL.put(POSTERN, (folder, letters) -> new PosternEngine(folder));
        ALL.put(PDFBOX, (folder, letters) -> new PdfBoxEngine(font(folder)));
        ALL.put(ITEXT, (folder, letters) -> new ItextEngine(font(folder)));
        ALL.put(OPENPDF, (folder, letters) ->
                (Engine) openPdf().getDeclaredConstructor(byte[].class).newInstance((Object) font(folder)));
        ALL.put(HTML, (folder, letters) -> new HtmlEngine(font(folder), false));
        ALL.put(HTML_PARSED, (folder, letters) -> new HtmlEngine(font(folder), true));
        ALL.put(FOP, (folder, letters) -> new FopEngine(folder.resolve(FONT)));
        ALL.put(COPY, (folder, letters) -> new Limits(new PosternEngine(folder), letters, 0));
        ALL.put(DEFLATE_4, (folder, letters) -> new Limits(new PosternEngine(folder), letters, 4));
        ALL.put(DEFLATE_6, (folder, letters) -> new Limits(new PosternEngine(folder), letters, 6));
    }

    private Engines() {}

    static Engine of(String name, Path folder, Letters letters) throws Exception {
        return ALL.get(name).make(folder, letters);
    }

    /** Whether it is no typesetter: its files are no PDFs. */
    static boolean limit(String name) {
        return name.startsWith("limit");
    }

    /** OpenPDF asks for a JDK of 21, so the build leaves its engine out on an older one. */
    static boolean missing(String name) {
        return name.equals(OPENPDF) && Runtime.version().feature() < 21;
    }

    private static Class<?> openPdf() throws ClassNotFoundException {
        return Class.forName(Engines.class.getPackageName() + ".OpenPdfEngine");
    }

    private static byte[] font(Path folder) throws Exception {
        return Files.readAllBytes(folder.resolve(FONT));
    }
}
