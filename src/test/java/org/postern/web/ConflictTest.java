package org.postern.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PersistenceException;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class ConflictTest {
    @Test
    void two_deeds_that_met_on_one_row_are_no_fault_of_ours() {
        assertThat(Conflict.isIn(new RuntimeException(new OptimisticLockException("version"))))
                .isTrue();
        assertThat(Conflict.isIn(new PersistenceException(new SQLException("deadlock detected", "40P01"))))
                .isTrue();
        assertThat(Conflict.isIn(new PersistenceException(new SQLException("Timeout trying to lock", "HYT00"))))
                .isTrue();
        assertThat(Conflict.isIn(new PersistenceException(new SQLException("not null", "23502"))))
                .isFalse();
        assertThat(Conflict.isIn(new IllegalStateException())).isFalse();
        assertThat(Conflict.isIn(new PersistenceException(new SQLException("the database is gone"))))
                .as("without a state")
                .isFalse();
    }
}
