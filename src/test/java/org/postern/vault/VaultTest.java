package org.postern.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;
import org.postern.TestDatabase;

@Tag("database")
@ParameterizedClass
@MethodSource("org.postern.TestDatabase#both")
class VaultTest {
    private final TestDatabase db;

    private final Path temp;
    private final Vault vault;

    VaultTest(TestDatabase db, @TempDir Path temp) {
        this.db = db;
        this.temp = temp;
        db.sql("delete from sealing_key");
        db.sql("delete from wrapping_key");
        this.vault = TestVault.in(db, temp.resolve("keys"));
    }

    @Test
    void what_is_sealed_opens_with_its_key_and_context() {
        UUID key = newKey(Seal.TEXT);
        byte[] sealed = db.fromTransaction(em -> vault.sealText(key, "letter.body 1", "Привет, Борис!"));
        assertThat(db.<String>fromTransaction(em -> vault.openText(key, "letter.body 1", sealed)))
                .isEqualTo("Привет, Борис!");
        assertThat(new String(sealed, java.nio.charset.StandardCharsets.UTF_8)).doesNotContain("Борис");
        assertThat(sealed[0]).as("version").isEqualTo((byte) 1);
    }

    @Test
    void the_same_value_sealed_twice_looks_different() {
        UUID key = newKey(Seal.CONTACT);
        db.inTransaction(em -> assertThat(vault.sealText(key, "c", "a@example.org"))
                .isNotEqualTo(vault.sealText(key, "c", "a@example.org")));
    }

    @Test
    void a_short_and_a_long_word_are_sealed_to_one_length() {
        UUID key = newKey(Seal.CONTACT);
        db.inTransaction(em -> {
            assertThat(vault.seal(key, "c", new byte[0])).hasSameSizeAs(vault.seal(key, "c", new byte[255]));
            assertThat(vault.seal(key, "c", new byte[256]).length)
                    .isGreaterThan(vault.seal(key, "c", new byte[255]).length);
            for (int length : List.of(0, 1, 255, 256, 257, 8191, 8192, 100_000, 3_000_000)) {
                byte[] clear = new byte[length];
                byte[] sealed = vault.seal(key, "c", clear);
                assertThat(vault.open(key, "c", sealed)).isEqualTo(clear);
                assertThat(sealed.length).isLessThan(length + 302 + length / 16);
            }
        });
    }

    @Test
    void every_changed_bit_is_noticed() {
        UUID key = newKey(Seal.TEXT);
        db.inTransaction(em -> {
            byte[] sealed = vault.sealText(key, "letter.body 1", "text");
            for (int i = 0; i < sealed.length; i++) {
                byte[] changed = sealed.clone();
                changed[i] ^= 1;
                assertThatThrownBy(() -> vault.open(key, "letter.body 1", changed))
                        .isInstanceOf(Tampered.class);
            }
            assertThatThrownBy(() -> vault.open(key, "letter.body 1", new byte[0]))
                    .isInstanceOf(Tampered.class);
            assertThatThrownBy(() -> vault.open(key, "letter.body 1", java.util.Arrays.copyOf(sealed, 20)))
                    .isInstanceOf(Tampered.class);
        });
    }

    @Test
    void a_value_moved_to_another_column_or_key_does_not_open() {
        UUID key = newKey(Seal.TEXT);
        UUID other = newKey(Seal.TEXT);
        db.inTransaction(em -> {
            byte[] sealed = vault.sealText(key, "letter.body 1", "text");
            assertThatThrownBy(() -> vault.open(key, "letter.body 2", sealed))
                    .isInstanceOf(Tampered.class)
                    .hasMessageContaining(key.toString());
            assertThatThrownBy(() -> vault.open(other, "letter.body 1", sealed)).isInstanceOf(Tampered.class);
        });
    }

    @Test
    void a_wrapped_key_put_into_another_row_does_not_open() {
        UUID key = newKey(Seal.TEXT);
        UUID other = newKey(Seal.TEXT);
        byte[] sealed = db.fromTransaction(em -> vault.sealText(key, "c", "text"));
        db.sql("update sealing_key set wrapped = (select wrapped from sealing_key where id = '" + other
                + "') where id = '" + key + "'");
        db.inTransaction(
                em -> assertThatThrownBy(() -> vault.open(key, "c", sealed)).isInstanceOf(Tampered.class));
    }

