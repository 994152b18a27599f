package org.postern.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Timestamp;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;
import org.postern.TestDatabase;
import org.postern.letter.LetterState;
import org.postern.letter.NotNow;

@Tag("database")
@ParameterizedClass
@MethodSource("org.postern.TestDatabase#both")
class DealTest {
    private static final int READERS = 8;
    private static final int LETTERS = 40;

    private final TestDatabase db;
    private final ReadersHouse room;
    private final Members members;

    DealTest(TestDatabase db) {
        this.db = db;
        this.room = new ReadersHouse(db);
        this.members = new Members(db);
    }

    @BeforeEach
    void nobodyElseWaits() {
        db.sql("update letter set state = 'WITHDRAWN', claimed_by = null, claimed_until = null");
        members.leave();
    }

    private UUID letter(String language) {
        return room.letter(room.prisoner("QA", ReadersHouse.LATELY, ""), language, "Здравствуйте, Вера!");
    }

    private Optional<UUID> dealt(long staff) {
        return db.fromTransaction(
                em -> room.decide.claimNext(LetterState.IN_REVIEW, staff, List.of(), room.house.now()));
    }

    private void freeAgain() {
        db.sql("update letter set claimed_by = null, claimed_until = null");
    }

    private long place(UUID letter) {
        return db.fromTransaction(
                em -> room.person(room.house.letters.byId(letter).orElseThrow().recipientId())
                        .facility()
                        .id());
    }

    @Test
    void who_says_nothing_of_themselves_is_dealt_everything() {
        long marta = members.moderator();
        Set<UUID> letters = Set.of(letter("ru"), letter("tr"), letter("en"));
        Set<UUID> dealt = new HashSet<>();
        letters.forEach(letter -> dealt.add(dealt(marta).orElseThrow()));
        assertThat(dealt).isEqualTo(letters);
        assertThat(dealt(marta)).isEmpty();
    }

    @Test
    void who_reads_russian_is_dealt_russian_while_somebody_else_reads_the_rest() {
        long marta = members.moderator();
        members.moderator();
        members.on(marta, account -> account.reads(Set.of("ru"), Set.of()));
        letter("en");
        UUID russian = letter("ru");
        letter("en");
        assertThat(dealt(marta)).contains(russian);
        assertThat(dealt(marta)).isEmpty();
    }

    @Test
    void a_language_that_nobody_reads_is_dealt_to_everyone() {
        long marta = members.moderator();
        long jonas = members.moderator();
        members.on(marta, account -> account.reads(Set.of("ru"), Set.of()));
        members.on(jonas, account -> account.reads(Set.of("en"), Set.of()));
        UUID turkish = letter("tr");
        assertThat(dealt(marta)).contains(turkish);
        freeAgain();
        members.moderator();
        assertThat(dealt(marta)).as("somebody reads all by now").isEmpty();
    }

    @Test
    void who_opens_what_nobody_said_they_read_is_told_so() {
        long marta = members.moderator();
        members.on(marta, account -> account.reads(Set.of("ru"), Set.of()));
        assertThat(room.open(letter("ru"), marta).care().unread()).isFalse();
        assertThat(room.open(letter("tr"), marta).care().unread()).isTrue();
        members.moderator();
        assertThat(room.open(letter("tr"), marta).care().unread())
                .as("somebody reads all by now")
                .isFalse();
    }

    @Test
    void who_left_reads_nothing_any_more() {
        long marta = members.moderator();
        long jonas = members.moderator();
        members.on(marta, account -> account.reads(Set.of("ru"), Set.of()));
        UUID english = letter("en");
        assertThat(dealt(marta)).isEmpty();
        members.on(jonas, account -> account.end(room.house.now()));
        assertThat(dealt(marta)).contains(english);
    }

    @Test
    void who_chose_a_place_is_dealt_its_letters() {
        long marta = members.moderator();
        members.moderator();
        letter("ru");
        UUID there = letter("ru");
        letter("ru");
        members.on(marta, account -> account.reads(Set.of(), Set.of(place(there))));
        assertThat(dealt(marta)).contains(there);
        assertThat(dealt(marta)).isEmpty();
    }

