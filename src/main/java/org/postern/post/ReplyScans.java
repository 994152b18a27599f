package org.postern.post;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.postern.typeset.ScannedFile;
import org.postern.typeset.ScannedFile.Unusable;
import org.postern.typeset.ScannedFile.Unusable.Reason;
import org.postern.typeset.ScannedPage;
import org.postern.vault.PieceCode;

/**
 * Reads files of strangers into pages of our own. One takes some 200 MB while it is open, so two at once; a file that
 * cannot be read is told of and keeps no other back.
 */
@ApplicationScoped
class ReplyScans {
    /** What the code of the sheet says that stands between two answers. */
    static final String SEPARATOR = "POSTERN NEXT ANSWER";

    static final Duration LONGEST = Duration.ofSeconds(20);

    private static final int AT_ONCE = 2;
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration A_PAGES_CODES = Duration.ofSeconds(2);
    private static final int LOOKS = 3;

    private final Semaphore places = new Semaphore(AT_ONCE);

    /** Too many scans are being read. */
    static final class Busy extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    /**
     * A page and what its codes say.
     *
     * @param separates whether it stands between two answers and is none itself
     */
    record Seen(ScannedPage page, Set<PieceCode> codes, boolean separates) {}

    /** @param file counted from 1, in the order they were chosen */
    record Refused(int file, Reason why) {}

    /** Pages of all files in their order, and the files of which nothing was taken. */
    record Stack(List<Seen> pages, List<Refused> refused) {}

    /** @throws Busy if no place came free in time */
    Stack read(List<byte[]> files) {
        enter();
        try {
            long end = System.nanoTime() + LONGEST.toNanos();
            List<Seen> pages = new ArrayList<>();
            List<Refused> refused = new ArrayList<>();
            for (int i = 0; i < files.size(); i++) {
                List<Seen> own = new ArrayList<>();
                try {
                    ScannedFile.read(
                            files.get(i), ScannedFile.MOST_PAGES - pages.size(), end, page -> own.add(seen(page, end)));
                    pages.addAll(own);
                } catch (Unusable e) {
                    refused.add(new Refused(i + 1, e.reason()));
                }
            }
            return new Stack(pages, refused);
        } finally {
            places.release();
        }
    }

    /** Where there is no time left for its codes, a person says whose page it is. */
    private static Seen seen(ScannedPage page, long end) {
        long last = System.nanoTime() + A_PAGES_CODES.toNanos();
        Set<String> texts = CodePhoto.textsIn(page.pixels(), LOOKS, Math.min(last, end));
        return new Seen(page, CodePhoto.codes(texts), texts.contains(SEPARATOR));
    }

    private void enter() {
        try {
            if (!places.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new Busy();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Busy();
        }
    }
}
