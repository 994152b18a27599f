package org.postern.compose;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.postern.directory.Objection;
import org.postern.typeset.Photo;

/**
 * Develops photos: decoded, turned upright, written anew from their pixels without place and time. One takes some 100 MB
 * while it is open, so few at once; a room that stays full says so, and the words wait in the page.
 */
@ApplicationScoped
class Darkroom {
    private static final int AT_ONCE = 2;
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Semaphore places;
    private final Duration patience;

    Darkroom() {
        this(AT_ONCE, PATIENCE);
    }

    Darkroom(int places, Duration patience) {
        this.places = new Semaphore(places);
        this.patience = patience;
    }

    /** @return with the objection {@link TakenForm#BUSY} if no place came free in time */
    TakenPhoto develop(byte[] chosen) {
        if (!enter()) {
            return new TakenPhoto(null, false, TakenForm.BUSY);
        }
        try {
            return new TakenPhoto(Photo.of(chosen).jpeg(), false, null);
        } catch (Photo.Unusable e) {
            return new TakenPhoto(null, false, Objection.blocks("photo", "objection.photo." + e.reason()));
        } finally {
            places.release();
        }
    }

    private boolean enter() {
        try {
            return places.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
