package org.postern.compose;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;
import org.postern.TestDatabase;
import org.postern.letter.House;
import org.postern.letter.Keeping;
import org.postern.letter.Letter;
import org.postern.letter.LetterState;
import org.postern.notice.NoticeKind;
import org.postern.web.OnceMore;

@Tag("database")
@ParameterizedClass
@MethodSource("org.postern.TestDatabase#both")
class SendLetterTest {
    private final TestDatabase db;
    private final House house;
    private String email = "";

    SendLetterTest(TestDatabase db) {
        this.db = db;
        this.house = new House(db);
    }

    @BeforeEach
    void somebodyElse() {
        email = "a" + UUID.randomUUID() + "@example.org";
    }

    // --- second thoughts about the address ----------------------------------------------------------------------

    @Test
    void a_mistyped_address_is_mended_and_nothing_of_the_wrong_one_stays() {
        UUID id = house.unconfirmed("wrong" + email, Keeping.UNTIL_POSTED);
        UUID wrong = house.contactOf(id);
        Object wrongKey = db.value("select contact_key from contact where id = '" + wrong + "'");
        String link = db.fromTransaction(
                em -> house.tokens.mintConfirmation(letter(id)).text());
        house.on(id, letter -> {
            assertThat(house.sending.isSentSo(letter, "wrong" + email, Keeping.UNTIL_POSTED))
                    .isTrue();
            assertThat(house.sending.isSentSo(letter, email, Keeping.UNTIL_POSTED))
                    .isFalse();
            house.sending.sendInstead(letter, email, Keeping.UNTIL_POSTED);
        });
        assertThat(house.state(id)).isEqualTo(LetterState.UNCONFIRMED);
        assertThat(addressOf(id)).isEqualTo(email);
        assertThat(waiting(id)).containsExactly(NoticeKind.CONFIRM);
        assertThat(db.<Boolean>fromTransaction(
                        em -> house.tokens.confirmation(link).isPresent()))
                .as("the link in the mail to the wrong address")
                .isFalse();
        assertThat(count("contact where id = '" + wrong + "'")).isZero();
        assertThat(count("sealing_key where id = '" + wrongKey + "'")).isZero();
    }

    @Test
    void an_address_that_was_emptied_lets_the_letter_go_on_without_one() {
        UUID id = house.unconfirmed("wrong" + email, Keeping.UNTIL_POSTED);
        house.on(id, letter -> house.sending.sendInstead(letter, "", Keeping.UNTIL_POSTED));
        assertThat(house.state(id)).isEqualTo(LetterState.IN_REVIEW);
        assertThat(count("notice where letter_id = '" + id + "'")).isZero();
        assertThat(db.<Boolean>fromTransaction(em -> letter(id).isSlowLane())).isTrue();
    }

    @Test
    void other_ticks_alone_send_no_second_mail() {
        UUID id = house.unconfirmed(email, Keeping.TO_CONFIRM);
        house.on(id, letter -> {
            assertThat(house.sending.isSentSo(letter, email, Keeping.FOR_A_REPLY))
                    .isFalse();
            house.sending.sendInstead(letter, email, Keeping.FOR_A_REPLY);
            assertThat(house.sending.isSentSo(letter, email, Keeping.FOR_A_REPLY))
                    .isTrue();
        });
        assertThat(waiting(id)).isEmpty();
    }

    // --- a day to wait for --------------------------------------------------------------------------------------

    @Test
    void the_day_that_its_writer_chose_goes_with_the_letter_and_is_changed_without_a_second_mail() {
        LocalDate birthday = LocalDate.of(2027, 3, 14);
        UUID id = house.begun();
        house.on(id, letter -> house.sending.send(letter, email, birthday));
        house.told(id);
        assertThat(db.<Boolean>fromTransaction(em -> birthday.equals(letter(id).notBefore())))
                .isTrue();
        house.on(id, letter -> {
            assertThat(house.sending.isSentSo(letter, email, "2027-03-14")).isTrue();
            assertThat(house.sending.isSentSo(letter, email, "2027-03-15")).isFalse();
            assertThat(house.sending.isSentSo(letter, email, "")).isFalse();
            house.sending.sendInstead(letter, email, "");
        });
        assertThat(db.<Boolean>fromTransaction(em -> letter(id).notBefore() == null))
                .isTrue();
        assertThat(waiting(id)).isEmpty();
    }

    // --- confirming ---------------------------------------------------------------------------------------------

    @Test
    void a_letter_that_has_ended_is_not_confirmed_and_nobody_is_told() {
        UUID late = house.unconfirmed(email, Keeping.UNTIL_POSTED);
        UUID takenBack = house.unconfirmed("b" + email, Keeping.UNTIL_POSTED);
        String lateLink = db.fromTransaction(
                em -> house.tokens.mintConfirmation(letter(late)).text());
        house.clock.pass(Duration.ofDays(8));
        house.on(late, letter -> letter.runOut(house.now()));
        house.on(takenBack, letter -> letter.withdraw(house.now()));
        house.on(late, letter -> house.sending.confirm(letter, lateLink));
        house.on(takenBack, letter -> house.sending.confirm(letter));
        assertThat(house.state(late)).isEqualTo(LetterState.EXPIRED);
        assertThat(house.state(takenBack)).isEqualTo(LetterState.WITHDRAWN);
        assertThat(waiting(late)).isEmpty();
        assertThat(waiting(takenBack)).isEmpty();
    }

