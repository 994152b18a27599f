package org.postern.vault;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.postern.vault.TestVault.START;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;
import org.postern.TestDatabase;

/** What a thief of the disk finds, today and in an old copy: everything the engine wrote, its write-ahead log too. */
@Tag("database")
@ParameterizedClass
@MethodSource("org.postern.TestDatabase#both")
class CanaryTest {
    private static final int WRAPPED_BYTES = 60;

    /** Of the 60 bytes of a wrapped key 54 are distinct, give or take 2; fewer than 38, once in a hundred thousand million keys. */
    private static final int LEAST_DISTINCT = 38;

    private final TestDatabase db;
    private final Path temp;
    private final Path keys;
    private final Vault vault;

    CanaryTest(TestDatabase db, @TempDir Path temp) {
        this.db = db;
        this.temp = temp;
        this.keys = temp.resolve("keys");
        db.sql("drop table if exists canary");
        db.sql("delete from sealing_key");
        db.sql("delete from wrapping_key");
        db.sql("create table canary (key_id uuid, sealed bytea, open varchar(100))");
        this.vault = TestVault.in(db, keys);
    }

    @Test
    void no_canary_and_no_key_lies_on_the_disk_in_clear() throws IOException {
        String sealed = "canary-" + UUID.randomUUID();
        String open = "control-" + UUID.randomUUID();
        UUID key = keep(sealed, open);
        byte[] dataKey = unwrapped(key);
        checkpoint();
        assertThat(find(db.files(), open.getBytes(UTF_8)))
                .as("the search itself works")
                .isPositive();
        for (byte[] form : List.of(
                sealed.getBytes(UTF_8),
                sealed.getBytes(UTF_16BE),
                sealed.getBytes(UTF_16LE),
                HexFormat.of().formatHex(sealed.getBytes(UTF_8)).getBytes(UTF_8),
                Base64.getEncoder().encode(sealed.substring(0, 42).getBytes(UTF_8)),
                dataKey)) {
            assertThat(find(db.files(), form)).isZero();
        }
        for (Path file : files(keys)) {
            assertThat(find(db.files(), Files.readAllBytes(file)))
                    .as(file.toString())
                    .isZero();
        }
    }

    @Test
    void what_was_erased_cannot_be_opened_by_any_key_that_is_left_neither_here_nor_in_an_old_copy() throws IOException {
        UUID erased = keep("canary-erased", "");
        UUID kept = keep("canary-kept", "");
        byte[] wrapped =
                (byte[]) requireNonNull(db.value("select wrapped from sealing_key where id = '" + erased + "'"));
        checkpoint();
        Path oldCopy = copy(db.files(), temp.resolve("stolen"));
        List<byte[]> oldKeys = contents(keys);

        db.inTransaction(em -> vault.erase(erased));
        checkpoint();
        assertThat(find(oldCopy, wrapped))
                .as("the stolen copy holds the wrapped key")
                .isPositive();
        assertThat(opening(erased, wrapped, oldKeys))
                .as("until a rotation a thief of both could open it")
                .isOne();

        vault.rotate(START.plus(Rotation.WEEK));
        vault.rotate(START.plus(Rotation.WEEK).plus(Rotation.GRACE));
        checkpoint();
        List<byte[]> keysLeft = contents(keys);
        assertThat(opening(erased, wrapped, keysLeft)).isZero();
        if (!db.isPostgres()) { // small enough to try every place of every file
            for (Path disk : List.of(oldCopy, db.files())) {
                assertThat(openingAnywhere(disk, erased, keysLeft)).isZero();
            }
            assertThat(openingAnywhere(oldCopy, erased, oldKeys))
                    .as("trying every place works")
                    .isPositive();
            assertThat(openingAnywhere(db.files(), kept, keysLeft)).isPositive();
        }
        db.inTransaction(em -> {
            byte[] sealed = (byte[]) em.createNativeQuery("select sealed from canary where key_id = ?")
                    .setParameter(1, kept)
                    .getSingleResult();
            assertThat(vault.openText(kept, "canary", sealed)).isEqualTo("canary-kept");
        });
    }

