package org.postern.post;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;
import org.postern.AtOnce;
import org.postern.TestDatabase;
import org.postern.letter.Batch;
import org.postern.letter.ByPost.Paid;
import org.postern.letter.House;
import org.postern.letter.Keeping;
import org.postern.letter.LedgerEntries.Sum;
import org.postern.letter.Letter;
import org.postern.letter.LetterCounts.Scope;
import org.postern.letter.LetterState;
import org.postern.letter.NotNow;
import org.postern.letter.Steps;
import org.postern.letter.TestCounts;
import org.postern.letter.Watches;
import org.postern.letter.Watches.Watch;
import org.postern.notice.Notice;
import org.postern.post.MarkPosted.Said;

/** Marked posted by mistake: for some minutes it can be taken back, and then no number knows of it. */
@Tag("database")
@ParameterizedClass
@MethodSource("org.postern.TestDatabase#both")
class UndoTest {
    private final TestDatabase db;
    private final Hands hands;
    private final House house;

    UndoTest(TestDatabase db) {
        this.db = db;
        this.hands = new Hands(db);
        this.house = hands.house;
    }

    private UUID ready() {
        return house.ready(UUID.randomUUID() + "@example.org", Keeping.UNTIL_POSTED);
    }

    private int post(long batch, Said said, Integer... nos) {
        return db.fromTransaction(em -> hands.markPosted()
                .posted(batch, List.of(nos), said, House.STAFF)
                .letters());
    }

    private int undo(long batch, Integer... nos) {
        return db.<Integer>fromTransaction(em -> hands.markPosted().undo(batch, List.of(nos), House.STAFF, false));
    }

    private long notices(UUID letter) {
        Object count = db.value("select count(*) from notice where kind = 'POSTED' and letter_id = '" + letter + "'");
        return count instanceof Long n ? n : -1;
    }

    private Steps steps(UUID id) {
        return db.fromTransaction(em -> {
            Letter letter = house.letters.byId(id).orElseThrow();
            LocalDate from = LocalDate.of(2020, 1, 6);
            return TestCounts.over(em)
                    .weeks()
                    .steps(new Scope(letter.recipientId(), null), from, from.plusWeeks(1000))
                    .values()
                    .stream()
                    .reduce(Steps.NONE, Steps::plus);
        });
    }

    @Test
    void a_posting_that_was_a_mistake_leaves_no_trace_in_numbers_dates_or_mails() {
        UUID id = ready();
        UUID other = ready();
        long batch = hands.printed(id, other);
        Steps before = steps(id);
        assertThat(post(batch, Said.TODAY, 1, 2)).isEqualTo(2);
        assertThat(notices(id)).isEqualTo(1);
        assertThat(steps(id).posted()).isEqualTo(before.posted() + 2);
        house.clock.pass(Duration.ofMinutes(9));
        assertThat(undo(batch, 1)).isEqualTo(1);
        assertThat(undo(batch, 1)).as("pressed twice").isZero();
        assertThat(house.state(id)).isEqualTo(LetterState.PRINTED);
        assertThat(house.state(other)).isEqualTo(LetterState.POSTED);
        assertThat(notices(id)).isZero();
        Letter letter = hands.letter(id);
        assertThat(letter.textUntil()).isNull();
        assertThat(letter.threadUntil()).isNull();
        assertThat(db.<List<LetterState>>fromTransaction(em -> house.letters.byId(id).orElseThrow().history().stream()
                        .map(event -> event.to())
                        .toList()))
                .endsWith(LetterState.PRINTED)
                .doesNotContain(LetterState.POSTED);
        assertThat(steps(id).posted()).isEqualTo(before.posted() + 1);
        assertThat(steps(id).printed()).isEqualTo(before.printed());
        Batch found = db.fromTransaction(em -> house.batches.byNumber(batch).orElseThrow());
        assertThat(found.closedAt()).as("a letter is in it again").isNull();
        assertThat(found.pdfBytes()).isPositive();
        assertThat(hands.line(batch, 1).isOpen()).isTrue();
    }

    @Test
    void numbers_agree_after_the_weeks_are_summed_too() {
        UUID id = ready();
        long batch = hands.printed(id, ready());
        Steps before = steps(id);
        post(batch, Said.TODAY, 1);
        undo(batch, 1);
        Steps open = steps(id);
        assertThat(open).isEqualTo(before);
        house.clock.pass(Duration.ofDays(10));
        db.inTransaction(em -> TestCounts.over(em).fold().fold(house.now()));
        assertThat(steps(id)).isEqualTo(before);
        db.inTransaction(em -> {
            long recipient = house.letters.byId(id).orElseThrow().recipientId();
            assertThat(TestCounts.over(em).weeks().lastPosted(new Scope(recipient, null)))
                    .isEmpty();
            assertThat(TestCounts.over(em).counts().now(new Scope(recipient, null)))
                    .containsEntry(LetterState.PRINTED, 2L)
                    .doesNotContainKey(LetterState.POSTED);
        });
    }

