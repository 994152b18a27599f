package org.postern.typeset;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.zip.Deflater;

/**
 * The objects of a PDF, written as they are finished, so that a batch needs no more memory than its largest letter and
 * eight bytes an object. Small objects share compressed streams. The file's ID is a hash of what was written: the same
 * content is the same file.
 */
final class PdfFile {
    private static final int DEFLATE = 4;
    private static final int SHARING = 200;
    /** Of an entry in the table of objects: its kind, offset or stream, place in the stream. */
    private static final int KIND = 1;

    private static final int OFFSET = 5;
    private static final int PLACE = 2;

    private final DigestOutputStream out;
    private final Deflater deflater = new Deflater(DEFLATE);
    private final byte[] buffer = new byte[8192];
    /** Where each object stands: its offset, or for one that shares a stream the complement of stream and place. */
    private long[] places = new long[64];

    private int count;
    private long written;

    private final StringBuilder shared = new StringBuilder();
    private final StringBuilder index = new StringBuilder();
    private int sharing;
    private int stream;

    PdfFile(OutputStream out) {
        try {
            this.out = new DigestOutputStream(out, MessageDigest.getInstance("SHA-256"));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every JVM has SHA-256", e);
        }
        write(latin1("%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n"));
    }

    /** A number for an object that is written later, or at once. */
    int reserve() {
        if (count == places.length) {
            places = Arrays.copyOf(places, count * 2);
        }
        return ++count;
    }

    void object(int number, CharSequence content) {
        if (sharing == 0) {
            stream = reserve();
        }
        places[number - 1] = ~(((long) stream << 16) | sharing);
        index.append(number).append(' ').append(shared.length()).append(' ');
        shared.append(content).append('\n');
        if (++sharing == SHARING) {
            share();
        }
    }

    private void share() {
        if (sharing > 0) {
            String entries = "/Type/ObjStm/N " + sharing + "/First " + index.length();
            deflated(stream, entries, latin1(index.append(shared)));
            index.setLength(0);
            shared.setLength(0);
            sharing = 0;
        }
    }

    /** @param entries of the stream's dictionary, without length */
    void stream(int number, String entries, byte[] data) {
        places[number - 1] = written;
        write(latin1(number + " 0 obj\n<<" + entries + "/Length " + data.length + ">>stream\n"));
        write(data);
        write(latin1("\nendstream\nendobj\n"));
    }

    void deflated(int number, String entries, byte[] data) {
        stream(number, entries + "/Filter/FlateDecode", deflated(data));
    }

    byte[] deflated(byte[] data) {
        deflater.reset();
        deflater.setInput(data);
        deflater.finish();
        var small = new ByteArrayOutputStream(data.length / 2 + 64);
        deflate(small);
        return small.toByteArray();
    }

    private void deflate(ByteArrayOutputStream small) {
        for (int got = deflater.deflate(buffer); got > 0; got = deflater.deflate(buffer)) {
            small.write(buffer, 0, got);
        }
    }

    /** Writes the table of objects; the file is complete. */
    void end(int root) {
        share();
        String id = HexFormat.of().formatHex(out.getMessageDigest().digest(), 0, 16);
        int number = reserve();
        long table = written;
        places[number - 1] = table;
        String entries = "/Type/XRef/Size " + (count + 1) + "/W[" + KIND + " " + OFFSET + " " + PLACE
                + "]/DecodeParms<</Predictor 12/Columns " + (KIND + OFFSET + PLACE) + ">>/Filter/FlateDecode/Root "
                + root + " 0 R/ID[<" + id + "><" + id + ">]";
        stream(number, entries, table());
        write(latin1("startxref\n" + table + "\n%%EOF\n"));
        deflater.end();
        try {
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Each entry as the difference to the one before, as PNG does it: most become zeros. */
    private byte[] table() {
        deflater.reset();
        var small = new ByteArrayOutputStream(count * 2 + 64);
        byte[] before = new byte[KIND + OFFSET + PLACE];
        byte[] entry = new byte[before.length];
        byte[] row = new byte[1 + before.length];
        row[0] = 2;
        for (int object = 0; object <= count; object++) {
            entry(object, entry);
            for (int i = 0; i < entry.length; i++) {
                row[i + 1] = (byte) (entry[i] - before[i]);
                before[i] = entry[i];
            }
            deflater.setInput(row);
            deflate(small);
        }
        deflater.finish();
        deflate(small);
        return small.toByteArray();
    }

    private void entry(int object, byte[] entry) {
        long place = object == 0 ? 0 : places[object - 1];
        boolean sharedStream = place < 0;
        long offset = sharedStream ? ~place >> 16 : place;
        long last = object == 0 ? 0xFFFF : sharedStream ? ~place & 0xFFFF : 0;
        entry[0] = (byte) (object == 0 ? 0 : sharedStream ? 2 : 1);
        for (int i = 0; i < OFFSET; i++) {
            entry[KIND + i] = (byte) (offset >> (8 * (OFFSET - 1 - i)));
        }
        entry[KIND + OFFSET] = (byte) (last >> 8);
        entry[KIND + OFFSET + 1] = (byte) last;
    }

    private void write(byte[] bytes) {
        try {
            out.write(bytes);
            written += bytes.length;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] latin1(CharSequence text) {
        return text.toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    /** A text as a PDF string of any script. */
    static String text(String text) {
        return "<FEFF" + EmbeddedFont.utf16(text) + ">";
    }

    /** A number as PDF writes it: no exponent, no locale, at most 3 decimals. */
    static String number(double value) {
        var digits = new StringBuilder(12);
        number(digits, value);
        return digits.toString();
    }

    static void number(StringBuilder out, double value) {
        long thousandths = Math.round(value * 1000);
        if (thousandths < 0) {
            out.append('-');
            thousandths = -thousandths;
        }
        out.append(thousandths / 1000);
        int rest = (int) (thousandths % 1000);
        if (rest == 0) {
            return;
        }
        out.append('.').append((char) ('0' + rest / 100));
        if (rest % 100 != 0) {
            out.append((char) ('0' + rest / 10 % 10));
            if (rest % 10 != 0) {
                out.append((char) ('0' + rest % 10));
            }
        }
    }
}
