package org.postern.web;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;

/**
 * The start, in order: unsafe settings are refused, the schema is brought up to date, the steps make ready, and the
 * console says where the site is. A failed start ends the process with the reason in one line: a server that stays up
 * answering 404 looks alive to whoever watches it.
 */
@Singleton
@Startup
@TransactionManagement(TransactionManagementType.BEAN)
public class Boot {
    @Resource(lookup = "java:app/jdbc/postern")
    private DataSource database;

    @Inject
    private SafetyChecks checks;

    @Inject
    private Event<Starting> starting;

    @Inject
    private Console console;

    @SuppressWarnings("NullAway.Init")
    public Boot() {}

    @PostConstruct
    void start() {
        try {
            checks.refuseUnsafeSettings();
            migrate();
            checks.refuseUnsafeDatabase(database);
            Starting event = new Starting();
            starting.fire(event);
            console.announceWhenServing(event.lines());
        } catch (SQLException | RuntimeException e) {
            Console.giveUp(reason(e));
        }
    }

    private void migrate() {
        Flyway.configure(Boot.class.getClassLoader())
                .dataSource(database)
                .locations("classpath:db/migration")
                .load()
                .migrate();
    }

    /** @return the innermost reason, which is the one that a person can mend */
    private static String reason(Throwable thrown) {
        @Nullable Throwable inner = thrown;
        String words = thrown.toString();
        while (inner != null) {
            if (inner.getMessage() != null) {
                words = inner.getMessage();
            }
            inner = inner.getCause();
        }
        return words.lines().findFirst().orElse(words);
    }
}
