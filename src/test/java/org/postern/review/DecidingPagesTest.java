package org.postern.review;

import static org.assertj.core.api.Assertions.assertThat;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.postern.letter.Escalation.Why;
import org.postern.web.View;
import org.postern.web.Views;

/** What a room shows of decisions, without scripts. */
class DecidingPagesTest {
    private static final View VIEW = Views.of("en", true, "moderator");
    private static final UUID ID = UUID.randomUUID();

    private static Document page(String template, Map<String, Object> parameters) {
        StringOutput html = new StringOutput();
        TemplateEngine.createPrecompiled(ContentType.Html).render(template, parameters, html);
        return Jsoup.parse(html.toString());
    }

    private static Document care(String readers, @Nullable Why why, String note) {
        return page(
                "review/care.jte", Map.of("view", VIEW, "care", new WhoReads.Care(readers, true, why, note, false)));
    }

    @Test
    void a_fresh_decision_says_what_it_was_and_for_how_long_it_can_be_taken_back_by_one_key() {
        List<TakeBack.Fresh> fresh = List.of(
                new TakeBack.Fresh(ID, "Vera", "refused", 29), new TakeBack.Fresh(ID, "Boris", "in-translation", 1));
        Document page = page("review/undo.jte", Map.of("view", VIEW, "fresh", fresh, "lead", false));
        assertThat(page.select("form").eachAttr("action")).containsOnly("/desk/review/undo/" + ID);
        assertThat(page.select("[data-key=u]")).hasSize(1);
        assertThat(page.select("li").eachText())
                .containsExactly(
                        "Undo Refused: the letter to Vera 29 seconds left; nobody is told before",
                        "Undo Approved, to be translated: the letter to Boris 1 second left; nobody is told before");
        assertThat(page.select("a")).isEmpty();
    }

    @Test
    void the_way_to_what_others_decided_is_shown_to_a_lead() {
        Document page = page("review/undo.jte", Map.of("view", VIEW, "fresh", List.of(), "lead", true));
        assertThat(page.select("a").eachAttr("href")).containsExactly("/desk/review/decided");
        assertThat(page.select("ul")).isEmpty();
    }

    @Test
    void every_state_that_a_decision_leads_to_has_its_words() {
        for (String what : List.of("ready", "in-translation", "held", "in-review", "changes-asked", "refused")) {
            List<TakeBack.Decided> one =
                    List.of(new TakeBack.Decided(ID, "Vera", "Marta", Instant.EPOCH, what, List.of("CASE")));
            Document page = page("review/decided.jte", Map.of("view", VIEW, "page", new DecidedPage.Model(one, "")));
            assertThat(page.select("h3").text()).contains("Vera").doesNotContain("undo.");
            assertThat(page.select("li p").text()).contains("Marta", ID.toString(), "About the case");
        }
    }

    @Test
    void a_letter_for_one_reader_says_nothing_and_others_say_how_many_and_why() {
        assertThat(care("one", null, "").body().text()).isEmpty();
        for (String readers : List.of("first", "second", "alone")) {
            assertThat(care(readers, null, "").select(".told").text())
                    .contains("two people")
                    .doesNotContain("review.");
        }
        Document escalated = care("one", Why.TRUST, "<b>Look</b> twice");
        assertThat(escalated.select(".told").text()).contains("It may be a trap", "<b>Look</b> twice");
    }

    @Test
    void the_form_that_leaves_it_to_a_lead_keeps_what_was_typed_open_or_closed() {
        for (boolean open : List.of(true, false)) {
            Document page = page(
                    "review/lead.jte",
                    Map.of(
                            "view",
                            VIEW,
                            "open",
                            open,
                            "missing",
                            "lead",
                            "toLead",
                            new ReadLetter.ToLead("NEED", "A note")));
            assertThat(page.select("[name=lead-why][checked], [name=lead-why][type=hidden]")
                            .eachAttr("value"))
                    .containsExactly("NEED");
            assertThat(page.select("[name=lead-note]").val()).isEqualTo("A note");
            assertThat(page.select("[role=alert]").isEmpty()).isNotEqualTo(open);
        }
    }
}
