package org.postern.web;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.h2.jdbcx.JdbcDataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * The one data source of the WAR: H2 or PostgreSQL by its address, so that the same file runs on both. Named in
 * {@code web.xml}; reads {@code postern.db.url}, {@code .user} and {@code .password}.
 */
public class Database implements DataSource {
    private @Nullable DataSource driver;
    private volatile boolean opened;

    /** @return whether {@code url} is the embedded database, which serves one node only */
    public static boolean isEmbedded(String url) {
        return url.toLowerCase(Locale.ROOT).startsWith("jdbc:h2:");
    }

    private synchronized DataSource driver() {
        if (driver == null) {
            // Read here and not by web.xml: there the server does not see the defaults that the WAR brings.
            Config config = ConfigProvider.getConfig(Database.class.getClassLoader());
            String url = config.getValue("postern.db.url", String.class);
            String user = config.getValue("postern.db.user", String.class);
            String password =
                    config.getOptionalValue("postern.db.password", String.class).orElse("");
            driver = isEmbedded(url) ? h2(url, user, password) : postgres(url, user, password);
        }
        return driver;
    }

    private static DataSource h2(String url, String user, String password) {
        JdbcDataSource h2 = new JdbcDataSource();
        // Two seconds by default: the second click on a large batch would be an error, where PostgreSQL waits.
        h2.setURL(url.toUpperCase(Locale.ROOT).contains(";LOCK_TIMEOUT=") ? url : url + ";LOCK_TIMEOUT=20000");
        h2.setUser(user);
        h2.setPassword(password);
        return h2;
    }

    private static DataSource postgres(String url, String user, String password) {
        PGSimpleDataSource postgres = new PGSimpleDataSource();
        postgres.setURL(url);
        postgres.setUser(user);
        postgres.setPassword(password);
        postgres.setReWriteBatchedInserts(true);
        // EclipseLink binds a null uuid as text, which PostgreSQL refuses unless it may guess the type.
        postgres.setStringType("unspecified");
        // The server's DETAIL line quotes values of the row; a log must never hold one.
        postgres.setLogServerErrorDetail(false);
        return postgres;
    }

    @Override
    public Connection getConnection() throws SQLException {
        try {
            Connection connection = driver().getConnection();
            opened = true;
            return connection;
        } catch (SQLException e) {
            if (!opened) {
                // Before anything was served; the persistence layer would print a trace and stay up without us.
                Console.giveUp("the database cannot be opened ("
                        + String.valueOf(e.getMessage()).lines().findFirst().orElse("") + ")");
            }
            throw e;
        }
    }

    @Override
    public Connection getConnection(String asUser, String withPassword) throws SQLException {
        return driver().getConnection(asUser, withPassword);
    }

    @Override
    public @Nullable PrintWriter getLogWriter() throws SQLException {
        return driver().getLogWriter();
    }

    @Override
    public void setLogWriter(PrintWriter out) throws SQLException {
        driver().setLogWriter(out);
    }

    @Override
    public void setLoginTimeout(int seconds) throws SQLException {
        driver().setLoginTimeout(seconds);
    }

    @Override
    public int getLoginTimeout() throws SQLException {
        return driver().getLoginTimeout();
    }

    @Override
    public Logger getParentLogger() {
        return Logger.getLogger("org.postern.web.Database");
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        return driver().unwrap(type);
    }

    @Override
    public boolean isWrapperFor(Class<?> type) throws SQLException {
        return driver().isWrapperFor(type);
    }
}
