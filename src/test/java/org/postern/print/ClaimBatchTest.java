package org.postern.print;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;
import org.postern.TestDatabase;
import org.postern.directory.Facilities;
import org.postern.directory.Facility;
import org.postern.directory.Facility.Place;
import org.postern.directory.People;
import org.postern.directory.Recipient;
import org.postern.letter.Batch;
import org.postern.letter.Frozen;
import org.postern.letter.Letter;
import org.postern.letter.LetterState;
import org.postern.letter.LetterState.Reason;
import org.postern.letter.NotNow;
import org.postern.letter.Words;
import org.postern.site.Family;
import org.postern.site.PrintSite;

@Tag("database")
@ParameterizedClass
@MethodSource("org.postern.TestDatabase#both")
class ClaimBatchTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    private final TestDatabase db;
    private final PrintRoom room;

    ClaimBatchTest(TestDatabase db) {
        this.db = db;
        this.room = new PrintRoom(db, false);
    }

    private Letter letter(UUID id) {
        return db.fromTransaction(em -> {
            Letter letter = room.house.letters.byId(id).orElseThrow();
            assertThat(letter.events()).isNotEmpty();
            return letter;
        });
    }

    @Test
    void the_letters_that_wait_longest_go_first_and_the_slow_lane_does_not_wait_again() {
        UUID oldest = room.letter(room.vera, 1);
        room.house.clock.pass(java.time.Duration.ofHours(2));
        UUID next = room.letter(room.vera, "Здравствуйте!", "marta@example.org");
        room.house.clock.pass(java.time.Duration.ofHours(2));
        UUID youngest = room.letter(room.vera, 1);
        assertThat(room.claim(room.plain, 2).letters()).isEqualTo(2);
        assertThat(letter(oldest).state()).isEqualTo(LetterState.BATCHED);
        assertThat(letter(next).state()).isEqualTo(LetterState.BATCHED);
        assertThat(letter(youngest).state()).isEqualTo(LetterState.READY);
    }

    @Test
    void twenty_volunteers_at_once_never_hold_the_same_letter() throws Exception {
        List<UUID> ids = room.letters(30, room.vera);
        ExecutorService volunteers = Executors.newFixedThreadPool(20);
        CountDownLatch start = new CountDownLatch(1);
        List<Future<ClaimBatch.Claimed>> claims = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            claims.add(volunteers.submit(() -> {
                start.await();
                return room.claim(room.plain, 4);
            }));
        }
        start.countDown();
        int claimed = 0;
        for (Future<ClaimBatch.Claimed> claim : claims) {
            claimed += claim.get().letters();
        }
        volunteers.shutdown();
        // One takes what the one before left: nobody goes away empty while letters wait.
        assertThat(claimed).isEqualTo(30);
        assertThat(room.claim(room.plain, 4).number()).isNull();
        String in = "('" + String.join("','", ids.stream().map(UUID::toString).toList()) + "')";
        assertThat(db.value("select count(*) from batch_line where letter_id in " + in))
                .isEqualTo(30L);
        assertThat(db.value("select count(distinct live_letter_id) from batch_line where letter_id in " + in))
                .isEqualTo(30L);
        assertThat(db.value("select count(*) from letter_event where to_state = 'BATCHED' and letter_id in " + in))
                .isEqualTo(30L);
    }

    @Test
    void a_letter_that_is_too_long_for_its_place_is_held_with_its_reason_and_keeps_nobody_back() {
        UUID tooLong = room.letter(room.vera, 4);
        UUID good = room.letter(room.vera, 1);
        ClaimBatch.Claimed claimed = room.claim(room.plain, 40);
        assertThat(claimed.letters()).isEqualTo(2);
        long number = Objects.requireNonNull(claimed.number());
        room.build(number);
        db.inTransaction(em -> {
            Batch batch = room.house.batches.byNumber(number).orElseThrow();
            assertThat(batch.claimed()).isEqualTo(2);
            assertThat(batch.lines()).singleElement().matches(line -> line.stackNo() == 1);
            assertThat(BuildingView.out(batch)).containsExactly(new BuildingView.Out("print.out.TOO_LONG", 1));
        });
        assertThat(letter(good).state()).isEqualTo(LetterState.BATCHED);
        Letter held = letter(tooLong);
        assertThat(held.state()).isEqualTo(LetterState.HELD);
        assertThat(held.reason()).isEqualTo(Reason.FAULT);
        assertThat(held.trouble()).isEqualTo("TOO_LONG");
        assertThat(held.events().get(held.events().size() - 1).actor()).isEqualTo("clock");
    }

    @Test
    void a_letter_rewritten_after_its_approval_never_enters() {
        UUID id = room.letter(room.vera, 1);
        db.inTransaction(em -> {
            Letter letter = room.house.letters.lock(id).orElseThrow();
            room.house.letters.rewrite(
                    letter, "ru", new Words("Другие слова", "Марта", null), "plain", room.house.now());
        });
        assertThat(room.claim(room.plain, 40).number()).isNull();
        // Not even one that a fault of ours left READY with other words than those approved.
        db.sql("update letter set state = 'READY' where id = '" + id + "'");
        assertThat(room.claim(room.plain, 40).number()).isNull();
        db.sql("update letter set approved_hash = '" + "0".repeat(64) + "', content_hash = '" + "0".repeat(64)
                + "' where id = '" + id + "'");
        theOnlyOneStaysOut();
        assertThat(letter(id).state()).isEqualTo(LetterState.HELD);
    }

    @Test
    void a_place_that_no_longer_takes_the_approved_kind_of_sheet_holds_its_letters() {
        UUID id = room.letter(room.timofey, 1);
        db.inTransaction(em -> new Facilities(em)
                .all().stream()
                        .filter(place -> place.country().equals(room.window.country()))
                        .forEach(place -> place.ruledBy("languages ru")));
        theOnlyOneStaysOut();
        assertThat(letter(id).reason()).isEqualTo(Reason.FAULT);
    }

    /** Whether that is known when it is claimed or only when it is set. */
    private void theOnlyOneStaysOut() {
        theOnlyOneStaysOut(room.plain);
    }

    private void theOnlyOneStaysOut(Pile pile) {
        ClaimBatch.Claimed claimed = room.claim(pile, 40);
        Long number = claimed.number();
        if (number == null) {
            assertThat(claimed).isEqualTo(new ClaimBatch.Claimed(null, 0, 1));
            return;
        }
        assertThat(claimed).isEqualTo(new ClaimBatch.Claimed(number, 1, 0));
        room.build(number);
        db.inTransaction(em -> {
            Batch batch = room.house.batches.byNumber(number).orElseThrow();
            assertThat(batch.lines()).isEmpty();
            assertThat(batch.leftOut()).hasSize(1);
            assertThat(batch.closedAt()).isEqualTo(room.house.now());
        });
    }

    private Letter heldBy(Consumer<Recipient> change) {
        UUID id = room.letter(room.vera, 2);
        db.inTransaction(em -> change.accept(new People(em).byId(room.vera).orElseThrow()));
        theOnlyOneStaysOut();
        assertThat(letter(id).state()).isEqualTo(LetterState.HELD);
        return letter(id);
    }

    @Test
    void who_asked_for_a_pause_since_the_approval_gets_nothing() {
        assertThat(heldBy(Recipient::pause).reason()).isEqualTo(Reason.ENOUGH);
    }

    @Test
    void nothing_goes_to_where_somebody_was() {
        LocalDate day = LocalDate.of(2026, 11, 20);
        assertThat(heldBy(vera -> vera.isLost(day, "her lawyer")).reason()).isEqualTo(Reason.TRANSFER);
    }

    @Test
    void an_address_that_grew_old_since_the_approval_is_looked_at_first() {
        LocalDate old = LocalDate.of(2026, 9, 1);
        assertThat(heldBy(vera -> vera.facility().checked(old, "a test")).reason())
                .isEqualTo(Reason.ADDRESS);
    }

    @Test
    void a_language_that_the_place_does_not_let_in_any_more_is_a_fault() {
        Letter held = heldBy(vera -> vera.facility().ruledBy("languages kk"));
        assertThat(held.reason()).isEqualTo(Reason.FAULT);
        assertThat(held.trouble()).isEqualTo(Freezer.Trouble.LANGUAGE.name());
    }

    @Test
    void a_place_that_takes_only_cards_since_the_approval_gets_no_sheet() {
        UUID id = room.letter(room.vera, 2);
        db.inTransaction(em -> new People(em).byId(room.vera).orElseThrow().ruledBy("postcard-only"));
        assertThat(room.claim(room.plain, 40).letters())
                .as("it is no sheet any more")
                .isZero();
        theOnlyOneStaysOut(new Pile(Family.POSTCARD, room.plain.country()));
        assertThat(letter(id).reason()).isEqualTo(Reason.FAULT);
        assertThat(letter(id).trouble()).isEqualTo(Freezer.Trouble.NOT_AS_APPROVED.name());
    }

    @Test
    void a_claim_waits_for_a_move_that_is_not_saved_yet_and_takes_the_new_address() throws Exception {
        room.letters(1, room.vera);
        CountDownLatch moved = new CountDownLatch(1);
        ExecutorService hands = Executors.newFixedThreadPool(2);
        Future<Boolean> move = hands.submit(() -> db.fromTransaction(em -> {
            People people = new People(em);
            Recipient vera = people.lock("person-" + room.veraNo).orElseThrow();
            Facility other = new Facility(
                    "elsewhere-" + room.veraNo,
                    new Place("ФКУ ИК-77", "ул. Дальняя, д. 9", "г. Иной", "Иная обл.", "600009"),
                    new Place("IK-77", "ul. Dalnyaya 9", "Inoy", "Inaya", "600009"),
                    Objects.requireNonNull(room.plain.country()),
                    "ru",
                    LocalDate.of(2026, 11, 1),
                    "a test");
            new Facilities(em).add(other);
            people.move(vera, other, LocalDate.of(2026, 11, 22), "a test");
            em.flush();
            moved.countDown();
            Thread.sleep(500);
            return true;
        }));
        moved.await();
        Future<Long> claimed = hands.submit(() -> room.batch(room.plain));
        assertThat(addressOf(claimed.get())).contains("ул. Дальняя, д. 9").doesNotContain("ул. Лесная, д. 3");
        assertThat(move.get()).isTrue();
        hands.shutdown();
    }

    @Test
    void a_claim_waits_for_an_address_that_is_being_mended() throws Exception {
        room.letters(1, room.vera);
        String slug = db.fromTransaction(
                em -> new People(em).byId(room.vera).orElseThrow().facility().slug());
        CountDownLatch mended = new CountDownLatch(1);
        ExecutorService hands = Executors.newFixedThreadPool(2);
        Future<Boolean> mend = hands.submit(() -> db.fromTransaction(em -> {
            Facility colony = new Facilities(em).lock(slug).orElseThrow();
            Place old = colony.local();
            colony.addressed(
                    new Place(old.name(), "ул. Новая, д. 7", old.town(), old.region(), old.postcode()),
                    colony.latin(),
                    "ru");
            em.flush();
            mended.countDown();
            Thread.sleep(500);
            return true;
        }));
        mended.await();
        Future<Long> claimed = hands.submit(() -> room.batch(room.plain));
        assertThat(addressOf(claimed.get())).contains("ул. Новая, д. 7");
        assertThat(mend.get()).isTrue();
        hands.shutdown();
    }

    @Test
    void one_stack_is_one_kind_of_envelope() {
        room.letters(2, room.vera);
        room.letters(3, room.timofey);
        List<Ready.Group> groups = db.fromTransaction(em -> room.ready.at(room.site, TODAY));
        assertThat(groups).extracting(Ready.Group::family).containsExactlyInAnyOrder(Family.PLAIN, Family.WINDOW);
        assertThat(room.claim(room.window, 40).letters()).isEqualTo(3);
        assertThat(room.claim(room.plain, 40).letters()).isEqualTo(2);
    }

    @Test
    void a_site_whose_post_does_not_reach_a_country_gets_none_of_its_letters() {
        room.letters(1, room.vera);
        PrintRoom elsewhere = new PrintRoom(db, false);
        List<Ready.Group> groups = db.fromTransaction(em -> elsewhere.ready.at(elsewhere.site, TODAY));
        assertThat(groups).isEmpty();
        assertThat(elsewhere.claim(room.plain, 40).number()).isNull();
    }

    @Test
    void a_claim_lasts_until_a_sunday_evening_at_least_two_days_away() {
        ZoneId berlin = ZoneId.of("Europe/Berlin");
        PrintSite inBerlin = new PrintSite("Here", "Berlin", "DE", "de", berlin, null);
        Instant friday = Instant.parse("2026-11-20T16:00:00Z");
        Instant saturday = Instant.parse("2026-11-21T09:00:00Z");
        Instant sundayNight = Instant.parse("2026-11-22T22:00:00Z");
        assertThat(Deadline.after(friday, inBerlin)).isEqualTo(Instant.parse("2026-11-22T19:00:00Z"));
        assertThat(Deadline.after(saturday, inBerlin)).isEqualTo(Instant.parse("2026-11-29T19:00:00Z"));
        assertThat(Deadline.after(sundayNight, inBerlin)).isEqualTo(Instant.parse("2026-11-29T19:00:00Z"));
        // 20:00 on the wall, also across the end of summer time.
        Instant october =
                LocalDate.of(2026, 10, 20).atTime(12, 0).atZone(berlin).toInstant();
        assertThat(Deadline.after(october, inBerlin).atZone(berlin).toString()).startsWith("2026-10-25T20:00+01:00");
    }

    @Test
    void a_claim_lasts_until_a_sunday_before_which_the_post_was_open_on_two_days() {
        ZoneId berlin = ZoneId.of("Europe/Berlin");
        PrintSite inBerlin = new PrintSite("Here", "Berlin", "DE", "de", berlin, null);
        Instant theTwentyThird = Instant.parse("2026-12-23T16:00:00Z");
        Instant theTwentyFourth = Instant.parse("2026-12-24T16:00:00Z");
        assertThat(Deadline.after(theTwentyThird, inBerlin)).isEqualTo(Instant.parse("2026-12-27T19:00:00Z"));
        assertThat(Deadline.after(theTwentyFourth, inBerlin))
                .as("both days of Christmas lie between")
                .isEqualTo(Instant.parse("2027-01-03T19:00:00Z"));
        inBerlin.isClosedOn(Map.of(LocalDate.of(2026, 12, 24), "nobody is here"));
        assertThat(Deadline.after(theTwentyThird, inBerlin)).isEqualTo(Instant.parse("2027-01-03T19:00:00Z"));
    }

    @Test
    void only_its_volunteer_takes_the_files_and_only_while_the_batch_is_open() {
        room.letters(2, room.vera);
        long batch = room.batch(room.plain);
        assertThatThrownBy(() -> db.fromTransaction(
                        em -> room.atThePrinter.takeFile(batch, 99, "letters.pdf", room.house.batches::pdfOf)))
                .isInstanceOf(NotNow.class);
        assertThatThrownBy(() ->
                        db.fromTransaction(em -> room.atThePrinter.markPrinted(batch, List.of(1), PrintRoom.PRIYA)))
                .isInstanceOf(NotNow.class);
        db.inTransaction(em -> room.atThePrinter.giveBack(batch, List.of(1, 2), true, PrintRoom.PRIYA));
        assertThatThrownBy(() -> room.take(batch)).isInstanceOf(NotNow.class);
    }

    @Test
    void a_mended_address_stands_on_letters_claimed_from_then_on_and_a_batch_keeps_its_own() {
        room.letters(1, room.vera);
        long before = room.batch(room.plain);
        room.letters(1, room.vera);
        db.inTransaction(em -> {
            Facility colony = new People(em).byId(room.vera).orElseThrow().facility();
            Place old = colony.local();
            colony.addressed(
                    new Place(old.name(), "ул. Новая, д. 7", old.town(), old.region(), old.postcode()),
                    colony.latin(),
                    "ru");
        });
        long after = room.batch(room.plain);
        assertThat(addressOf(before)).contains("ул. Лесная, д. 3").doesNotContain("ул. Новая, д. 7");
        assertThat(addressOf(after)).contains("ул. Новая, д. 7").doesNotContain("ул. Лесная, д. 3");
    }

    private List<String> addressOf(long batch) {
        return db.fromTransaction(em -> room.house
                .batches
                .frozen(room.house.batchLines.line(batch, 1).orElseThrow())
                .map(bytes -> Frozen.of(bytes).manuscript().addressLines())
                .orElseThrow());
    }
}
