package org.postern.bench;

import java.sql.SQLException;
import org.postern.TestDatabase;

/**
 * Writes a year without filling the disk. Written as the product writes, H2's file took 28 GB: each commit is a new copy of
 * every page that it changed, and what the old ones free waits 45 seconds..
 */
final class Lightly {
    private static final int H2_CACHE_KB = 262_144;

    private Lightly() {}

    /** What writes. */
    @FunctionalInterface
    interface Work {
        void run() throws SQLException;
    }

    /** Afterwards commits are as safe as in the product again. */
    static void in(TestDatabase db, Work work) throws SQLException {
        if (db.isPostgres()) {
            db.sql("alter system set max_wal_size = '128MB'");
            db.sql("select pg_reload_conf()");
            work.run();
            return;
        }
        db.sql("set cache_size " + H2_CACHE_KB);
        db.sql("set retention_time 0");
        db.sql("set write_delay 10000");
        work.run();
        db.sql("set write_delay 0");
        db.sql("set retention_time 45000");
        db.sql("checkpoint sync");
    }
}
