package org.postern.post;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;
import org.postern.TestDatabase;
import org.postern.letter.House;
import org.postern.letter.Keeping;
import org.postern.letter.Posting;
import org.postern.letter.Postings.Carried;
import org.postern.post.MarkPosted.NoSuchDay;
import org.postern.post.MarkPosted.Said;

/** When, where and with which receipt letters went into the post. */
@Tag("database")
@ParameterizedClass
@MethodSource("org.postern.TestDatabase#both")
class ReceiptTest {
    private final TestDatabase db;
    private final Hands hands;
    private final House house;

    ReceiptTest(TestDatabase db) {
        this.db = db;
        this.hands = new Hands(db);
        this.house = hands.house;
    }

    private UUID ready() {
        return house.ready(UUID.randomUUID() + "@example.org", Keeping.UNTIL_POSTED);
    }

    private void post(long batch, Said said, Integer... nos) {
        db.inTransaction(em -> hands.markPosted().posted(batch, List.of(nos), said, House.STAFF));
    }

    private List<Carried> carried(long batch) {
        return db.fromTransaction(
                em -> house.postings.from(house.batches.byNumber(batch).orElseThrow()));
    }

    @Test
    void letters_of_one_day_and_place_are_one_posting_however_many_scans_it_took() {
        long batch = hands.printed(ready(), ready(), ready());
        post(batch, new Said(null, "Potsdam", Map.of(), null), 1);
        post(batch, new Said(null, "Potsdam", Map.of(2, "RR123456789DE"), null), 2);
        post(batch, Said.TODAY, 3);
        assertThat(carried(batch)).hasSize(2).anySatisfy(carried -> {
            assertThat(carried.posting().place()).isEqualTo("Potsdam");
            assertThat(carried.letters()).isEqualTo(2);
        });
        assertThat(hands.line(batch, 2).tracking()).isEqualTo("RR123456789DE");
        assertThat(hands.line(batch, 1).tracking()).isNull();
    }

    @Test
    void nothing_is_posted_on_a_day_to_come_or_before_it_was_claimed() {
        long batch = hands.printed(ready());
        for (LocalDate day : List.of(hands.today().plusDays(1), hands.today().minusDays(2))) {
            assertThatThrownBy(() -> post(batch, Said.on(day, ""), 1))
                    .as(day.toString())
                    .isInstanceOf(NoSuchDay.class);
        }
        post(batch, Said.on(hands.today(), ""), 1);
        assertThat(carried(batch)).hasSize(1);
    }

    @Test
    void a_receipt_is_sealed_replaced_by_another_and_erased_after_90_days_with_the_tracking_numbers() {
        long batch = hands.printed(ready());
        post(batch, new Said(null, "", Map.of(1, "RR1234"), null), 1);
        UUID id = carried(batch).get(0).posting().id();
        keep(id, "one");
        keep(id, "another");
        assertThat(db.<String>fromTransaction(
                        em -> new String(house.postings.receipt(posting(id)).orElseThrow(), StandardCharsets.UTF_8)))
                .isEqualTo("another");
        assertThat(db.value("select count(*) from posting where octet_length(receipt) > 20 and id = '" + id + "'"))
                .as("sealed")
                .isEqualTo(1L);
        Object key = db.value("select receipt_key from posting where id = '" + id + "'");
        house.clock.pass(Duration.ofDays(89));
        house.eraser().eraseWhatIsDue();
        assertThat(carried(batch).get(0).posting().hasReceipt()).isTrue();
        house.clock.pass(Duration.ofDays(2));
        house.eraser().eraseWhatIsDue();
        assertThat(carried(batch)).isEmpty();
        assertThat(hands.line(batch, 1).tracking()).isNull();
        assertThat(db.value("select count(*) from sealing_key where id = '" + key + "'"))
                .isEqualTo(0L);
    }

    private void keep(UUID id, String jpeg) {
        db.inTransaction(em -> house.postings.keepReceipt(posting(id), jpeg.getBytes(StandardCharsets.UTF_8)));
    }

    private Posting posting(UUID id) {
        return house.postings.byId(id).orElseThrow();
    }
}
