package org.postern.web;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;

/** How every timer works through what is due: one item, one transaction, and a failed item never sinks the others. */
@Dependent
public class OneByOne {
    private static final Logger LOG = Logger.getLogger(OneByOne.class.getName());

    private final OwnTransaction transaction;

    @Inject
    public OneByOne(OwnTransaction transaction) {
        this.transaction = transaction;
    }

    /**
     * @param what the items are, for the log, e.g. {@code "letter"}
     * @param due asks for their ids; within a transaction
     * @param deed one item's work; locks it and looks again whether it is still due
     * @return how many did not fail
     */
    public <T> int each(String what, Supplier<? extends Collection<T>> due, Consumer<T> deed) {
        int done = 0;
        for (T item : transaction.<Collection<T>>of(due::get)) {
            try {
                transaction.of(() -> {
                    deed.accept(item);
                    return item;
                });
                done++;
            } catch (RuntimeException e) {
                LOG.log(Level.SEVERE, e, () -> "Left as it was, and tried again next time: " + what + " " + item);
            }
        }
        return done;
    }
}
