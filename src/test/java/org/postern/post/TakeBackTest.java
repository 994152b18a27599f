package org.postern.post;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.postern.TestDatabase;
import org.postern.directory.Facility;
import org.postern.directory.Facility.Place;
import org.postern.directory.Recipient;
import org.postern.directory.Recipient.Doubt;
import org.postern.letter.Actor;
import org.postern.letter.AddressTasks;
import org.postern.letter.House;
import org.postern.letter.Keeping;
import org.postern.letter.Letter;
import org.postern.letter.LetterState;
import org.postern.letter.LetterState.Reason;
import org.postern.letter.Watches;

/** What the post brings back, and what follows from it. */
@Tag("database")
@ParameterizedClass
@MethodSource("org.postern.TestDatabase#both")
class TakeBackTest {
    private static int people;

    private final TestDatabase db;
    private final House house;
    private final Hands hands;

    TakeBackTest(TestDatabase db) {
        this.db = db;
        this.hands = new Hands(db);
        this.house = hands.house;
    }

    /** Each time somebody else, in a country of her own. */
    private long somebody() {
        int n = people++;
        String country = "" + (char) ('A' + n / 26 % 26) + (char) ('A' + n % 26);
        // Where a pack of rules lets another language in only, a letter in English would go to a translator.
        return Files.exists(Path.of("templates/rules", country.toLowerCase(Locale.ROOT) + ".txt"))
                ? somebody()
                : hands.somebodyIn("ret" + n, country);
    }

    private Recipient person(long id) {
        return db.fromTransaction(em -> {
            Recipient found = hands.people.byId(id).orElseThrow();
            assertThat(found.facility().slug()).isNotEmpty();
            return found;
        });
    }

    private long notices(UUID letter, String kind) {
        Object count =
                db.value("select count(*) from notice where kind = '" + kind + "' and letter_id = '" + letter + "'");
        return count instanceof Long n ? n : -1;
    }

    @ParameterizedTest
    @EnumSource(
            value = Reason.class,
            names = {
                "MOVED",
                "FREED",
                "REFUSED_BY_PERSON",
                "INSUFFICIENT_ADDRESS",
                "UNKNOWN_PERSON",
                "DECEASED",
                "OTHER"
            })
    void each_reason_stops_what_is_not_on_paper_and_says_why(Reason why) {
        long person = somebody();
        UUID back = hands.postedTo(person);
        UUID next = hands.readyTo(person);
        assertThat(hands.returned(back, why)).isEqualTo(Answer.DONE);
        assertThat(hands.letter(back).reason()).isEqualTo(why);
        Reason held = switch (why) {
            case MOVED -> Reason.TRANSFER;
            case FREED -> Reason.RELEASED;
            case DECEASED -> Reason.DIED;
            case REFUSED_BY_PERSON -> Reason.ORGANISER;
            default -> Reason.ADDRESS;
        };
        assertThat(hands.letter(next).state()).isEqualTo(LetterState.HELD);
        assertThat(hands.letter(next).reason()).isEqualTo(held);
        UUID later = hands.readyTo(person);
        db.inTransaction(em -> assertThat(org.postern.letter.TestHolds.onward(db)
                        .of(hands.people.byId(person).orElseThrow(), "en", house.now()))
                .as("what is approved from now on")
                .isEqualTo(Letter.Approval.held(held)));
        assertThat(hands.letter(later).state()).isEqualTo(LetterState.READY);
        assertThat(isATask(person)).as("an organiser finds it").isTrue();
    }

    private boolean isATask(long person) {
        return db.<Boolean>fromTransaction(em -> {
            AddressTasks.Open open =
                    new AddressTasks(hands.people, hands.facilities, house.letters).open(hands.today());
            long place = hands.people.byId(person).orElseThrow().facility().id();
            return open.people().stream().anyMatch(task -> task.person().id() == person)
                    || open.places().stream().anyMatch(task -> task.place().id() == place);
        });
    }

