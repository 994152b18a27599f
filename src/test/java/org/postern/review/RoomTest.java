package org.postern.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;
import org.postern.TestDatabase;
import org.postern.directory.People;
import org.postern.letter.Advice;
import org.postern.letter.LetterState;
import org.postern.letter.LetterState.Reason;
import org.postern.letter.Piles;
import org.postern.staff.StaffAccounts;
import org.postern.web.Views;

@Tag("database")
@ParameterizedClass
@MethodSource("org.postern.TestDatabase#both")
class RoomTest {
    private static final Advice ADVICE = new Advice("", "Leave the number out.", Set.of());

    private final TestDatabase db;
    private final ReadersHouse room;
    private final Members members;
    private final Shelves shelves;

    RoomTest(TestDatabase db) {
        this.db = db;
        this.room = new ReadersHouse(db);
        this.members = new Members(db);
        this.shelves = new Shelves(
                new Piles(db.entityManager()), new People(db.entityManager()), new StaffAccounts(db.entityManager()));
    }

    @BeforeEach
    void nobodyElseWaits() {
        db.sql("update letter set state = 'WITHDRAWN', claimed_by = null, claimed_until = null");
        members.leave();
    }

    private UUID letter(String language, Duration ago) {
        UUID id = room.letter(room.prisoner("QA", ReadersHouse.LATELY, ""), language, "Здравствуйте, Вера!");
        db.sql("update letter set state_since = timestamp with time zone '"
                + room.house.now().minus(ago) + "' where id = '" + id + "'");
        return id;
    }

    private Shelf shelf(long staff) {
        return db.fromTransaction(em -> shelves.of(staff, 1, 5, room.house.now()));
    }

    @Test
    void letters_lie_by_language_the_oldest_first_and_those_in_work_are_not_counted() {
        long marta = members.moderator();
        letter("en", Duration.ofHours(3));
        letter("ru", Duration.ofHours(5));
        letter("ru", Duration.ofHours(50));
        room.open(letter("ru", Duration.ofHours(90)), marta);
        assertThat(shelf(marta).piles())
                .extracting(Shelf.Tongue::language, Shelf.Tongue::letters, Shelf.Tongue::hours)
                .containsExactly(tuple("ru", 2L, 50L), tuple("en", 1L, 3L));
    }

    @Test
    void the_room_says_which_languages_are_ones_own_and_which_nobody_reads() {
        long marta = members.moderator();
        long jonas = members.moderator();
        members.on(marta, account -> account.reads(Set.of("ru"), Set.of()));
        members.on(jonas, account -> account.reads(Set.of("en"), Set.of()));
        letter("ru", Duration.ofHours(3));
        letter("en", Duration.ofHours(2));
        letter("tr", Duration.ofHours(1));
        assertThat(shelf(marta).piles())
                .extracting(Shelf.Tongue::language, Shelf.Tongue::mine, Shelf.Tongue::unread)
                .containsExactly(tuple("ru", true, false), tuple("en", false, false), tuple("tr", false, true));
        assertThat(page(shelf(marta)).text())
                .contains("Turkish Nobody here has said that they read it")
                .contains("English left to those who read it");
    }

    @Test
    void who_let_the_half_hour_pass_is_told_until_somebody_else_takes_it() {
        long marta = members.moderator();
        UUID id = letter("ru", Duration.ofHours(3));
        room.open(id, marta);
        assertThat(shelf(marta).lapsed()).isEmpty();
        room.house.clock.pass(Duration.ofMinutes(31));
        assertThat(shelf(marta).lapsed()).extracting(Shelf.Lapsed::id).containsExactly(id);
        Document page = page(shelf(marta));
        assertThat(page.text()).contains("Your half hour with the letter to Vera");
        assertThat(page.select("form[action=/desk/review/claims] input[name=letter]")
                        .eachAttr("value"))
                .containsExactly(id.toString());
        assertThat(page.select("form[action=/desk/review/claims] button.primary"))
                .as("the next letter is still the one red button")
                .hasSize(1);
        room.open(id, members.moderator());
        assertThat(shelf(marta).lapsed()).isEmpty();
    }

    @Test
    void what_waits_for_others_is_not_dealable() {
        long marta = members.moderator();
        long jonas = members.moderator();
        members.on(marta, account -> account.reads(Set.of("ru"), Set.of()));
        letter("en", Duration.ofHours(3));
        letter("en", Duration.ofHours(3));
        assertThat(dealable(marta)).isZero();
        assertThat(dealable(jonas)).isEqualTo(2);
    }

    private long dealable(long staff) {
        return db.fromTransaction(em -> shelves.dealable(staff, room.house.now()));
    }

    @Test
    void after_a_day_it_is_told_no_more() {
        long marta = members.moderator();
        room.open(letter("ru", Duration.ofHours(3)), marta);
        room.house.clock.pass(Duration.ofHours(25));
        assertThat(shelf(marta).lapsed()).isEmpty();
    }

    @Test
    void ones_own_counts_are_of_letters_and_of_nobody_elses() {
        long marta = members.moderator();
        long jonas = members.moderator();
        refuse(letter("ru", Duration.ZERO), marta);
        refuse(letter("ru", Duration.ZERO), marta);
        refuse(letter("ru", Duration.ZERO), jonas);
        assertThat(shelf(marta)).extracting(Shelf::week, Shelf::total).containsExactly(2L, 2L);
        room.house.clock.pass(Duration.ofDays(8));
        refuse(letter("ru", Duration.ZERO), marta);
        assertThat(shelf(marta)).extracting(Shelf::week, Shelf::total).containsExactly(1L, 3L);
        assertThat(shelf(jonas)).extracting(Shelf::week, Shelf::total).containsExactly(0L, 1L);
    }

    @Test
    void the_page_counts_the_claims_and_leads_to_help() {
        Document page = page(shelf(members.moderator()));
        assertThat(page.text()).contains("1 of your 5 claims");
        assertThat(page.select("main a[href=/desk/review/help]")).hasSize(1);
        assertThat(page.select("body").attr("data-keys")).isEqualTo("on");
    }

    @Test
    void the_page_of_help_names_whom_the_operator_names() {
        assertThat(html("review/help.jte", new HelpPage.Model("Ada, Mondays at seven, room <2>"))
                        .text())
                .contains("Ada, Mondays at seven, room <2>")
                .doesNotContain("Nobody has been named");
        assertThat(html("review/help.jte", new HelpPage.Model("")).text()).contains("Nobody has been named");
        assertThat(html("review/help.jte", new HelpPage.Model("")).text())
                .contains(
                        "by lot", "For half a minute you can take back", "are one claim", "Nobody here sees who wrote");
    }

    private void refuse(UUID id, long staff) {
        Reading seen = room.open(id, staff);
        db.inTransaction(em -> room.decide.refuse(id, staff, seen.fence(), Reason.ABUSE, ADVICE, room.house.now()));
        assertThat(room.house.state(id)).isEqualTo(LetterState.REFUSED);
    }

    private Document page(Shelf shelf) {
        Readings.Mine mine = new Readings.Mine(UUID.randomUUID(), "Vera Sinitsyna", room.house.now(), 20);
        return html(
                "review/room.jte",
                new ReadingRoom.Model(
                        new Waiting(3, 5, 72), List.of(mine), "not-yours", "", "", List.of(), false, shelf));
    }

    private static Document html(String template, Object model) {
        StringOutput html = new StringOutput();
        TemplateEngine.createPrecompiled(ContentType.Html)
                .render(template, Map.of("view", Views.of("en", true, "moderator"), "page", model), html);
        return Jsoup.parse(html.toString());
    }
}
