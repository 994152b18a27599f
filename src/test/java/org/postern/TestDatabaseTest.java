package org.postern;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

@Tag("database")
@ParameterizedClass
@MethodSource("org.postern.TestDatabase#both")
class TestDatabaseTest {
    private final TestDatabase db;

    TestDatabaseTest(TestDatabase db) {
        this.db = db;
    }

    @Test
    void what_is_committed_stays_and_what_throws_is_rolled_back() {
        db.sql("create table trial (n integer)");
        db.inTransaction(
                em -> em.createNativeQuery("insert into trial values (1)").executeUpdate());
        assertThatThrownBy(() -> db.inTransaction(em -> {
                    em.createNativeQuery("insert into trial values (2)").executeUpdate();
                    throw new IOException("on purpose");
                }))
                .isInstanceOf(IOException.class);
        assertThat(db.<Object>fromTransaction(
                        em -> em.createNativeQuery("select sum(n) from trial").getSingleResult()))
                .hasToString("1");
        db.sql("drop table trial");
    }

    @Test
    void postgres_keeps_what_it_promised() {
        if (db.isPostgres()) {
            assertThat(db.value("show fsync")).isEqualTo("on");
            assertThat(db.value("show synchronous_commit")).isEqualTo("on");
            assertThat(db.value("show full_page_writes")).isEqualTo("on");
        } else {
            assertThat(db.value(
                            "select setting_value from information_schema.settings where setting_name='WRITE_DELAY'"))
                    .isEqualTo("0");
        }
    }
}
