package org.postern.vault;

import java.nio.file.Path;
import java.time.Instant;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.postern.TestDatabase;

/** A real vault on a test's database and directory, as the container would make it. */
public final class TestVault {
    /** When the first wrapping key of such a vault was born. */
    public static final Instant START = Instant.parse("2026-11-22T12:00:00Z");

    private TestVault() {}

    /** Ready to seal; {@code keys} is a directory that may not exist yet. */
    public static Vault in(TestDatabase db, Path keys) {
        Vault vault = vault(db, keys);
        vault.rotate(START);
        return vault;
    }

    /** Another node on the same database and directory. */
    public static Vault vault(TestDatabase db, Path keys) {
        return new Vault(
                new SealingKeys(db.entityManager()), new WrappingKeys(db.entityManager()), own(db), keys, null);
    }

    static OwnTransaction own(TestDatabase db) {
        return new OwnTransaction() {
            @Override
            <T extends @Nullable Object> T of(Supplier<T> step) {
                return db.fromTransaction(em -> step.get());
            }
        };
    }
}
