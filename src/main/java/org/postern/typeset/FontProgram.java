package org.postern.typeset;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Some glyphs of a face as a TrueType font of its own, numbered anew in their old order. Without hints: they are half of
 * its bytes and steer nothing but the coarse dots of old screens.
 */
final class FontProgram {
    private static final List<String> TABLES = List.of("glyf", "head", "hhea", "hmtx", "loca", "maxp");
    /** Of a part of a composite glyph: how long it is, whether another follows, whether hints do. */
    private static final int WORDS = 0x01;

    private static final int SCALE = 0x08;
    private static final int MORE = 0x20;
    private static final int TWO_SCALES = 0x40;
    private static final int MATRIX = 0x80;
    private static final int HINTS = 0x100;

    private final Face face;
    private final ByteBuffer file;
    /** By the face's numbers; glyph 0 is always here, and whatever composite glyphs are made of. */
    private final BitSet glyphs = new BitSet();

    private final int[] numbers;
    private volatile @Nullable Deflated deflated;

    /** @param length before it was deflated */
    record Deflated(byte[] bytes, int length) {}

    FontProgram(Face face, BitSet wanted) {
        this.face = face;
        this.file = face.file();
        add(0);
        wanted.stream().forEach(this::add);
        this.numbers = new int[glyphs.length()];
        int number = 0;
        for (int glyph = 0; glyph >= 0; glyph = glyphs.nextSetBit(glyph + 1)) {
            numbers[glyph] = number++;
        }
    }

    private void add(int glyph) {
        if (glyphs.get(glyph)) {
            return;
        }
        glyphs.set(glyph);
        int at = outline(glyph);
        if (at < outline(glyph + 1) && file.getShort(at) < 0) {
            for (int part = at + 10; part > 0; part = next(part)) {
                add(file.getChar(part + 2));
            }
        }
    }

    /** Where a glyph's outline begins in the face's file; without one it ends there too. */
    private int outline(int glyph) {
        int loca = face.table("loca");
        int offset = face.longOffsets() ? file.getInt(loca + 4 * glyph) : 2 * file.getChar(loca + 2 * glyph);
        return face.table("glyf") + offset;
    }

    /** The next part of a composite glyph, or 0. */
    private int next(int part) {
        int flags = file.getChar(part);
        return (flags & MORE) == 0 ? 0 : part + length(flags);
    }

    private static int length(int flags) {
        int scales = (flags & MATRIX) != 0 ? 8 : (flags & TWO_SCALES) != 0 ? 4 : (flags & SCALE) != 0 ? 2 : 0;
        return 4 + ((flags & WORDS) != 0 ? 4 : 2) + scales;
    }

    /** Whether it has all of these and not many times more than are needed. */
    boolean serves(BitSet wanted) {
        var missing = (BitSet) wanted.clone();
        missing.andNot(glyphs);
        return missing.isEmpty() && glyphs.cardinality() <= Repertoire.MOST * wanted.cardinality();
    }

    /** Six letters, from the glyphs, as PDF puts them before the name of a part of a font. */
    String prefix() {
        int hash = glyphs.hashCode();
        var prefix = new StringBuilder();
        for (int i = 0; i < 6; i++) {
            prefix.append((char) ('A' + Math.floorMod(hash, 26)));
            hash = Math.floorDiv(hash, 26) * 31 + i;
        }
        return prefix.toString();
    }

    /** For each of the face's glyphs, up to the last that is here, its number here; 0 for those that are not. */
    int[] numbers() {
        return numbers;
    }

    /** As it stands in a PDF. */
    Deflated deflated(PdfFile pdf) {
        Deflated known = deflated;
        if (known == null) {
            byte[] bytes = bytes();
            known = new Deflated(pdf.deflated(bytes), bytes.length);
            deflated = known;
        }
        return known;
    }

