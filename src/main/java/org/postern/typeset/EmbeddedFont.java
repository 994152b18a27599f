package org.postern.typeset;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.fontbox.ttf.OS2WindowsMetricsTable;
import org.jspecify.annotations.Nullable;

/**
 * A face as one PDF file carries it: the glyphs used and nothing else. A glyph's code is its number in the font; where one
 * glyph stands for two different texts the second gets a code of its own, so that each reads back as it was typed.
 */
final class EmbeddedFont {
    private static final HexFormat HEX = HexFormat.of().withUpperCase();
    private static final int LAST_CODE = 0xFFFF;

    private record Reading(int glyph, String text) {}

    private final Face face;
    private final int object;
    private final int index;
    /** What each glyph reads as by its own number; null: not used. */
    private final @Nullable String[] texts;

    private final Map<Reading, Integer> aliases = new LinkedHashMap<>();

    EmbeddedFont(Face face, int object, int index) {
        this.face = face;
        this.object = object;
        this.index = index;
        this.texts = new @Nullable String[face.glyphs()];
    }

    int object() {
        return object;
    }

    String resourceName() {
        return "F" + index;
    }

    /** The code that paints the glyph and reads as the text; an empty one continues the glyph before. */
    int code(int glyph, String text) {
        String known = texts[glyph];
        if (known == null) {
            texts[glyph] = text;
            return glyph;
        }
        return known.equals(text) ? glyph : alias(glyph, text);
    }

    private int alias(int glyph, String text) {
        var reading = new Reading(glyph, text);
        Integer known = aliases.get(reading);
        int code = known == null ? texts.length + aliases.size() : known;
        if (code > LAST_CODE) {
            return glyph;
        }
        aliases.put(reading, code);
        return code;
    }

    /** A glyph's width in thousandths of em, as written into the file. */
    double width(int glyph) {
        return Math.round(face.advance(glyph) * 10_000d) / 10d;
    }

    void write(PdfFile file) {
        FontProgram font = face.program(used());
        int program = file.reserve();
        int descriptor = file.reserve();
        int descendant = file.reserve();
        int map = file.reserve();
        int unicode = file.reserve();
        String name = font.prefix() + "+" + face.name().replaceAll("[^A-Za-z0-9-]", "");
        file.object(
                object,
                "<</Type/Font/Subtype/Type0/BaseFont/" + name + "/Encoding/Identity-H/DescendantFonts[" + descendant
                        + " 0 R]/ToUnicode " + unicode + " 0 R>>");
        file.object(
                descendant,
                "<</Type/Font/Subtype/CIDFontType2/BaseFont/" + name
                        + "/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/FontDescriptor "
                        + descriptor + " 0 R/CIDToGIDMap " + map + " 0 R/DW 0/W[" + widths() + "]>>");
        try {
            file.object(descriptor, descriptor(name, program));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        FontProgram.Deflated deflated = font.deflated(file);
        file.stream(program, "/Length1 " + deflated.length() + "/Filter/FlateDecode", deflated.bytes());
        file.deflated(map, "", codesToGlyphs(font.numbers()));
        file.deflated(unicode, "", toUnicode());
    }

    private BitSet used() {
        var used = new BitSet();
        for (int glyph = 0; glyph < texts.length; glyph++) {
            used.set(glyph, texts[glyph] != null);
        }
        return used;
    }

    private String descriptor(String name, int program) throws IOException {
        var head = face.ttf().getHeader();
        OS2WindowsMetricsTable os2 = face.ttf().getOS2Windows();
        var post = face.ttf().getPostScript();
        double em = 1000d / face.unitsPerEm();
        double capHeight = os2 == null || os2.getCapHeight() == 0 ? face.ascent() * 700 : os2.getCapHeight() * em;
        double angle = post == null ? 0 : post.getItalicAngle();
        return "<</Type/FontDescriptor/FontName/" + name + "/Flags " + (angle == 0 ? 4 : 68)
                + "/FontBBox[" + PdfFile.number(head.getXMin() * em) + " " + PdfFile.number(head.getYMin() * em) + " "
                + PdfFile.number(head.getXMax() * em) + " " + PdfFile.number(head.getYMax() * em) + "]/ItalicAngle "
                + PdfFile.number(angle) + "/Ascent " + PdfFile.number(face.ascent() * 1000) + "/Descent "
                + PdfFile.number(-face.descent() * 1000) + "/CapHeight " + PdfFile.number(capHeight)
                + "/StemV 80/FontFile2 " + program + " 0 R>>";
    }

    private String widths() {
        var widths = new StringBuilder();
        int before = -2;
        for (int glyph = 0; glyph < texts.length; glyph++) {
            if (texts[glyph] != null) {
                before = width(widths, glyph, glyph, before);
            }
        }
        for (var alias : aliases.entrySet()) {
            before = width(widths, alias.getValue(), alias.getKey().glyph(), before);
        }
        return widths.append(before < 0 ? "" : "]").toString();
    }

    private int width(StringBuilder widths, int code, int glyph, int before) {
        if (code != before + 1) {
            widths.append(before < 0 ? "" : "]").append(code).append('[');
        } else {
            widths.append(' ');
        }
        PdfFile.number(widths, width(glyph));
        return code;
    }

    private byte[] codesToGlyphs(int[] numbers) {
        int last = aliases.isEmpty() ? numbers.length : texts.length + aliases.size();
        var map = ByteBuffer.allocate(2 * last);
        for (int number : numbers) {
            map.putShort((short) number);
        }
        aliases.forEach((reading, code) -> map.putShort(2 * code, (short) numbers[reading.glyph()]));
        return map.array();
    }

    private byte[] toUnicode() {
        var cmap = new StringBuilder("""
                /CIDInit/ProcSet findresource begin
                12 dict begin
                begincmap
                /CIDSystemInfo<</Registry(Adobe)/Ordering(UCS)/Supplement 0>>def
                /CMapName/Adobe-Identity-UCS def
                /CMapType 2 def
                1 begincodespacerange
                <0000><FFFF>
                endcodespacerange
                """);
        var lines = new ArrayList<String>();
        for (int glyph = 0; glyph < texts.length; glyph++) {
            String text = texts[glyph];
            if (text != null) {
                lines.add(reads(glyph, text));
            }
        }
        aliases.forEach((reading, code) -> lines.add(reads(code, reading.text())));
        for (int from = 0; from < lines.size(); from += 100) {
            List<String> block = lines.subList(from, Math.min(lines.size(), from + 100));
            cmap.append(block.size()).append(" beginbfchar\n");
            block.forEach(cmap::append);
            cmap.append("endbfchar\n");
        }
        cmap.append("endcmap\nCMapName currentdict/CMap defineresource pop\nend\nend\n");
        return cmap.toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    private static String reads(int code, String text) {
        return "<" + HEX.toHexDigits((char) code) + "><" + utf16(text) + ">\n";
    }

    static String utf16(String text) {
        return HEX.formatHex(text.getBytes(StandardCharsets.UTF_16BE));
    }
}