    @Test
    void what_the_censor_sends_back_stops_nothing_and_asks_for_a_look_at_the_rules() {
        long person = somebody();
        UUID next = hands.readyTo(person);
        hands.returned(hands.postedTo(person), Reason.REFUSED_BY_CENSOR);
        assertThat(hands.letter(next).state()).isEqualTo(LetterState.READY);
        assertThat(person(person).doubt()).isNull();
        assertThat(person(person).facility().censoredSince()).isEqualTo(hands.today());
        assertThat(person(person).facility().returned()).isEqualTo(1);
        assertThat(isATask(person)).isTrue();
        db.inTransaction(em -> {
            Facility place = hands.people.byId(person).orElseThrow().facility();
            place.ruledBy("leave-out maps");
            place.checked(hands.today(), "a call");
        });
        assertThat(isATask(person)).isFalse();
    }

    @Test
    void too_little_of_an_address_stops_letters_to_everybody_there_until_it_is_mended_or_checked() {
        long person = somebody();
        long neighbour = neighbourOf(person);
        UUID hers = hands.readyTo(neighbour);
        hands.returned(hands.postedTo(person), Reason.INSUFFICIENT_ADDRESS);
        assertThat(hands.letter(hers).state()).isEqualTo(LetterState.HELD);
        assertThat(hands.letter(hers).reason()).isEqualTo(Reason.ADDRESS);
        assertThat(person(neighbour).doubt()).isNull();
        db.inTransaction(em -> {
            Facility place = hands.people.byId(person).orElseThrow().facility();
            place.checked(hands.today().minusDays(1), "a letter of yesterday");
            assertThat(place.addressDoubtedSince()).as("what was known before").isNotNull();
            place.checked(hands.today(), "a call");
            assertThat(letGo(place)).isEqualTo(1);
        });
        assertThat(hands.letter(hers).state()).isEqualTo(LetterState.READY);
    }

    private long neighbourOf(long person) {
        long neighbour = somebody();
        db.inTransaction(em -> hands.people.move(
                hands.people.byId(neighbour).orElseThrow(),
                hands.people.byId(person).orElseThrow().facility(),
                LocalDate.of(2026, 1, 1),
                "a test"));
        return neighbour;
    }

    @ParameterizedTest
    @EnumSource(
            value = Reason.class,
            names = {"FREED", "DECEASED", "REFUSED_BY_PERSON"})
    void what_proves_the_address_does_not_count_against_the_place(Reason why) {
        long person = somebody();
        hands.returned(hands.postedTo(person), why);
        hands.returned(hands.postedTo(person), why);
        assertThat(person(person).facility().returned()).isZero();
        assertThat(person(person).facility().suspendedSince()).isNull();
    }

    @Test
    void that_somebody_died_is_told_to_an_organiser_first() {
        UUID back = house.ready(UUID.randomUUID() + "@example.org", Keeping.FOR_A_REPLY);
        UUID next = house.ready(UUID.randomUUID() + "@example.org", Keeping.FOR_A_REPLY);
        house.post(hands.printed(back));
        hands.returned(back, Reason.DECEASED);
        assertThat(hands.letter(next).reason()).isEqualTo(Reason.DIED);
        assertThat(notices(next, "HELD")).isZero();
        assertThat(notices(back, "RETURNED")).isEqualTo(1);
    }

    @Test
    void taken_back_twice_it_counts_once_and_what_was_never_posted_does_not_come_back() {
        long person = somebody();
        UUID back = hands.postedTo(person);
        assertThat(hands.returned(back, Reason.OTHER)).isEqualTo(Answer.DONE);
        assertThat(hands.returned(back, Reason.MOVED)).isEqualTo(Answer.TWICE);
        assertThat(hands.letter(back).reason()).isEqualTo(Reason.OTHER);
        assertThat(person(person).facility().returned()).isEqualTo(1);
        assertThat(hands.returned(hands.readyTo(person), Reason.OTHER)).isEqualTo(Answer.NOT_POSTED);
    }

