package org.postern.web;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Objects;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * The one clock: the database's, so that two nodes with wrong watches agree, plus the offset of tests. Anyone injects
 * {@link Clock}; nobody else reads the time. The database is asked once a minute; in between our own watch runs on.
 */
@ApplicationScoped
class DatabaseClock extends Clock {
    private static final long ASK_AGAIN_NANOS = Duration.ofMinutes(1).toNanos();

    @Resource(lookup = "java:app/jdbc/postern")
    private @Nullable DataSource database;

    private Duration testOffset = Duration.ZERO;
    private volatile @Nullable Duration drift;
    private volatile long askedAt;

    protected DatabaseClock() {}

    @Inject
    public DatabaseClock(Settings settings) {
        this.testOffset = settings.clockOffset();
    }

    @Override
    public Instant instant() {
        Duration ahead = drift;
        if (ahead == null || System.nanoTime() - askedAt > ASK_AGAIN_NANOS) {
            ahead = askDatabase();
            drift = ahead;
            askedAt = System.nanoTime();
        }
        return Instant.now(Clock.systemUTC()).plus(ahead).plus(testOffset);
    }

    private Duration askDatabase() {
        try (Connection connection = Objects.requireNonNull(database).getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select current_timestamp")) {
            row.next();
            Instant there = row.getObject(1, OffsetDateTime.class).toInstant();
            return Duration.between(Instant.now(Clock.systemUTC()), there);
        } catch (SQLException e) {
            throw new IllegalStateException("The database does not tell the time", e);
        }
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.fixed(instant(), zone);
    }
}
