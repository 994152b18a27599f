package org.postern.track;

import static org.assertj.core.api.Assertions.assertThat;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postern.TestDatabase;
import org.postern.TestPeople;
import org.postern.cause.Campaigns;
import org.postern.directory.People;
import org.postern.letter.LetterCounts;
import org.postern.letter.LetterWeeks;
import org.postern.letter.Letters;
import org.postern.letter.TestCounts;
import org.postern.letter.TestLetters;
import org.postern.vault.TestVault;
import org.postern.web.View;
import org.postern.web.Views;

@Tag("database")
class NumbersPageTest {
    private static final Instant NOW = Instant.parse("2026-11-20T16:40:00Z");

    @AutoClose
    static final TestDatabase db = TestDatabase.h2();

    private final TestCounts all = TestCounts.over(db.entityManager());
    private final LetterCounts counts = all.counts();
    private final LetterWeeks weeks = all.weeks();
    private final People people = new People(db.entityManager());

    @BeforeAll
    static void letters(@TempDir Path keys) {
        long anna = TestPeople.listed(db, "Anna", "RU");
        long boris = TestPeople.listed(db, "Boris", "BY");
        TestLetters write = new TestLetters(db, new Letters(db.entityManager(), TestVault.in(db, keys)));
        for (int i = 0; i < 6; i++) {
            write.posted(anna, NOW.minus(Duration.ofDays(4 + i)), NOW);
        }
        write.written(boris, NOW.minus(Duration.ofDays(5)));
    }

    @Test
    void an_organiser_sees_the_sums_the_ages_and_who_got_little() {
        Numbers numbers = new Numbers(counts, weeks, people, new Campaigns(db.entityManager()));
        Answer answer = db.fromTransaction(em -> numbers.to(new Question(26, null, null, 3, 6, false), NOW));

        Document page = draw("track/numbers.jte", Views.of("en", true, "organiser"), answer);

        assertThat(page.select(".strip li").eachText())
                .containsExactly(
                        "wait now 1 oldest 5 days, in “In review”",
                        "written in 26 weeks 7 1 this week",
                        "posted in 26 weeks 6 6 this week, the most so far",
                        "from writing to posting 6 days half within this, nine in ten within 9",
                        "came back 0 % 0 returned, 0 replied");
        assertThat(page.select("caption").eachText())
                .contains("Fewer than 3 letters in 6 weeks: 1 person", "Letters by state, and their age");
        assertThat(page.select("td:contains(Boris Tester) ~ td").eachText())
                .containsExactly("Prison of Boris", "0", "never", "1 in “In review”", "See where they wait");
        assertThat(page.select("tr:has(td:containsOwn(In review)) > td").eachText())
                .contains("In review", "1", "5 d", "3 d", "1");
        assertThat(page.select("a:contains(CSV)").attr("href")).isEqualTo("/desk/numbers.csv?weeks=26&fewer=3&in=6");
        assertThat(page.text()).doesNotContain("numbers.", "??");
    }

    @Test
    void a_count_leads_to_the_list_that_its_reader_may_open() {
        Numbers numbers = new Numbers(counts, weeks, people, new Campaigns(db.entityManager()));
        Answer answer = db.fromTransaction(em -> numbers.to(new Question(26, null, null, 3, 6, false), NOW));
        String inReview = "tr:has(td:containsOwn(In review)) a";
        String mend = "td:contains(Boris Tester) ~ td a";

        Document organiser = draw("track/numbers.jte", Views.of("en", true, "organiser"), answer);
        assertThat(organiser.select("#states " + inReview)).isEmpty();
        assertThat(organiser.select(mend).attr("href")).contains("person=").endsWith("#states");
        assertThat(organiser.select(".strip .big a").attr("href")).isEqualTo("#states");

        Document both = draw("track/numbers.jte", Views.of("en", true, "organiser", "moderator"), answer);
        assertThat(both.select("#states " + inReview).attr("href")).isEqualTo("/desk/review");
        assertThat(both.select(mend).attr("href")).isEqualTo("/desk/review");
    }

    @Test
    void everybody_sees_bands_and_no_count_below_five() {
        OpenNumbers.Model model = db.fromTransaction(em -> new OpenNumbers(counts, weeks, people).at(NOW, 50));

        Document page = draw("track/openNumbers.jte", Views.of("en", false), model);

        assertThat(page.select("th:contains(Russia) ~ td").text()).isEqualTo("some");
        assertThat(page.select("th:contains(Belarus) ~ td").text()).isEqualTo("none yet");
        assertThat(page.select("th:contains(16 November) ~ td, th:contains(November 16) ~ td")
                        .eachText())
                .containsExactly("6");
        assertThat(page.select("td:contains(·)")).hasSize(25);
        assertThat(page.select(".tally").text()).isEqualTo("About 10 letters posted in 26 weeks.");
        assertThat(page.text()).doesNotContain("Tester", "numbers.");
    }

    private static Document draw(String template, View view, Object model) {
        StringOutput html = new StringOutput();
        TemplateEngine.createPrecompiled(ContentType.Html).render(template, Map.of("view", view, "page", model), html);
        return Jsoup.parse(html.toString());
    }
}
