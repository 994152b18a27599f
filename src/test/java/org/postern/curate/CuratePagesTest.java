package org.postern.curate;

import static org.assertj.core.api.Assertions.assertThat;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.select.Elements;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.postern.TestDatabase;
import org.postern.cause.Campaign;
import org.postern.cause.Campaigns;
import org.postern.directory.Facility;
import org.postern.directory.Recipient;
import org.postern.directory.RulePacks;
import org.postern.letter.Act;
import org.postern.letter.AddressTasks;
import org.postern.letter.LetterState;
import org.postern.letter.Touched;
import org.postern.typeset.Misfit;
import org.postern.web.Forms;
import org.postern.web.Views;

@Tag("database")
class CuratePagesTest {
    @AutoClose
    static final TestDatabase db = TestDatabase.h2();

    private static final DemoHouse HOUSE = DemoHouse.of(db);

    @BeforeAll
    static void seeded() {
        HOUSE.seed("true");
    }

    @Test
    void the_address_book_lists_everybody_hidden_ones_too() {
        Document page = db.fromTransaction(em -> draw(
                "curate/people",
                new PeoplePage.Model(HOUSE.people.all().stream()
                        .map(person -> new PeoplePage.Row(person, 3, 1))
                        .toList())));
        assertThat(page.select("tbody tr")).hasSize(19);
        assertThat(page.select("tr:contains(Foma Kamyshov) .tag").text()).isEqualTo("hidden");
        assertThat(page.select("tr:contains(Boris Kagarlitsky)").text()).doesNotContain("invented");
        assertThat(page.select("tr:contains(Shirin Baghban) [lang=fa]").text()).isEqualTo("شیرین باغبان");
    }

    @Test
    void a_rule_that_cannot_be_read_is_named_and_still_in_the_box() {
        Document page = db.fromTransaction(em -> {
            Recipient vera = HOUSE.people.bySlug("vera-solodova").orElseThrow();
            return draw(
                    "curate/person",
                    new PersonPage.Model(
                            vera,
                            Map.of(LetterState.READY, 2L, LetterState.POSTED, 5L),
                            new RulePacks().of(vera).all(),
                            "max-pages 2\nmax-pagse 3",
                            2,
                            List.of(),
                            HOUSE.facilities.all(),
                            new AddressLook.Look(
                                    "Tbilisi", false, List.of("Солодова Вера", "РОССИЯ / RUSSIA"), List.of()),
                            Map.of(
                                    Act.ENOUGH,
                                    new Touched(0, 3, List.of(), List.of(new Touched.InBatch("B0127", 2)), 1)),
                            "",
                            ""));
        });
        assertThat(page.select("#errors a[href=#rules]").text()).startsWith("Line 2 is no rule");
        assertThat(page.select("textarea#rules").val()).isEqualTo("max-pages 2\nmax-pagse 3");
        assertThat(page.select("textarea#rules").attr("aria-describedby")).startsWith("rules-wrong");
        assertThat(page.select("form[method=post]"))
                .isNotEmpty()
                .allMatch(form -> form.select("input[name=csrf]").size() == 1);
        assertThat(page.select("section[aria-labelledby=shown]").text())
                .contains("Letters: 3 wait. 2 pulled from B0127 by slip. 1 perhaps on paper, not called back.");
        assertThat(page.select("form[action$=/fate] button").eachText()).containsExactly("Is free", "Has died");
        assertThat(page.text()).contains("2 letters wait").doesNotContain("curate.", "level.", "touch.");
    }

    @Test
    void an_old_address_says_how_many_letters_wait_for_it() {
        Document page = db.fromTransaction(em -> {
            Facility sizo = HOUSE.facilities.bySlug("sizo-9").orElseThrow();
            return draw(
                    "curate/facility",
                    new FacilityPage.Model(
                            sizo, HOUSE.people.at(sizo), 1, true, sizo.rulesText(), 0, false, Map.of(), "", 0));
        });
        assertThat(page.select("form[action$=/check] .late").text()).isEqualTo("One letter waits for this.");
        assertThat(page.select("[lang=ru]").text()).contains("СИЗО-9 (образец)", "000009");
        assertThat(page.select("[lang=ru-Latn]").text()).contains("Remand prison 9 (sample)");
        assertThat(page.text()).doesNotContain("curate.");
    }

