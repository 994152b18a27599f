package org.postern.print;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;
import org.postern.TestDatabase;
import org.postern.directory.Facility;
import org.postern.directory.Facility.Place;
import org.postern.directory.People;
import org.postern.directory.Recipient;
import org.postern.letter.Batch;
import org.postern.letter.BatchLine;
import org.postern.letter.Frozen;
import org.postern.letter.Letter;
import org.postern.letter.LetterState;
import org.postern.letter.NotNow;
import org.postern.letter.ReadyLetters.Candidate;
import org.postern.letter.TestHolds;
import org.postern.site.PrintSite;
import org.postern.site.PrintSites;
import org.postern.site.ReturnAddress;
import org.postern.site.Supply;
import org.postern.typeset.Paper;
import org.postern.web.OwnTransaction;

@Tag("database")
@ParameterizedClass
@MethodSource("org.postern.TestDatabase#both")
class BuildBatchTest {
    private final TestDatabase db;
    private final PrintRoom room;

    BuildBatchTest(TestDatabase db) {
        this.db = db;
        this.room = new PrintRoom(db, false);
    }

    private long claimed(int letters) {
        room.letters(letters, room.vera);
        return Objects.requireNonNull(room.claim(room.plain, 40).number());
    }

    private <T> T of(long number, java.util.function.Function<Batch, T> ask) {
        return db.fromTransaction(
                em -> ask.apply(room.house.batches.byNumber(number).orElseThrow()));
    }

    private static List<Integer> nos(Batch batch) {
        return batch.lines().stream().map(BatchLine::stackNo).toList();
    }

    private void withdraw(long number, int line) {
        UUID id = of(number, batch -> batch.lines().get(line).letterId());
        db.inTransaction(em -> {
            Letter letter = room.house.letters.lock(id).orElseThrow();
            letter.withdraw(room.house.now());
            room.house.batches.pullOut(letter, room.house.now());
        });
    }

    private void vera(java.util.function.Consumer<Recipient> deed) {
        db.inTransaction(em -> deed.accept(new People(em).byId(room.vera).orElseThrow()));
    }

    @Test
    void a_claim_sets_nothing_and_nothing_can_be_taken_before_the_clock_has_built_it() {
        long number = claimed(3);
        assertThat(of(number, Batch::isBeingBuilt)).isTrue();
        assertThat(of(number, BuildBatchTest::nos)).containsExactly(0, 0, 0);
        assertThatThrownBy(() -> room.take(number)).isInstanceOf(NotNow.class);
        assertThatThrownBy(() ->
                        db.fromTransaction(em -> room.atThePrinter.markPrinted(number, List.of(1), PrintRoom.PRIYA)))
                .isInstanceOf(NotNow.class);
        assertThat(room.buildBatch.buildWhatWaits()).isGreaterThanOrEqualTo(1);
        assertThat(of(number, Batch::isBuilt)).isTrue();
        assertThat(of(number, BuildBatchTest::nos)).containsExactly(1, 2, 3);
        assertThat(BatchFile.hash(room.take(number))).isEqualTo(of(number, Batch::pdfHash));
        assertThat(room.buildBatch.build(number)).as("built again").isFalse();
    }

    @Test
    void what_is_not_built_yet_is_given_back_without_a_question() {
        long number = claimed(2);
        assertThat(db.<Integer>fromTransaction(
                        em -> room.atThePrinter.giveBack(number, List.of(0), true, PrintRoom.PRIYA)))
                .isEqualTo(2);
        assertThat(of(number, Batch::closedAt)).isNotNull();
        assertThat(room.buildBatch.build(number)).isFalse();
        assertThat(room.claim(room.plain, 40).letters()).isEqualTo(2);
    }

