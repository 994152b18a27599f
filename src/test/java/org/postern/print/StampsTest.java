package org.postern.print;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;
import org.postern.TestDatabase;
import org.postern.letter.ByPost;
import org.postern.letter.ByPost.Paid;
import org.postern.letter.LedgerEntries.Sum;
import org.postern.site.PostageSteps;
import org.postern.site.PrintSite;
import org.postern.site.PrintSites;
import org.postern.site.Stamp;

/** What letters cost is known before they are printed, and goes into the ledger unless the volunteer knows better. */
@Tag("database")
@ParameterizedClass
@MethodSource("org.postern.TestDatabase#both")
class StampsTest {
    private static final Stamp CHEAP = new Stamp(20, 125, "EUR");

    private final TestDatabase db;
    private final PrintRoom room;

    StampsTest(TestDatabase db) {
        this.db = db;
        this.room = new PrintRoom(db, false);
    }

    private void prices() {
        db.inTransaction(em -> site(em).addPostage()
                .says(
                        "all",
                        Set.of("*"),
                        PostageSteps.read("20 1.25\n50 1.80", "EUR").steps().orElseThrow(),
                        LocalDate.of(2026, 1, 1),
                        null,
                        "a test"));
    }

    private PrintSite site(jakarta.persistence.EntityManager em) {
        return new PrintSites(em).byId(room.site.id()).orElseThrow();
    }

    private Franking.About pile() {
        LocalDate today = LocalDate.ofInstant(room.house.now(), room.site.zone());
        return db.fromTransaction(em -> new Franking(site(em), today)
                .about(room.ready.at(site(em), today).get(0), 1));
    }

    private List<StackRow> rows(long number) {
        return db.fromTransaction(em -> room.batchView
                .of(room.house.batches.byNumber(number).orElseThrow(), true, Said.NOTHING)
                .rows());
    }

    private @Nullable Long posted(long number, @Nullable Paid paid) {
        Instant now = room.house.now();
        LocalDate day = LocalDate.ofInstant(now, room.site.zone());
        room.house.inBatch(number, batch -> {
            room.house.batchLines.print(batch, List.of(1, 2), PrintRoom.PRIYA, now);
            room.house.batchLines.post(
                    batch,
                    List.of(1, 2),
                    new ByPost(day, now, "Berlin", Map.of(), paid, Duration.ofMinutes(10)),
                    PrintRoom.PRIYA,
                    now);
        });
        List<Sum> sums = db.fromTransaction(em -> room.house.ledger.sums(PrintRoom.PRIYA, day.withDayOfMonth(1)));
        return sums.stream()
                .filter(sum -> sum.siteId() == room.site.id())
                .reduce((a, b) -> {
                    throw new AssertionError("two sums of one site");
                })
                .orElseThrow()
                .amount();
    }

    @Test
    void a_pile_and_a_stack_say_what_their_stamps_cost_and_the_ledger_keeps_it() {
        room.letter(room.vera, 1);
        room.letter(room.vera, 1);
        assertThat(pile().postage()).isEmpty();
        assertThat(pile().unpriced()).containsExactly(String.valueOf(room.plain.country()));
        prices();
        assertThat(pile().postage()).containsExactly(entry("EUR", 250L));
        assertThat(pile().unpriced()).isEmpty();
        long number = room.batch(room.plain);
        assertThat(rows(number)).extracting(StackRow::stamp).containsExactly(CHEAP, CHEAP);
        room.take(number);
        assertThat(posted(number, null)).isEqualTo(250);
    }

    @Test
    void what_the_volunteer_typed_outweighs_the_list_of_prices() {
        prices();
        room.letter(room.vera, 1);
        room.letter(room.vera, 1);
        long number = room.batch(room.plain);
        room.take(number);
        assertThat(posted(number, new Paid(333, "EUR"))).isEqualTo(333);
    }

    @Test
    void without_a_price_nobody_says_what_it_cost() {
        room.letter(room.vera, 1);
        room.letter(room.vera, 1);
        long number = room.batch(room.plain);
        assertThat(rows(number)).extracting(StackRow::stamp).containsOnlyNulls();
        room.take(number);
        assertThat(posted(number, null)).isNull();
    }
}
