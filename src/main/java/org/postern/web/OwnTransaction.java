package org.postern.web;

import jakarta.enterprise.context.Dependent;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Runs one piece of work in a transaction of its own; a throw rolls it back and passes through. */
@Dependent
public class OwnTransaction {
    @Transactional(TxType.REQUIRES_NEW)
    public <T extends @Nullable Object> T of(Supplier<T> work) {
        return work.get();
    }
}
