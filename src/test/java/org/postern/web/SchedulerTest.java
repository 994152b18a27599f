package org.postern.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;
import org.postern.TestDatabase;

@Tag("database")
@ParameterizedClass
@MethodSource("org.postern.TestDatabase#both")
class SchedulerTest {
    /** Shorter than in the product, so that the test waits seconds for a dead node. */
    private static final Duration HEARTBEAT = Duration.ofMillis(500);

    private final TestDatabase db;

    SchedulerTest(TestDatabase db) {
        this.db = db;
    }

    @Test
    void a_timer_runs_again_and_again_and_one_that_fails_stops_no_other() {
        AtomicInteger good = new AtomicInteger();
        AtomicInteger bad = new AtomicInteger();
        var scheduler = Scheduler.over(
                db.dataSource(),
                !db.isPostgres(),
                HEARTBEAT,
                List.of(
                        new Timer("good", Duration.ofMillis(100), good::incrementAndGet),
                        new Timer("bad", Duration.ofMillis(100), () -> {
                            bad.incrementAndGet();
                            throw new IllegalStateException("on purpose");
                        })));
        scheduler.start();
        await().atMost(Duration.ofSeconds(20)).until(() -> good.get() >= 3 && bad.get() >= 2);
        scheduler.stop();
        int after = good.get();
        await().during(Duration.ofSeconds(3)).atMost(Duration.ofSeconds(4)).until(() -> good.get() == after);
    }

    @Test
    void what_a_killed_node_left_in_the_middle_is_taken_up_again() {
        AtomicInteger runs = new AtomicInteger();
        var before = Scheduler.over(
                db.dataSource(),
                !db.isPostgres(),
                HEARTBEAT,
                List.of(new Timer("killed", Duration.ofMillis(100), runs::incrementAndGet)));
        before.start();
        await().atMost(Duration.ofSeconds(20)).until(() -> runs.get() > 0);
        before.stop();
        db.sql("update scheduled_tasks set picked = true, picked_by = 'gone', execution_time = current_timestamp,"
                + " last_heartbeat = current_timestamp where task_name = 'killed'");
        int then = runs.get();
        var after = Scheduler.over(
                db.dataSource(),
                !db.isPostgres(),
                HEARTBEAT,
                List.of(new Timer("killed", Duration.ofMillis(100), runs::incrementAndGet)));
        after.start();
        await().atMost(Duration.ofSeconds(60)).until(() -> runs.get() > then);
        after.stop();
        assertThat(db.value("select count(*) from scheduled_tasks where task_name = 'killed'"))
                .hasToString("1");
    }
}
