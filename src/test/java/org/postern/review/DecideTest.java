package org.postern.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;
import org.postern.TestDatabase;
import org.postern.letter.Advice;
import org.postern.letter.Advice.About;
import org.postern.letter.Letter;
import org.postern.letter.Letter.Approval;
import org.postern.letter.LetterState;
import org.postern.letter.LetterState.Reason;
import org.postern.letter.NotNow;
import org.postern.letter.NotNow.Why;
import org.postern.letter.Words;
import org.postern.notice.Notice;

@Tag("database")
@ParameterizedClass
@MethodSource("org.postern.TestDatabase#both")
class DecideTest {
    private static final long MARTA = 11;
    private static final long JONAS = 12;
    private static final String RUSSIAN = "Здравствуйте, Вера!\n\nУ нас выпал первый снег.";

    private final TestDatabase db;
    private final ReadersHouse room;

    DecideTest(TestDatabase db) {
        this.db = db;
        this.room = new ReadersHouse(db);
    }

    @BeforeEach
    void nobodyElseWaits() {
        db.sql("update letter set state = 'WITHDRAWN', claimed_by = null, claimed_until = null");
        db.sql("delete from print_site_route");
        room.siteServes("QA");
    }

    private UUID russian(String country) {
        return room.letter(room.prisoner(country, ReadersHouse.LATELY, ""), "ru", RUSSIAN);
    }

    private Approval approve(UUID id, Reading seen, long reader) {
        return db.fromTransaction(em -> room.decide.approve(id, reader, seen.fence(), seen.hash(), room.house.now()));
    }

    private Letter letter(UUID id) {
        return db.fromTransaction(em -> room.house.letters.byId(id).orElseThrow());
    }

    @Test
    void a_letter_in_the_language_of_the_place_is_ready_once_approved() {
        UUID id = russian("QA");
        assertThat(approve(id, room.open(id, MARTA), MARTA)).isEqualTo(Approval.READY);
        assertThat(letter(id).state()).isEqualTo(LetterState.READY);
        assertThat(letter(id).isApproved()).isTrue();
        assertThat(letter(id).approvedBy()).isEqualTo(MARTA);
    }

    @Test
    void a_letter_in_another_language_goes_to_a_translator() {
        UUID id = room.letter(room.prisoner("QA", ReadersHouse.LATELY, ""), "en", "Dear Vera, the first snow fell.");
        Reading seen = room.open(id, MARTA);
        assertThat(seen.onto()).isEqualTo("translate");
        assertThat(approve(id, seen, MARTA)).isEqualTo(Approval.TO_TRANSLATE);
    }

    @Test
    void a_letter_that_no_site_can_post_is_held() {
        UUID id = russian("QB");
        assertThat(approve(id, room.open(id, MARTA), MARTA)).isEqualTo(Approval.held(Reason.NO_ROUTE));
        assertThat(letter(id).reason()).isEqualTo(Reason.NO_ROUTE);
    }

    @Test
    void an_address_that_nobody_checked_for_61_days_holds_the_letter_and_one_of_60_days_does_not() {
        UUID old = room.letter(room.prisoner("QA", java.time.LocalDate.of(2026, 9, 22), ""), "ru", RUSSIAN);
        UUID fresh = room.letter(room.prisoner("QA", java.time.LocalDate.of(2026, 9, 23), ""), "ru", RUSSIAN);
        assertThat(approve(old, room.open(old, MARTA), MARTA)).isEqualTo(Approval.held(Reason.ADDRESS));
        assertThat(approve(fresh, room.open(fresh, MARTA), MARTA)).isEqualTo(Approval.READY);
    }

    @Test
    void a_letter_that_is_longer_than_the_place_allows_cannot_be_approved() {
        String long_ = "Здравствуйте! ".repeat(600);
        UUID id = room.letter(room.prisoner("QA", ReadersHouse.LATELY, "max-pages 1"), "ru", long_);
        Reading seen = room.open(id, MARTA);
        assertThat(seen.proof().stops()).isTrue();
        assertThatThrownBy(() -> approve(id, seen, MARTA)).isInstanceOf(NotNow.class);
        assertThat(letter(id).state()).isEqualTo(LetterState.IN_REVIEW);
    }

    @Test
    void what_is_approved_is_the_sheet_that_the_place_takes_by_now() {
        long vera = room.prisoner("QA", ReadersHouse.LATELY, "");
        UUID id = room.letter(vera, "ru", RUSSIAN);
        room.rule(vera, "window-allowed");
        approve(id, room.open(id, MARTA), MARTA);
        assertThat(letter(id).contentHash()).isEqualTo(new Words(RUSSIAN, "Hanna", null).contentHash("din5008b"));
    }

    @Test
    void a_sheet_that_changed_while_it_was_read_is_not_approved() {
        long vera = room.prisoner("QA", ReadersHouse.LATELY, "");
        UUID id = room.letter(vera, "ru", RUSSIAN);
        Reading seen = room.open(id, MARTA);
        room.rule(vera, "window-allowed");
        assertThatThrownBy(() -> approve(id, seen, MARTA))
                .isInstanceOfSatisfying(
                        NotNow.class, refused -> assertThat(refused.why()).isEqualTo(Why.CHANGED));
    }