    @Test
    void what_its_writer_takes_back_before_the_files_were_taken_is_not_in_them() {
        long number = claimed(3);
        room.build(number);
        withdraw(number, 1);
        assertThat(of(number, Batch::isBuilt)).isFalse();
        assertThatThrownBy(() -> room.take(number)).isInstanceOf(NotNow.class);
        room.build(number);
        assertThat(of(number, BuildBatchTest::nos)).containsExactly(1, 2);
        assertThat(of(number, BuildingView::out)).containsExactly(new BuildingView.Out("print.out.taken-back", 1));
        room.take(number);
        withdraw(number, 1);
        assertThat(of(number, Batch::isBuilt)).as("on paper").isTrue();
        assertThat(of(number, BuildBatchTest::nos)).containsExactly(1, 2);
    }

    @Test
    void rules_that_change_before_anybody_took_the_files_are_set_anew() {
        long number = claimed(2);
        room.build(number);
        vera(person -> person.facility().ruledBy("languages ru\nlabels-allowed"));
        assertThat(db.<Integer>fromTransaction(em -> room.house.batches.buildAgainFor(List.of(room.vera))))
                .isEqualTo(1);
        assertThat(of(number, Batch::isBuilt)).isFalse();
        room.build(number);
        db.inTransaction(em -> {
            BatchLine line = room.house.batchLines.line(number, 1).orElseThrow();
            assertThat(Frozen.of(room.house.batches.frozen(line).orElseThrow())
                            .outside()
                            .labels())
                    .isTrue();
        });
        room.take(number);
        assertThat(db.<Integer>fromTransaction(em -> room.house.batches.buildAgainFor(List.of(room.vera))))
                .as("papers may exist")
                .isZero();
    }

    /** A builder whose last transaction is preceded by somebody's deed. */
    private BuildBatch builder(OwnTransaction transaction) {
        return new BuildBatch(
                room.house.batches,
                room.house.letters,
                new People(db.entityManager()),
                room.freezer,
                TestHolds.onward(db),
                TestHolds.on(db, room.house.letters, room.pages),
                room.file,
                transaction,
                room.house.clock);
    }

    /** Counts transactions, and does something before the one of a number. */
    private final class Before extends OwnTransaction {
        private final int which;
        private final Runnable deed;
        private int count;

        Before(int which, Runnable deed) {
            this.which = which;
            this.deed = deed;
        }

        @Override
        public <T extends @Nullable Object> T of(Supplier<T> work) {
            if (++count == which) {
                deed.run();
            }
            return db.fromTransaction(em -> work.get());
        }
    }

    /** Of a batch of at most ten letters: its plan, its letters, their progress, its file, its end. */
    private static final int LAST = 5;

    @Test
    void an_address_that_is_mended_while_it_is_set_is_the_one_that_is_printed() {
        long number = claimed(2);
        Runnable mend = () -> vera(person -> {
            Facility colony = person.facility();
            Place old = colony.local();
            colony.addressed(
                    new Place(old.name(), "ул. Новая, д. 7", old.town(), old.region(), old.postcode()),
                    colony.latin(),
                    "ru");
        });
        assertThat(builder(new Before(LAST, mend)).build(number))
                .as("what was set is true no more")
                .isFalse();
        assertThat(of(number, Batch::isBeingBuilt)).isTrue();
        room.build(number);
        db.inTransaction(em -> {
            BatchLine line = room.house.batchLines.line(number, 1).orElseThrow();
            assertThat(Frozen.of(room.house.batches.frozen(line).orElseThrow())
                            .manuscript()
                            .addressLines())
                    .contains("ул. Новая, д. 7");
        });
    }

    @Test
    void a_letter_that_is_taken_back_while_it_is_set_is_in_no_file() {
        long number = claimed(3);
        assertThat(builder(new Before(LAST, () -> withdraw(number, 0))).build(number))
                .isFalse();
        room.build(number);
        assertThat(of(number, BuildBatchTest::nos)).containsExactly(1, 2);
    }

    @Test
    void a_builder_that_is_killed_anywhere_leaves_nothing_or_all() {
        Random random = new Random(5);
        for (int round = 0; round < 6; round++) {
            long number = claimed(3);
            int which = 1 + random.nextInt(LAST);
            assertThatThrownBy(() -> builder(new Before(which, () -> {
                                throw new IllegalStateException("killed");
                            }))
                            .build(number))
                    .isInstanceOf(IllegalStateException.class);
            assertThat(of(number, Batch::isBuilt)).isFalse();
            assertThat(of(number, BuildBatchTest::nos)).containsExactly(0, 0, 0);
            room.build(number);
            assertThat(of(number, BuildBatchTest::nos)).containsExactly(1, 2, 3);
        }
    }