    @Test
    void places_and_sites_are_whole_pages() {
        Document places = db.fromTransaction(em -> draw(
                "curate/facilities",
                new FacilitiesPage.Index(HOUSE.facilities.all().stream()
                        .map(place ->
                                new FacilitiesPage.Row(place, 1, 0, place.slug().equals("sizo-9")))
                        .toList())));
        assertThat(places.select("tbody tr")).hasSize(15);
        assertThat(places.text())
                .contains("One address was not checked for 60 days.")
                .doesNotContain("curate.");
        Document sites = db.fromTransaction(em -> draw(
                "curate/sites",
                new SitesPage.Model(
                        HOUSE.sites.all(), new TreeMap<>(Map.of("MM", 2L)), new TreeMap<>(Map.of("GE", 1L)))));
        assertThat(sites.select("main h2").eachText()).containsExactly("Berlin", "Tbilisi", "Vilnius");
        assertThat(sites.text())
                .contains("No post of ours reaches: Myanmar (Burma) (2 letters wait)")
                .contains("no site that posts there puts one: Georgia (one letter waits)")
                .doesNotContain("curate.");
    }

    @Test
    void a_form_that_did_not_go_through_keeps_all_and_shows_theirs_beside_mine() {
        Document page = db.fromTransaction(em -> {
            Recipient vera = HOUSE.people.bySlug("vera-solodova").orElseThrow();
            Map<String, String> stored = PersonFields.of(vera);
            Edited edited = Edited.of(
                            Forms.of("story", "Mine.\nAll.", "was-story", "Older.", "birth", "soon", "given", "Вера"),
                            stored)
                    .against(PersonFields.objections(Map.copyOf(replaced(stored)), true, LocalDate.of(2026, 11, 22)));
            return draw(
                    "curate/personEdit",
                    new PersonEdit.Model(
                            vera,
                            edited,
                            new AddressLook.Look(
                                    "Tbilisi",
                                    true,
                                    List.of("Солодова Вера", "РОССИЯ"),
                                    List.of(new Misfit(
                                            Misfit.Kind.ADDRESS_HIDDEN, "Солодова Вера", Misfit.Side.RIGHT, 3.2)))));
        });
        assertThat(page.text()).contains("The envelope may hide up to 4 mm of “Солодова Вера”");
        assertThat(page.select("#errors a[href=#birth]").text()).contains("Write a day such as");
        assertThat(page.select("input#birth").val()).isEqualTo("soon");
        assertThat(page.select("input#birth").attr("aria-describedby")).startsWith("birth-wrong");
        assertThat(page.select("textarea#story").text()).isEqualTo("Mine.\nAll.");
        assertThat(page.select("#story-theirs textarea[readonly]").text()).isNotEmpty();
        assertThat(page.select("a[href=#story]")).hasSize(1);
        assertThat(page.select("p.printed").text()).isEqualTo("Солодова Вера РОССИЯ");
        assertThat(page.select("input[name^=was-]"))
                .hasSize(page.select("label").size());
        assertThat(page.text()).doesNotContain("curate.");
    }

    private static Map<String, String> replaced(Map<String, String> stored) {
        Map<String, String> fields = new LinkedHashMap<>(stored);
        fields.put("birth", "soon");
        return fields;
    }