    @Test
    void words_that_the_writer_changed_while_they_were_read_are_not_approved() {
        UUID id = russian("QA");
        Reading seen = room.open(id, MARTA);
        room.rewrite(id, "ru", RUSSIAN + " И другое.");
        assertThatThrownBy(() -> approve(id, seen, MARTA))
                .isInstanceOfSatisfying(
                        NotNow.class, refused -> assertThat(refused.why()).isEqualTo(Why.CLAIM));
        Reading again = room.open(id, MARTA);
        assertThatThrownBy(() -> db.fromTransaction(
                        em -> room.decide.approve(id, MARTA, again.fence(), seen.hash(), room.house.now())))
                .isInstanceOfSatisfying(
                        NotNow.class, refused -> assertThat(refused.why()).isEqualTo(Why.CHANGED));
        assertThat(letter(id).isApproved()).isFalse();
        assertThat(approve(id, again, MARTA)).isEqualTo(Approval.READY);
    }

    @Test
    void a_claim_that_ran_out_decides_nothing_even_when_the_same_reader_takes_it_again() {
        UUID id = russian("QA");
        Reading old = room.open(id, MARTA);
        room.house.clock.pass(Duration.ofMinutes(31));
        assertThatThrownBy(() -> approve(id, old, MARTA)).isInstanceOf(NotNow.class);
        Reading fresh = room.open(id, MARTA);
        assertThat(fresh.fence()).isGreaterThan(old.fence());
        assertThatThrownBy(() -> approve(id, old, MARTA))
                .isInstanceOfSatisfying(
                        NotNow.class, refused -> assertThat(refused.why()).isEqualTo(Why.CLAIM));
        assertThat(approve(id, fresh, MARTA)).isEqualTo(Approval.READY);
    }

    @Test
    void nobody_reads_or_sees_the_page_of_a_letter_that_another_holds() {
        UUID id = russian("QA");
        room.open(id, MARTA);
        assertThat(db.<Optional<Reading>>fromTransaction(em -> room.readings.open(id, JONAS, room.house.now())))
                .isEmpty();
        assertThat(db.<Optional<byte[]>>fromTransaction(
                        em -> room.readings.picture(id, LetterState.IN_REVIEW, 1, JONAS, room.house.now())))
                .isEmpty();
        assertThatThrownBy(() ->
                        db.inTransaction(em -> room.decide.claim(id, LetterState.IN_REVIEW, JONAS, room.house.now())))
                .isInstanceOf(NotNow.class);
        byte[] png = db.fromTransaction(em -> room.readings
                .picture(id, LetterState.IN_REVIEW, 1, MARTA, room.house.now())
                .orElseThrow());
        assertThat(png).startsWith(0x89, 'P', 'N', 'G');
    }

    @Test
    void advice_reaches_the_writer_sealed_and_a_notice_is_written_with_it() {
        UUID id = room.letter(room.prisoner("QA", ReadersHouse.LATELY, ""), "ru", RUSSIAN, "hanna@example.org");
        Reading seen = room.open(id, MARTA);
        Advice advice = new Advice("Пчёлы чудесны.", "“война”: без этого слова", Set.of(About.TOPIC, About.CASE));
        db.inTransaction(em -> room.decide.askForChanges(id, MARTA, seen.fence(), advice, room.house.now()));
        assertThat(letter(id).state()).isEqualTo(LetterState.CHANGES_ASKED);
        assertThat(Advice.parse(db.fromTransaction(
                        em -> room.house.letters.adviceOn(letter(id)).orElseThrow())))
                .isEqualTo(advice);
        assertThat(noticesOf(id)).containsExactly("CHANGES_ASKED");
    }

    @Test
    void the_next_reader_sees_what_its_writer_changed_until_it_is_decided() {
        UUID id = russian("QA");
        Reading first = room.open(id, MARTA);
        assertThat(first.changed()).isNull();
        Advice advice = new Advice("", "", Set.of(About.TONE));
        db.inTransaction(em -> room.decide.askForChanges(id, MARTA, first.fence(), advice, room.house.now()));
        db.inTransaction(em -> {
            Letter letter = room.house.letters.lock(id).orElseThrow();
            Words words = new Words(RUSSIAN + " Снег.", "Марта", null);
            room.house.letters.rewrite(letter, "ru", words, "plain", room.house.now());
            letter.backToReaders(room.house.now());
        });

        Reading again = room.open(id, JONAS);
        assertThat(Objects.requireNonNull(again.changed()).paragraphs().stream()
                        .flatMap(List::stream)
                        .filter(piece -> piece.kind() == Beside.Kind.MORE))
                .containsExactly(new Beside.Piece(Beside.Kind.MORE, "Снег."));
        approve(id, again, JONAS);
        assertThat(db.<Optional<Words>>fromTransaction(em -> room.house.letters.wordsBefore(letter(id))))
                .isEmpty();
    }

