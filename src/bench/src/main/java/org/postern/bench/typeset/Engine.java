package org.postern.bench.typeset;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;

/** One of the typesetters that are compared: what can be kept from letter to letter it keeps in its fields. */
interface Engine {

    /** The letter as a PDF of its own. */
    default byte[] letter(Letter letter) throws Exception {
        var bytes = new ByteArrayOutputStream(1 << 15);
        Batch batch = batch(bytes);
        batch.add(letter);
        batch.close();
        return bytes.toByteArray();
    }

    /** Begins a PDF of many letters. */
    Batch batch(OutputStream out) throws Exception;

    /** Pages a letter of one page takes in a batch: two where the next begins on a front side. */
    default int pagesOfBatchedLetter() {
        return 1;
    }

    /** Many letters in one PDF. */
    interface Batch {
        void add(Letter letter) throws Exception;

        /** Completes the file; the stream stays open. */
        void close() throws Exception;
    }
}
