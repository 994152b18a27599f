package org.postern.track;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class QuestionTest {
    @Test
    void an_address_is_read_and_written_alike() {
        MultivaluedMap<String, String> asked = new MultivaluedHashMap<>();
        asked.putSingle("weeks", "52");
        asked.putSingle("person", "12");
        asked.putSingle("campaign", "");
        asked.putSingle("in", "8");

        assertThat(NumbersPage.question(asked).address("/desk/numbers", true))
                .isEqualTo("/desk/numbers?weeks=52&person=12&fewer=3&in=8&people=all");
    }

    @Test
    void one_person_is_asked_for_with_everything_else_as_it_was() {
        assertThat(new Question(52, 3L, 7L, 5, 8, true).of(12))
                .isEqualTo("/desk/numbers?weeks=52&person=12&campaign=7&fewer=5&in=8");
    }

    @Test
    void nonsense_becomes_the_usual() {
        MultivaluedMap<String, String> asked = new MultivaluedHashMap<>();
        asked.putSingle("weeks", "-1");
        asked.putSingle("person", "1 or 1=1");
        asked.putSingle("fewer", "99999999999");

        assertThat(NumbersPage.question(asked)).isEqualTo(new Question(26, null, null, 3, 6, false));
    }

    @Test
    void a_period_ends_with_the_running_week() {
        Question question = new Question(12, null, null, 3, 6, false);

        assertThat(question.mondays(LocalDate.of(2026, 11, 22)))
                .hasSize(12)
                .startsWith(LocalDate.of(2026, 8, 31))
                .endsWith(LocalDate.of(2026, 11, 16));
    }
}
