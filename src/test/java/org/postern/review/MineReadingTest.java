package org.postern.review;

import static org.assertj.core.api.Assertions.assertThat;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;
import org.postern.TestDatabase;
import org.postern.directory.Facilities;
import org.postern.letter.Piles;
import org.postern.staff.Audit;
import org.postern.staff.AuditEntry;
import org.postern.staff.StaffAccounts;
import org.postern.web.Views;

@Tag("database")
@ParameterizedClass
@MethodSource("org.postern.TestDatabase#both")
class MineReadingTest {
    private static final String ADDRESS = "hanna.who.reads@example.org";

    private final TestDatabase db;
    private final ReadersHouse room;
    private final long marta;
    private final long place;
    private final Audit audit;
    private final WhatIRead whatIRead;

    MineReadingTest(TestDatabase db) {
        this.db = db;
        this.room = new ReadersHouse(db);
        this.marta = new Members(db).moderator();
        long vera = room.prisoner("QA", ReadersHouse.LATELY, "");
        room.letter(vera, "tr", "Merhaba Vera!");
        this.place = db.fromTransaction(em -> room.person(vera).facility().id());
        this.audit = new Audit(db.entityManager(), room.house.clock);
        this.whatIRead = new WhatIRead(
                new StaffAccounts(db.entityManager()),
                new Facilities(db.entityManager()),
                new Piles(db.entityManager()),
                room.house.contacts,
                audit);
    }

    private MineReading.Model model() {
        return db.fromTransaction(em -> whatIRead.of(marta, "", ""));
    }

    private Document page() {
        StringOutput html = new StringOutput();
        TemplateEngine.createPrecompiled(ContentType.Html)
                .render(
                        "review/mineReading.jte",
                        Map.of("view", Views.of("en", true, "moderator"), "page", model()),
                        html);
        return Jsoup.parse(html.toString());
    }

    private String owns(String email) {
        return db.fromTransaction(em -> whatIRead.owns(marta, email, LocalDate.EPOCH));
    }

    @Test
    void languages_in_use_and_places_by_country_can_be_ticked_and_none_is_at_first() {
        Document page = page();
        assertThat(page.select("input[name=language]").eachAttr("value")).contains("en", "ru", "tr");
        assertThat(page.select("details input[name=place][value=" + place + "]"))
                .hasSize(1);
        assertThat(page.select("input[name=language][checked], input[name=place][checked]"))
                .isEmpty();
        assertThat(page.select("input[name=shortcuts][checked]")).hasSize(1);
    }

    @Test
    void what_was_ticked_is_kept_and_what_is_no_language_or_place_is_not() {
        db.inTransaction(em -> whatIRead.reads(
                marta, List.of("ru", "tr", "<script>", "'; --"), List.of("" + place, "999999999", "x"), false));
        assertThat(model().reads()).containsExactlyInAnyOrder("ru", "tr");
        assertThat(model().chosen()).containsExactly(place);
        assertThat(model().shortcuts()).isFalse();
        assertThat(page().select("input[name=place][checked]").eachAttr("value"))
                .containsExactly("" + place);
        db.inTransaction(em -> whatIRead.reads(marta, List.of(), List.of(), true));
        assertThat(model().reads()).isEmpty();
        assertThat(model().chosen()).isEmpty();
        assertThat(model().shortcuts()).isTrue();
    }

    @Test
    void an_address_is_counted_and_shown_nowhere() {
        assertThat(owns(ADDRESS)).isEmpty();
        assertThat(owns(" " + ADDRESS.toUpperCase(java.util.Locale.ROOT))).isEmpty();
        Document page = page();
        assertThat(page.text()).contains("One address of yours is kept. Nobody can see which one it is, not even you.");
        assertThat(page.html()).doesNotContain(ADDRESS).doesNotContain(room.house.contacts.indexOf(ADDRESS));
        assertThat(page.select("button[value=forget]")).hasSize(1);
        db.inTransaction(em -> whatIRead.ownsNothing(marta));
        assertThat(page().text()).contains("You have named no address yet.").doesNotContain("Nobody can see");
        assertThat(page().select("button[value=forget]")).isEmpty();
    }

    @Test
    void the_audit_says_that_an_address_was_named_and_not_which() {
        owns(ADDRESS);
        db.inTransaction(em -> whatIRead.ownsNothing(marta));
        List<AuditEntry> rows = db.<List<AuditEntry>>fromTransaction(em -> audit.page(Long.MAX_VALUE, 2));
        assertThat(rows).extracting(AuditEntry::action).containsExactly("staff.addresses-forgotten", "staff.address");
        assertThat(rows)
                .allSatisfy(row -> assertThat(row.object() + row.detail())
                        .doesNotContain("example")
                        .doesNotContain(room.house.contacts.indexOf(ADDRESS)));
    }

    @Test
    void what_is_no_address_is_not_kept() {
        assertThat(List.of("", "hanna", "@", "a b@c", "a@b@c", "x@" + "y".repeat(254)))
                .allSatisfy(wrong -> assertThat(owns(wrong)).isEqualTo("email"));
        assertThat(model().addresses()).isZero();
    }

    @Test
    void every_form_carries_the_token_and_a_button_that_says_what_it_does() {
        owns(ADDRESS);
        assertThat(page().select("form[action=/desk/review/mine]")).hasSize(3).allSatisfy(form -> {
            assertThat(form.select("input[name=csrf]")).hasSize(1);
            assertThat(form.select("button[name=decision]")).hasSize(1);
        });
    }
}
