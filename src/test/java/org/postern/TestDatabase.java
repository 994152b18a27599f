package org.postern;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcConnectionPool;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A real database with our tables, fresh for each test class: {@code @AutoClose static final TestDatabase db =
 * TestDatabase.postgres();}. To run a class on both engines:
 *
 * <pre>{@code
 * @ParameterizedClass
 * @MethodSource("org.postern.TestDatabase#both")
 * class LettersTest {
 *     private final TestDatabase db; // closed by JUnit
 *
 *     LettersTest(TestDatabase db) {
 *         this.db = db;
 *     }
 * }
 * }</pre>
 *
 * H2 is a file with {@code WRITE_DELAY=0}; PostgreSQL is one server for the JVM, with {@code fsync} on.
 */
public final class TestDatabase implements AutoCloseable {
    private static final AtomicInteger COUNT = new AtomicInteger();

    private final String name;
    private final DataSource source;
    private final String url;
    private final String user;
    private final String password;
    private final Path files;
    private final Runnable drop;

    @SuppressWarnings("ThreadLocalUsage") // two databases may be open at once
    private final ThreadLocal<@Nullable EntityManager> running = new ThreadLocal<>();

    private final EntityManager shared = (EntityManager) Proxy.newProxyInstance(
            EntityManager.class.getClassLoader(),
            new Class<?>[] {EntityManager.class},
            (proxy, method, arguments) -> onRunning(method, arguments));
    private @Nullable EntityManagerFactory factory;

    private TestDatabase(
            String name, DataSource source, String url, String user, String password, Path files, Runnable drop) {
        this.name = name;
        this.source = source;
        this.url = url;
        this.user = user;
        this.password = password;
        this.files = files;
        this.drop = drop;
    }

    /** Each engine in turn, opened only when its turn comes. */
    public static Stream<TestDatabase> both() {
        return Stream.<Supplier<TestDatabase>>of(TestDatabase::h2, TestDatabase::postgres)
                .map(Supplier::get);
    }

