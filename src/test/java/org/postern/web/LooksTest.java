package org.postern.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.postern.compose.PlainPages;
import org.postern.letter.Retention;

/** What holds for every page: the safest browser shows it whole, nothing is inline, nothing comes from elsewhere. */
class LooksTest {
    private static final Path TEMPLATES = Path.of("src/main/jte");
    private static final Pattern WORD = Pattern.compile("view\\.t\\(\"([a-z0-9.-]+)\"[,)]");
    private static final Pattern DRAWING = Pattern.compile("<svg(?:\\$\\{[^}]*}|[^>$])*>");
    private final TemplateEngine engine = TemplateEngine.createPrecompiled(ContentType.Html);

    private static List<Path> templates() throws IOException {
        try (Stream<Path> files = Files.walk(TEMPLATES)) {
            return files.filter(file -> file.toString().endsWith(".jte")).toList();
        }
    }

    private static View view(boolean demo, int mails, String... roles) {
        return Views.of("en", demo, mails, roles);
    }

    private Document render(String page, Map<String, Object> params) {
        StringOutput html = new StringOutput();
        engine.render(page, params, html);
        return Jsoup.parse(html.toString());
    }

    @Test
    void the_stylesheet_stays_under_20_kilobytes_and_loads_nothing() throws IOException {
        Path sheet = Path.of("src/main/webapp/static/postern.css");
        assertThat(Files.size(sheet)).isLessThanOrEqualTo(20_000);
        assertThat(Files.readString(sheet)).doesNotContain("url(", "@import", "http", "@font-face");
    }

    @Test
    void no_template_carries_inline_style_or_script() throws IOException {
        for (Path file : templates()) {
            assertThat(Files.readString(file))
                    .as(file.toString())
                    .doesNotContain(" style=", "<style", "javascript:")
                    .doesNotContainPattern(" on[a-z]+=")
                    .doesNotContainPattern("<script(?![^>]* src=)")
                    .doesNotContainPattern("(src|href|action)=\"(https?:)?//");
        }
    }

    @Test
    void every_drawing_keeps_its_size_without_the_stylesheet() throws IOException {
        for (Path file : templates()) {
            assertThat(DRAWING.matcher(Files.readString(file)).results().map(found -> found.group()))
                    .as(file.toString())
                    .allMatch(svg -> svg.contains(" width=\"") && svg.contains(" height=\""));
        }
    }

    @Test
    void every_word_that_a_template_names_exists() throws IOException {
        for (Path file : templates()) {
            WORD.matcher(Files.readString(file))
                    .results()
                    .map(found -> found.group(1))
                    .forEach(key -> assertThatCode(() -> Messages.say(Locale.ENGLISH, key, 1))
                            .as("%s in %s", key, file)
                            .doesNotThrowAnyException());
        }
    }

    @Test
    void the_words_never_claim_that_a_letter_was_delivered() throws IOException {
        assertThat(Files.readString(Path.of("src/main/resources/messages_en.properties")))
                .doesNotContainIgnoringCase("deliver");
    }

    @Test
    void the_pages_that_need_no_data_render_with_one_heading_and_a_way_past_the_header() {
        Map<String, Object> params = new HashMap<>(Map.of("view", view(false, 0)));
        for (String page : List.of("compose/safety.jte", "compose/howItWorks.jte")) {
            Document html = render(page, params);
            assertThat(html.select("h1")).as(page).hasSize(1);
            assertThat(html.select("a.skip").attr("href")).isEqualTo("#main");
            assertThat(html.select("main#main")).hasSize(1);
            assertThat(html.select(".languages a")).hasSize(6);
        }
        params.put("page", new PlainPages.Privacy(List.of(Retention.POSTED_WORDS)));
        Document privacy = render("compose/privacy.jte", params);
        assertThat(privacy.select("tbody td").text()).isEqualTo("14 days after posting");
        assertThat(privacy.select("article").text())
                .contains("They may give us their own e-mail addresses", "erase it when they leave");
    }

    @Test
    void the_sample_strip_is_there_in_demo_mode_alone() {
        Document demo = render("compose/safety.jte", Map.of("view", view(true, 1)));
        assertThat(demo.select("form[action=/demo/sessions] button[name=role]").eachAttr("value"))
                .containsExactly("moderator", "translator", "printer", "organiser", "admin");
        assertThat(demo.select("a[href=/demo/mail]").text()).isEqualTo("1 mail");
        assertThat(render("compose/safety.jte", Map.of("view", view(false, 1)))
                        .select("[action^=/demo], [href^=/demo]"))
                .isEmpty();
    }

    @Test
    void the_page_one_leaves_to_names_and_links_nothing() {
        Document html = render("compose/leave.jte", Map.of("view", view(true, 1)));
        assertThat(html.select("a, img, svg, link, form")).isEmpty();
        assertThat(html.text()).doesNotContainIgnoringCase("postern").doesNotContainIgnoringCase("prison");
    }

    @Test
    void a_desk_page_offers_the_rooms_of_my_roles_and_signs_out_by_a_guarded_form() {
        gg.jte.Content nothing = output -> output.writeContent("");
        Document html = render(
                "desk.jte",
                Map.of(
                        "view",
                        view(true, 0, "printer"),
                        "title",
                        "Print room",
                        "section",
                        "room.batches",
                        "content",
                        nothing));
        assertThat(html.select(".top nav a").eachAttr("href"))
                .containsExactly("/desk", "/desk/batches", "/desk/scan", "/desk/replies");
        assertThat(html.select(".top nav [aria-current=page]").text()).isEqualTo("Print room");
        assertThat(html.select("form[action=/desk/sign-out] input[name=csrf]").val())
                .isEqualTo("form-token");
    }

    @Test
    void a_postmark_reads_whole_without_its_ring() {
        Document html = render(
                "parts/postmark.jte",
                Map.of("tone", "posted", "label", "Posted", "middle", "17 Nov", "place", "Berlin"));
        html.select("svg").remove();
        assertThat(html.text()).isEqualTo("Posted 17 Nov Berlin");
    }
}
