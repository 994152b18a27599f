package org.postern.journey;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.postern.TestDatabase;
import org.postern.TestFolders;

/** A Postern on one of its databases, into which one can look when the server is off. */
final class Ground implements AutoCloseable {
    /** The two on which Postern runs. */
    enum Kind {
        POSTGRESQL,
        H2
    }

    private static final String OTHERS_AT_WORK = "select count(*) from pg_stat_activity"
            + " where backend_type = 'client backend' and pid <> pg_backend_pid() and state <> 'idle'";

    private final Path files = TestFolders.untilTheEnd("postern-nemesis-");
    private final @Nullable EmbeddedPostgres database;
    private final RunningPostern postern;

    Ground(Kind kind) throws IOException {
        database = kind == Kind.POSTGRESQL ? Postgres.start(files) : null;
        postern = database == null ? RunningPostern.onH2(Map.of()) : RunningPostern.start(Postgres.settings(database));
    }

    RunningPostern postern() {
        return postern;
    }

    /** Writes approved letters into the database while the server is off; it is on afterwards, as before. */
    List<WrittenLetters.Sent> write(int letters) {
        postern.kill();
        List<WrittenLetters.Sent> written;
        try (TestDatabase db = database == null
                ? TestDatabase.of(postern.home().resolve("db/postern"))
                : TestDatabase.of(database, files)) {
            written = new EveningLetters(db, postern.home().resolve("keys")).approved(letters);
        }
        postern.startAgain();
        return written;
    }

    /**
     * Looks into the database of a server that is off. Of H2 it sees a copy, so that the server itself must mend what a
     * cut left.
     */
    void look(Consumer<TestDatabase> eye) {
        if (database == null) {
            try (TestDatabase db = TestDatabase.of(copy())) {
                eye.accept(db);
            } finally {
                TestFolders.delete(files);
            }
            return;
        }
        try (TestDatabase db = TestDatabase.of(database, files)) {
            // Its half of a cut connection goes on until it notices.
            Awaitility.await("the database to end what was begun")
                    .atMost(Duration.ofSeconds(30))
                    .until(() -> Long.valueOf(0).equals(db.value(OTHERS_AT_WORK)));
            eye.accept(db);
        }
    }

    private Path copy() {
        try {
            Files.createDirectories(files);
            Files.copy(postern.home().resolve("db/postern.mv.db"), files.resolve("copy.mv.db"));
            return files.resolve("copy");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        postern.close();
        if (database != null) {
            database.close();
        }
    }
}