    /** A migrated H2 file database in a directory of its own. */
    public static TestDatabase h2() {
        try {
            Path files = Files.createTempDirectory("postern-h2-");
            String url =
                    "jdbc:h2:file:" + files.resolve("postern") + ";WRITE_DELAY=0;DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=20000";
            JdbcConnectionPool pool = JdbcConnectionPool.create(url, "sa", "");
            TestDatabase db = new TestDatabase("H2", pool, url, "sa", "", files, () -> {
                execute(pool, "shutdown");
                pool.dispose();
                TestFolders.delete(files);
            });
            migrate(pool);
            return db;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A database of its own on this JVM's PostgreSQL, copied from one that Flyway migrated. */
    public static TestDatabase postgres() {
        EmbeddedPostgres server = Server.ONE;
        String name = "postern" + COUNT.incrementAndGet();
        DataSource admin = server.getPostgresDatabase();
        execute(admin, "create database " + name + " template " + Server.TEMPLATE);
        PGSimpleDataSource source = (PGSimpleDataSource) server.getDatabase("postgres", name);
        // EclipseLink sends a null uuid as a varchar, which only an untyped string may be
        source.setStringType("unspecified");
        String url = source.getUrl();
        return new TestDatabase(
                "PostgreSQL",
                source,
                url,
                "postgres",
                "",
                Server.FILES,
                () -> execute(admin, "drop database " + name + " with (force)"));
    }

    /** @return the same database as another node sees it, with entity managers of its own; closed before this one */
    public TestDatabase anotherNode() {
        return new TestDatabase(name, source, url, user, password, files, () -> {});
    }

    /** The database of a server that runs, beside it; closing leaves it as it is. */
    public static TestDatabase of(EmbeddedPostgres running, Path files) {
        PGSimpleDataSource source = (PGSimpleDataSource) running.getPostgresDatabase();
        source.setStringType("unspecified");
        return new TestDatabase("PostgreSQL", source, source.getUrl(), "postgres", "", files, () -> {});
    }

    /**
     * The database of a server that ran on H2 and is off; closing leaves it as it is.
     *
     * @param file without its endings, e.g. {@code db/postern}
     */
    public static TestDatabase of(Path file) {
        String url = "jdbc:h2:file:" + file + ";WRITE_DELAY=0;IFEXISTS=TRUE";
        JdbcConnectionPool pool = JdbcConnectionPool.create(url, "postern", "postern");
        return new TestDatabase(
                "H2", pool, url, "postern", "postern", Objects.requireNonNull(file.getParent()), pool::dispose);
    }

    /**
     * Runs work in one transaction of one entity manager, commits, and gives its result; a throw rolls back and passes
     * through. Within another one it is a transaction of its own, as {@code REQUIRES_NEW}.
     */
    public <T extends @Nullable Object> T fromTransaction(Query<T> work) {
        EntityManager outer = running.get();
        try (EntityManager em = factory().createEntityManager()) {
            running.set(em);
            em.getTransaction().begin();
            try {
                T result = work.apply(em);
                em.getTransaction().commit();
                return result;
            } catch (Exception e) {
                if (em.getTransaction().isActive()) {
                    em.getTransaction().rollback();
                }
                throw sneaky(e);
            }
        } finally {
            running.set(outer);
        }
    }

    /** {@link #fromTransaction} for work without result. */
    public void inTransaction(Work work) {
        fromTransaction(em -> {
            work.accept(em);
            return true;
        });
    }

    /**
     * Like the one that the container injects: it is whatever {@link #inTransaction} runs on this thread, so a plural can
     * be made once and kept. Without a transaction every call fails.
     */
    public EntityManager entityManager() {
        return shared;
    }

    private @Nullable Object onRunning(Method method, Object @Nullable [] arguments) throws Throwable {
        EntityManager em = running.get();
        if (em == null) {
            throw new IllegalStateException("no transaction: wrap this in db.inTransaction(em -> …)");
        }
        try {
            return method.invoke(em, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause() == null ? e : e.getCause();
        }
    }

    /** Runs plain SQL in autocommit. */
    public void sql(String statement) {
        execute(source, statement);
    }

    /** The first column of the first row, through plain JDBC. */
    public @Nullable Object value(String query) {
        try (Connection c = source.getConnection();
                var rows = c.createStatement().executeQuery(query)) {
            return rows.next() ? rows.getObject(1) : null;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Plain connections, for code that takes a DataSource. */
    public DataSource dataSource() {
        return source;
    }

    /** For an entity manager that lives longer than one transaction. */
    public synchronized EntityManagerFactory factory() {
        if (factory == null) {
            factory = Persistence.createEntityManagerFactory(
                    "postern",
                    Map.of(
                            "jakarta.persistence.transactionType",
                            "RESOURCE_LOCAL",
                            "jakarta.persistence.jdbc.url",
                            url,
                            "jakarta.persistence.jdbc.user",
                            user,
                            "jakarta.persistence.jdbc.password",
                            password,
                            "jakarta.persistence.jtaDataSource",
                            "",
                            "eclipselink.session-name",
                            url + " " + COUNT.incrementAndGet(),
                            // As on a server, where benchmarks ask for it with the agent that does it.
                            "eclipselink.weaving",
                            System.getProperty("postern.weaving", "false")));
        }
        return factory;
    }

    /** The directory with everything that the engine writes: H2's files, or PostgreSQL's data directory with its WAL. */
    public Path files() {
        return files;
    }

    public boolean isPostgres() {
        return url.startsWith("jdbc:postgresql:");
    }

    @Override
    public void close() {
        if (factory != null) {
            factory.close();
        }
        drop.run();
    }

    /** The engine's name, which JUnit shows. */
    @Override
    public String toString() {
        return name;
    }

    /** Work that gives a result. */
    @FunctionalInterface
    public interface Query<T extends @Nullable Object> {
        T apply(EntityManager em) throws Exception;
    }

    /** Work that gives none. */
    @FunctionalInterface
    public interface Work {
        void accept(EntityManager em) throws Exception;
    }

    private static void migrate(DataSource source) {
        Flyway.configure().dataSource(source).load().migrate();
    }

    private static void execute(DataSource source, String statement) {
        try (Connection c = source.getConnection();
                var s = c.createStatement()) {
            s.execute(statement);
        } catch (SQLException e) {
            throw new IllegalStateException(statement, e);
        }
    }

    @SuppressWarnings("unchecked")
    private static <E extends Exception> RuntimeException sneaky(Exception e) throws E {
        throw (E) e;
    }

    /** Started by the first test that asks; stopped by its own shutdown hook, which also deletes its files. */
    private static final class Server {
        static final String TEMPLATE = "migrated";
        static final Path FILES;
        static final EmbeddedPostgres ONE;

        static {
            try {
                FILES = Files.createTempDirectory("postern-pg-");
                // the binaries' default is a server that forgets on a crash; ours must behave as in production
                ONE = EmbeddedPostgres.builder()
                        .setDataDirectory(FILES)
                        .setServerConfig("fsync", "on")
                        .setServerConfig("synchronous_commit", "on")
                        .setServerConfig("full_page_writes", "on")
                        .start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            execute(ONE.getPostgresDatabase(), "create database " + TEMPLATE);
            migrate(ONE.getDatabase("postgres", TEMPLATE));
        }
    }
}
