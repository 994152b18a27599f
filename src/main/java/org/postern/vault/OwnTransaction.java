package org.postern.vault;

import jakarta.enterprise.context.Dependent;
import jakarta.transaction.Transactional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Runs one step of a rotation in a transaction of its own, so that a crash loses one step and not all. */
@Dependent
class OwnTransaction {
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    <T extends @Nullable Object> T of(Supplier<T> step) {
        return step.get();
    }
}