    /** The file. */
    byte[] bytes() {
        int count = glyphs.cardinality();
        int directory = 12 + 16 * TABLES.size();
        int outlines = glyphs.stream()
                .map(glyph -> outline(glyph + 1) - outline(glyph) + 5)
                .sum();
        var out = ByteBuffer.allocate(directory + outlines + 8 * (count + 1) + 256);
        // 64, 2, 32: for a search among six tables
        out.putInt(0x00010000)
                .putShort((short) TABLES.size())
                .putShort((short) 64)
                .putShort((short) 2);
        out.putShort((short) 32).position(directory);
        int[] starts = new int[count + 1];
        int head = 0;
        for (int i = 0; i < TABLES.size(); i++) {
            int from = out.position();
            switch (TABLES.get(i)) {
                case "glyf" -> outlines(out, starts);
                case "head" -> {
                    head = from;
                    copy(out, face.table("head"), 54);
                    out.putInt(from + 8, 0).putShort(from + 50, (short) 1);
                }
                case "hhea" -> {
                    copy(out, face.table("hhea"), 36);
                    out.putShort(from + 34, (short) count);
                }
                case "hmtx" -> metrics(out);
                case "loca" -> Arrays.stream(starts).forEach(out::putInt);
                default -> {
                    copy(out, face.table("maxp"), 32);
                    out.putShort(from + 4, (short) count);
                }
            }
            list(out, i, from);
        }
        out.putInt(head + 8, 0xB1B0AFBA - sum(out, 0, out.position()));
        return Arrays.copyOf(out.array(), out.position());
    }

    /** The table's entry in the directory. */
    private static void list(ByteBuffer out, int index, int from) {
        int length = out.position() - from;
        pad(out);
        int entry = 12 + 16 * index;
        for (int i = 0; i < 4; i++) {
            out.put(entry + i, (byte) TABLES.get(index).charAt(i));
        }
        out.putInt(entry + 4, sum(out, from, out.position()))
                .putInt(entry + 8, from)
                .putInt(entry + 12, length);
    }

    private static int sum(ByteBuffer out, int from, int to) {
        return IntStream.iterate(from, at -> at < to, at -> at + 4)
                .map(out::getInt)
                .sum();
    }

    private static void pad(ByteBuffer out) {
        out.position((out.position() + 3) & ~3);
    }

    private void copy(ByteBuffer out, int from, int length) {
        out.put(out.position(), file, from, length).position(out.position() + length);
    }

    /** @param starts receives where each begins in the table, and where the last ends */
    private void outlines(ByteBuffer out, int[] starts) {
        int table = out.position();
        int number = 0;
        for (int glyph = 0; glyph >= 0; glyph = glyphs.nextSetBit(glyph + 1)) {
            int from = outline(glyph);
            int to = outline(glyph + 1);
            if (from < to && file.getShort(from) < 0) {
                composite(out, from);
            } else if (from < to) {
                int hints = from + 10 + 2 * file.getShort(from);
                copy(out, from, hints - from);
                out.putShort((short) 0);
                int rest = hints + 2 + file.getChar(hints);
                copy(out, rest, to - rest);
            }
            pad(out);
            starts[++number] = out.position() - table;
        }
    }

    private void composite(ByteBuffer out, int from) {
        copy(out, from, 10);
        for (int part = from + 10; part > 0; part = next(part)) {
            int flags = file.getChar(part);
            int at = out.position();
            copy(out, part, length(flags));
            out.putShort(at, (short) (flags & ~HINTS));
            out.putShort(at + 2, (short) numbers[file.getChar(part + 2)]);
        }
    }

    /** Advances and side bearings; a face's last glyphs share one advance. */
    private void metrics(ByteBuffer out) {
        int full = file.getChar(face.table("hhea") + 34);
        int table = face.table("hmtx");
        glyphs.stream().forEach(glyph -> {
            out.putShort(file.getShort(table + 4 * Math.min(glyph, full - 1)));
            out.putShort(file.getShort(glyph < full ? table + 4 * glyph + 2 : table + 2 * (full + glyph)));
        });
    }
}
