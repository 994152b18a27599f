package org.postern.post;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;
import org.postern.TestDatabase;
import org.postern.letter.House;
import org.postern.letter.Keeping;
import org.postern.letter.LetterEvent;
import org.postern.letter.LetterState;
import org.postern.letter.NotNow;
import org.postern.staff.Role;
import org.postern.vault.PieceCode;

/** A code that is scanned: what it does once, twice, and in other hands. */
@Tag("database")
@ParameterizedClass
@MethodSource("org.postern.TestDatabase#both")
class ScanLetterTest {
    private static final long STRANGER = 99;

    private final TestDatabase db;
    private final House house;
    private final Hands hands;

    ScanLetterTest(TestDatabase db) {
        this.db = db;
        this.hands = new Hands(db);
        this.house = hands.house;
    }

    private UUID ready() {
        return house.ready(UUID.randomUUID() + "@example.org", Keeping.FOR_A_REPLY);
    }

    private Answer scan(Mode mode, PieceCode code) {
        return hands.scan(mode, code, hands.scanner());
    }

    private LetterEvent last(UUID id) {
        return db.fromTransaction(em -> {
            List<LetterEvent> events = house.letters.byId(id).orElseThrow().events();
            return events.get(events.size() - 1);
        });
    }

    private long notices(UUID letter, String kind) {
        Object count =
                db.value("select count(*) from notice where kind = '" + kind + "' and letter_id = '" + letter + "'");
        return count instanceof Long n ? n : -1;
    }

    @Test
    void the_first_scan_posts_and_tells_the_writer_the_second_says_twice() {
        UUID id = ready();
        UUID other = ready();
        PieceCode code = hands.code(hands.printed(id, other), 1);
        assertThat(scan(Mode.POSTED, code)).isEqualTo(Answer.DONE);
        assertThat(scan(Mode.POSTED, code)).isEqualTo(Answer.TWICE);
        assertThat(house.state(id)).isEqualTo(LetterState.POSTED);
        assertThat(house.state(other)).isEqualTo(LetterState.PRINTED);
        assertThat(notices(id, "POSTED")).isEqualTo(1);
        assertThat(last(id).place()).isEqualTo("Berlin");
    }

    @Test
    void day_and_town_that_the_volunteer_chose_stand_in_the_history_but_never_before_the_printing() {
        UUID id = ready();
        UUID late = ready();
        long batch = hands.printed(id, late);
        LocalDate printed = hands.today();
        house.clock.pass(Duration.ofDays(3));
        PieceCode code = hands.code(batch, 1);
        PieceCode other = hands.code(batch, 2);
        db.inTransaction(em -> {
            assertThat(hands.scanner().scan(Mode.POSTED, code, printed.plusDays(1), "Potsdam"))
                    .isEqualTo(Answer.DONE);
            assertThat(hands.scanner().scan(Mode.POSTED, other, printed.minusDays(9), ""))
                    .isEqualTo(Answer.DONE);
        });
        assertThat(last(id).place()).isEqualTo("Potsdam");
        assertThat(last(id).hour())
                .isBetween(house.now().minus(Duration.ofDays(3)), house.now().minus(Duration.ofDays(1)));
        assertThat(last(late).hour())
                .as("not before it was printed")
                .isAfter(house.now().minus(Duration.ofDays(4)));
    }

    @Test
    void a_stranger_is_told_nothing_but_whose_site_it_is_and_changes_nothing_in_any_mode() {
        UUID id = ready();
        PieceCode code = hands.code(hands.printed(id), 1);
        ScanLetter stranger = hands.scanner(Hands.somebody(STRANGER, Role.PRINTER));
        for (Mode mode : Mode.values()) {
            assertThat(hands.scan(mode, code, stranger)).as(mode.name()).isEqualTo(Answer.NOT_YOURS);
        }
        assertThatThrownBy(() -> db.inTransaction(em -> stranger.spoiled(code, 1)))
                .isInstanceOf(NotNow.class);
        assertThat(house.state(id)).isEqualTo(LetterState.PRINTED);
        ScanView view = hands.view(Hands.somebody(STRANGER, Role.PRINTER));
        Kept kept = new Kept(Mode.POSTED, hands.today(), "", List.of(code));
        db.inTransaction(em -> {
            ScanView.Model page =
                    view.of(kept, List.of("NOT_YOURS." + code.symbols(), "DONE." + code.symbols()), "", hands.today());
            assertThat(page.told()).allMatch(told -> told.piece() == null);
            assertThat(page.told().get(0).site()).startsWith("Site ");
            assertThat(page.told().get(1).answer())
                    .as("an address made up by hand")
                    .isEqualTo(Answer.UNKNOWN);
            assertThat(page.just()).isEmpty();
            assertThat(view.search(
                                    kept,
                                    "Muster",
                                    "",
                                    house.letters.byId(id).orElseThrow().writtenOn() + "",
                                    hands.today())
                            .candidates())
                    .isEmpty();
        });
    }

