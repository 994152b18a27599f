package org.postern.web;

import com.github.kagkarlsson.scheduler.SchedulerBuilder;
import com.github.kagkarlsson.scheduler.jdbc.DefaultJdbcCustomization;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Priority;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ContextService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Runs every {@link Timer} bean, each on one node at a time. A node that is killed in the middle of a run is noticed
 * after four missed heartbeats, and another one (or itself, started again) goes on.
 */
@ApplicationScoped
class Scheduler {
    private static final int THREADS = 3;
    private static final Duration LOOK_EVERY = Duration.ofSeconds(2);
    private static final Duration HEARTBEAT = Duration.ofSeconds(5);
    private static final int MISSED_HEARTBEATS = 4;
    /** Shorter than the 10 seconds after which a container engine kills what it asked to stop. */
    private static final Duration STOP_WITHIN = Duration.ofSeconds(8);

    @Resource(lookup = "java:app/jdbc/postern")
    private DataSource database;

    @Resource
    private ContextService contexts;

    @Inject
    private Settings settings;

    @Inject
    @Any
    private Instance<Timer> timers;

    private com.github.kagkarlsson.scheduler.@Nullable Scheduler running;

    @SuppressWarnings("NullAway.Init")
    public Scheduler() {}

    /** Last of all that observes the start: no timer runs before every step is ready. */
    void start(@Observes @Priority(Integer.MAX_VALUE) Starting starting) {
        running = over(
                database,
                Database.isEmbedded(settings.databaseUrl()),
                HEARTBEAT,
                timers.stream().map(this::inOurContext).toList());
        running.start();
    }

    @PreDestroy
    void stop() {
        if (running != null) {
            running.stop();
        }
    }

    /** Threads of the library know neither our transactions nor our class loader. */
    private Timer inOurContext(Timer timer) {
        return new Timer(timer.name(), timer.every(), contexts.contextualRunnable(timer.deed()));
    }

    /** @return a scheduler that is not started yet */
    static com.github.kagkarlsson.scheduler.Scheduler over(
            DataSource database, boolean embedded, Duration heartbeat, List<Timer> timers) {
        SchedulerBuilder builder = com.github.kagkarlsson.scheduler.Scheduler.create(database)
                .startTasks(timers.stream().map(Scheduler::task).toList())
                .threads(THREADS)
                .pollingInterval(LOOK_EVERY)
                .heartbeatInterval(heartbeat)
                .missedHeartbeatsLimit(MISSED_HEARTBEATS)
                .shutdownMaxWait(STOP_WITHIN);
        // H2 knows no SKIP LOCKED that two pollers could share; it serves one node anyway. Left to guess, the library
        // warns.
        return (embedded
                        ? builder.jdbcCustomization(new DefaultJdbcCustomization(false))
                        : builder.pollUsingLockAndFetch(0.5, 1.0))
                .build();
    }

    private static RecurringTask<Void> task(Timer timer) {
        return Tasks.recurring(timer.name(), FixedDelay.of(timer.every()))
                .execute((instance, context) -> timer.deed().run());
    }
}
