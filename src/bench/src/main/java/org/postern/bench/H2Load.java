package org.postern.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.postern.TestDatabase;

/**
 * Loads a year into H2 in minutes and megabytes. Written as the product writes, commit by commit with every index, its
 * file took 28 GB: each commit rewrites whatever pages the indexes changed, and what is free again waits 45 seconds.
 */
final class H2Load {
    private static final int CACHE_KB = 262_144;
    private static final Pattern INDEX = Pattern.compile("create index (letter_event_(?:fold|day)) on [^;]+");

    private H2Load() {}

    /** What fills the tables. */
    @FunctionalInterface
    interface Filling {
        void fill() throws SQLException;
    }

    /** Afterwards the database is as the product has it, but for a cache that holds the year. */
    static void around(TestDatabase db, Filling filling) throws SQLException {
        List<MatchResult> indexes = INDEX.matcher(migration()).results().toList();
        db.sql("set cache_size " + CACHE_KB);
        db.sql("set retention_time 0");
        db.sql("set write_delay 10000");
        indexes.forEach(index -> db.sql("drop index " + index.group(1)));
        filling.fill();
        indexes.forEach(index -> db.sql(index.group()));
        db.sql("set write_delay 0");
        db.sql("set retention_time 45000");
        db.sql("checkpoint sync");
    }

    private static String migration() {
        try (InputStream sql = TestDatabase.class.getResourceAsStream("/db/migration/V3__letters.sql")) {
            return new String(sql.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