    @Test
    void an_organiser_may_scan_what_another_volunteer_claimed() {
        UUID id = ready();
        PieceCode code = hands.code(hands.printed(id), 1);
        ScanLetter organiser = hands.scanner(Hands.somebody(STRANGER, Role.ORGANISER));
        assertThat(hands.scan(Mode.POSTED, code, organiser)).isEqualTo(Answer.DONE);
        assertThat(last(id).actor()).isEqualTo("staff:" + STRANGER);
    }

    @Test
    void what_no_letter_carries_is_unknown_and_what_is_not_printed_or_left_the_batch_does_not_go() {
        UUID id = ready();
        UUID back = ready();
        long batch = house.batch(house.now().plus(Duration.ofDays(3)), id, back);
        assertThat(scan(Mode.POSTED, PieceCode.random())).isEqualTo(Answer.UNKNOWN);
        assertThat(scan(Mode.POSTED, hands.code(batch, 1))).isEqualTo(Answer.NOT_PRINTED);
        assertThat(scan(Mode.SPOILED, hands.code(batch, 1)))
                .as("no file was taken")
                .isEqualTo(Answer.NOT_PRINTED);
        assertThat(scan(Mode.RETURNED, hands.code(batch, 1))).isEqualTo(Answer.NOT_POSTED);
        assertThat(scan(Mode.REPLY, hands.code(batch, 1))).isEqualTo(Answer.NOT_POSTED);
        house.inBatch(batch, found -> house.batchLines.giveBack(found, List.of(2), true, House.STAFF, house.now()));
        assertThat(scan(Mode.POSTED, hands.code(batch, 2))).isEqualTo(Answer.OUT);
        assertThat(scan(Mode.SPOILED, hands.code(batch, 2))).isEqualTo(Answer.OUT);
        assertThat(house.state(back)).isEqualTo(LetterState.READY);
    }

    @Test
    void a_letter_of_which_nobody_was_sure_is_posted_by_whoever_has_it_in_hand() {
        UUID id = ready();
        long batch = hands.printed(id);
        house.inBatch(batch, found -> house.batchLines.runOut(found, house.now()));
        assertThat(house.state(id)).isEqualTo(LetterState.UNSURE);
        assertThat(scan(Mode.POSTED, hands.code(batch, 1))).isEqualTo(Answer.DONE);
        assertThat(scan(Mode.POSTED, hands.code(batch, 1))).isEqualTo(Answer.TWICE);
        assertThat(notices(id, "POSTED")).isEqualTo(1);
    }

    @Test
    void two_scanners_at_one_moment_post_once() throws Exception {
        UUID id = ready();
        PieceCode code = hands.code(hands.printed(id, ready()), 1);
        CyclicBarrier start = new CyclicBarrier(2);
        Callable<Answer> press = () -> {
            start.await();
            return scan(Mode.POSTED, code);
        };
        ExecutorService two = Executors.newFixedThreadPool(2);
        List<Future<Answer>> both = two.invokeAll(List.of(press, press));
        assertThat(List.of(both.get(0).get(), both.get(1).get())).containsExactlyInAnyOrder(Answer.DONE, Answer.TWICE);
        two.shutdown();
        assertThat(notices(id, "POSTED")).isEqualTo(1);
    }

    @Test
    void a_spoiled_paper_is_asked_for_counted_once_and_printed_again_in_the_same_batch() {
        UUID id = ready();
        long batch = hands.printed(id);
        PieceCode code = hands.code(batch, 1);
        assertThat(scan(Mode.SPOILED, code)).isEqualTo(Answer.ASK);
        assertThat(house.state(id)).as("asking changes nothing").isEqualTo(LetterState.PRINTED);
        assertThat(destroyed(code, 1)).isEqualTo(Answer.DONE);
        assertThat(destroyed(code, 1)).as("pressed twice").isEqualTo(Answer.TWICE);
        assertThat(scan(Mode.SPOILED, code)).isEqualTo(Answer.TWICE);
        assertThat(hands.line(batch, 1).copy()).isEqualTo(2);
        assertThat(hands.line(batch, 1).sheetsUsed()).isEqualTo(2);
        assertThat(house.state(id)).isEqualTo(LetterState.BATCHED);
        assertThat(scan(Mode.POSTED, code)).as("the paper is gone").isEqualTo(Answer.AGAIN);
        house.print(batch);
        assertThat(scan(Mode.POSTED, code)).isEqualTo(Answer.DONE);
    }