    @Test
    void a_refusal_has_its_reason_and_is_told_only_to_an_address_that_is_still_kept() {
        UUID told = room.letter(room.prisoner("QA", ReadersHouse.LATELY, ""), "ru", RUSSIAN, "jo@example.org");
        UUID silent = russian("QA");
        for (UUID id : List.of(told, silent)) {
            Reading seen = room.open(id, MARTA);
            db.inTransaction(em -> room.decide.refuse(
                    id, MARTA, seen.fence(), Reason.ABUSE, new Advice("", "Nein.", Set.of()), room.house.now()));
            assertThat(letter(id).reason()).isEqualTo(Reason.ABUSE);
        }
        assertThat(noticesOf(told)).containsExactly("REFUSED");
        assertThat(noticesOf(silent)).isEmpty();
    }

    @Test
    void its_writer_is_told_that_it_goes_on_or_what_holds_it() {
        UUID on = room.letter(room.prisoner("QA", ReadersHouse.LATELY, ""), "ru", RUSSIAN, "jo@example.org");
        approve(on, room.open(on, MARTA), MARTA);
        assertThat(noticesOf(on)).containsExactly("APPROVED");
        UUID held = room.letter(room.prisoner("QB", ReadersHouse.LATELY, ""), "ru", RUSSIAN, "jo@example.org");
        approve(held, room.open(held, MARTA), MARTA);
        assertThat(noticesOf(held)).containsExactly("HELD");
    }

    private List<String> noticesOf(UUID id) {
        return db.fromTransaction(em -> em.createQuery("select n from Notice n where n.letterId = :id", Notice.class)
                .setParameter("id", id)
                .getResultStream()
                .map(notice -> notice.kind().name())
                .toList());
    }

    @Test
    void a_letter_that_was_given_back_does_not_come_again_at_once() {
        UUID one = russian("QA");
        UUID two = russian("QA");
        UUID heavy = next(MARTA, List.of()).orElseThrow();
        db.inTransaction(em -> room.decide.giveBack(heavy, MARTA, room.house.now()));
        UUID other = next(MARTA, List.of(heavy)).orElseThrow();
        assertThat(List.of(heavy, other)).containsExactlyInAnyOrder(one, two);
        assertThat(next(MARTA, List.of(heavy, other))).isEmpty();
        assertThat(next(JONAS, List.of())).contains(heavy);
    }

    @Test
    void a_letter_is_dealt_by_lot_among_the_fifty_that_wait_longest() {
        long vera = room.prisoner("QA", ReadersHouse.LATELY, "");
        List<UUID> oldest = letters(vera, 50);
        room.house.clock.pass(Duration.ofHours(2));
        letters(vera, 3);
        Set<UUID> dealt = new HashSet<>();
        // The same one nine times out of fifty by chance: once in 10^13 runs.
        for (int i = 0; i < 9; i++) {
            UUID one = next(MARTA, List.of()).orElseThrow();
            dealt.add(one);
            db.inTransaction(em -> room.decide.giveBack(one, MARTA, room.house.now()));
        }
        assertThat(oldest).containsAll(dealt);
        assertThat(dealt).hasSizeGreaterThan(1);
    }

    private List<UUID> letters(long person, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> room.letter(person, "ru", RUSSIAN))
                .toList();
    }

    @Test
    void who_gives_back_a_letter_that_is_somebody_elses_by_now_changes_nothing() {
        UUID id = russian("QA");
        room.open(id, MARTA);
        db.inTransaction(em -> room.decide.giveBack(id, JONAS, room.house.now()));
        assertThat(letter(id).isClaimedBy(MARTA, room.house.now())).isTrue();
    }

    private Optional<UUID> next(long reader, List<UUID> passed) {
        return db.fromTransaction(em -> room.decide.claimNext(LetterState.IN_REVIEW, reader, passed, room.house.now()));
    }

    @Test
    void two_readers_at_once_never_get_the_same_letter() throws Exception {
        long vera = room.prisoner("QA", ReadersHouse.LATELY, "");
        Set<UUID> all = new HashSet<>();
        for (int i = 0; i < 50; i++) {
            all.add(room.letter(vera, "ru", RUSSIAN));
        }
        ExecutorService two = Executors.newFixedThreadPool(2);
        try {
            List<Future<List<UUID>>> taken = two.invokeAll(List.of(claimAll(MARTA), claimAll(JONAS)));
            List<UUID> both = new ArrayList<>(taken.get(0).get());
            both.addAll(taken.get(1).get());
            assertThat(both).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(all);
        } finally {
            two.shutdownNow();
        }
    }

    /** The embedded database gives no row while the other takes one: then there are free ones still. */
    private Callable<List<UUID>> claimAll(long reader) {
        return () -> {
            List<UUID> mine = new ArrayList<>();
            while (Long.valueOf(50).compareTo(claimed()) > 0) {
                next(reader, List.of()).ifPresent(mine::add);
            }
            return mine;
        };
    }

    private Long claimed() {
        return db.fromTransaction(em -> em.createQuery(
                        "select count(l) from Letter l where l.state = :state and l.claim.by is not null", Long.class)
                .setParameter("state", LetterState.IN_REVIEW)
                .getSingleResult());
    }
}
