package org.postern.vault;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.postern.vault.TestVault.START;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;
import org.postern.TestDatabase;

@Tag("database")
@ParameterizedClass
@MethodSource("org.postern.TestDatabase#both")
class RotationTest {
    private static final Instant NEXT_WEEK = START.plus(Rotation.WEEK);
    private static final Instant AN_HOUR_LATER = NEXT_WEEK.plus(Rotation.GRACE);

    private final TestDatabase db;
    private final Path keys;
    private final Vault vault;
    private final Map<UUID, byte[]> letters = new LinkedHashMap<>();

    RotationTest(TestDatabase db, @TempDir Path temp) {
        this.db = db;
        this.keys = temp.resolve("keys");
        db.sql("delete from sealing_key");
        db.sql("delete from wrapping_key");
        this.vault = TestVault.in(db, keys);
    }

    @Test
    void within_a_week_nothing_changes() {
        List<String> before = weeks();
        vault.rotate(NEXT_WEEK.minusSeconds(1));
        assertThat(weeks()).isEqualTo(before).hasSize(1);
    }

    @Test
    void after_a_week_every_letter_opens_under_the_new_key_and_an_hour_later_the_old_one_is_destroyed() {
        write(450);
        String old = weeks().get(0);
        vault.rotate(NEXT_WEEK);
        assertThat(weeks()).hasSize(2).contains(old);
        assertThat(db.value("select count(distinct wrapping_key) from sealing_key"))
                .hasToString("1");
        assertAllOpen();
        vault.rotate(AN_HOUR_LATER.minusSeconds(1));
        assertThat(weeks()).contains(old);
        vault.rotate(AN_HOUR_LATER);
        assertThat(weeks()).hasSize(1).doesNotContain(old);
        assertThat(db.value("select count(*) from wrapping_key")).hasToString("1");
        assertAllOpen();
    }

    @Test
    void a_letter_written_just_before_the_old_key_ends_is_carried_over() {
        vault.rotate(NEXT_WEEK);
        UUID late = write(1).get(0);
        db.sql("delete from sealing_key where id <> '" + late + "'");
        rewrapUnderOldest(late);
        vault.rotate(AN_HOUR_LATER);
        assertThat(weeks()).hasSize(1);
        assertAllOpen();
    }

    @Test
    void the_keys_that_are_not_a_weeks_stay() {
        String index = vault.blindIndex("e-mail", "a@example.org");
        String signature = vault.sign("form", "1");
        for (int week = 1; week <= 5; week++) {
            vault.rotate(START.plus(Rotation.WEEK.multipliedBy(week)));
            vault.rotate(START.plus(Rotation.WEEK.multipliedBy(week)).plus(Rotation.GRACE));
            assertThat(weeks()).hasSize(1);
        }
        assertThat(vault.blindIndex("e-mail", "a@example.org")).isEqualTo(index);
        assertThat(vault.verify("form", "1", signature)).isTrue();
    }

    /** The process dies before or after each commit of a rotation in turn; the next start goes on from there. */
    @Test
    void a_crash_at_any_step_loses_nothing_and_the_next_run_ends_it() {
        Instant now = START;
        for (boolean commits : new boolean[] {false, true}) {
            int step = 0;
            boolean crashed = true;
            while (crashed) {
                db.sql("delete from sealing_key");
                letters.clear();
                write(210); // two portions
                crashed = false;
                for (Duration part : List.of(Rotation.WEEK, Rotation.GRACE)) {
                    now = now.plus(part);
                    crashed |= crashes(now, step, commits);
                    assertAllOpen();
                    write(2);
                    TestVault.in(db, keys).rotate(now);
                    assertAllOpen();
                }
                TestVault.in(db, keys).rotate(now.plus(Rotation.GRACE));
                now = now.plus(Rotation.GRACE);
                assertThat(db.value("select count(*) from wrapping_key")).hasToString("1");
                String living = String.valueOf(db.value("select file_name from wrapping_key"));
                assertThat(weeks()).contains(living);
                forgetKeysThatNeverWrapped(living);
                assertAllOpen();
                step++;
            }
            assertThat(step).as("steps that were crashed").isGreaterThan(5);
        }
    }