    @Test
    void an_erased_key_opens_nothing_not_even_in_the_same_transaction() {
        UUID key = newKey(Seal.TEXT);
        UUID kept = newKey(Seal.TEXT);
        byte[] sealed = db.fromTransaction(em -> vault.sealText(key, "c", "text"));
        db.inTransaction(em -> {
            assertThat(vault.openText(key, "c", sealed)).isEqualTo("text");
            vault.erase(key);
            assertThat(vault.holds(key)).isFalse();
            assertThatThrownBy(() -> vault.open(key, "c", sealed))
                    .isInstanceOf(Erased.class)
                    .hasMessageContaining(key.toString());
        });
        db.inTransaction(em -> {
            assertThatThrownBy(() -> vault.open(key, "c", sealed)).isInstanceOf(Erased.class);
            assertThatThrownBy(() -> vault.seal(key, "c", sealed)).isInstanceOf(Erased.class);
            vault.erase(key);
            assertThat(vault.holds(kept)).isTrue();
        });
        assertThat(db.value("select count(*) from sealing_key where id = '" + key + "'"))
                .hasToString("0");
    }

    @Test
    void many_keys_are_erased_at_once() {
        List<UUID> keys = db.fromTransaction(em ->
                Stream.generate(() -> vault.newKey(Seal.THREAD)).limit(450).toList());
        UUID kept = newKey(Seal.THREAD);
        db.inTransaction(em -> vault.erase(keys));
        assertThat(db.value("select count(*) from sealing_key")).hasToString("1");
        db.inTransaction(em -> assertThat(vault.holds(kept)).isTrue());
    }

    @Test
    void a_key_of_a_transaction_that_failed_never_was() {
        assertThatThrownBy(() -> db.inTransaction(em -> {
                    vault.newKey(Seal.TEXT);
                    throw new IOException("on purpose");
                }))
                .isInstanceOf(IOException.class);
        assertThat(db.value("select count(*) from sealing_key")).hasToString("0");
    }

    @Test
    void a_wrapped_key_has_sixty_bytes() {
        newKey(Seal.BATCH);
        assertThat(db.value("select octet_length(wrapped) from sealing_key")).hasToString("60");
        assertThat(db.value("select seal from sealing_key")).isEqualTo("BATCH");
    }

    @Test
    void an_index_is_the_same_each_time_and_tells_purposes_apart() {
        String index = vault.blindIndex("e-mail", "a@example.org");
        assertThat(index).hasSize(43).isEqualTo(vault.blindIndex("e-mail", "a@example.org"));
        assertThat(vault.blindIndex("e-mail", "b@example.org")).isNotEqualTo(index);
        assertThat(vault.blindIndex("cap", "a@example.org")).isNotEqualTo(index);
        assertThat(TestVault.in(db, temp.resolve("keys")).blindIndex("e-mail", "a@example.org"))
                .as("another node")
                .isEqualTo(index);
        assertThat(vault.sign("e-mail", "a@example.org")).isNotEqualTo(index);
    }

    @Test
    void many_values_are_keyed_as_each_alone() {
        List<String> pairs = IntStream.range(0, 400).mapToObj(i -> "pair " + i).toList();
        long[] alone = new long[400];
        for (int i = 0; i < 400; i++) {
            alone[i] = ByteBuffer.wrap(Base64.getUrlDecoder().decode(vault.blindIndex("pair", pairs.get(i))))
                    .getLong();
        }
        long[] together = vault.keyed("pair", pairs);
        assertThat(together).isEqualTo(alone);
    }

    @Test
    void a_signature_holds_for_its_purpose_and_value_alone() {
        String signature = vault.sign("form", "draft 1");
        assertThat(vault.verify("form", "draft 1", signature)).isTrue();
        assertThat(vault.verify("form", "draft 2", signature)).isFalse();
        assertThat(vault.verify("csrf", "draft 1", signature)).isFalse();
        assertThat(vault.verify("form", "draft 1", "")).isFalse();
        assertThat(vault.verify("form", "draft 1", "Ж\u0000" + signature)).isFalse();
    }

    @Test
    void a_database_with_a_foreign_keys_directory_is_refused() throws IOException {
        assertThatThrownBy(() -> TestVault.in(db, temp.resolve("empty")))
                .isInstanceOf(KeyFileMissing.class)
                .hasMessageContaining("postern.keys");
        try (Stream<Path> files = Files.list(temp.resolve("empty"))) {
            assertThat(files).as("no key is made for it").isEmpty();
        }
    }

    private UUID newKey(Seal seal) {
        return db.fromTransaction(em -> vault.newKey(seal));
    }
}
