package org.postern.letter;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;
import org.postern.TestDatabase;
import org.postern.notice.NoticeKind;

@Tag("database")
@ParameterizedClass
@MethodSource("org.postern.TestDatabase#both")
class ContactsTest {
    private final TestDatabase db;
    private final House house;
    private String email = "";

    ContactsTest(TestDatabase db) {
        this.db = db;
        this.house = new House(db);
    }

    @BeforeEach
    void somebodyElse() {
        email = UUID.randomUUID() + "@example.org";
    }

    @Test
    void an_address_goes_when_its_last_letter_is_posted_and_told() {
        UUID posted = house.ready(email, Keeping.UNTIL_POSTED);
        UUID still = house.arrived(email, Keeping.UNTIL_POSTED);
        UUID contact = house.contactOf(posted);
        assertThat(house.contactOf(still)).isEqualTo(contact);
        long batch = house.batch(house.now().plus(Duration.ofDays(1)), posted);
        house.print(batch);
        house.post(batch);
        assertThat(settled(contact)).isNull();
        house.refuse(still);
        UUID notice = house.tell(NoticeKind.REFUSED, still);
        assertThat(settled(contact)).isNull();
        db.inTransaction(em -> house.outbox.lock(notice).orElseThrow().sent());
        assertThat(settled(contact)).isEqualTo(house.now());
        house.eraser().eraseWhatIsDue();
        assertThat(db.<Boolean>fromTransaction(
                        em -> house.contacts.byId(contact).orElseThrow().isForgotten()))
                .isTrue();
    }

    @Test
    void an_address_given_only_to_confirm_goes_with_the_confirmation() {
        UUID id = house.unconfirmed(email, Keeping.TO_CONFIRM);
        UUID contact = house.contactOf(id);
        assertThat(settled(contact)).isNull();
        house.on(id, letter -> letter.arrive(java.time.LocalDate.of(2026, 11, 22), false, house.now()));
        assertThat(settled(contact)).isEqualTo(house.now());
    }

    @Test
    void an_address_given_for_a_reply_lives_twelve_months_from_the_last_posting() {
        UUID id = house.ready(email, Keeping.FOR_A_REPLY);
        UUID contact = house.contactOf(id);
        long batch = house.batch(house.now().plus(Duration.ofDays(1)), id);
        house.print(batch);
        house.post(batch);
        Instant posted = house.now().truncatedTo(ChronoUnit.HOURS);
        house.clock.pass(Duration.ofDays(3));
        assertThat(settled(contact)).isEqualTo(posted.plus(Duration.ofDays(365)));
    }

    @Test
    void a_reply_is_not_waited_for_when_nothing_was_posted() {
        UUID id = house.arrived(email, Keeping.FOR_A_REPLY);
        UUID contact = house.contactOf(id);
        house.on(id, letter -> letter.withdraw(house.now()));
        assertThat(settled(contact)).isEqualTo(house.now());
    }

    private @Nullable Instant settled(UUID contact) {
        db.inTransaction(em -> house.contacts.settle(contact, house.now()));
        return house.keptUntil(contact);
    }
}