    @Test
    void a_transaction_that_read_a_key_before_the_rotation_still_opens_with_it_after() {
        UUID letter = write(1).get(0);
        db.inTransaction(em -> {
            assertThat(vault.holds(letter)).isTrue();
            Thread other = new Thread(() -> {
                vault.rotate(NEXT_WEEK);
                vault.rotate(AN_HOUR_LATER);
            });
            other.start();
            other.join();
            assertThat(weeks()).hasSize(1);
            assertThat(vault.openText(letter, "c", requireNonNull(letters.get(letter))))
                    .isEqualTo("letter");
        });
    }

    @Test
    void on_postgres_a_key_outlives_any_transaction_that_has_just_used_it() throws Exception {
        if (!db.isPostgres()) {
            return; // H2 locks no referenced row; there the hour of grace stands in for it
        }
        ExecutorService node = Executors.newSingleThreadExecutor();
        try {
            Future<?> rotation = db.fromTransaction(em -> {
                write(vault.newKey(Seal.TEXT));
                Future<?> running = node.submit(() -> {
                    vault.rotate(NEXT_WEEK);
                    vault.rotate(AN_HOUR_LATER);
                });
                assertThatThrownBy(() -> running.get(1, TimeUnit.SECONDS)).isInstanceOf(TimeoutException.class);
                assertThat(weeks()).hasSize(2);
                return running;
            });
            rotation.get(20, TimeUnit.SECONDS);
        } finally {
            node.shutdown();
        }
        assertThat(weeks()).as("used again: kept").hasSize(2);
        assertAllOpen();
        vault.rotate(AN_HOUR_LATER);
        assertThat(weeks()).hasSize(1);
        assertAllOpen();
    }

    @Test
    void two_nodes_may_rotate_at_once() throws Exception {
        write(600);
        ExecutorService nodes = Executors.newFixedThreadPool(2);
        try {
            for (Future<?> node : nodes.invokeAll(List.of(
                    Executors.callable(() -> TestVault.vault(db, keys).rotate(NEXT_WEEK)),
                    Executors.callable(() -> TestVault.vault(db, keys).rotate(NEXT_WEEK))))) {
                node.get();
            }
        } finally {
            nodes.shutdown();
        }
        assertAllOpen();
        vault.rotate(AN_HOUR_LATER);
        assertThat(weeks()).hasSize(1);
        assertAllOpen();
    }

    @Test
    void erasing_while_it_rotates_erases() throws Exception {
        List<UUID> ids = write(600);
        Thread eraser = new Thread(() -> ids.subList(0, 300).forEach(id -> db.inTransaction(em -> vault.erase(id))));
        eraser.start();
        vault.rotate(NEXT_WEEK);
        eraser.join();
        vault.rotate(AN_HOUR_LATER);
        assertThat(weeks()).hasSize(1);
        assertThat(db.value("select count(*) from sealing_key")).hasToString("300");
        ids.subList(0, 300).forEach(letters::remove);
        assertAllOpen();
    }

    @Test
    void one_damaged_row_stops_no_other_but_keeps_its_old_key() {
        List<UUID> ids = write(3);
        UUID damaged = ids.get(1);
        Object good = db.value("select wrapped from sealing_key where id = '" + damaged + "'");
        db.sql("update sealing_key set wrapped = (select wrapped from sealing_key where id = '" + ids.get(0)
                + "') where id = '" + damaged + "'");
        vault.rotate(NEXT_WEEK);
        vault.rotate(AN_HOUR_LATER);
        assertThat(weeks()).hasSize(2);
        byte[] sealed = letters.remove(damaged);
        assertAllOpen();
        db.inTransaction(em -> {
            assertThatThrownBy(() -> vault.open(damaged, "c", requireNonNull(sealed)))
                    .isInstanceOf(Tampered.class);
            em.createNativeQuery("update sealing_key set wrapped = ? where id = ?")
                    .setParameter(1, good)
                    .setParameter(2, damaged)
                    .executeUpdate();
        });
        letters.put(damaged, requireNonNull(sealed));
        vault.rotate(AN_HOUR_LATER);
        assertThat(weeks()).hasSize(1);
        assertAllOpen();
    }