    @Test
    void a_letter_that_fits_no_reader_in_language_and_place_together_waits_for_nobody_in_vain() {
        long marta = members.moderator();
        long jonas = members.moderator();
        UUID english = letter("en");
        UUID russian = letter("ru");
        members.on(marta, account -> account.reads(Set.of("en"), Set.of(place(russian))));
        members.on(jonas, account -> account.reads(Set.of("ru"), Set.of(place(english))));
        assertThat(dealt(marta)).isPresent();
        assertThat(dealt(jonas)).isPresent();
    }

    @Test
    void a_letter_of_ones_own_is_dealt_to_another() {
        long marta = members.moderator();
        long jonas = members.moderator();
        members.owns(marta, room.house, " Deal@Example.org");
        UUID own = Members.from(room, db, "deal@example.org", "ru");
        assertThat(dealt(marta)).isEmpty();
        assertThat(dealt(jonas)).contains(own);
    }

    @Test
    void what_was_too_heavy_once_does_not_come_back() {
        long marta = members.moderator();
        long jonas = members.moderator();
        UUID heavy = letter("ru");
        passedOn(heavy, marta);
        assertThat(dealt(marta)).isEmpty();
        assertThat(dealt(jonas)).contains(heavy);
    }

    @Test
    void what_was_too_heavy_for_three_is_a_leads_while_there_is_one() {
        long marta = members.moderator();
        UUID heavy = letter("ru");
        for (int i = 0; i < 3; i++) {
            passedOn(heavy, members.moderator());
        }
        long lead = members.lead();
        assertThat(dealt(marta)).isEmpty();
        assertThat(dealt(lead)).contains(heavy);
        freeAgain();
        members.on(lead, account -> account.end(room.house.now()));
        assertThat(dealt(marta)).contains(heavy);
    }

    @Test
    void what_is_left_to_a_lead_is_dealt_to_a_lead() {
        long marta = members.moderator();
        long lead = members.lead();
        UUID id = letter("ru");
        db.sql("insert into escalation (letter_id, by_staff, why, at_hour) values ('" + id
                + "', 99, 'OTHER', timestamp '2026-11-20 10:00:00')");
        assertThat(dealt(marta)).isEmpty();
        assertThat(dealt(lead)).contains(id);
    }

    @Test
    void who_read_it_first_does_not_read_it_second() {
        long marta = members.moderator();
        UUID id = letter("ru");
        firstApproved(id, marta);
        assertThat(dealt(marta)).isEmpty();
        assertThat(dealt(members.moderator())).contains(id);
    }

    @Test
    void what_came_without_an_address_waits_a_day_longer_and_is_never_left_behind() {
        long marta = members.moderator();
        long vera = room.prisoner("QA", ReadersHouse.LATELY, "");
        Set<UUID> slow = new HashSet<>();
        Set<UUID> others = new HashSet<>();
        // As many of each as one is dealt from.
        for (int i = 0; i < 50; i++) {
            slow.add(room.letter(vera, "ru", "Здравствуйте, Вера!"));
            others.add(room.letter(vera, "ru", "Здравствуйте, Вера!"));
        }
        slow.forEach(id -> db.sql("update letter set slow_lane = true where id = '" + id + "'"));
        cameBefore(slow, Duration.ofHours(36));
        cameBefore(others, Duration.ofHours(13));
        assertThat(others).contains(dealt(marta).orElseThrow());
        freeAgain();
        cameBefore(others, Duration.ofHours(11));
        assertThat(slow).contains(dealt(marta).orElseThrow());
    }

    private void cameBefore(Set<UUID> letters, Duration time) {
        Timestamp since = Timestamp.from(room.house.now().minus(time));
        letters.forEach(id -> db.sql("update letter set state_since = '" + since + "' where id = '" + id + "'"));
    }

    @Test
    void what_the_only_lead_approved_as_the_first_of_two_is_anyones_to_read_second() {
        long marta = members.moderator();
        long lena = members.lead();
        UUID letter = letter("ru");
        escalated(letter, marta);
        assertThat(dealt(marta)).isEmpty();
        assertThat(dealt(lena)).contains(letter);
        freeAgain();
        firstApproved(letter, lena);
        assertThat(dealt(lena)).as("not by the same").isEmpty();
        assertThat(dealt(marta)).contains(letter);
    }

