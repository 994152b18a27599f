package org.postern.compose;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;
import org.postern.TestDatabase;
import org.postern.TestPeople;
import org.postern.directory.People;
import org.postern.directory.Recipient;
import org.postern.letter.House;

@Tag("database")
@ParameterizedClass
@MethodSource("org.postern.TestDatabase#both")
class FormKeysTest {
    private final House house;
    private final FormKeys keys;
    private final Recipient vera;
    private final Recipient pavel;

    FormKeysTest(TestDatabase db) {
        this.house = new House(db);
        this.keys = new FormKeys(house.vault, house.clock);
        this.vera = person(db, "vera");
        this.pavel = person(db, "pavel");
    }

    private static Recipient person(TestDatabase db, String name) {
        long id = TestPeople.listed(db, name, "QA");
        return db.fromTransaction(em -> new People(em).byId(id).orElseThrow());
    }

    @Test
    void a_key_is_good_for_one_person_and_fourteen_days() {
        String key = keys.make(vera);
        assertThat(keys.isOurs(key, vera)).isTrue();
        assertThat(keys.isOurs(key, pavel)).isFalse();
        house.clock.pass(Duration.ofDays(14));
        assertThat(keys.isOurs(key, vera)).isTrue();
        house.clock.pass(Duration.ofDays(1));
        assertThat(keys.isOurs(key, vera)).isFalse();
    }

    @Test
    void nobody_makes_one_or_a_younger_one() {
        String key = keys.make(vera);
        String[] parts = key.split("\\.", -1);
        long tomorrow = Long.parseLong(parts[1]) + 1;
        assertThat(keys.isOurs(parts[0] + "." + tomorrow + "." + parts[2], vera))
                .isFalse();
        house.clock.pass(Duration.ofDays(1));
        assertThat(keys.isOurs(parts[0] + "." + tomorrow + "." + parts[2], vera))
                .isFalse();
        for (String nonsense : new String[] {"", ".", "..", "a.b.c", parts[0], parts[0] + "." + parts[2], key + "x"}) {
            assertThat(keys.isOurs(nonsense, vera)).as(nonsense).isFalse();
        }
    }
}
