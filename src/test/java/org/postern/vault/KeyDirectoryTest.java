package org.postern.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KeyDirectoryTest {
    private final Path keys;
    private final Path temp;

    KeyDirectoryTest(@TempDir Path temp) {
        this.temp = temp;
        this.keys = temp.resolve("some/where/keys");
    }

    @Test
    void a_new_directory_and_its_files_are_the_owners_alone() throws IOException {
        KeyDirectory directory = new KeyDirectory(keys, null);
        directory.createIfAbsent("week-1.key");
        assertThat(mode(keys)).isEqualTo("rwx------");
        assertThat(mode(keys.resolve("week-1.key"))).isEqualTo("rw-------");
        assertThat(directory.read("week-1.key")).hasSize(32).isNotEqualTo(new byte[32]);
        assertThat(names()).containsExactly("week-1.key");
    }

    @Test
    void a_key_that_is_there_is_left_as_it_is() {
        KeyDirectory directory = new KeyDirectory(keys, null);
        directory.createIfAbsent("root-1.key");
        byte[] key = directory.read("root-1.key");
        new KeyDirectory(keys, null).createIfAbsent("root-1.key");
        assertThat(directory.read("root-1.key")).isEqualTo(key);
        assertThat(names()).containsExactly("root-1.key");
    }

    @Test
    void nodes_that_make_one_key_at_once_get_the_same() throws Exception {
        ExecutorService nodes = Executors.newFixedThreadPool(8);
        try {
            for (int round = 0; round < 20; round++) {
                String name = "root-" + round + ".key";
                Callable<List<Byte>> make = () -> {
                    KeyDirectory directory = new KeyDirectory(keys, null);
                    directory.createIfAbsent(name);
                    return bytes(directory.read(name));
                };
                List<List<Byte>> seen = nodes
                        .invokeAll(Stream.generate(() -> make).limit(8).toList())
                        .stream()
                        .map(KeyDirectoryTest::get)
                        .toList();
                assertThat(seen).hasSize(8).containsOnly(seen.get(0));
            }
        } finally {
            nodes.shutdown();
        }
        assertThat(names()).hasSize(20);
    }

    @ParameterizedTest
    @ValueSource(strings = {"rwxr-x---", "rwx--x---", "rwx---r-x", "rwx----w-"})
    void a_directory_that_others_can_reach_is_refused(String mode) throws IOException {
        Files.createDirectories(keys);
        Files.setPosixFilePermissions(keys, PosixFilePermissions.fromString(mode));
        assertThatThrownBy(() -> new KeyDirectory(keys, null))
                .isInstanceOf(UnsafeKeys.class)
                .hasMessage(keys + " can be reached by others than its owner: chmod 700 " + keys);
    }

    @ParameterizedTest
    @ValueSource(strings = {"rw-r-----", "rw-----w-"})
    void a_file_that_others_can_reach_is_refused(String mode) throws IOException {
        KeyDirectory directory = new KeyDirectory(keys, null);
        directory.createIfAbsent("root-1.key");
        Path file = keys.resolve("root-1.key");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));
        assertThatThrownBy(() -> directory.read("root-1.key"))
                .isInstanceOf(UnsafeKeys.class)
                .hasMessageContaining("chmod 600 " + file);
    }

    @Test
    void keys_and_database_do_not_lie_in_one_another() {
        for (Path database : List.of(keys, temp.resolve("some"), keys.resolve("db"), keys.resolve("../keys"))) {
            assertThatThrownBy(() -> new KeyDirectory(keys, database))
                    .isInstanceOf(UnsafeKeys.class)
                    .hasMessageContaining("must not lie in one another");
        }
        assertThat(Files.exists(keys)).isFalse();
        assertThat(new KeyDirectory(keys, temp.resolve("some/where/keys-of-db")))
                .isNotNull();
    }

    @Test
    void a_missing_key_is_told_from_a_damaged_one() throws IOException {
        KeyDirectory directory = new KeyDirectory(keys, null);
        assertThatThrownBy(() -> directory.read("week-1.key"))
                .isInstanceOf(KeyFileMissing.class)
                .hasMessageContaining(keys.resolve("week-1.key").toString());
        directory.createIfAbsent("week-1.key");
        Files.write(keys.resolve("week-1.key"), new byte[31]);
        assertThatThrownBy(() -> directory.read("week-1.key")).isInstanceOf(UnsafeKeys.class);
    }

    @Test
    void a_destroyed_key_is_overwritten_before_it_is_unlinked() throws IOException {
        KeyDirectory directory = new KeyDirectory(keys, null);
        directory.createIfAbsent("week-1.key");
        Path sameBlocks = Files.createLink(temp.resolve("link"), keys.resolve("week-1.key"));
        directory.destroy("week-1.key");
        assertThat(directory.has("week-1.key")).isFalse();
        assertThat(Files.readAllBytes(sameBlocks)).isEqualTo(new byte[32]);
        directory.destroy("week-1.key");
        assertThat(names()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "jdbc:h2:file:/srv/data/db/postern;WRITE_DELAY=0, /srv/data/db",
        "jdbc:h2:/srv/data/db/postern, /srv/data/db",
        "jdbc:h2:nio:/srv/db/postern;MODE=PostgreSQL, /srv/db",
        "jdbc:h2:mem:postern,",
        "jdbc:h2:tcp://localhost/postern,",
        "jdbc:postgresql://db/postern,",
    })
    void the_address_of_the_database_tells_its_folder(String url, @Nullable Path folder) {
        assertThat(DatabaseFolder.of(url)).isEqualTo(folder);
    }

    private List<String> names() {
        try (Stream<Path> files = Files.list(keys)) {
            return files.map(f -> f.getFileName().toString()).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static <T> T get(Future<T> future) {
        try {
            return future.get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String mode(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }

    private static List<Byte> bytes(byte[] array) {
        List<Byte> list = new ArrayList<>();
        for (byte b : array) {
            list.add(b);
        }
        return list;
    }
}
