package org.postern.review;

import jakarta.persistence.LockTimeoutException;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PessimisticLockException;
import java.sql.SQLException;
import java.util.Set;

/** Two deeds wanted the same row at once, and the database let one of them through: no fault of anybody's. */
final class Collision {
    /** Lock not available or timed out: PostgreSQL, standard, H2; concurrent update: H2. */
    private static final Set<String> BUSY = Set.of("55P03", "HYT00", "90131");
    /** A class of its own in the SQL standard: a deadlock, or transactions that cannot be put in a row. */
    private static final String ROLLED_BACK = "40";

    private Collision() {}

    static boolean caused(Throwable thrown) {
        for (Throwable e = thrown; e != null; e = e.getCause()) {
            if (e instanceof OptimisticLockException
                    || e instanceof PessimisticLockException
                    || e instanceof LockTimeoutException
                    || (e instanceof SQLException sql && isBusy(String.valueOf(sql.getSQLState())))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isBusy(String state) {
        return BUSY.contains(state) || state.startsWith(ROLLED_BACK);
    }
}
