package org.postern.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;
import org.postern.TestDatabase;
import org.postern.letter.Advice;
import org.postern.letter.Letter;
import org.postern.letter.LetterState;
import org.postern.letter.LetterState.Reason;
import org.postern.letter.NotNow;
import org.postern.letter.Piles;
import org.postern.staff.StaffAccount;

/** Nobody reads, translates or checks what they wrote; nobody is told that it was that. */
@Tag("database")
@ParameterizedClass
@MethodSource("org.postern.TestDatabase#both")
class OwnLetterTest {
    private static final String ADDRESS = "own@example.org";
    private static final Advice ADVICE = new Advice("", "Leave the number out.", Set.of());

    private final TestDatabase db;
    private final ReadersHouse room;
    private final Members members;
    private final long marta;
    private final long jonas;

    OwnLetterTest(TestDatabase db) {
        this.db = db;
        this.room = new ReadersHouse(db);
        this.members = new Members(db);
        this.marta = members.translator();
        this.jonas = members.translator();
    }

    @BeforeEach
    void nobodyElseWaits() {
        db.sql("update letter set state = 'WITHDRAWN', claimed_by = null, claimed_until = null");
        db.sql("delete from print_site_route");
        room.siteServes("QA");
    }

    private void notHers(ThrowingCallable deed) {
        assertThatThrownBy(deed)
                .isInstanceOfSatisfying(NotNow.class, e -> assertThat(e.why()).isEqualTo(NotNow.Why.NOT_YOURS))
                .hasMessageNotContaining("wrote");
    }

    private void claim(UUID id, LetterState in, long staff) {
        db.inTransaction(em -> room.decide.claim(id, in, staff, room.house.now()));
    }

    private Letter letter(UUID id) {
        return db.fromTransaction(em -> room.house.letters.byId(id).orElseThrow());
    }

    @Test
    void it_cannot_be_taken_up_by_its_writer() {
        members.owns(marta, room.house, ADDRESS);
        UUID id = Members.from(room, db, "Own@Example.ORG", "ru");
        notHers(() -> claim(id, LetterState.IN_REVIEW, marta));
        claim(id, LetterState.IN_REVIEW, jonas);
        assertThat(letter(id).isClaimedBy(jonas, room.house.now())).isTrue();
    }

    @Test
    void whose_letter_it_is_cannot_be_found_out_by_naming_an_address_afterwards() {
        UUID id = Members.from(room, db, ADDRESS, "ru");
        LocalDate came = Objects.requireNonNull(letter(id).writtenOn());
        long free = freeFor(marta);
        members.owns(marta, room.house, ADDRESS, came);
        assertThat(freeFor(marta)).isEqualTo(free);
        claim(id, LetterState.IN_REVIEW, marta);
        assertThat(letter(id).isClaimedBy(marta, room.house.now())).isTrue();
        db.inTransaction(em -> room.decide.giveBack(id, marta, room.house.now()));
        members.on(marta, StaffAccount::ownsNothing);
        members.owns(marta, room.house, ADDRESS, came.minusDays(1));
        notHers(() -> claim(id, LetterState.IN_REVIEW, marta));
        assertThat(freeFor(marta)).as("no number tells it either").isEqualTo(free);
    }

    private long freeFor(long member) {
        return db.fromTransaction(em -> new Piles(em).dealable(member, room.house.now()));
    }

    @Test
    void what_was_taken_up_before_the_address_was_named_is_decided_by_another() {
        UUID id = Members.from(room, db, ADDRESS, "ru");
        Reading seen = room.open(id, marta);
        members.owns(marta, room.house, ADDRESS);
        notHers(() ->
                db.inTransaction(em -> room.decide.approve(id, marta, seen.fence(), seen.hash(), room.house.now())));
        notHers(() -> db.inTransaction(
                em -> room.decide.refuse(id, marta, seen.fence(), Reason.ABUSE, ADVICE, room.house.now())));
        notHers(() ->
                db.inTransaction(em -> room.decide.askForChanges(id, marta, seen.fence(), ADVICE, room.house.now())));
        assertThat(room.house.state(id)).isEqualTo(LetterState.IN_REVIEW);
    }

