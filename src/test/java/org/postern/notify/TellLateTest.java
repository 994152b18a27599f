package org.postern.notify;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;
import org.postern.TestDatabase;
import org.postern.letter.House;
import org.postern.letter.Keeping;
import org.postern.letter.Writers;

/** Who is told that the readers are late, when, and how often. */
@Tag("database")
@ParameterizedClass
@MethodSource("org.postern.TestDatabase#both")
class TellLateTest {
    private final TestDatabase db;
    private final House house;

    TellLateTest(TestDatabase db) {
        this.db = db;
        this.house = new House(db);
    }

    @BeforeEach
    void nobodyElseWaits() {
        db.sql("update letter set state = 'WITHDRAWN' where state = 'IN_REVIEW'");
        db.sql("delete from notice");
    }

    private int tell() {
        return new TellLate(house.letters, house.outbox, new Writers(house.outbox), house.oneByOne, house.clock)
                .tellWhoWaits();
    }

    private Object told(UUID letter) {
        Object count = db.value("select count(*) from notice where kind = 'LATE' and letter_id = '" + letter + "'");
        return count == null ? -1 : count;
    }

    private UUID arrived() {
        return house.arrived(UUID.randomUUID() + "@example.org", Keeping.UNTIL_POSTED);
    }

    @Test
    void a_writer_is_told_once_the_promised_time_is_over_and_not_again_while_the_row_of_that_mail_is_kept() {
        UUID id = arrived();
        house.clock.pass(Duration.ofDays(3).minusHours(2));
        assertThat(tell()).isZero();
        house.clock.pass(Duration.ofHours(3));
        UUID fresh = arrived();
        assertThat(tell()).isEqualTo(1);
        assertThat(tell()).isZero();
        assertThat(told(id)).isEqualTo(1L);
        assertThat(told(fresh)).isEqualTo(0L);
        db.sql("delete from notice");
        house.clock.pass(Duration.ofHours(1));
        assertThat(tell()).isEqualTo(1);
    }

    @Test
    void nobody_is_told_of_a_letter_that_was_read_or_whose_writer_left_no_address() {
        UUID read = house.ready(UUID.randomUUID() + "@example.org", Keeping.UNTIL_POSTED);
        UUID silent = arrived();
        db.sql("update contact set email = null where id = '" + house.contactOf(silent) + "'");
        house.clock.pass(Duration.ofDays(9));
        assertThat(tell()).isZero();
        assertThat(told(read)).isEqualTo(0L);
        assertThat(told(silent)).isEqualTo(0L);
    }
}
