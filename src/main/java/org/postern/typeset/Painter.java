package org.postern.typeset;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Pages to a PDF file: letters and sheets alike, one or many; fonts once, at the end. */
final class Painter {
    private final PdfFile file;
    private final int root;
    private final int tree;
    private final List<Integer> pages = new ArrayList<>();
    private final Map<Face, EmbeddedFont> fonts = new LinkedHashMap<>();

    Painter(OutputStream out) {
        file = new PdfFile(out);
        root = file.reserve();
        tree = file.reserve();
    }

    int pages() {
        return pages.size();
    }

    void page(Page page) {
        var content = new PageContent(page, this::embedded, this::picture);
        byte[] painted = content.paint();
        int contents = file.reserve();
        file.deflated(contents, "", painted);
        int number = file.reserve();
        var resources = new StringBuilder("<<");
        if (!content.fonts().isEmpty()) {
            resources.append("/Font<<");
            content.fonts()
                    .forEach(font -> resources
                            .append('/')
                            .append(font.resourceName())
                            .append(' ')
                            .append(font.object())
                            .append(" 0 R"));
            resources.append(">>");
        }
        if (!content.pictures().isEmpty()) {
            resources.append("/XObject<<");
            content.pictures()
                    .forEach(object -> resources
                            .append("/I")
                            .append(object)
                            .append(' ')
                            .append(object)
                            .append(" 0 R"));
            resources.append(">>");
        }
        file.object(
                number,
                "<</Type/Page/Parent " + tree + " 0 R/MediaBox[0 0 " + PdfFile.number(page.width()) + " "
                        + PdfFile.number(page.height()) + "]/Resources " + resources + ">>/Contents " + contents
                        + " 0 R>>");
        pages.add(number);
    }

    /** @param language BCP 47 of the whole file, or empty */
    void end(String language) {
        fonts.values().forEach(font -> font.write(file));
        var kids = new StringBuilder();
        pages.forEach(
                page -> kids.append(kids.isEmpty() ? "" : " ").append(page).append(" 0 R"));
        file.object(tree, "<</Type/Pages/Count " + pages.size() + "/Kids[" + kids + "]>>");
        String lang = language.matches("[A-Za-z0-9-]+") ? "/Lang(" + language + ")" : "";
        // a scaled page puts the address beside the window
        file.object(
                root,
                "<</Type/Catalog/Pages " + tree + " 0 R" + lang
                        + "/ViewerPreferences<</PrintScaling/None/Duplex/DuplexFlipLongEdge>>>>");
        file.end(root);
    }

    private EmbeddedFont embedded(Face face) {
        return fonts.computeIfAbsent(face, key -> {
            try {
                return new EmbeddedFont(key, file.reserve(), fonts.size());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
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

    static byte[] pdf(List<Page> pages, String language) {
        var bytes = new ByteArrayOutputStream(1 << 15);
        var painter = new Painter(bytes);
        pages.forEach(painter::page);
        painter.end(language);
        return bytes.toByteArray();
    }

    static byte[] ascii(CharSequence text) {
        return text.toString().getBytes(StandardCharsets.ISO_8859_1);
    }
}