    @Test
    void a_writer_who_ticked_nothing_is_told_nothing_though_the_same_address_asked_for_more_before() {
        house.arrived(email, Keeping.UNTIL_POSTED);
        UUID silent = house.unconfirmed(email, Keeping.TO_CONFIRM);
        house.on(silent, house.sending::confirm);
        assertThat(waiting(silent)).isEmpty();
    }

    // --- nobody's mailbox is flooded ----------------------------------------------------------------------------

    @Test
    void over_the_limit_of_a_day_a_letter_is_taken_and_no_mail_goes() {
        for (int i = 0; i < 5; i++) {
            assertThat(waiting(sentTo(email))).containsExactly(NoticeKind.CONFIRM);
        }
        UUID sixth = sentTo(email);
        assertThat(house.state(sixth)).isEqualTo(LetterState.UNCONFIRMED);
        assertThat(waiting(sixth)).isEmpty();
        assertThat(waiting(sentTo(email.replace("@", "+flood@").toUpperCase(java.util.Locale.ROOT))))
                .as("the same mailbox")
                .isEmpty();
        house.clock.pass(Duration.ofDays(1));
        assertThat(waiting(sentTo(email))).containsExactly(NoticeKind.CONFIRM);
    }

    @Test
    void letters_that_were_confirmed_do_not_count() {
        for (int i = 0; i < 7; i++) {
            UUID id = sentTo(email);
            assertThat(waiting(id)).as("letter " + i).containsExactly(NoticeKind.CONFIRM);
            house.on(id, house.sending::confirm);
        }
    }

    @Test
    void to_have_an_address_forgotten_begins_no_new_count() {
        for (int i = 0; i < 5; i++) {
            UUID contact = house.contactOf(sentTo(email));
            db.inTransaction(em -> house.contacts.byId(contact).orElseThrow().forgetAt(house.now()));
        }
        house.eraser().eraseWhatIsDue();
        assertThat(waiting(sentTo(email))).isEmpty();
    }

    @Test
    void ten_at_the_same_instant_make_five_mails() throws Exception {
        List<UUID> ids = IntStream.range(0, 10).mapToObj(i -> house.begun()).toList();
        List<CompletableFuture<UUID>> all = ids.stream()
                .map(id -> CompletableFuture.supplyAsync(() -> untilSent(id)))
                .toList();
        for (CompletableFuture<UUID> one : all) {
            one.get(30, SECONDS);
        }
        assertThat(ids.stream().filter(id -> !waiting(id).isEmpty())).hasSize(5);
        assertThat(ids).allSatisfy(id -> assertThat(house.state(id)).isEqualTo(LetterState.UNCONFIRMED));
    }

    private UUID untilSent(UUID id) {
        return new OnceMore(house.transaction).of(() -> {
            house.sending.send(house.letters.lock(id).orElseThrow(), email, Keeping.UNTIL_POSTED);
            return id;
        });
    }

    @Test
    void the_row_of_a_count_goes_after_two_days() {
        sentTo(email);
        long before = count("mail_count");
        house.clock.pass(Duration.ofDays(4));
        house.eraser().eraseWhatIsDue();
        assertThat(count("mail_count")).isLessThan(before).isZero();
    }

    // --- the address while it is typed --------------------------------------------------------------------------

    @Test
    void what_was_typed_as_an_address_ends_with_the_sending() {
        UUID id = house.begun();
        house.on(id, letter -> house.letters.keepForm(letter, "form", email));
        assertThat(db.<String>fromTransaction(em -> house.letters.typedAddressOf(letter(id))))
                .isEqualTo(email);
        Object key = db.value(
                "select s.typed_key from submission s, letter l where s.id = l.submission_id and l.id = '" + id + "'");
        assertThat(db.value("select seal from sealing_key where id = '" + key + "'"))
                .isEqualTo("CONTACT");
        house.on(id, letter -> house.sending.send(letter, "", Keeping.TO_CONFIRM));
        assertThat(count("sealing_key where id = '" + key + "'")).isZero();
        assertThat(count("submission where typed_email is not null")).isZero();
    }

    @Test
    void what_was_typed_as_an_address_ends_with_the_draft() {
        UUID id = house.begun();
        house.on(id, letter -> house.letters.keepForm(letter, "form", email));
        house.clock.pass(Duration.ofDays(2));
        house.on(id, letter -> letter.runOut(house.now()));
        house.eraser().eraseWhatIsDue();
        assertThat(count("submission where typed_email is not null")).isZero();
        assertThat(db.<String>fromTransaction(em -> house.letters.typedAddressOf(letter(id))))
                .isEmpty();
    }

    private UUID sentTo(String address) {
        UUID id = house.begun();
        house.on(id, letter -> house.sending.send(letter, address, Keeping.UNTIL_POSTED));
        return id;
    }

    private String addressOf(UUID id) {
        return db.fromTransaction(em -> house.contacts
                .byId(letter(id)
                        .submission()
                        .orElseThrow()
                        .contact()
                        .orElseThrow()
                        .id())
                .flatMap(house.contacts::emailOf)
                .orElseThrow());
    }

    private List<NoticeKind> waiting(UUID id) {
        return db.fromTransaction(em -> em.createQuery(
                        "select n.kind from Notice n where n.letterId = :id and n.nextTry is not null",
                        NoticeKind.class)
                .setParameter("id", id)
                .getResultList());
    }

    private long count(String what) {
        return ((Number) java.util.Objects.requireNonNull(db.value("select count(*) from " + what))).longValue();
    }

    private Letter letter(UUID id) {
        return house.letters.byId(id).orElseThrow();
    }
}