    @Test
    void two_returns_suspend_the_place_for_everybody_there_until_an_organiser_opens_it() {
        long person = somebody();
        long neighbour = neighbourOf(person);
        UUID hers = hands.readyTo(neighbour);
        String hash = String.valueOf(hands.letter(hers).contentHash());
        hands.returned(hands.postedTo(person), Reason.REFUSED_BY_CENSOR);
        assertThat(hands.letter(hers).state()).as("after one").isEqualTo(LetterState.READY);
        hands.returned(hands.postedTo(person), Reason.REFUSED_BY_CENSOR);
        assertThat(hands.letter(hers).state()).isEqualTo(LetterState.HELD);
        assertThat(person(person).facility().suspendedSince()).isEqualTo(hands.today());
        db.inTransaction(em -> {
            Facility place = hands.people.byId(person).orElseThrow().facility();
            place.openAgain();
            assertThat(letGo(place)).isEqualTo(1);
        });
        assertThat(hands.letter(hers).state()).isEqualTo(LetterState.READY);
        assertThat(hands.letter(hers).isApproved()).isTrue();
        assertThat(hands.letter(hers).contentHash()).isEqualTo(hash);
    }

    private int letGo(Facility place) {
        return hands.unprinted().letGo(hands.people.at(place), Set.of(Reason.ADDRESS), Actor.staff(6), house.now());
    }

    @Test
    void a_mended_address_lets_the_letters_go_with_the_approval_they_had_and_the_new_lines() {
        long person = somebody();
        UUID next = hands.readyTo(person);
        String hash = String.valueOf(hands.letter(next).contentHash());
        hands.returned(hands.postedTo(person), Reason.INSUFFICIENT_ADDRESS);
        assertThat(hands.letter(next).state()).isEqualTo(LetterState.HELD);
        db.inTransaction(em -> {
            Recipient mended = hands.people.byId(person).orElseThrow();
            Place place = new Place("Mended House", "1 New Road", null, null, null);
            assertThat(letGo(mended.facility())).as("while it is in doubt").isZero();
            mended.facility().addressed(place, place, "en");
            assertThat(letGo(mended.facility())).isEqualTo(1);
            assertThat(Hands.PAGES.addressLines(mended, null)).anyMatch(line -> line.contains("Mended House"));
        });
        assertThat(hands.letter(next).state()).isEqualTo(LetterState.READY);
        // The content hash holds no address: what was read is what is printed, whatever stands on the envelope.
        assertThat(hands.letter(next).isApproved()).isTrue();
        assertThat(hands.letter(next).contentHash()).isEqualTo(hash);
    }

    @Test
    void an_approval_ends_where_the_page_itself_changed_meanwhile() {
        long person = somebody();
        UUID next = hands.readyTo(person);
        hands.returned(hands.postedTo(person), Reason.OTHER);
        db.inTransaction(em -> {
            Recipient mended = hands.people.byId(person).orElseThrow();
            mended.noDoubt();
            mended.facility().ruledBy("window-allowed");
            assertThat(letGo(mended.facility())).isZero();
        });
        assertThat(hands.letter(next).state()).isEqualTo(LetterState.IN_REVIEW);
        assertThat(hands.letter(next).isApproved()).isFalse();
    }

    @Test
    void what_comes_back_from_where_somebody_was_says_nothing_of_where_they_are() {
        long person = somebody();
        UUID back = hands.postedTo(person);
        house.clock.pass(Duration.ofDays(10));
        long elsewhere = somebody();
        long old = person(person).facility().id();
        db.inTransaction(em -> hands.people.move(
                hands.people.byId(person).orElseThrow(),
                hands.people.byId(elsewhere).orElseThrow().facility(),
                hands.today(),
                "her lawyer"));
        assertThat(hands.returned(back, Reason.MOVED)).isEqualTo(Answer.DONE);
        assertThat(person(person).doubt()).isNull();
        assertThat(person(person).lostSince()).isNull();
        assertThat(person(person).facility().returned()).isZero();
        db.inTransaction(em -> assertThat(java.util.Objects.requireNonNull(
                                hands.facilities.byIds(List.of(old)).get(old))
                        .returned())
                .isEqualTo(1));
    }

    @Test
    void the_writer_is_told_once_and_to_write_again_where_the_words_are_gone() {
        UUID kept = house.ready(UUID.randomUUID() + "@example.org", Keeping.FOR_A_REPLY);
        UUID gone = house.ready(UUID.randomUUID() + "@example.org", Keeping.FOR_A_REPLY);
        house.post(hands.printed(kept, gone));
        db.inTransaction(em -> house.letters.eraseText(gone));
        hands.returned(kept, Reason.OTHER);
        hands.returned(kept, Reason.OTHER);
        hands.returned(gone, Reason.OTHER);
        assertThat(notices(kept, "RETURNED")).isEqualTo(1);
        assertThat(notices(kept, "WRITE_AGAIN")).isZero();
        assertThat(notices(gone, "WRITE_AGAIN")).isEqualTo(1);
        assertThat(notices(gone, "RETURNED")).isZero();
    }

