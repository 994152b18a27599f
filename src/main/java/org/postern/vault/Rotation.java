package org.postern.vault;

import jakarta.persistence.PersistenceException;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The weekly change of the wrapping key. Whoever copied the disk before has wrapped keys that nothing opens any more, so
 * what is erased here is erased there too: in the write-ahead log, in replicas, in backups.
 *
 * <p>Each step is a transaction, may be repeated, and may be the last one before a crash: the next run goes on.
 */
final class Rotation {
    static final Duration WEEK = Duration.ofDays(7);

    /** No transaction lives as long. H2 would let a key go that an open transaction has just used; PostgreSQL not. */
    static final Duration GRACE = Duration.ofHours(1);

    private static final System.Logger LOG = System.getLogger(Rotation.class.getName());
    private static final UUID LOWEST = new UUID(0, 0);

    private final KeyDirectory directory;
    private final SealingKeys sealingKeys;
    private final WrappingKeys wrappingKeys;
    private final OwnTransaction transaction;

    Rotation(KeyDirectory directory, SealingKeys sealingKeys, WrappingKeys wrappingKeys, OwnTransaction transaction) {
        this.directory = directory;
        this.sealingKeys = sealingKeys;
        this.wrappingKeys = wrappingKeys;
        this.transaction = transaction;
    }

    void run(Instant now) {
        WrappingKey newest = newestOrFresh(now);
        for (WrappingKey old : transaction.of(() -> wrappingKeys.olderThan(newest))) {
            rewrapAll(old, newest);
            if (!now.isBefore(newest.bornAt().plus(GRACE))) {
                destroy(old);
            }
        }
    }

    /** The first key ever is made together with those that are never rotated; a later week's is made when it is time. */
    WrappingKey newestOrFresh(Instant now) {
        return transaction.of(() -> {
            WrappingKey newest = wrappingKeys.newest().orElse(null);
            if (newest == null) {
                Macs.FILES.forEach(directory::createIfAbsent);
                return fresh(now);
            }
            directory.read(newest.file()); // a wrong directory is noticed at the start, not at the first letter
            return now.isBefore(newest.bornAt().plus(WEEK)) ? newest : fresh(now);
        });
    }

    /** The file is durable before the row is: a row without a file would lose letters, a file without a row nothing. */
    private WrappingKey fresh(Instant now) {
        WrappingKey key = new WrappingKey(now);
        directory.createIfAbsent(key.file());
        wrappingKeys.add(key);
        return key;
    }

    void rewrapAll(WrappingKey old, WrappingKey newest) {
        if (!directory.has(old.file())) {
            if (transaction.of(() -> sealingKeys.anyWrappedBy(old))) {
                LOG.log(Level.WARNING, "{0} is gone; what it wraps cannot be opened any more", old.file());
            }
            return;
        }
        @Nullable UUID done = LOWEST;
        while (done != null) {
            UUID after = done;
            done = transaction.of(() -> rewrapSome(old, newest, after));
        }
    }

    private @Nullable UUID rewrapSome(WrappingKey old, WrappingKey newest, UUID after) {
        byte[] oldWeek = directory.read(old.file());
        byte[] newWeek = directory.read(newest.file());
        UUID last = null;
        for (SealingKey key : sealingKeys.wrappedBy(old, after)) {
            last = key.id();
            try {
                key.rewrap(oldWeek, newest, newWeek);
            } catch (Tampered e) {
                LOG.log(Level.ERROR, "a damaged row keeps its old wrapping key from being destroyed", e);
            }
        }
        return last;
    }

    /** A crash in between leaves a row that wraps nothing, and the next run comes here again. */
    void destroy(WrappingKey old) {
        try {
            transaction.of(() -> {
                if (!sealingKeys.anyWrappedBy(old)) {
                    wrappingKeys.remove(old); // waits for, then fails on, a transaction that has just used it
                    directory.destroy(old.file());
                }
                return old;
            });
        } catch (PersistenceException e) {
            LOG.log(Level.INFO, "{0} has just been used again; the next run destroys it", old.file());
        }
    }
}
