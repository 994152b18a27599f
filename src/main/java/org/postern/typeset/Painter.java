package org.postern.typeset;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Pages to a PDF file, PDF/A-2a and PDF/UA-1: letters and sheets alike, one or many; each leaves memory when it is
 * written, fonts come once, at the end.
 */
final class Painter {
    /** Pages are listed in chunks of so many, so that no list grows with the batch. */
    static final int CHUNK = 64;

    private final PdfFile file;
    private final Structure structure;
    private final Map<Face, EmbeddedFont> fonts = new LinkedHashMap<>();
    private @Nullable About first;
    private int parts;

    private int pages;
    private int chunk;
    private final StringBuilder inChunk = new StringBuilder();
    private final IntStream.Builder chunks = IntStream.builder();
    private int tree;

    Painter(OutputStream out) {
        file = new PdfFile(out);
        structure = new Structure(file);
    }

    int pages() {
        return pages;
    }

    /** Adds a letter or a sheet. */
    void add(About about, List<Page> pages) {
        if (first == null) {
            first = about;
        }
        parts++;
        structure.begin(about.language());
        pages.forEach(page -> paint(page, about.language()));
        structure.write();
    }

    /** Adds an empty page. */
    void blank(Page like) {
        page(file.reserve(), like, "");
    }

    private void paint(Page page, String language) {
        int number = file.reserve();
        int key = structure.page(number);
        var content = new PageContent(page, language, this::embedded, this::picture, structure);
        byte[] painted = content.paint();
        structure.endPage();
        int contents = file.reserve();
        file.deflated(contents, "", painted);
        var entries = new StringBuilder("/StructParents ").append(key);
        entries.append("/Contents ").append(contents).append(" 0 R/Resources<<");
        if (!content.fonts().isEmpty()) {
            entries.append("/Font<<");
            content.fonts()
                    .forEach(font -> entries.append('/')
                            .append(font.resourceName())
                            .append(' ')
                            .append(font.object())
                            .append(" 0 R"));
            entries.append(">>");
        }
        if (!content.pictures().isEmpty()) {
            entries.append("/XObject<<");
            content.pictures()
                    .forEach(object -> entries.append("/I")
                            .append(object)
                            .append(' ')
                            .append(object)
                            .append(" 0 R"));
            entries.append(">>");
        }
        page(number, page, entries.append(">>"));
    }

    private void page(int number, Page page, CharSequence entries) {
        if (pages % CHUNK == 0) {
            endChunk();
            chunk = file.reserve();
        }
        file.object(
                number,
                "<</Type/Page/Parent " + chunk + " 0 R/MediaBox[0 0 " + PdfFile.number(page.printedWidth()) + " "
                        + PdfFile.number(page.printedHeight()) + "]" + entries + ">>");
        inChunk.append(number).append(" 0 R ");
        pages++;
    }

    private void endChunk() {
        if (tree == 0) {
            tree = file.reserve();
        }
        if (pages > 0) {
            int count = (pages - 1) % CHUNK + 1;
            file.object(chunk, "<</Type/Pages/Parent " + tree + " 0 R/Count " + count + "/Kids[" + inChunk + "]>>");
            chunks.add(chunk);
            inChunk.setLength(0);
        }
    }

    void end() {
        About about = Objects.requireNonNullElse(first, new About("und", "0", null));
        fonts.values().forEach(font -> font.write(file));
        endChunk();
        file.object(
                tree, "<</Type/Pages/Resources<<>>/Count " + pages + "/Kids[" + Structure.references(chunks) + "]>>");
        structure.end();
        int metadata = file.reserve();
        file.deflated(metadata, "/Type/Metadata/Subtype/XML", Metadata.xmp(parts == 1, about));
        int colours = file.reserve();
        file.deflated(colours, "/N 3", StandardRgb.PROFILE);
        int root = file.reserve();
        // a scaled page puts the address beside the window
        file.object(
                root,
                "<</Type/Catalog/Pages " + tree + " 0 R/Lang(" + about.language() + ")/MarkInfo<</Marked true>>"
                        + "/StructTreeRoot " + structure.root() + " 0 R/Metadata " + metadata + " 0 R"
                        + "/OutputIntents[<</Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier(sRGB)"
                        + "/Info(sRGB)/DestOutputProfile " + colours + " 0 R>>]"
                        + "/ViewerPreferences<</DisplayDocTitle true/PrintScaling/None/Duplex/DuplexFlipLongEdge>>>>");
        file.end(root);
    }

    private EmbeddedFont embedded(Face face) {
        return fonts.computeIfAbsent(face, key -> new EmbeddedFont(key, file.reserve(), fonts.size()));
    }

    private int picture(Mark.Picture picture) {
        int number = file.reserve();
        file.stream(
                number,
                "/Type/XObject/Subtype/Image/Width " + picture.photo().width() + "/Height "
                        + picture.photo().height() + "/BitsPerComponent 8/ColorSpace"
                        + (picture.colour() ? "/DeviceRGB" : "/DeviceGray") + "/Filter/DCTDecode",
                picture.photo().jpeg(picture.colour()));
        return number;
    }

    static byte[] pdf(About about, List<Page> pages) {
        var bytes = new ByteArrayOutputStream(1 << 15);
        var painter = new Painter(bytes);
        painter.add(about, pages);
        painter.end();
        return bytes.toByteArray();
    }
}
