package org.postern.web;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Runs work that a double click or a second node may begin at the same instant: in a transaction of its own, and when
 * the database says that somebody else was first, once more, on what the other one left.
 */
@Dependent
public class OnceMore {
    private final OwnTransaction transaction;

    @Inject
    public OnceMore(OwnTransaction transaction) {
        this.transaction = transaction;
    }

    /** @param work safe to begin again: whatever it did is rolled back before */
    public <T extends @Nullable Object> T of(Supplier<T> work) {
        try {
            return transaction.of(work);
        } catch (RuntimeException e) {
            if (!Conflict.isIn(e)) {
                throw e;
            }
            return transaction.of(work);
        }
    }
}