    @Test
    void its_writer_does_not_translate_it() {
        UUID id = toTranslate();
        members.owns(marta, room.house, ADDRESS);
        assertThat(db.<java.util.Optional<UUID>>fromTransaction(
                        em -> room.translate.claimNext("en", "ru", marta, room.house.now())))
                .isEmpty();
        notHers(() -> claim(id, LetterState.IN_TRANSLATION, marta));
    }

    @Test
    void its_writer_saves_and_finishes_no_translation_of_it() {
        UUID id = toTranslate();
        claim(id, LetterState.IN_TRANSLATION, marta);
        long fence = letter(id).fence();
        members.owns(marta, room.house, ADDRESS);
        notHers(() -> db.inTransaction(em -> room.translate.save(id, marta, fence, "Привет!", room.house.now())));
        notHers(() -> db.inTransaction(em -> room.translate.finish(id, marta, fence, "Привет!", room.house.now())));
    }

    @Test
    void its_writer_is_not_its_second_reader() {
        UUID id = toTranslate();
        claim(id, LetterState.IN_TRANSLATION, jonas);
        long fence = letter(id).fence();
        db.inTransaction(em -> room.translate.finish(id, jonas, fence, "Привет!", room.house.now()));
        claim(id, LetterState.TRANSLATION_CHECK, marta);
        String hash = room.checked(id, marta).hash();
        long second = letter(id).fence();
        members.owns(marta, room.house, ADDRESS);
        notHers(() -> db.inTransaction(em -> room.translate.accept(id, marta, second, hash, room.house.now())));
        notHers(() -> db.inTransaction(
                em -> room.translate.sendBack(id, marta, second, "Again", List.of(), room.house.now())));
        db.inTransaction(em -> room.decide.giveBack(id, marta, room.house.now()));
        assertThat(db.<java.util.Optional<UUID>>fromTransaction(
                        em -> room.decide.claimNext(LetterState.TRANSLATION_CHECK, marta, List.of(), room.house.now())))
                .isEmpty();
        notHers(() -> claim(id, LetterState.TRANSLATION_CHECK, marta));
    }

    @Test
    void addresses_are_forgotten_with_the_account_and_when_their_owner_says_so() {
        members.owns(marta, room.house, ADDRESS);
        members.on(marta, StaffAccount::ownsNothing);
        members.owns(jonas, room.house, ADDRESS);
        members.on(jonas, account -> account.end(room.house.now()));
        assertThat(db.<Long>fromTransaction(
                        em -> ((Number) em.createNativeQuery("select count(*) from staff_address where account_id in ("
                                                + marta + ", " + jonas + ")")
                                        .getSingleResult())
                                .longValue()))
                .isZero();
    }

    @Test
    void no_more_than_twenty_are_kept_and_none_after_the_end() {
        members.on(marta, account -> {
            for (int i = 0; i < StaffAccount.MOST_ADDRESSES; i++) {
                assertThat(account.owns("index " + i, LocalDate.EPOCH)).isTrue();
            }
            assertThat(account.owns("one more", LocalDate.EPOCH)).isFalse();
            assertThat(account.owns("index 3", LocalDate.EPOCH))
                    .as("known already")
                    .isTrue();
            assertThat(account.addresses()).isEqualTo(StaffAccount.MOST_ADDRESSES);
            account.end(room.house.now());
            assertThat(account.owns("index 3", LocalDate.EPOCH)).isFalse();
        });
    }

    private UUID toTranslate() {
        UUID id = Members.from(room, db, ADDRESS, "en");
        Reading seen = room.open(id, jonas);
        db.inTransaction(em -> room.decide.approve(id, jonas, seen.fence(), seen.hash(), room.house.now()));
        assertThat(room.house.state(id)).isEqualTo(LetterState.IN_TRANSLATION);
        return id;
    }
}