    @Test
    void two_nodes_at_once_build_it_once() throws Exception {
        long number = claimed(4);
        ExecutorService nodes = Executors.newFixedThreadPool(2);
        List<Future<Boolean>> both = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            both.add(nodes.submit(() -> room.buildBatch.build(number)));
        }
        int built = 0;
        for (Future<Boolean> one : both) {
            built += one.get() ? 1 : 0;
        }
        nodes.shutdown();
        assertThat(built).isEqualTo(1);
        assertThat(of(number, BuildBatchTest::nos)).containsExactly(1, 2, 3, 4);
    }

    @Test
    void after_three_failures_somebody_is_asked_and_another_try_builds_it() {
        long number = claimed(1);
        for (int i = 0; i < 3; i++) {
            assertThat(fault(number)).isEqualTo("null");
            db.inTransaction(em -> room.house.batches.buildFailed(
                    room.house.batches.lock(number).orElseThrow(), "OutOfInk"));
        }
        assertThat(fault(number)).isEqualTo("OutOfInk");
        assertThat(db.<List<Long>>fromTransaction(em -> room.house.batches.waitingToBeBuilt(100)))
                .doesNotContain(number);
        db.inTransaction(em ->
                room.house.batches.buildAgain(room.house.batches.lock(number).orElseThrow()));
        room.build(number);
        assertThat(of(number, Batch::isBuilt)).isTrue();
    }

    private String fault(long number) {
        return of(number, batch -> String.valueOf(batch.buildFault()));
    }

    @Test
    void small_batches_do_not_wait_behind_large_ones() {
        long large = claimed(5);
        long small = claimed(2);
        assertThat(db.<List<Long>>fromTransaction(em -> room.house.batches.waitingToBeBuilt(100)))
                .containsSubsequence(small, large);
        room.build(small);
        room.build(large);
    }

    private void site(java.util.function.Consumer<PrintSite> deed) {
        db.inTransaction(
                em -> deed.accept(new PrintSites(em).byId(room.site.id()).orElseThrow()));
    }

    @Test
    void a_site_that_changes_its_supplies_has_what_nobody_took_built_again_and_nothing_afterwards() {
        long number = claimed(2);
        room.build(number);
        assertThat(of(number, Batch::changedSinceBuilt)).isEmpty();
        String hash = of(number, batch -> Objects.requireNonNull(batch.pdfHash()));
        site(berlin -> berlin.printsOn(Paper.LETTER, 90, berlin.stationery()));
        site(berlin -> berlin.answersTo("PO box 9", ReturnAddress.EVERYWHERE));
        assertThat(of(number, Batch::changedSinceBuilt)).containsExactlyInAnyOrder(Supply.PAPER, Supply.SENDER);
        assertThat(of(number, Batch::pdfHash)).as("nothing by itself").isEqualTo(hash);
        db.inTransaction(em ->
                room.house.batches.buildAgain(room.house.batches.lock(number).orElseThrow()));
        room.build(number);
        assertThat(of(number, Batch::changedSinceBuilt)).isEmpty();
        assertThat(of(number, Batch::pdfHash)).isNotEqualTo(hash);
        List<Frozen> frozen = of(
                number,
                batch -> batch.lines().stream()
                        .map(line -> Frozen.of(room.house.batches.frozen(line).orElseThrow()))
                        .toList());
        for (Frozen one : frozen) {
            assertThat(one.paper()).isEqualTo(Paper.LETTER);
            assertThat(one.outside().sender()).isEqualTo("PO box 9");
        }
        byte[] taken = room.take(number);
        site(berlin -> berlin.stocks(java.util.Set.of("c6")));
        assertThat(of(number, Batch::changedSinceBuilt)).as("papers may exist").isEmpty();
        db.inTransaction(em ->
                room.house.batches.buildAgain(room.house.batches.lock(number).orElseThrow()));
        assertThat(of(number, Batch::isBuilt)).isTrue();
        assertThat(room.take(number)).isEqualTo(taken);
    }

    @Test
    void a_letter_whose_place_demands_a_sender_is_not_set_without_one() {
        room.rules(room.vera, "languages ru\nreturn-address-required");
        long number = claimed(1);
        site(berlin -> berlin.answersTo(null, ReturnAddress.NONE));
        room.build(number);
        assertThat(of(number, BuildingView::out)).containsExactly(new BuildingView.Out("print.out.NO_ROUTE", 1));
    }

    @Test
    void who_asks_for_a_pause_while_the_set_is_built_gets_nothing() {
        long number = claimed(2);
        vera(Recipient::pause);
        room.build(number);
        assertThat(of(number, BuildingView::out)).containsExactly(new BuildingView.Out("print.out.ENOUGH", 2));
        assertThat(of(number, Batch::closedAt)).isNotNull();
        assertThat(db.value("select count(*) from letter where state = '" + LetterState.HELD
                        + "' and reason = 'ENOUGH' and recipient_id = " + room.vera))
                .isEqualTo(2L);
    }

    @Test
    void a_letter_that_waited_for_its_day_is_not_older_than_one_that_was_ready_later() {
        UUID waited = room.letters(1, room.vera).get(0);
        LocalDate today = LocalDate.ofInstant(room.house.now(), room.site.zone());
        room.house.on(waited, letter -> letter.waitFor(today.plusDays(20)));
        room.house.clock.pass(java.time.Duration.ofDays(10));
        UUID meanwhile = room.letters(1, room.vera).get(0);
        room.house.clock.pass(java.time.Duration.ofDays(11));
        LocalDate then = today.plusDays(21);
        List<Candidate> both = db.fromTransaction(em -> room.readyLetters.candidates(List.of(room.vera), then, 9));
        assertThat(both).extracting(Candidate::id).containsExactlyInAnyOrder(waited, meanwhile);
        assertThat(both)
                .filteredOn(one -> one.id().equals(waited))
                .allMatch(one -> one.since().isAfter(room.house.now().minus(java.time.Duration.ofDays(3))));
        List<Candidate> first = db.fromTransaction(em -> room.readyLetters.candidates(List.of(room.vera), then, 1));
        assertThat(first).extracting(Candidate::id).containsExactly(meanwhile);
        db.inTransaction(em -> assertThat(room.ready.at(room.site, then))
                .singleElement()
                .matches(group -> group.oldest().isAfter(room.house.now().minus(java.time.Duration.ofDays(12)))));
    }

    @Test
    void a_letter_waits_for_its_day_and_so_does_a_campaigns() {
        List<UUID> ids = room.letters(3, room.vera);
        LocalDate today = LocalDate.ofInstant(room.house.now(), room.site.zone());
        room.house.on(ids.get(0), letter -> letter.waitFor(today.plusDays(1)));
        room.house.on(ids.get(1), letter -> letter.waitFor(today));
        long campaign = ids.get(2).getMostSignificantBits() >>> 1;
        db.sql("insert into campaign (id, slug, title, summary, story, demands, timeline, quotes, endorsed_by, source,"
                + " running, invented, not_before, version) values (" + campaign + ", 'c" + campaign
                + "', 'A day', '', '', '', '', '', '', '', true, true, date '" + today.plusDays(1) + "', 1)");
        room.house.on(ids.get(2), letter -> letter.belongTo(campaign));
        db.inTransaction(em -> {
            assertThat(room.ready.at(room.site, today)).singleElement().matches(group -> group.letters() == 1);
            assertThat(room.ready.leftOut(room.site, today)).containsEntry(Ready.LeftOut.DAY, 2L);
        });
        assertThat(room.claim(room.plain, 40).letters()).isEqualTo(1);
        assertThat(room.claim(room.plain, 40).number()).isNull();
        room.house.clock.pass(java.time.Duration.ofDays(1));
        assertThat(room.claim(room.plain, 40).letters()).isEqualTo(2);
    }
}