    /** Deleting a row erases nothing: the reason for all this. */
    @Test
    void a_deleted_row_stays_on_the_disk() throws IOException {
        UUID key = keep("canary", "control-deleted-" + UUID.randomUUID());
        byte[] open = String.valueOf(db.value("select open from canary where key_id = '" + key + "'"))
                .getBytes(UTF_8);
        db.sql("delete from canary");
        checkpoint();
        assertThat(find(db.files(), open)).isPositive();
    }

    private UUID keep(String sealed, String open) {
        return db.fromTransaction(em -> {
            UUID key = vault.newKey(Seal.TEXT);
            em.createNativeQuery("insert into canary values (?, ?, ?)")
                    .setParameter(1, key)
                    .setParameter(2, vault.sealText(key, "canary", sealed))
                    .setParameter(3, open)
                    .executeUpdate();
            return key;
        });
    }

    private byte[] unwrapped(UUID id) {
        KeyDirectory directory = new KeyDirectory(keys, null);
        SealingKeys sealingKeys = new SealingKeys(db.entityManager());
        return db.fromTransaction(em -> {
            SealingKey key = requireNonNull(sealingKeys.find(id));
            return key.unwrap(directory.read(key.wrappingKey().file()));
        });
    }

    private void checkpoint() {
        db.sql(db.isPostgres() ? "checkpoint" : "checkpoint sync");
    }

    /** How many of the keys open the wrapped bytes as that row's. */
    private static long opening(UUID id, byte[] wrapped, List<byte[]> weeks) {
        SealingKey thiefs = SealingKey.stored(id, Seal.TEXT, wrapped);
        return weeks.stream().filter(week -> opens(thiefs, week)).count();
    }

    private static boolean opens(SealingKey key, byte[] week) {
        try {
            key.unwrap(week);
            return true;
        } catch (Tampered e) {
            return false;
        }
    }

    private static long openingAnywhere(Path root, UUID id, List<byte[]> weeks) throws IOException {
        long found = 0;
        for (Path file : files(root)) {
            byte[] bytes = Files.readAllBytes(file);
            int[] seen = new int[256];
            int distinct = 0;
            for (int i = 0; i < bytes.length; i++) {
                distinct += seen[bytes[i] & 0xff]++ == 0 ? 1 : 0;
                if (i >= WRAPPED_BYTES) {
                    distinct -= --seen[bytes[i - WRAPPED_BYTES] & 0xff] == 0 ? 1 : 0;
                }
                if (i + 1 >= WRAPPED_BYTES && distinct >= LEAST_DISTINCT) {
                    found += opening(id, Arrays.copyOfRange(bytes, i + 1 - WRAPPED_BYTES, i + 1), weeks);
                }
            }
        }
        return found;
    }

    private static long find(Path root, byte[] needle) throws IOException {
        long found = 0;
        for (Path file : files(root)) {
            try {
                byte[] bytes = Files.readAllBytes(file);
                for (int i = 0; i + needle.length <= bytes.length; i++) {
                    if (bytes[i] == needle[0] && Arrays.equals(bytes, i, i + needle.length, needle, 0, needle.length)) {
                        found++;
                    }
                }
            } catch (NoSuchFileException gone) {
                // the engine removed a temporary file of its own
            }
        }
        return found;
    }

    private static List<byte[]> contents(Path directory) throws IOException {
        List<byte[]> contents = new ArrayList<>();
        for (Path file : files(directory)) {
            contents.add(Files.readAllBytes(file));
        }
        return contents;
    }

    private static List<Path> files(Path root) throws IOException {
        try (Stream<Path> walk = Files.walk(root)) {
            return walk.filter(Files::isRegularFile).toList();
        }
    }

    private static Path copy(Path from, Path to) throws IOException {
        for (Path file : files(from)) {
            Path target = to.resolve(from.relativize(file).toString());
            Files.createDirectories(requireNonNull(target.getParent()));
            try {
                Files.copy(file, target);
            } catch (NoSuchFileException gone) {
                // as above
            }
        }
        return to;
    }
}
