package org.postern.web;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * The one data source of the WAR: H2 or PostgreSQL by its address, so that the same file runs on both. Named in
 * {@code web.xml}, which hands over {@code postern.db.url}, {@code .user} and {@code .password}.
 */
public class Database implements DataSource {
    private String url = "";
    private String user = "";
    private String password = "";
    private @Nullable DataSource driver;

    public void setUrl(String url) {
        this.url = url;
    }

    public String getUrl() {
        return url;
    }

    public void setUser(String user) {
        this.user = user;
    }

    public String getUser() {
        return user;
    }

    public void setPassword(String password) {
        this.password = password;
    }

    public String getPassword() {
        return password;
    }

    /** @return whether {@code url} is the embedded database, which serves one node only */
    public static boolean isEmbedded(String url) {
        return url.toLowerCase(Locale.ROOT).startsWith("jdbc:h2:");
    }

    private synchronized DataSource driver() {
        if (driver == null) {
            driver = isEmbedded(url) ? h2() : postgres();
        }
        return driver;
    }

    private DataSource h2() {
        JdbcDataSource h2 = new JdbcDataSource();
        h2.setURL(url);
        h2.setUser(user);
        h2.setPassword(password);
        return h2;
    }

    private DataSource postgres() {
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
        return driver().getConnection();
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
