package org.postern.typeset;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Pictures of pages that were asked for a moment ago, found by the hash of the whole PDF: a writer who typed nothing new
 * gets the same picture without its being drawn. They show secret words, so they lie in memory only, are few, and go a
 * minute after they were last asked for, also when nobody asks for anything any more.
 */
final class RecentPictures {
    static final RecentPictures SHARED = new RecentPictures(32, Duration.ofMinutes(1), System::nanoTime);

    private record Picture(byte[] png, long asked) {}

    private final Map<String, Picture> pictures = new LinkedHashMap<>();
    private final int most;
    private final Duration kept;
    private final LongSupplier nanos;
    private boolean sweeping;

    RecentPictures(int most, Duration kept, LongSupplier nanos) {
        this.most = most;
        this.kept = kept;
        this.nanos = nanos;
    }

    byte[] of(byte[] pdf, int page, int dpi, Supplier<byte[]> drawn) {
        String name = hash(pdf) + " " + page + " " + dpi;
        byte[] png = known(name);
        if (png == null) {
            // not under the lock: other pages are drawn meanwhile
            png = drawn.get();
        }
        keep(name, png);
        return png.clone();
    }

    private synchronized byte @Nullable [] known(String name) {
        forget();
        Picture picture = pictures.get(name);
        return picture == null ? null : picture.png;
    }

    private synchronized void keep(String name, byte[] png) {
        pictures.remove(name);
        pictures.put(name, new Picture(png, nanos.getAsLong()));
        forget();
        sweepLater();
    }

    private void forget() {
        long now = nanos.getAsLong();
        // in the order in which they were asked for
        var oldest = pictures.values().iterator();
        while (oldest.hasNext()) {
            if (now - oldest.next().asked < kept.toNanos() && pictures.size() <= most) {
                return;
            }
            oldest.remove();
        }
    }

    private void sweepLater() {
        if (!sweeping) {
            sweeping = true;
            CompletableFuture.delayedExecutor(kept.toMillis() + 1, TimeUnit.MILLISECONDS)
                    .execute(this::sweep);
        }
    }

    private synchronized void sweep() {
        sweeping = false;
        forget();
        if (!pictures.isEmpty()) {
            sweepLater();
        }
    }

    synchronized int size() {
        return pictures.size();
    }

    private static String hash(byte[] pdf) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(pdf));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every JVM has SHA-256", e);
        }
    }
}
