package org.postern.review;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BarcodeFormat;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postern.TestDatabase;
import org.postern.letter.Piles;
import org.postern.review.AlikeLetters.Undone;
import org.postern.web.Views;

/** What a reader sees of letters that read alike, without scripts: nothing that is approved is unseen. */
@Tag("database")
class AlikePageTest {
    private static final long MARTA = 11;
    private static final String TEXT =
            "Здравствуйте!\n\nУ нас выпал первый снег, и весь двор стал белым. Соседские дети лепят бабу, а я смотрю в окно"
                    + " и думаю о том, как Вы там. По вечерам я читаю вслух, и кот слушает. Завтра пойду на почту, а потом"
                    + " на реку: говорят, лёд уже крепкий. Пусть у Вас будет тепло и будет книга.";

    @AutoClose
    static final TestDatabase db = TestDatabase.h2();

    static UUID plain;
    static UUID pictured;
    static UUID coded;
    static UUID unseen;
    static AlikeLetters page;
    static ReadersHouse house;

    @BeforeAll
    static void fourAreOpen() throws Exception {
        house = new ReadersHouse(db);
        house.siteServes("QA");
        plain = letter("");
        pictured = letter("");
        coded = letter("");
        unseen = letter("");
        house.illustrate(pictured, TEXT, LookedForTest.photo(null, "", 0));
        house.illustrate(coded, TEXT, LookedForTest.photo(BarcodeFormat.QR_CODE, "https://example.org/trap", 300));
        house.illustrate(unseen, TEXT + " 漢", LookedForTest.photo(null, "", 0));
        house.open(plain, MARTA);
        Alike alike = new Alike(house.decide, house.readings, new Piles(db.entityManager()), house.house.transaction);
        alike.takeUp(plain, MARTA, house.house.now());
        page = AlikeLetters.of(alike.open(List.of(plain), MARTA, house.house.now()), Typed.NOTHING, null);
    }

    private static UUID letter(String rules) {
        return house.letter(house.prisoner("QA", ReadersHouse.LATELY, rules), "ru", TEXT);
    }

    private static Document html(String language, AlikeLetters model) {
        StringOutput html = new StringOutput();
        TemplateEngine.createPrecompiled(ContentType.Html)
                .render("review/alike.jte", Map.of("view", Views.of(language, true, "moderator"), "page", model), html);
        return Jsoup.parse(html.toString());
    }

    private static Element section(UUID letter) {
        return Objects.requireNonNull(
                html("en", page).selectFirst("section.card:has(a[href=/desk/review/letters/" + letter + "])"));
    }

    @Test
    void a_photo_is_shown_as_it_is_printed_and_other_pages_one_press_away() {
        Element shown = Objects.requireNonNull(section(pictured).selectFirst("details[open]"));
        assertThat(shown.select(".page-pic img").eachAttr("src"))
                .isNotEmpty()
                .contains("/desk/review/letters/" + pictured + "/pages/1.png");
        assertThat(shown.select("summary").text()).contains("with a photo");
        assertThat(section(pictured).select("input[name=seen]")).hasSize(1);
        assertThat(section(plain).select("details[open]")).isEmpty();
        assertThat(section(plain).select("details .page-pic img")).hasSize(1);
    }

    @Test
    void what_a_code_in_a_photo_says_stands_beside_it_and_two_must_read_it() {
        assertThat(section(coded).select(".flags").text()).contains("https://example.org/trap");
        assertThat(section(coded).select("input[name=seen]")).isEmpty();
        assertThat(section(coded).text()).contains("another number of readers");
    }

    @Test
    void a_photo_whose_page_cannot_be_drawn_is_not_decided_here() {
        Element section = section(unseen);
        assertThat(section.select("img")).isEmpty();
        assertThat(section.select("input[name=seen]")).isEmpty();
        assertThat(section.select(".wrong").text()).contains("open it by itself");
    }

    @Test
    void each_tick_brings_back_what_was_seen() {
        assertThat(html("en", page).select("input[name=seen]").eachAttr("value"))
                .hasSize(2)
                .allMatch(value -> value.matches("[0-9a-f-]{36} [0-9]+ [0-9a-f]{64} ready"));
        assertThat(html("en", page).select(".decide button").eachAttr("value"))
                .containsExactly("approve", "changes", "refuse", "longer", "release");
        assertThat(html("en", page).text()).contains("yours for 30 more minutes, then they go back");
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "ru", "es", "fr", "de", "fa"})
    void whatever_was_not_decided_is_told_in_words(String language) {
        List<String> whys = List.of("changed", "claim", "lapsed", "state", "busy", "not-yours", "second", "otherwise");
        AlikeLetters undone = new AlikeLetters(
                List.of(),
                new Typed(Set.of(), "", "Kept", Map.of(), Map.of(), "", "", ""),
                "",
                "",
                2,
                whys.stream().map(why -> new Undone(plain, "Vera", why)).toList());
        Document html = html(language, undone);
        assertThat(html.select("[role=alert] li").eachText())
                .hasSize(whys.size())
                .doesNotHaveDuplicates();
        assertThat(html.select("[role=alert]").text()).doesNotContain("alike.");
        assertThat(html.select("#kept").text()).isEqualTo("Kept");
    }
}
