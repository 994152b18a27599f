package org.postern.letter;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;
import org.postern.TestDatabase;
import org.postern.notice.NoticeKind;
import org.postern.web.OnceMore;

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
        assertThat(settled(contact)).isEqualTo(hour());
        house.eraser().eraseWhatIsDue();
        assertThat(isForgotten(contact)).isTrue();
    }

    @Test
    void an_address_given_only_to_confirm_goes_with_the_confirmation() {
        UUID id = house.unconfirmed(email, Keeping.TO_CONFIRM);
        UUID contact = house.contactOf(id);
        assertThat(settled(contact)).isNull();
        house.on(id, house.sending::confirm);
        assertThat(house.keptUntil(contact)).isEqualTo(hour());
        house.eraser().eraseWhatIsDue();
        assertThat(isForgotten(contact)).isTrue();
    }

    @Test
    void an_address_that_another_letter_needs_outlives_one_that_was_given_only_to_confirm() {
        UUID needs = house.arrived(email, Keeping.UNTIL_POSTED);
        UUID contact = house.contactOf(needs);
        UUID id = house.unconfirmed(email, Keeping.TO_CONFIRM);
        house.on(id, house.sending::confirm);
        assertThat(house.contactOf(id)).isEqualTo(contact);
        assertThat(house.keptUntil(contact)).isNull();
        house.eraser().eraseWhatIsDue();
        assertThat(isForgotten(contact)).isFalse();
    }

    @Test
    void an_address_whose_last_day_was_set_is_not_erased_under_a_letter_that_came_since() {
        UUID first = house.arrived(email, Keeping.UNTIL_POSTED);
        UUID contact = house.contactOf(first);
        house.on(first, letter -> letter.withdraw(house.now()));
        assertThat(settled(contact)).isEqualTo(hour());
        UUID second = house.arrived(email, Keeping.TO_CONFIRM);
        db.inTransaction(em -> house.contacts.byId(contact).orElseThrow().keepInstead(Keeping.UNTIL_POSTED));
        // As if the day had been set in the moment before the letter came.
        db.sql("update contact set keep_until = timestamp with time zone '2026-11-01 00:00:00+00' where id = '"
                + contact + "'");
        assertThat(house.contactOf(second)).isEqualTo(contact);
        house.eraser().eraseWhatIsDue();
        assertThat(isForgotten(contact)).isFalse();
        assertThat(house.keptUntil(contact)).isNull();
    }

    @Test
    void a_wish_to_be_forgotten_asks_no_other_letter() {
        UUID first = house.arrived(email, Keeping.UNTIL_POSTED);
        house.arrived(email, Keeping.FOR_A_REPLY);
        UUID contact = house.contactOf(first);
        db.inTransaction(em -> house.contacts.byId(contact).orElseThrow().forgetAt(house.now()));
        house.eraser().eraseWhatIsDue();
        assertThat(isForgotten(contact)).isTrue();
    }

    @Test
    void who_wrote_again_before_the_eraser_came_is_forgotten_and_known_anew() {
        UUID contact = house.contactOf(house.arrived(email, Keeping.UNTIL_POSTED));
        db.inTransaction(em -> house.contacts.byId(contact).orElseThrow().forgetAt(house.now()));
        UUID again = house.contactOf(house.arrived(email, Keeping.UNTIL_POSTED));
        assertThat(again).isNotEqualTo(contact);
        assertThat(isForgotten(contact)).isTrue();
        house.eraser().eraseWhatIsDue();
        assertThat(isForgotten(again)).isFalse();
    }

    @Test
    void the_eraser_waits_for_a_letter_that_is_being_confirmed() throws Exception {
        UUID first = house.arrived(email, Keeping.UNTIL_POSTED);
        UUID contact = house.contactOf(first);
        house.on(first, letter -> letter.withdraw(house.now()));
        UUID second = house.unconfirmed(email, Keeping.UNTIL_POSTED);
        CountDownLatch confirmed = new CountDownLatch(1);
        CompletableFuture<Void> confirming = CompletableFuture.runAsync(() -> house.on(second, letter -> {
            house.sending.confirm(letter);
            confirmed.countDown();
            pause();
        }));
        assertThat(confirmed.await(10, SECONDS)).isTrue();
        // Nothing of the contact itself is changed by the confirmation: no version tells of it.
        settled(contact);
        db.inTransaction(em -> house.contacts.erase(contact, house.now()));
        confirming.get(10, SECONDS);
        assertThat(house.contactOf(second)).isEqualTo(contact);
        assertThat(isForgotten(contact)).isFalse();
    }

    // --- whose address it is ------------------------------------------------------------------------------------

    @Test
    void whoever_knows_an_address_cannot_have_its_owner_forgotten() {
        UUID alices = house.contactOf(house.arrived(email, Keeping.FOR_A_REPLY));
        UUID mallorys = house.unconfirmed(email, Keeping.TO_CONFIRM);
        UUID own = house.contactOf(mallorys);
        assertThat(own).isNotEqualTo(alices);
        db.inTransaction(em -> house.contacts.byId(own).orElseThrow().forgetAt(house.now()));
        house.eraser().eraseWhatIsDue();
        assertThat(isForgotten(own)).isTrue();
        assertThat(isForgotten(alices)).isFalse();
        assertThat(house.keptUntil(alices)).isNull();
    }

    @Test
    void two_first_letters_confirmed_at_the_same_instant_come_from_one_contact() throws Exception {
        UUID one = house.unconfirmed(email, Keeping.UNTIL_POSTED);
        UUID two = house.unconfirmed(email.toUpperCase(Locale.ROOT), Keeping.UNTIL_POSTED);
        CountDownLatch confirmed = new CountDownLatch(1);
        CompletableFuture<Void> first = CompletableFuture.runAsync(() -> house.on(one, letter -> {
            house.sending.confirm(letter);
            confirmed.countDown();
            pause();
        }));
        assertThat(confirmed.await(10, SECONDS)).isTrue();
        new OnceMore(house.transaction).of(() -> {
            house.sending.confirm(house.letters.lock(two).orElseThrow());
            return two;
        });
        first.get(10, SECONDS);
        assertThat(house.contactOf(two)).isEqualTo(house.contactOf(one));
        assertThat(house.state(two)).isEqualTo(LetterState.IN_REVIEW);
    }

    private static void pause() {
        try {
            MILLISECONDS.sleep(300);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean isForgotten(UUID contact) {
        // A forgotten one that nothing leads to is not even a row.
        return db.<Boolean>fromTransaction(
                em -> house.contacts.byId(contact).map(Contact::isForgotten).orElse(true));
    }

    private Instant hour() {
        return house.now().truncatedTo(ChronoUnit.HOURS);
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
        assertThat(settled(contact)).isEqualTo(posted.plus(Duration.ofDays(365)).plus(Duration.ofHours(1)));
    }

    @Test
    void a_reply_is_not_waited_for_when_nothing_was_posted() {
        UUID id = house.arrived(email, Keeping.FOR_A_REPLY);
        UUID contact = house.contactOf(id);
        house.on(id, letter -> letter.withdraw(house.now()));
        assertThat(settled(contact)).isEqualTo(hour());
    }

    private @Nullable Instant settled(UUID contact) {
        db.inTransaction(em -> house.contacts.settle(contact, house.now()));
        return house.keptUntil(contact);
    }
}
