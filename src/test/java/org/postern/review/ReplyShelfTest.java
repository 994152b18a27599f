package org.postern.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;
import org.postern.TestDatabase;
import org.postern.letter.House;
import org.postern.letter.Keeping;
import org.postern.letter.Letter;
import org.postern.reply.Replies;
import org.postern.reply.Reply;
import org.postern.staff.StaffAccounts;

/** Who translates an answer from prison, and who looks the translation over: never whoever it is written to. */
@Tag("database")
@ParameterizedClass
@MethodSource("org.postern.TestDatabase#both")
class ReplyShelfTest {
    private static final String ADDRESS = "own@example.org";

    private final TestDatabase db;
    private final House house;
    private final Members members;
    private final Replies replies;
    private final ReplyShelf shelf;
    private long marta;
    private long jonas;

    ReplyShelfTest(TestDatabase db) {
        this.db = db;
        this.house = new House(db);
        this.members = new Members(db);
        this.replies = new Replies(db.entityManager(), house.vault);
        this.shelf = new ReplyShelf(replies, house.letters, new StaffAccounts(db.entityManager()));
    }

    @BeforeEach
    void nothingElseWaits() {
        db.sql("delete from reply");
        members.leave();
        marta = members.translator();
        jonas = members.translator();
    }

    /** @return an answer to a letter of this address, to be translated into English */
    private UUID answer() {
        UUID letter = house.ready(ADDRESS, Keeping.FOR_A_REPLY);
        return db.fromTransaction(em -> {
            Letter found = house.letters.byId(letter).orElseThrow();
            Reply reply = replies.take(UUID.randomUUID(), List.of(), 99, null, house.now());
            reply.answers(found);
            reply.wantTranslation("en");
            replies.send(reply, found, house.now());
            return reply.id();
        });
    }

    private Map<String, Long> toTranslate(long member) {
        return db.fromTransaction(em -> shelf.toTranslate(member, house.now()));
    }

    private Map<String, Long> toCheck(long member) {
        return db.fromTransaction(em -> shelf.toCheck(member, house.now()));
    }

    private Optional<UUID> taken(long member) {
        return db.fromTransaction(
                em -> shelf.takeToTranslate("en", member, house.now()).map(Reply::id));
    }

    private Optional<UUID> takenToCheck(long member) {
        return db.fromTransaction(
                em -> shelf.takeToCheck("en", member, house.now()).map(Reply::id));
    }

    private void translatedBy(long member, UUID id) {
        db.inTransaction(em -> replies.finishTranslation(replies.lock(id).orElseThrow(), "Dear Marta!", member));
    }

    @Test
    void an_answer_is_translated_by_one_and_looked_over_by_another() {
        UUID id = answer();
        assertThat(toTranslate(marta)).containsExactly(Map.entry("en", 1L));
        assertThat(taken(marta)).contains(id);
        assertThat(taken(jonas)).isEmpty();
        translatedBy(marta, id);
        assertThat(toCheck(marta)).isEmpty();
        assertThat(takenToCheck(marta)).isEmpty();
        assertThat(toCheck(jonas)).containsExactly(Map.entry("en", 1L));
        assertThat(takenToCheck(jonas)).contains(id);
        assertThat(toCheck(jonas)).as("it is in hand").isEmpty();
    }

    @Test
    void whoever_an_answer_is_to_neither_translates_it_nor_looks_it_over() {
        UUID id = answer();
        members.owns(marta, house, ADDRESS);
        assertThat(toTranslate(marta)).isEmpty();
        assertThat(taken(marta)).isEmpty();
        assertThat(taken(jonas)).contains(id);
        translatedBy(jonas, id);
        assertThat(toCheck(marta)).isEmpty();
        assertThat(takenToCheck(marta)).isEmpty();
    }

    @Test
    void what_was_taken_up_before_the_address_was_named_is_not_read_on() {
        UUID id = answer();
        assertThat(taken(marta)).contains(id);
        members.owns(marta, house, ADDRESS);
        assertThat(db.<Boolean>fromTransaction(
                        em -> shelf.isToOneself(replies.byId(id).orElseThrow(), marta)))
                .isTrue();
        assertThat(db.<Boolean>fromTransaction(
                        em -> shelf.isToOneself(replies.byId(id).orElseThrow(), jonas)))
                .isFalse();
    }

    @Test
    void that_nobody_else_is_there_to_look_it_over_is_known() {
        assertThat(db.<Boolean>fromTransaction(em -> shelf.isAlone(marta))).isFalse();
        members.on(jonas, account -> account.end(house.now()));
        assertThat(db.<Boolean>fromTransaction(em -> shelf.isAlone(marta))).isTrue();
    }
}
