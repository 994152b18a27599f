package org.postern.journey;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.postern.TestFolders;

/**
 * One server on PostgreSQL and one browser for the journeys that do not stand in each other's way; both end with the
 * suite.
 *
 * @param tables the folder in which the database keeps its files
 */
record World(RunningPostern postern, Chromium chromium, Path tables, EmbeddedPostgres database)
        implements AutoCloseable {

    private static World begin() {
        try {
            Path tables = TestFolders.untilTheEnd("postern-journey-pg-");
            EmbeddedPostgres database = Postgres.start(tables);
            return new World(RunningPostern.start(Postgres.settings(database)), Chromium.start(), tables, database);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        chromium.close();
        postern.close();
        database.close();
    }

    /** Gives it to whoever asks for it as a parameter. */
    static final class Shared implements ParameterResolver {
        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == World.class;
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
            return context.getRoot()
                    .getStore(ExtensionContext.Namespace.GLOBAL)
                    .computeIfAbsent(World.class, type -> begin(), World.class);
        }
    }
}
