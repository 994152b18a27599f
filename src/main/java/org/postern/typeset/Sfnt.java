package org.postern.typeset;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The tables of a TrueType font in a file, alone or in a collection; each is read when asked, so that a look is cheap. */
final class Sfnt {
    /** The largest fonts there are hold all of Chinese in 25 MB. */
    private static final long LARGEST = 64 << 20;

    private static final int MOST_TABLES = 100;
    private static final int MOST_MEMBERS = 64;
    private static final int COLLECTION = 0x74746366;
    private static final int TRUE_TYPE = 0x00010000;
    private static final int APPLE = 0x74727565;
    private static final int ENTRY = 16;

    private record Place(long from, int length) {}

    private final Path file;
    private final Map<String, Place> tables;

    private Sfnt(Path file, Map<String, Place> tables) {
        this.file = file;
        this.tables = tables;
    }

    /**
     * The fonts of a file: one, or those of a collection.
     *
     * @throws IOException if it cannot be read, or is no such font
     */
    static List<Sfnt> in(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file)) {
            if (channel.size() > LARGEST) {
                throw new IOException("larger than any font");
            }
            ByteBuffer head = read(channel, 0, 12);
            var fonts = new ArrayList<Sfnt>();
            if (head.getInt(0) != COLLECTION) {
                fonts.add(new Sfnt(file, tables(channel, 0)));
                return fonts;
            }
            int members = Math.min(MOST_MEMBERS, head.getInt(8));
            ByteBuffer offsets = read(channel, 12, 4 * members);
            while (offsets.hasRemaining()) {
                fonts.add(new Sfnt(file, tables(channel, Integer.toUnsignedLong(offsets.getInt()))));
            }
            return fonts;
        }
    }

    private static Map<String, Place> tables(FileChannel channel, long from) throws IOException {
        ByteBuffer head = read(channel, from, 12);
        int version = head.getInt();
        int count = Short.toUnsignedInt(head.getShort());
        if ((version != TRUE_TYPE && version != APPLE) || count > MOST_TABLES) {
            throw new IOException("no TrueType font");
        }
        ByteBuffer entries = read(channel, from + 12, count * ENTRY);
        var tables = new TreeMap<String, Place>();
        for (int i = 0; i < count; i++) {
            byte[] tag = new byte[4];
            entries.get(i * ENTRY, tag);
            long at = Integer.toUnsignedLong(entries.getInt(i * ENTRY + 8));
            long length = Integer.toUnsignedLong(entries.getInt(i * ENTRY + 12));
            if (at + length > channel.size()) {
                throw new EOFException("a table ends behind the file");
            }
            tables.put(new String(tag, StandardCharsets.ISO_8859_1), new Place(at, (int) length));
        }
        return tables;
    }

    boolean has(String tag) {
        return tables.containsKey(tag);
    }

    /** A table's bytes from its beginning; empty if there is none. */
    ByteBuffer table(String tag) throws IOException {
        Place place = tables.get(tag);
        if (place == null) {
            return ByteBuffer.allocate(0);
        }
        try (FileChannel channel = FileChannel.open(file)) {
            return read(channel, place.from(), place.length());
        }
    }

    /** A font file by itself, of all tables. */
    byte[] alone() throws IOException {
        return alone(tables.keySet());
    }

    /** A font file by itself, of the named tables only; without sums to check, which nobody here checks. */
    byte[] alone(Set<String> wanted) throws IOException {
        var kept = new TreeMap<>(tables);
        kept.keySet().retainAll(wanted);
        int begin = 12 + ENTRY * kept.size();
        long size = begin;
        for (Place place : kept.values()) {
            size += padded(place.length());
        }
        if (size > LARGEST) {
            throw new IOException("larger than any font");
        }
        ByteBuffer font = ByteBuffer.allocate((int) size);
        font.putInt(TRUE_TYPE).putShort((short) kept.size()).putShort((short) 0).putInt(0);
        int at = begin;
        try (FileChannel channel = FileChannel.open(file)) {
            for (var table : kept.entrySet()) {
                Place place = table.getValue();
                font.put(table.getKey().getBytes(StandardCharsets.ISO_8859_1));
                font.putInt(0).putInt(at).putInt(place.length());
                font.put(at, read(channel, place.from(), place.length()), 0, place.length());
                at += padded(place.length());
            }
        }
        return font.array();
    }

    private static int padded(int length) {
        return (length + 3) & ~3;
    }

    private static ByteBuffer read(FileChannel channel, long from, int length) throws IOException {
        if (length < 0 || from + length > channel.size()) {
            throw new EOFException("the file ends too early");
        }
        ByteBuffer bytes = ByteBuffer.allocate(length);
        while (bytes.hasRemaining()) {
            if (channel.read(bytes, from + bytes.position()) < 0) {
                throw new EOFException("the file ends too early");
            }
        }
        return bytes.flip();
    }
}