    @Test
    void what_is_left_to_a_lead_who_cannot_read_it_is_anyones() {
        long marta = members.moderator();
        long lena = members.lead();
        UUID letter = Members.from(room, db, "lena@example.org", "ru");
        members.owns(lena, room.house, "lena@example.org");
        escalated(letter, marta);
        assertThat(dealt(lena)).isEmpty();
        assertThat(dealt(marta)).contains(letter);
    }

    @Test
    void what_is_left_to_a_lead_who_reads_another_language_is_theirs_all_the_same() {
        long marta = members.moderator();
        long lena = members.lead();
        members.on(marta, account -> account.reads(Set.of("ru"), Set.of()));
        members.on(lena, account -> account.reads(Set.of("en"), Set.of()));
        UUID letter = letter("ru");
        escalated(letter, marta);
        assertThat(dealt(marta)).isEmpty();
        assertThat(dealt(lena)).contains(letter);
    }

    @Test
    void what_the_only_reader_of_a_language_approved_first_is_read_second_by_somebody_else() {
        long marta = members.moderator();
        long jonas = members.moderator();
        members.on(marta, account -> account.reads(Set.of("ru"), Set.of()));
        members.on(jonas, account -> account.reads(Set.of("en"), Set.of()));
        UUID letter = letter("ru");
        firstApproved(letter, marta);
        assertThat(dealt(marta)).isEmpty();
        assertThat(dealt(jonas)).contains(letter);
    }

    @Test
    void what_was_too_heavy_for_everybody_comes_back_to_them() {
        long marta = members.moderator();
        UUID letter = letter("ru");
        passedOn(letter, marta);
        assertThat(dealt(marta)).as("nobody else is here").contains(letter);
        freeAgain();
        long jonas = members.moderator();
        assertThat(dealt(marta)).isEmpty();
        passedOn(letter, jonas);
        assertThat(dealt(marta)).contains(letter);
    }

    @Test
    void a_first_approval_of_another_page_keeps_nobody_from_it() {
        long marta = members.moderator();
        UUID letter = letter("ru");
        firstApproved(letter, marta);
        assertThat(dealt(marta)).isEmpty();
        db.sql("update letter set content_hash = 'another' where id = '" + letter + "'");
        assertThat(dealt(marta)).contains(letter);
    }

    private void firstApproved(UUID letter, long reader) {
        db.sql("update letter set first_reader = " + reader + ", first_hash = content_hash where id = '" + letter
                + "'");
    }

    private void escalated(UUID letter, long by) {
        db.sql("insert into escalation (letter_id, by_staff, why, at_hour) values ('" + letter + "', " + by
                + ", 'NEED', current_timestamp)");
    }

    @Test
    void eight_readers_at_once_get_no_letter_twice() throws Exception {
        Set<UUID> letters = new HashSet<>();
        for (int i = 0; i < LETTERS; i++) {
            letters.add(letter("ru"));
        }
        List<Callable<List<UUID>>> readers = new ArrayList<>();
        for (int i = 0; i < READERS; i++) {
            long reader = members.moderator();
            readers.add(() -> asManyAsThereAre(reader));
        }
        List<UUID> dealt = new ArrayList<>();
        ExecutorService pool = Executors.newFixedThreadPool(READERS);
        try {
            for (Future<List<UUID>> each : pool.invokeAll(readers)) {
                dealt.addAll(each.get());
            }
        } finally {
            pool.shutdownNow();
        }
        assertThat(dealt).doesNotHaveDuplicates();
        assertThat(new HashSet<>(dealt)).isEqualTo(letters);
    }

    /** "Nothing" beside others may mean "busy": a reader asks a few times more before they believe it. */
    private List<UUID> asManyAsThereAre(long reader) throws InterruptedException {
        List<UUID> mine = new ArrayList<>();
        for (int misses = 0; misses < 20; ) {
            try {
                Optional<UUID> next = Reader.deed(() -> dealt(reader));
                next.ifPresent(mine::add);
                misses += next.isPresent() ? 0 : 1;
            } catch (NotNow busy) {
                misses++;
            }
            if (misses > 0) {
                Thread.sleep(10);
            }
        }
        return mine;
    }

    private void passedOn(UUID letter, long by) {
        db.sql("insert into passed_on (letter_id, staff_id) values ('" + letter + "', " + by + ")");
    }
}