    private Answer destroyed(PieceCode code, int copy) {
        return db.fromTransaction(em -> hands.scanner().spoiled(code, copy));
    }

    @Test
    void whoever_comes_first_a_spoiled_letter_is_withdrawn_or_printed_again_never_both() throws Exception {
        ExecutorService two = Executors.newFixedThreadPool(2);
        for (int round = 0; round < 5; round++) {
            UUID id = ready();
            long batch = hands.printed(id);
            PieceCode code = hands.code(batch, 1);
            destroyed(code, 1);
            CyclicBarrier start = new CyclicBarrier(2);
            Future<Boolean> withdrawn = two.submit(() -> {
                start.await();
                try {
                    db.inTransaction(em -> {
                        var letter = house.letters.lock(id).orElseThrow();
                        letter.withdraw(house.now());
                        house.batches.pullOut(letter, house.now());
                    });
                    return true;
                } catch (NotNow printedMeanwhile) {
                    return false;
                }
            });
            Future<Integer> printed = two.submit(() -> {
                start.await();
                try {
                    return db.<Integer>fromTransaction(em -> house.batchLines.print(
                            house.batches.lock(batch).orElseThrow(), List.of(1), House.STAFF, house.now()));
                } catch (NotNow closed) {
                    return 0;
                }
            });
            assertThat(withdrawn.get() ? 0 : 1).isEqualTo(printed.get());
            Answer posted;
            try {
                posted = scan(Mode.POSTED, code);
            } catch (NotNow closed) {
                posted = Answer.OUT;
            }
            assertThat(posted).isEqualTo(withdrawn.get() ? Answer.REMOVE : Answer.DONE);
        }
        two.shutdown();
    }

    @Test
    void an_answer_from_prison_is_noted_once_also_for_a_letter_that_came_back() {
        UUID id = ready();
        long batch = hands.printed(id);
        scan(Mode.POSTED, hands.code(batch, 1));
        assertThat(scan(Mode.REPLY, hands.code(batch, 1))).isEqualTo(Answer.DONE);
        assertThat(scan(Mode.REPLY, hands.code(batch, 1))).isEqualTo(Answer.TWICE);
        assertThat(house.state(id)).isEqualTo(LetterState.REPLIED);
        assertThat(scan(Mode.RETURNED, hands.code(batch, 1))).isEqualTo(Answer.TWICE);
    }

    @Test
    void a_search_needs_a_name_and_a_year_or_a_day_and_finds_only_my_letters() {
        UUID id = ready();
        hands.printed(id);
        ScanView view = hands.view(Hands.somebody(House.STAFF, Role.PRINTER));
        Kept kept = new Kept(Mode.RETURNED, hands.today(), "", List.of());
        db.inTransaction(em -> {
            String day = String.valueOf(house.letters.byId(id).orElseThrow().writtenOn());
            assertThat(view.search(kept, "Muster", "", "", hands.today()).fault())
                    .isEqualTo("SEARCH");
            assertThat(view.search(kept, "M", "", day, hands.today()).candidates())
                    .isNull();
            assertThat(view.search(kept, "muster, ERIKA", "", day, hands.today())
                            .candidates())
                    .isNotEmpty()
                    .allMatch(piece -> piece.name().equals("Erika Muster"));
            assertThat(view.search(kept, "Muster", "", "1999-01-01", hands.today())
                            .candidates())
                    .isEmpty();
        });
    }

    @Test
    void a_covers_code_leads_whoever_has_the_batch_to_it_and_nobody_else() {
        UUID id = ready();
        long batch = hands.printed(id);
        PieceCode cover = db.fromTransaction(em -> new PieceCode(Objects.requireNonNull(
                house.batches.byNumber(batch).orElseThrow().code())));
        ScanLetter mine = hands.scanner();
        ScanLetter strangers = hands.scanner(Hands.somebody(STRANGER, Role.PRINTER));
        ScanLetter organisers = hands.scanner(Hands.somebody(STRANGER, Role.ORGANISER));
        db.inTransaction(em -> {
            assertThat(mine.cover(cover)).contains(batch);
            assertThat(organisers.cover(cover)).contains(batch);
            assertThat(strangers.cover(cover)).isEmpty();
            assertThat(mine.cover(hands.code(batch, 1))).as("a letter's").isEmpty();
        });
        assertThat(house.state(id)).isEqualTo(LetterState.PRINTED);
    }
}