    @Test
    void the_envelopes_photo_is_sealed_and_gone_after_ninety_days() {
        long person = somebody();
        UUID back = hands.postedTo(person);
        byte[] jpeg = {(byte) 0xFF, (byte) 0xD8, 1, 2, 3};
        db.inTransaction(em -> hands.takeBack().returned(back, Reason.OTHER, jpeg, House.STAFF));
        UUID photo =
                db.fromTransaction(em -> hands.photos.to(List.of(person)).get(0).id());
        db.inTransaction(em -> assertThat(hands.photos.open(photo)).contains(jpeg));
        house.clock.pass(Duration.ofDays(89));
        house.eraser().eraseWhatIsDue();
        db.inTransaction(em -> assertThat(hands.photos.open(photo)).isPresent());
        house.clock.pass(Duration.ofDays(2));
        house.eraser().eraseWhatIsDue();
        db.inTransaction(em -> assertThat(hands.photos.open(photo)).isEmpty());
        assertThat(db.value("select count(*) from return_photo where id = '" + photo + "'"))
                .isEqualTo(0L);
    }

    @Test
    void a_batch_whose_files_nobody_took_gives_its_letter_back_and_one_on_paper_is_left_alone() {
        long person = somebody();
        UUID batched = hands.readyTo(person);
        db.inTransaction(em -> hands.claimLike(person));
        hands.returned(hands.postedTo(person), Reason.MOVED);
        assertThat(hands.letter(batched).state()).isEqualTo(LetterState.HELD);
        assertThat(db.value("select count(*) from batch_line where live_letter_id = '" + batched + "'"))
                .isEqualTo(0L);
        assertThat(broken()).isZero();
    }

    @Test
    void whoever_comes_first_no_volunteer_claims_what_a_return_stops() throws Exception {
        ExecutorService two = Executors.newFixedThreadPool(2);
        for (int round = 0; round < 4; round++) {
            long person = somebody();
            UUID back = hands.postedTo(person);
            UUID next = hands.readyTo(person);
            CyclicBarrier start = new CyclicBarrier(2);
            Future<Long> claim = two.submit(() -> {
                start.await();
                return db.fromTransaction(em -> hands.claimLike(person));
            });
            Future<Answer> taken = two.submit(() -> {
                start.await();
                return hands.returned(back, Reason.UNKNOWN_PERSON);
            });
            assertThat(taken.get()).isEqualTo(Answer.DONE);
            try {
                claim.get();
            } catch (ExecutionException nothingLeft) {
                assertThat(nothingLeft.getCause()).isInstanceOf(NullPointerException.class);
            }
            assertThat(hands.letter(next).state()).isEqualTo(LetterState.HELD);
            assertThat(hands.letter(next).reason()).isEqualTo(Reason.ADDRESS);
        }
        two.shutdown();
        assertThat(broken()).isZero();
    }

    private long broken() {
        Map<Watches.Watch, Long> seen = db.fromTransaction(em -> new Watches(em).look(house.now()));
        return seen.getOrDefault(Watches.Watch.STUCK_TO_A_BATCH, -1L)
                + seen.getOrDefault(Watches.Watch.IN_TWO_BATCHES, -1L);
    }

    @Test
    void a_doubt_that_stands_is_not_softened_by_a_second_return() {
        long person = somebody();
        hands.returned(hands.postedTo(person), Reason.REFUSED_BY_PERSON);
        assertThat(person(person).doubt()).isEqualTo(Doubt.REFUSED);
        hands.returned(hands.postedTo(person), Reason.DECEASED);
        assertThat(person(person).doubt()).isEqualTo(Doubt.DIED);
        hands.returned(hands.postedTo(person), Reason.OTHER);
        assertThat(person(person).doubt()).isEqualTo(Doubt.DIED);
    }
}
