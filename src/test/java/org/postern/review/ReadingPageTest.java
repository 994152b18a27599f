package org.postern.review;

import static org.assertj.core.api.Assertions.assertThat;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.postern.TestDatabase;
import org.postern.letter.Advice.About;
import org.postern.letter.Advised;
import org.postern.web.Views;

/** What a reader sees, without scripts. */
@Tag("database")
class ReadingPageTest {
    private static final long MARTA = 11;

    @AutoClose
    static final TestDatabase db = TestDatabase.h2();

    static Reading reading;

    @BeforeAll
    static void aLetterIsOpen() {
        ReadersHouse house = new ReadersHouse(db);
        house.siteServes("QA");
        long vera = house.prisoner("QA", ReadersHouse.LATELY, "warn-words войн* | letters that came back | 2026-10-12");
        UUID id = house.letter(vera, "ru", "Здравствуйте!\n\nПосле войны <b>приеду</b>.", "hanna@example.org");
        reading = house.open(id, MARTA);
    }

    private static Document page(Typed typed, String open, String said, String missing) {
        StringOutput html = new StringOutput();
        TemplateEngine.createPrecompiled(ContentType.Html)
                .render(
                        "review/letter.jte",
                        Map.of(
                                "view",
                                Views.of("en", true, "moderator"),
                                "page",
                                new ReadLetter.Model(
                                        reading,
                                        typed,
                                        open,
                                        said,
                                        missing,
                                        new ReadLetter.ToLead("NEED", "A note"),
                                        typed.asAdvice().isEmpty()
                                                ? null
                                                : Advised.of(typed.asAdvice(), reading.body()))),
                        html);
        return Jsoup.parse(html.toString());
    }

    @Test
    void the_word_that_a_rule_warns_of_is_marked_in_the_text_with_the_number_of_its_flag() {
        Document page = page(Typed.NOTHING, "", "", "");
        assertThat(page.select("article mark.warns").text()).isEqualTo("войны");
        assertThat(page.select("article sup.flag").text())
                .isEqualTo(page.select(".flags .flag").text())
                .isEqualTo("1");
        assertThat(page.select(".flags").text()).contains("letters that came back");
        assertThat(page.select("article").text()).contains("<b>приеду</b>");
    }

    @Test
    void the_page_is_shown_as_it_will_be_printed_and_the_address_of_the_writer_nowhere() {
        Document page = page(Typed.NOTHING, "", "", "");
        assertThat(page.select(".page-pic img").eachAttr("src"))
                .containsExactly("/desk/review/letters/" + reading.id() + "/pages/1.png");
        assertThat(page.html()).doesNotContain("hanna@example.org");
    }

    @Test
    void that_nobody_has_said_they_read_its_language_is_said() {
        assertThat(page(Typed.NOTHING, "", "", "").select("p.quiet").text())
                .contains("Nobody here has said that they read Russian.");
    }

    @Test
    void what_was_looked_for_and_not_found_is_said() {
        assertThat(page(Typed.NOTHING, "", "", "").select("p.good").text())
                .contains("no near copy in 30 days")
                .contains("no hidden or look-alike letters")
                .contains("no address, telephone, e-mail, link or card")
                .contains("fits the page")
                .doesNotContain("photo");
    }

    @Test
    void every_decision_carries_what_was_seen() {
        Document page = page(Typed.NOTHING, "", "", "");
        assertThat(page.select("form[action$=/decision] input[name=fence]").val())
                .isEqualTo("" + reading.fence());
        assertThat(page.select("form[action$=/decision] input[name=hash]").val())
                .isEqualTo(reading.hash());
        assertThat(page.select(".decide button").eachAttr("value"))
                .containsExactly("approve", "changes", "refuse", "blackout", "longer", "release");
        assertThat(page.select(".decide [data-key]").eachAttr("data-key")).containsExactly("a", "c", "r", "b", "h");
    }

    @Test
    void the_reader_sees_the_advice_as_its_writer_will() {
        Typed typed = new Typed(
                Set.of(), "Bees!", "", Map.of("войны", "Лучше без неё"), Map.of("войны", About.TOPIC), "", "", "");
        Document page = page(typed, "changes", "", "");
        assertThat(page.select("#seen mark").text()).isEqualTo("войны");
        assertThat(page.select("#seen").text()).contains("Bees!", "Лучше без неё");
        assertThat(page.select("input[name=because][checked]").val()).isEqualTo("TOPIC войны");
    }

    @Test
    void what_was_typed_stands_there_again_whichever_form_is_open() {
        Typed typed = new Typed(
                Set.of(About.CASE),
                "Kind",
                "Two\nlines",
                Map.of("войны", "Не так"),
                Map.of("войны", About.TOPIC),
                "ABUSE",
                "No",
                "");
        for (String open : List.of("", "changes", "refuse", "lead")) {
            Document page = page(typed, open, "claimed-again", "");
            assertThat(page.select("[name=advice]").val()).isEqualTo("Two\nlines");
            assertThat(page.select("[name=kind]").val()).isEqualTo("Kind");
            assertThat(page.select("[name=passage]").val()).isEqualTo("Не так");
            assertThat(page.select("[name=about][checked], [name=about][type=hidden]")
                            .eachAttr("value"))
                    .containsExactly("CASE");
            assertThat(page.select("[name=refusal][checked], [name=refusal][type=hidden]")
                            .eachAttr("value"))
                    .containsExactly("ABUSE");
            assertThat(page.select("[name=refusal-words]").val()).isEqualTo("No");
            assertThat(page.select("[name=lead-why][checked], [name=lead-why][type=hidden]")
                            .eachAttr("value"))
                    .containsExactly("NEED");
            assertThat(page.select("[name=lead-note]").val()).isEqualTo("A note");
            assertThat(page.select("[role=status]").text()).contains("yours again");
        }
    }

    @Test
    void a_form_that_lacks_its_reason_says_so() {
        assertThat(page(Typed.NOTHING, "refuse", "", "refusal")
                        .select("[role=alert]")
                        .text())
                .startsWith("Choose why");
    }
}
