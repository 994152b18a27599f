package org.postern.journey;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.postern.TestFolders;

/** A PostgreSQL that keeps what it acknowledges, as production's must. */
final class Postgres {
    private Postgres() {}

    static EmbeddedPostgres start() throws IOException {
        return start(TestFolders.untilTheEnd("postern-journey-pg-"));
    }

    /** @param files where its tables and its write-ahead log lie */
    static EmbeddedPostgres start(Path files) throws IOException {
        return EmbeddedPostgres.builder()
                .setDataDirectory(files)
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .start();
    }

    static Map<String, String> settings(EmbeddedPostgres database) {
        return Map.of(
                "POSTERN_DB_URL",
                "jdbc:postgresql://localhost:" + database.getPort() + "/postgres",
                "POSTERN_DB_USER",
                "postgres",
                "POSTERN_DB_PASSWORD",
                "postgres");
    }
}
