package org.postern.typeset;

import java.util.function.Consumer;

/** A file that a stranger's scanner or telephone made: PDF, JPEG or PNG, read as pictures of pages and nothing else. */
public final class ScannedFile {
    public static final int MOST_BYTES = 12 * 1024 * 1024;
    public static final int MOST_PAGES = 40;

    private ScannedFile() {}

    /** Why a file is not taken. */
    public static final class Unusable extends Exception {
        private static final long serialVersionUID = 1;

        /**
         * {@code NOT_A_SCAN}: neither PDF, JPEG nor PNG; {@code LOCKED}: a PDF with a password or restrictions; {@code
         * UNUSUAL}: a PDF whose pictures are packed in a way that we do not open; {@code TOO_SLOW}: the time was over.
         */
        public enum Reason {
            NOT_A_SCAN,
            TOO_MANY_BYTES,
            TOO_MANY_PIXELS,
            TOO_MANY_PAGES,
            LOCKED,
            UNUSUAL,
            TOO_SLOW,
            BROKEN
        }

        private final Reason reason;

        Unusable(Reason reason) {
            super(reason.name());
            this.reason = reason;
        }

        public Reason reason() {
            return reason;
        }
    }

    /**
     * Reads a file page by page; no two pages are open at once.
     *
     * @param mostPages that may still be taken
     * @param end of {@link System#nanoTime}, when the time for it is over
     * @param each gets the pages in their order; some may have come before the file turns out to be unusable
     */
    public static void read(byte[] file, int mostPages, long end, Consumer<ScannedPage> each) throws Unusable {
        if (file.length > MOST_BYTES) {
            throw new Unusable(Unusable.Reason.TOO_MANY_BYTES);
        }
        if (isPdf(file)) {
            ScannedPdf.read(file, mostPages, end, each);
        } else if (mostPages < 1) {
            throw new Unusable(Unusable.Reason.TOO_MANY_PAGES);
        } else {
            each.accept(picture(file));
        }
    }

    private static ScannedPage picture(byte[] file) throws Unusable {
        try {
            return ScannedPage.of(Photo.upright(
                    Photo.decode(file), Photo.orientation(file), ScannedPage.LONG_SIDE, ScannedPage.LONG_SIDE));
        } catch (Photo.Unusable e) {
            throw new Unusable(
                    switch (e.reason()) {
                        case NOT_AN_IMAGE -> Unusable.Reason.NOT_A_SCAN;
                        case TOO_MANY_BYTES -> Unusable.Reason.TOO_MANY_BYTES;
                        case TOO_MANY_PIXELS, SIDE_TOO_LONG -> Unusable.Reason.TOO_MANY_PIXELS;
                        case BROKEN -> Unusable.Reason.BROKEN;
                    });
        }
    }

    private static boolean isPdf(byte[] file) {
        return file.length > 5
                && file[0] == '%'
                && file[1] == 'P'
                && file[2] == 'D'
                && file[3] == 'F'
                && file[4] == '-';
    }
}
