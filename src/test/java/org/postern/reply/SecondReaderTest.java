package org.postern.reply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;
import org.postern.TestDatabase;
import org.postern.letter.House;
import org.postern.letter.Keeping;
import org.postern.letter.Letter;
import org.postern.letter.NotNow;

/** No writer reads a translation that only its translator has seen. */
@Tag("database")
@ParameterizedClass
@MethodSource("org.postern.TestDatabase#both")
class SecondReaderTest {
    private static final long TOMAS = 8;
    private static final long IRINA = 9;
    private static final long MARTA = 10;

    private final TestDatabase db;
    private final House house;
    private final Replies replies;

    SecondReaderTest(TestDatabase db) {
        this.db = db;
        this.house = new House(db);
        this.replies = new Replies(db.entityManager(), house.vault);
    }

    @BeforeEach
    void nothingElseWaits() {
        db.sql("delete from reply");
    }

    private UUID translated(long by) {
        UUID letter = house.ready("jo@example.org", Keeping.FOR_A_REPLY);
        UUID id = db.fromTransaction(em -> {
            Letter found = house.letters.byId(letter).orElseThrow();
            Reply reply = replies.take(UUID.randomUUID(), List.of(), 99, null, house.now());
            reply.answers(found);
            reply.wantTranslation("en");
            replies.send(reply, found, house.now());
            return reply.id();
        });
        handsIn(id, by, "Dear Marta!");
        return id;
    }

    private void handsIn(UUID id, long translator, String text) {
        on(id, reply -> {
            assertThat(reply.claim(translator, house.now())).isTrue();
            replies.finishTranslation(reply, text, translator);
        });
    }

    private void on(UUID id, Consumer<Reply> deed) {
        db.inTransaction(em -> deed.accept(replies.lock(id).orElseThrow()));
    }

    private boolean holds(UUID id, Predicate<Reply> question) {
        return db.<Boolean>fromTransaction(em -> question.test(replies.byId(id).orElseThrow()));
    }

    private Optional<String> said(UUID id, Function<Reply, Optional<String>> question) {
        return db.fromTransaction(em -> question.apply(replies.byId(id).orElseThrow()));
    }

    private boolean takesUp(UUID id, long reader) {
        return holds(id, reply -> reply.claimToCheck(reader, house.now()));
    }

    private List<UUID> toCheck(long reader) {
        return db.fromTransaction(em -> replies.toCheck(reader, house.now())).stream()
                .map(Reply::id)
                .toList();
    }

    @Test
    void what_is_translated_waits_for_somebody_else_before_its_writer_reads_it() {
        UUID id = translated(TOMAS);
        assertThat(holds(id, Reply::isTranslated)).isFalse();
        assertThat(holds(id, Reply::isAtSecondReader)).isTrue();
        assertThat(toCheck(TOMAS)).isEmpty();
        assertThat(takesUp(id, TOMAS)).as("its translator").isFalse();
        assertThat(takesUp(id, MARTA)).isTrue();
        assertThat(takesUp(id, IRINA)).as("somebody has it").isFalse();
        on(id, reply -> replies.confirmTranslation(reply, MARTA));
        assertThat(holds(id, Reply::isTranslated)).isTrue();
        assertThat(toCheck(IRINA)).isEmpty();
    }

    @Test
    void what_is_sent_back_goes_to_a_translator_with_its_text_and_the_advice_which_then_is_gone() {
        UUID id = translated(TOMAS);
        assertThat(takesUp(id, MARTA)).isTrue();
        on(id, reply -> replies.sendBack(reply, "The third line"));
        assertThat(holds(id, reply -> reply.waitsForTranslator(house.now()))).isTrue();
        assertThat(said(id, replies::adviceOn)).contains("The third line");
        assertThat(said(id, replies::translationOf)).contains("Dear Marta!");
        assertThat(String.valueOf(db.value("select translation_advice from reply where id = '" + id + "'")))
                .doesNotContain("third");
        handsIn(id, IRINA, "Dear Marta,");
        assertThat(said(id, replies::adviceOn)).isEmpty();
        for (long partly : List.of(TOMAS, IRINA)) {
            assertThat(takesUp(id, partly)).as("their work is in it").isFalse();
            assertThatThrownBy(() -> on(id, reply -> replies.confirmTranslation(reply, partly)))
                    .isInstanceOfSatisfying(
                            NotNow.class, e -> assertThat(e.why()).isEqualTo(NotNow.Why.OWN_WORK));
        }
        assertThat(takesUp(id, MARTA)).isTrue();
    }

    @Test
    void a_second_reader_who_fell_asleep_leaves_it_to_others_and_never_to_its_translator() {
        UUID id = translated(TOMAS);
        assertThat(takesUp(id, IRINA)).isTrue();
        assertThat(toCheck(MARTA)).isEmpty();
        house.clock.pass(Duration.ofHours(3));
        assertThat(holds(id, reply -> reply.isCheckedNowBy(IRINA, house.now()))).isFalse();
        assertThat(toCheck(TOMAS)).isEmpty();
        assertThat(takesUp(id, MARTA)).isTrue();
    }
}