    @Test
    void a_places_address_is_a_form_in_both_scripts() {
        Document page = db.fromTransaction(em -> {
            Facility sizo = HOUSE.facilities.bySlug("sizo-9").orElseThrow();
            return draw(
                    "curate/placeEdit",
                    new PlaceEdit.Model(
                            sizo,
                            Edited.fresh(PlaceFields.of(sizo)),
                            new Touched(2, 0, List.of(), List.of(), 0),
                            List.of()));
        });
        assertThat(page.select("fieldset legend").eachText())
                .containsExactly("In the script of the place", "In Latin letters");
        assertThat(page.select("input#name").val()).isEqualTo("СИЗО-9 (образец)");
        assertThat(page.select("input#latin-name").val()).isEqualTo("Remand prison 9 (sample)");
        assertThat(page.select("#errors, [role=alert]")).isEmpty();
        assertThat(page.text())
                .contains("Nobody whom we know", "Letters: 2 go on.")
                .doesNotContain("curate.");
    }

    @Test
    void what_is_open_about_addresses_stands_with_its_count_and_what_mends_it() {
        Document page = db.fromTransaction(em -> {
            Facility sizo = HOUSE.facilities.bySlug("sizo-9").orElseThrow();
            Facility ik = HOUSE.facilities.bySlug("ik-98").orElseThrow();
            Recipient vera = HOUSE.people.bySlug("vera-solodova").orElseThrow();
            LocalDate day = LocalDate.of(2026, 11, 22);
            sizo.gaveBack(day);
            sizo.gaveBack(day);
            ik.censored(day);
            vera.doubted(Recipient.Doubt.ADDRESS, day);
            Document drawn = draw(
                    "curate/addresses",
                    new AddressesPage.Model(
                            new AddressTasks.Open(
                                    List.of(
                                            new AddressTasks.PlaceTask(
                                                    sizo,
                                                    EnumSet.of(AddressTasks.Why.SUSPENDED, AddressTasks.Why.OLD),
                                                    12,
                                                    3),
                                            new AddressTasks.PlaceTask(
                                                    ik, EnumSet.of(AddressTasks.Why.CENSORED), 0, 0)),
                                    List.of(new AddressTasks.PersonTask(vera, 2))),
                            Map.of(),
                            Map.of(),
                            "checked",
                            4));
            em.clear();
            return drawn;
        });
        assertThat(page.select("[role=status]").text()).isEqualTo("Noted. 4 letters go on.");
        Elements suspended = page.select("section[aria-labelledby=p-sizo-9]");
        assertThat(suspended.text())
                .contains("2 letters came back", "more than 60 days ago", "12 letters wait.", "3 more are");
        assertThat(suspended.select("form").attr("action")).isEqualTo("/desk/facilities/sizo-9/opening");
        assertThat(page.select("section[aria-labelledby=p-ik-98] form")).isEmpty();
        assertThat(page.select("section[aria-labelledby=p-ik-98] a[href$=#rules]"))
                .hasSize(1);
        assertThat(page.select("section[aria-labelledby=r-vera-solodova] form").attr("action"))
                .isEqualTo("/desk/people/vera-solodova/arrival");
        assertThat(page.text()).doesNotContain("addresses.", "returns.");
    }

    @Test
    void a_campaign_has_one_date_and_loses_it_again() {
        Document page = db.fromTransaction(em -> {
            Campaigns campaigns = new Campaigns(em);
            Campaign one = campaigns.all().get(0);
            one.mailsFrom(LocalDate.of(2026, 12, 10));
            em.flush();
            em.clear();
            Document drawn = draw("curate/campaigns", new CampaignsPage.Model(campaigns.all(), "saved"));
            campaigns.all().get(0).mailsFrom(null);
            return drawn;
        });
        assertThat(page.select("input[type=date]").eachAttr("value")).contains("2026-12-10");
        assertThat(page.select("form input[name=csrf]")).hasSameSizeAs(page.select("form[method=post]"));
        assertThat(page.text()).contains("Saved.", "Not before").doesNotContain("campaigns.desk");
        db.inTransaction(em -> assertThat(new Campaigns(em).all()).allMatch(one -> one.notBefore() == null));
    }

    private static Document draw(String template, Object model) {
        StringOutput html = new StringOutput();
        TemplateEngine.createPrecompiled(ContentType.Html)
                .render(template + ".jte", Map.of("view", Views.of("en", true, "organiser"), "page", model), html);
        return Jsoup.parse(html.toString());
    }
}
