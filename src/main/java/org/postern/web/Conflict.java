package org.postern.web;

import jakarta.persistence.LockTimeoutException;
import jakarta.persistence.PessimisticLockException;
import java.sql.SQLException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells a fault of ours from two people, or two clicks, that met in one row. */
public final class Conflict {
    /**
     * SQLSTATE of unique violation, serialization failure, deadlock and a lock that was not to be had, of PostgreSQL
     * (appendix A of its manual) and of H2 (its {@code ErrorCode}).
     */
    private static final Set<String> STATES = Set.of("23505", "40001", "40P01", "55P03", "HYT00", "90131");

    private Conflict() {}

    /** @return whether somebody else was faster, wherever in the chain of causes it is said */
    public static boolean isIn(Throwable thrown) {
        for (@Nullable Throwable one = thrown; one != null; one = one.getCause()) {
            // By name: the persistence layer throws one of its own when the server commits.
            if (one.getClass().getSimpleName().equals("OptimisticLockException")
                    || one instanceof PessimisticLockException
                    || one instanceof LockTimeoutException
                    || (one instanceof SQLException said && STATES.contains(String.valueOf(said.getSQLState())))) {
                return true;
            }
        }
        return false;
    }
}
