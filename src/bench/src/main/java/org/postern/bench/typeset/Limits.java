package org.postern.bench.typeset;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.Deflater;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;

/**
 * What no typesetter that writes our files can go below: their bytes, made before anything is measured, copied to the
 * stream, or the streams among them deflated once more. In a batch the pages only; its fonts are too few to count.
 */
final class Limits implements Engine {
    private static final int LETTERS = 100;

    private final int level;
    private final byte[] file;
    private final List<byte[]> streams = new ArrayList<>();
    private final List<byte[]> pages = new ArrayList<>();
    private int next;

    /** @param level of deflate; 0: only copied */
    Limits(Engine ours, Letters letters, int level) throws Exception {
        this.level = level;
        this.file = ours.letter(letters.number(0));
        try (PDDocument document = Loader.loadPDF(file)) {
            for (COSObjectKey key : document.getDocument().getXrefTable().keySet()) {
                if (document.getDocument().getObjectFromPool(key).getObject() instanceof COSStream stream
                        && stream.containsKey(COSName.FILTER)) {
                    streams.add(inflated(stream));
                }
            }
        }
        for (int i = 0; i < LETTERS; i++) {
            try (PDDocument document = Loader.loadPDF(ours.letter(letters.number(i + 1)))) {
                pages.add(document.getPage(0).getContents().readAllBytes());
            }
        }
    }

    private static byte[] inflated(COSStream stream) throws IOException {
        try (var in = stream.createInputStream()) {
            return in.readAllBytes();
        }
    }

    @Override
    public byte[] letter(Letter letter) throws IOException {
        var bytes = new ByteArrayOutputStream(1 << 15);
        if (level == 0) {
            bytes.write(file);
        } else {
            for (byte[] stream : streams) {
                deflate(stream, bytes);
            }
        }
        return bytes.toByteArray();
    }

    @Override
    public Batch batch(OutputStream out) {
        return new Batch() {
            @Override
            public void add(Letter letter) throws IOException {
                byte[] page = pages.get(next++ % pages.size());
                if (level == 0) {
                    out.write(page);
                } else {
                    deflate(page, out);
                }
            }

            @Override
            public void close() {}
        };
    }

    private void deflate(byte[] data, OutputStream out) throws IOException {
        var deflater = new Deflater(level);
        try {
            deflater.setInput(data);
            deflater.finish();
            byte[] buffer = new byte[8192];
            while (!deflater.finished()) {
                out.write(buffer, 0, deflater.deflate(buffer));
            }
        } finally {
            deflater.end();
        }
    }
}
