package org.postern.typeset;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** A font file for tests, with letters of a shipped font, all of one width, for the characters that it is asked to have. */
final class MadeFont {
    private static final Path SHIPPED = Path.of("target/classes/fonts/LiberationMono-Regular.ttf");
    private static final Set<String> KEPT =
            Set.of("OS/2", "glyf", "head", "hhea", "hmtx", "loca", "maxp", "post", "name", "cvt ", "fpgm", "prep");
    private static final int GLYPH = 36;
    /** So many characters on have the same glyphs again. */
    private static final int ROUND = 50;

    private final Map<String, byte[]> tables = new TreeMap<>();

    private MadeFont() {}

    /** @param from the first character that it has, and with it the blank; {@code to} the last */
    static MadeFont of(int from, int to) throws IOException {
        return of(from, to, 12);
    }

    /** Of the sort that has one glyph for many characters. */
    static MadeFont ofLastResort() throws IOException {
        return of(0x21, 0x10FFFF, 13);
    }

    private static MadeFont of(int from, int to, int format) throws IOException {
        var font = new MadeFont();
        Sfnt shipped = Sfnt.in(SHIPPED).get(0);
        for (String tag : KEPT) {
            font.tables.put(tag, shipped.table(tag).array());
        }
        int groups = 1 + (to - from) / ROUND + 1;
        ByteBuffer cmap = ByteBuffer.allocate(12 + 16 + 12 * groups);
        cmap.putShort((short) 0)
                .putShort((short) 1)
                .putShort((short) 3)
                .putShort((short) 10)
                .putInt(12);
        cmap.putShort((short) format)
                .putShort((short) 0)
                .putInt(16 + 12 * groups)
                .putInt(0)
                .putInt(groups);
        cmap.putInt(' ').putInt(' ').putInt(3);
        for (int first = from; first <= to; first += ROUND) {
            cmap.putInt(first).putInt(Math.min(to, first + ROUND - 1)).putInt(GLYPH);
        }
        font.tables.put("cmap", cmap.array());
        return font;
    }

    MadeFont with(String tag, byte[] table) {
        tables.put(tag, table);
        return this;
    }

    /** Sets bits of OS/2 that say what its maker allows. */
    MadeFont allowing(int bits) {
        ByteBuffer.wrap(tables.get("OS/2")).putShort(8, (short) bits);
        return this;
    }

    MadeFont without(String tag) {
        tables.remove(tag);
        return this;
    }

    void write(Path file) throws IOException {
        Files.createDirectories(file.getParent());
        Files.write(file, bytes(0));
    }

    /** Two fonts in one file. */
    static void writeCollection(Path file, MadeFont first, MadeFont second) throws IOException {
        byte[] one = first.bytes(20);
        byte[] other = second.bytes(20 + one.length);
        ByteBuffer all = ByteBuffer.allocate(20 + one.length + other.length);
        all.put("ttcf".getBytes(StandardCharsets.ISO_8859_1)).putInt(0x00010000).putInt(2);
        all.putInt(20).putInt(20 + one.length).put(one).put(other);
        Files.write(file, all.array());
    }

    /** @param base where in its file the font begins */
    private byte[] bytes(int base) {
        int size = 12 + 16 * tables.size();
        for (byte[] table : tables.values()) {
            size += (table.length + 3) & ~3;
        }
        ByteBuffer font = ByteBuffer.allocate(size);
        font.putInt(0x00010000)
                .putShort((short) tables.size())
                .putShort((short) 0)
                .putInt(0);
        int at = 12 + 16 * tables.size();
        for (var table : tables.entrySet()) {
            font.put(table.getKey().getBytes(StandardCharsets.ISO_8859_1));
            font.putInt(0).putInt(base + at).putInt(table.getValue().length);
            font.put(at, table.getValue());
            at += (table.getValue().length + 3) & ~3;
        }
        return font.array();
    }
}