    @Test
    void posted_again_it_is_told_once_and_is_not_posted_twice() {
        UUID id = ready();
        long batch = hands.printed(id);
        post(batch, Said.TODAY, 1);
        undo(batch, 1);
        assertThat(post(batch, Said.TODAY, 1)).isEqualTo(1);
        assertThat(notices(id)).isEqualTo(1);
        db.inTransaction(em -> assertThat(new Watches(em).look(house.now()))
                .allSatisfy((watch, n) -> assertThat(n).as(watch.name()).isZero()));
        db.inTransaction(em -> assertThat(new Watches(em).look(house.now()).get(Watch.POSTED_TWICE))
                .isZero());
    }

    @Test
    void after_ten_minutes_or_once_its_writer_is_told_it_stays_posted() {
        UUID late = ready();
        UUID told = ready();
        long batch = hands.printed(late, told, ready());
        post(batch, Said.TODAY, 1, 2);
        db.inTransaction(em -> em.createQuery("select n from Notice n where n.letterId = :id", Notice.class)
                .setParameter("id", told)
                .getResultList()
                .forEach(notice -> notice.lend(house.now())));
        assertThat(undo(batch, 2)).isZero();
        house.clock.pass(Duration.ofMinutes(10));
        assertThat(undo(batch, 1)).isZero();
        assertThat(house.state(late)).isEqualTo(LetterState.POSTED);
        assertThat(house.state(told)).isEqualTo(LetterState.POSTED);
        assertThat(notices(told)).isEqualTo(1);
        house.eraser().eraseWhatIsDue();
        assertThat(db.value("select count(*) from batch_line where undo_until is not null and batch_number = " + batch))
                .as("no row tells the minute")
                .isEqualTo(0L);
    }

    @Test
    void nobody_is_told_before_it_cannot_be_undone_any_more() {
        UUID id = ready();
        long batch = hands.printed(id);
        post(batch, Said.TODAY, 1);
        house.clock.pass(Duration.ofMinutes(9));
        assertThat(due(id)).isFalse();
        house.clock.pass(Duration.ofMinutes(1));
        assertThat(due(id)).isTrue();
    }

    private boolean due(UUID id) {
        return db.fromTransaction(em -> em.createQuery(
                        "select n from Notice n where n.letterId = :id and n.kind = org.postern.notice.NoticeKind.POSTED",
                        Notice.class)
                .setParameter("id", id)
                .getSingleResult()
                .isDue(house.now()));
    }

    @Test
    void undone_twice_at_one_moment_it_comes_back_once() throws Exception {
        UUID id = ready();
        long batch = hands.printed(id);
        post(batch, Said.TODAY, 1);
        assertThat(AtOnce.both(() -> undo(batch, 1), () -> undo(batch, 1))).containsExactlyInAnyOrder(1, 0);
        assertThat(house.state(id)).isEqualTo(LetterState.PRINTED);
    }

    @Test
    void somebody_else_undoes_nothing() {
        UUID id = ready();
        long batch = hands.printed(id);
        post(batch, Said.TODAY, 1);
        org.assertj.core.api.Assertions.assertThatThrownBy(
                        () -> db.fromTransaction(em -> hands.markPosted().undo(batch, List.of(1), 99, false)))
                .isInstanceOf(NotNow.class);
        assertThat(house.state(id)).isEqualTo(LetterState.POSTED);
    }

    // --- the ledger ---------------------------------------------------------------------------------------------

    private List<Sum> ledger(long batch) {
        return db.fromTransaction(em -> {
            long site = house.batches.byNumber(batch).orElseThrow().site().id();
            return house.ledger.sums(House.STAFF, LocalDate.of(2020, 1, 1)).stream()
                    .filter(sum -> sum.siteId() == site)
                    .toList();
        });
    }

    @Test
    void the_ledger_holds_what_was_posted_and_paid_and_takes_away_what_was_undone_to_the_cent() {
        long batch = hands.printed(ready(), ready(), ready());
        post(batch, new Said(null, "", Map.of(), new Paid(400, "EUR")), 1, 2, 3);
        assertThat(ledger(batch)).singleElement().satisfies(sum -> {
            assertThat(sum.letters()).isEqualTo(3);
            assertThat(sum.sheets()).isEqualTo(3);
            assertThat(sum.amount()).isEqualTo(400);
            assertThat(sum.currency()).isEqualTo("EUR");
        });
        undo(batch, 1);
        assertThat(ledger(batch)).singleElement().satisfies(sum -> {
            assertThat(sum.letters()).isEqualTo(2);
            assertThat(sum.amount()).isEqualTo(266);
        });
        undo(batch, 2, 3);
        assertThat(ledger(batch)).isEmpty();
        assertThat(db.value("select count(*) from ledger_entry where batch_number = " + batch))
                .as("nothing is ever rubbed out")
                .isEqualTo(4L);
    }

    @Test
    void what_nobody_named_a_price_for_stands_apart_and_spoiled_sheets_are_counted() {
        long batch = hands.printed(ready(), ready());
        db.inTransaction(em -> hands.scanner().spoiled(hands.code(batch, 2), 1));
        post(batch, Said.TODAY, 1);
        assertThat(ledger(batch)).singleElement().satisfies(sum -> {
            assertThat(sum.letters()).isEqualTo(1);
            assertThat(sum.spoiled()).isEqualTo(1);
            assertThat(sum.amount()).isNull();
        });
    }
}
