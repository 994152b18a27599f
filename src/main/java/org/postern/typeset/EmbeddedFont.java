package org.postern.typeset;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.fontbox.ttf.OS2WindowsMetricsTable;
import org.apache.fontbox.ttf.TTFSubsetter;

/**
 * A face as one PDF file carries it: the glyphs used and nothing else. A glyph's code is its number in the font; where one
 * glyph stands for two different texts the second gets a code of its own, so that each reads back as it was typed.
 */
final class EmbeddedFont {
    private static final List<String> TABLES =
            List.of("head", "hhea", "loca", "maxp", "cvt ", "prep", "glyf", "hmtx", "fpgm");

    private static final int LAST_CODE = 0xFFFF;

    private record Reading(int glyph, String text) {}

    private final Face face;
    private final int object;
    private final int index;
    private final Map<Integer, Integer> glyphs = new TreeMap<>();
    private final Map<Integer, String> texts = new TreeMap<>();
    private final Map<Reading, Integer> aliases = new HashMap<>();
    private int nextAlias;

    EmbeddedFont(Face face, int object, int index) throws IOException {
        this.face = face;
        this.object = object;
        this.index = index;
        this.nextAlias = face.ttf().getNumberOfGlyphs();
    }

    int object() {
        return object;
    }

    String resourceName() {
        return "F" + index;
    }

    /** The code that paints the glyph and reads as the text; an empty one continues the glyph before. */
    int code(int glyph, String text) {
        String known = texts.get(glyph);
        if (known == null) {
            glyphs.put(glyph, glyph);
            texts.put(glyph, text);
            return glyph;
        }
        if (known.equals(text)) {
            return glyph;
        }
        var reading = new Reading(glyph, text);
        Integer alias = aliases.get(reading);
        if (alias != null) {
            return alias;
        }
        if (nextAlias > LAST_CODE) {
            return glyph;
        }
        int code = nextAlias++;
        aliases.put(reading, code);
        glyphs.put(code, glyph);
        texts.put(code, text);
        return code;
    }

    /** A glyph's width in thousandths of em, as written into the file. */
    double width(int glyph) {
        return Math.round(face.advance(glyph) * 10_000d) / 10d;
    }

    void write(PdfFile file) {
        try {
            int program = file.reserve();
            int descriptor = file.reserve();
            int descendant = file.reserve();
            int map = file.reserve();
            int unicode = file.reserve();
            String name = subsetName();
            file.object(
                    object,
                    "<</Type/Font/Subtype/Type0/BaseFont/" + name + "/Encoding/Identity-H/DescendantFonts[" + descendant
                            + " 0 R]/ToUnicode " + unicode + " 0 R>>");
            file.object(
                    descendant,
                    "<</Type/Font/Subtype/CIDFontType2/BaseFont/" + name
                            + "/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/FontDescriptor "
                            + descriptor + " 0 R/CIDToGIDMap " + map + " 0 R/DW 0/W[" + widths() + "]>>");
            file.object(descriptor, descriptor(name, program));
            Map<Integer, Integer> renumbered = program(file, program);
            file.deflated(map, "", codesToGlyphs(renumbered));
            file.deflated(unicode, "", toUnicode());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Six letters in front of the name, from the glyphs used, as PDF asks of subsets. */
    private String subsetName() {
        int hash = glyphs.hashCode();
        var prefix = new StringBuilder();
        for (int i = 0; i < 6; i++) {
            prefix.append((char) ('A' + Math.floorMod(hash, 26)));
            hash = Math.floorDiv(hash, 26) * 31 + i;
        }
        return prefix + "+" + face.name().replaceAll("[^A-Za-z0-9-]", "");
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
        for (var entry : glyphs.entrySet()) {
            if (entry.getKey() != before + 1) {
                widths.append(before < 0 ? "" : "]").append(entry.getKey()).append('[');
            } else {
                widths.append(' ');
            }
            widths.append(PdfFile.number(width(entry.getValue())));
            before = entry.getKey();
        }
        return widths.append(before < 0 ? "" : "]").toString();
    }

    /** @return old glyph numbers to those of the subset */
    private Map<Integer, Integer> program(PdfFile file, int program) throws IOException {
        var bytes = new ByteArrayOutputStream();
        Map<Integer, Integer> renumbered = new HashMap<>();
        // fontbox reads all tables of a font through one cursor
        synchronized (face.ttf()) {
            var subsetter = new TTFSubsetter(face.ttf(), TABLES);
            subsetter.addGlyphIds(new HashSet<>(glyphs.values()));
            subsetter.getGIDMap().forEach((now, before) -> renumbered.put(before, now));
            subsetter.writeToStream(bytes);
        }
        file.deflated(program, "/Length1 " + bytes.size(), bytes.toByteArray());
        return renumbered;
    }

    private byte[] codesToGlyphs(Map<Integer, Integer> renumbered) {
        int last = glyphs.isEmpty() ? 0 : ((TreeMap<Integer, Integer>) glyphs).lastKey();
        byte[] map = new byte[2 * (last + 1)];
        glyphs.forEach((code, glyph) -> {
            int now = renumbered.getOrDefault(glyph, 0);
            map[2 * code] = (byte) (now >> 8);
            map[2 * code + 1] = (byte) now;
        });
        return map;
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
        var lines = texts.entrySet().stream()
                .map(entry -> "<" + hex(entry.getKey()) + "><" + utf16(entry.getValue()) + ">\n")
                .toList();
        for (int from = 0; from < lines.size(); from += 100) {
            List<String> block = lines.subList(from, Math.min(lines.size(), from + 100));
            cmap.append(block.size()).append(" beginbfchar\n");
            block.forEach(cmap::append);
            cmap.append("endbfchar\n");
        }
        cmap.append("endcmap\nCMapName currentdict/CMap defineresource pop\nend\nend\n");
        return cmap.toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    private static String hex(int code) {
        return HexFormat.of().withUpperCase().toHexDigits((char) code);
    }

    static String utf16(String text) {
        return HexFormat.of().withUpperCase().formatHex(text.getBytes(StandardCharsets.UTF_16BE));
    }
}