    @Test
    void rows_whose_week_is_lost_stay_shut_and_stop_no_other() throws IOException {
        List<UUID> lost = write(2);
        Path lostWeek = keys.resolve(weeks().get(0));
        vault.rotate(NEXT_WEEK);
        db.sql("update sealing_key set wrapping_key = (select min(id) from wrapping_key)");
        Files.delete(lostWeek);
        byte[] sealed = requireNonNull(letters.get(lost.get(0)));
        letters.clear();
        write(2);
        vault.rotate(AN_HOUR_LATER);
        assertAllOpen();
        db.inTransaction(em ->
                assertThatThrownBy(() -> vault.open(lost.get(0), "c", sealed)).isInstanceOf(KeyFileMissing.class));
    }

    @Test
    void another_databases_keys_in_the_same_directory_are_never_touched() {
        try (TestDatabase other = TestDatabase.h2()) {
            Vault foreign = TestVault.in(other, keys);
            UUID key = other.fromTransaction(em -> foreign.newKey(Seal.TEXT));
            byte[] sealed = other.fromTransaction(em -> foreign.sealText(key, "c", "theirs"));
            vault.rotate(NEXT_WEEK);
            vault.rotate(AN_HOUR_LATER);
            assertThat(other.<String>fromTransaction(em -> foreign.openText(key, "c", sealed)))
                    .isEqualTo("theirs");
        }
    }

    private List<UUID> write(int count) {
        return db.fromTransaction(em -> Stream.generate(() -> write(vault.newKey(Seal.TEXT)))
                .limit(count)
                .toList());
    }

    private UUID write(UUID key) {
        letters.put(key, vault.sealText(key, "c", "letter"));
        return key;
    }

    /** By another node, as after a restart. */
    private void assertAllOpen() {
        Vault other = TestVault.vault(db, keys);
        db.inTransaction(em -> letters.forEach(
                (key, bytes) -> assertThat(other.openText(key, "c", bytes)).isEqualTo("letter")));
    }

    private boolean crashes(Instant now, int step, boolean commits) {
        Rotation doomed = new Rotation(
                new KeyDirectory(keys, null),
                new SealingKeys(db.entityManager()),
                new WrappingKeys(db.entityManager()),
                new Dying(step, commits));
        try {
            doomed.run(now);
            return false;
        } catch (Crash e) {
            return true;
        }
    }

    /** A straggler's row: sealed under the old key after the rotation went through. */
    private void rewrapUnderOldest(UUID id) {
        KeyDirectory directory = new KeyDirectory(keys, null);
        SealingKeys sealingKeys = new SealingKeys(db.entityManager());
        WrappingKeys wrappingKeys = new WrappingKeys(db.entityManager());
        db.inTransaction(em -> {
            WrappingKey newest = wrappingKeys.newest().orElseThrow();
            WrappingKey old = wrappingKeys.olderThan(newest).get(0);
            SealingKey key = requireNonNull(sealingKeys.find(id));
            key.rewrap(directory.read(newest.file()), old, directory.read(old.file()));
        });
    }

    /** A key file whose row was never committed stays behind after a crash; it opens nothing. */
    private void forgetKeysThatNeverWrapped(String living) {
        weeks().stream().filter(name -> !name.equals(living)).forEach(new KeyDirectory(keys, null)::destroy);
    }

    private List<String> weeks() {
        try (Stream<Path> files = Files.list(keys)) {
            return files.map(f -> f.getFileName().toString())
                    .filter(name -> name.startsWith("week-"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Lets so many steps through, then dies in the next one: before its commit, or after it. */
    private final class Dying extends OwnTransaction {
        private int left;
        private final boolean commits;

        Dying(int left, boolean commits) {
            this.left = left;
            this.commits = commits;
        }

        @Override
        <T extends @Nullable Object> T of(Supplier<T> step) {
            if (left-- > 0) {
                return db.fromTransaction(em -> step.get());
            }
            if (commits) {
                throw new Crash("after " + db.fromTransaction(em -> step.get()));
            }
            return db.fromTransaction(em -> {
                T result = step.get();
                em.flush();
                throw new Crash("after " + result);
            });
        }
    }

    private static final class Crash extends RuntimeException {
        Crash(String when) {
            super(when);
        }
    }
}
