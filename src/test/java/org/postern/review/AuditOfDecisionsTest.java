package org.postern.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;
import org.postern.TestDatabase;
import org.postern.letter.Advice;
import org.postern.letter.Advice.About;
import org.postern.letter.Escalation.Why;
import org.postern.letter.LetterState;
import org.postern.letter.LetterState.Reason;
import org.postern.staff.Audit;
import org.postern.staff.AuditEntry;

/** Who decided what, in which hour, and the coded why; of what was written nothing. */
@Tag("database")
@ParameterizedClass
@MethodSource("org.postern.TestDatabase#both")
class AuditOfDecisionsTest {
    private static final String CANARY = "canaryword";

    private final TestDatabase db;
    private final ReadersHouse room;
    private final long marta;
    private final long tomas;

    AuditOfDecisionsTest(TestDatabase db) {
        this.db = db;
        this.room = new ReadersHouse(db);
        this.marta = room.reader("Marta", false);
        this.tomas = room.reader("Tomas", false);
        room.reader("Lena", true);
    }

    @BeforeEach
    void nobodyElseWaits() {
        db.sql("delete from audit_entry");
        db.sql("update letter set state = 'WITHDRAWN', claimed_by = null, claimed_until = null");
        db.sql("delete from print_site_route");
        room.siteServes("QA");
    }

    private UUID letter(String language, String more) {
        return room.letter(
                room.prisoner("QA", ReadersHouse.LATELY, ""),
                language,
                (language.equals("ru") ? "Здравствуйте, Вера! " : "Dear Vera, how are you? ") + CANARY + more,
                CANARY + "@example.org");
    }

    private void approve(UUID id) {
        Reading seen = room.open(id, marta);
        db.inTransaction(em -> room.decide.approve(id, marta, seen.fence(), seen.hash(), room.house.now()));
    }

    private List<AuditEntry> entries() {
        List<AuditEntry> newest = new java.util.ArrayList<>(
                db.fromTransaction(em -> new Audit(em, room.house.clock).page(Long.MAX_VALUE, 100)));
        java.util.Collections.reverse(newest);
        return newest;
    }

    @Test
    void each_decision_leaves_a_line_of_codes_and_no_word() {
        Advice advice = new Advice(CANARY, CANARY, Set.of(About.CASE, About.TOPIC));
        UUID changes = letter("ru", "");
        long first = room.open(changes, marta).fence();
        db.inTransaction(em -> room.decide.askForChanges(changes, marta, first, advice, room.house.now()));
        UUID refused = letter("ru", "");
        long second = room.open(refused, marta).fence();
        db.inTransaction(em -> room.decide.refuse(refused, marta, second, Reason.ENDANGERS, advice, room.house.now()));
        UUID escalated = letter("ru", "");
        long third = room.open(escalated, marta).fence();
        db.inTransaction(em -> room.decide.escalate(escalated, marta, third, Why.TRUST, CANARY, room.house.now()));
        UUID heavy = letter("ru", " 4111 1111 1111 1111, +49 30 1234567");
        approve(heavy);
        UUID translated = letter("en", "");
        approve(translated);
        db.inTransaction(em -> room.translate.claimNext("en", "ru", tomas, room.house.now()));
        long fourth = fence(translated);
        db.inTransaction(em -> room.translate.finish(translated, tomas, fourth, "Вера! " + CANARY, room.house.now()));
        db.inTransaction(em -> room.decide.claim(translated, LetterState.TRANSLATION_CHECK, marta, room.house.now()));
        long fifth = fence(translated);
        db.inTransaction(em -> room.translate.sendBack(translated, marta, fifth, CANARY, List.of(), room.house.now()));
        db.inTransaction(em -> room.translate.claimNext("en", "ru", tomas, room.house.now()));
        long sixth = fence(translated);
        db.inTransaction(em -> room.translate.finish(translated, tomas, sixth, "Вера! " + CANARY, room.house.now()));
        db.inTransaction(em -> room.decide.claim(translated, LetterState.TRANSLATION_CHECK, marta, room.house.now()));
        String seen = room.checked(translated, marta).hash();
        long seventh = fence(translated);
        db.inTransaction(em -> room.translate.accept(translated, marta, seventh, seen, room.house.now()));
        db.inTransaction(em -> room.takeBack.takeBack(translated, marta, room.house.now()));

        assertThat(entries().stream().map(entry -> entry.action() + " " + entry.object() + " " + entry.detail()))
                .containsExactly(
                        "letter.changes " + changes + " TOPIC CASE",
                        "letter.refused " + refused + " ENDANGERS",
                        "letter.escalated " + escalated + " TRUST",
                        "letter.first-approved " + heavy + " IN_REVIEW",
                        "letter.approved " + translated + " IN_TRANSLATION",
                        "letter.translated " + translated + " ru",
                        "letter.sent-back " + translated + " ",
                        "letter.translated " + translated + " ru",
                        "letter.checked " + translated + " READY",
                        "letter.taken-back " + translated + " READY");
        assertThat(entries()).extracting(AuditEntry::actor).containsOnly(marta, tomas);
        assertThat(entries())
                .allSatisfy(entry ->
                        assertThat(entry.happened().getEpochSecond() % 3600).isZero());
        assertThat(db.value("select count(*) from audit_entry where object like '%" + CANARY + "%' or detail like '%"
                        + CANARY + "%'"))
                .isEqualTo(0L);
    }

    private long fence(UUID id) {
        return db.fromTransaction(
                em -> room.house.letters.byId(id).orElseThrow().fence());
    }
}
