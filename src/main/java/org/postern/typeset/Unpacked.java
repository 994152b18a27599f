package org.postern.typeset;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import java.util.zip.InflaterInputStream;
import org.postern.typeset.ScannedFile.Unusable;

/**
 * How much a PDF's packed parts would be: counted without keeping any of it, and before the PDF's own reader, which
 * unpacks whatever it is given into memory.
 */
final class Unpacked {
    /** A page of A4 in colour at 500 dpi. */
    private static final long MOST_A_PART = 120_000_000;

    private static final long MOST_IN_ALL = 800_000_000;
    private static final int MOST_PACKED_IN_PACKED = 2;
    private static final byte[] STREAM = "stream".getBytes(StandardCharsets.US_ASCII);
    /** A row longer than any page's: the reader would make room for it before it sees that there is none. */
    private static final Pattern LONG_ROWS = Pattern.compile("/(?:Columns|Colors|Rows)\\s+\\d{6,}");

    private long all;

    private Unpacked() {}

    static void judge(byte[] pdf) throws Unusable {
        if (LONG_ROWS.matcher(new String(pdf, StandardCharsets.ISO_8859_1)).find()) {
            throw new Unusable(Unusable.Reason.TOO_MANY_PIXELS);
        }
        var unpacked = new Unpacked();
        for (int at = next(pdf, 0); at >= 0; at = next(pdf, at)) {
            int start = at;
            while (start < pdf.length && (pdf[start] == '\r' || pdf[start] == '\n')) {
                start++;
            }
            if (isPacked(pdf, start)) {
                unpacked.count(pdf, start);
            }
        }
    }

    /** @return where the next word {@code stream} ends; negative for none */
    private static int next(byte[] pdf, int from) {
        for (int at = from; at <= pdf.length - STREAM.length; at++) {
            int same = 0;
            while (same < STREAM.length && pdf[at + same] == STREAM[same]) {
                same++;
            }
            if (same == STREAM.length) {
                return at + same;
            }
        }
        return -1;
    }

    private void count(byte[] pdf, int start) throws Unusable {
        try (InputStream in =
                new Counted(new InflaterInputStream(new ByteArrayInputStream(pdf, start, pdf.length - start)))) {
            drain(in, 1);
        } catch (TooMuch e) {
            throw new Unusable(Unusable.Reason.TOO_MANY_PIXELS);
        } catch (IOException e) {
            // Not packed so, or broken: its reader will say which.
        }
    }

    private void drain(InputStream in, int depth) throws IOException {
        byte[] buffer = new byte[1 << 16];
        int first = in.readNBytes(buffer, 0, buffer.length);
        if (isPacked(buffer, 0) && first > 2) {
            if (depth == MOST_PACKED_IN_PACKED) {
                throw new TooMuch();
            }
            InputStream whole = new SequenceInputStream(new ByteArrayInputStream(buffer, 0, first), in);
            try (InputStream inner = new Counted(new InflaterInputStream(whole))) {
                drain(inner, depth + 1);
            }
            return;
        }
        while (in.read(buffer) >= 0) {
            // Counted as it passes.
        }
    }

    /** The two bytes with which what deflate packed begins. */
    private static boolean isPacked(byte[] bytes, int at) {
        return at + 1 < bytes.length
                && (bytes[at] & 0x0F) == 8
                && (((bytes[at] & 0xFF) << 8) + (bytes[at + 1] & 0xFF)) % 31 == 0;
    }

    private static final class TooMuch extends IOException {
        private static final long serialVersionUID = 1;
    }

    private final class Counted extends FilterInputStream {
        private long part;

        Counted(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int one = super.read();
            add(one < 0 ? 0 : 1);
            return one;
        }

        @Override
        public int read(byte[] into, int from, int most) throws IOException {
            int read = super.read(into, from, most);
            add(Math.max(0, read));
            return read;
        }

        private void add(int bytes) throws TooMuch {
            part += bytes;
            all += bytes;
            if (part > MOST_A_PART || all > MOST_IN_ALL) {
                throw new TooMuch();
            }
        }
    }
}
