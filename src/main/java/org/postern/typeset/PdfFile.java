package org.postern.typeset;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.Deflater;

/**
 * The objects of a PDF, written as they are finished, so that a batch needs no more memory than its largest letter. The
 * file's ID is a hash of what was written: the same content is the same file.
 */
final class PdfFile {
    private static final int DEFLATE = 4;

    private final DigestOutputStream out;
    private final List<Long> offsets = new ArrayList<>();
    private long written;

    PdfFile(OutputStream out) {
        try {
            this.out = new DigestOutputStream(out, MessageDigest.getInstance("SHA-256"));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every JVM has SHA-256", e);
        }
        write("%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n".getBytes(StandardCharsets.ISO_8859_1));
    }

    /** A number for an object that is written later, or at once. */
    int reserve() {
        offsets.add(-1L);
        return offsets.size();
    }

    void object(int number, String content) {
        offsets.set(number - 1, written);
        write((number + " 0 obj\n" + content + "\nendobj\n").getBytes(StandardCharsets.ISO_8859_1));
    }

    /** @param entries of the stream's dictionary, without length */
    void stream(int number, String entries, byte[] data) {
        offsets.set(number - 1, written);
        String head = number + " 0 obj\n<<" + entries + "/Length " + data.length + ">>stream\n";
        write(head.getBytes(StandardCharsets.ISO_8859_1));
        write(data);
        write("\nendstream\nendobj\n".getBytes(StandardCharsets.ISO_8859_1));
    }

    void deflated(int number, String entries, byte[] data) {
        var deflater = new Deflater(DEFLATE);
        try {
            deflater.setInput(data);
            deflater.finish();
            var small = new ByteArrayOutputStream(data.length / 2 + 64);
            byte[] buffer = new byte[8192];
            while (!deflater.finished()) {
                small.write(buffer, 0, deflater.deflate(buffer));
            }
            stream(number, entries + "/Filter/FlateDecode", small.toByteArray());
        } finally {
            deflater.end();
        }
    }

    /** Writes the table of objects; the file is complete. */
    void end(int root) {
        String id = HexFormat.of().formatHex(out.getMessageDigest().digest(), 0, 16);
        long table = written;
        var end = new StringBuilder("xref\n0 " + (offsets.size() + 1) + "\n0000000000 65535 f \n");
        for (long offset : offsets) {
            String digits = Long.toString(offset);
            end.append("0".repeat(10 - digits.length())).append(digits).append(" 00000 n \n");
        }
        end.append(
                "trailer\n<</Size " + (offsets.size() + 1) + "/Root " + root + " 0 R/ID[<" + id + "><" + id + ">]>>\n");
        end.append("startxref\n" + table + "\n%%EOF\n");
        write(end.toString().getBytes(StandardCharsets.ISO_8859_1));
        try {
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(byte[] bytes) {
        try {
            out.write(bytes);
            written += bytes.length;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A number as PDF writes it: no exponent, no locale, at most 3 decimals. */
    static String number(double value) {
        long thousandths = Math.round(value * 1000);
        if (thousandths % 1000 == 0) {
            return Long.toString(thousandths / 1000);
        }
        var digits = new StringBuilder(thousandths < 0 ? "-" : "");
        long size = Math.abs(thousandths);
        digits.append(size / 1000).append('.');
        String rest = Long.toString(1000 + size % 1000).substring(1);
        int end = rest.length();
        while (rest.charAt(end - 1) == '0') {
            end--;
        }
        return digits.append(rest, 0, end).toString();
    }
}
