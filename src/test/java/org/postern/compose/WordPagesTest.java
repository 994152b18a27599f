package org.postern.compose;

import static org.assertj.core.api.Assertions.assertThat;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.postern.TestDatabase;
import org.postern.directory.Facility.Heard;
import org.postern.directory.People;
import org.postern.directory.Recipient;
import org.postern.directory.Recipient.Fate;
import org.postern.letter.Actor;
import org.postern.letter.House;
import org.postern.letter.Keeping;
import org.postern.letter.Letter;
import org.postern.letter.LetterEvent;
import org.postern.letter.LetterState;
import org.postern.letter.LetterState.Reason;
import org.postern.web.Languages;
import org.postern.web.Views;

/** What a writer reads once the letter is in the post: how long word took, one question, and no death that is not sure. */
@Tag("database")
class WordPagesTest {
    @AutoClose
    static final TestDatabase db = TestDatabase.h2();

    static final House house = new House(db);

    private static UUID posted() {
        UUID id = house.ready(UUID.randomUUID() + "@example.org", Keeping.UNTIL_POSTED);
        long batch = house.batch(house.now().plus(Duration.ofDays(3)), id);
        house.print(batch);
        house.post(batch);
        return id;
    }

    private static Recipient to(Letter letter) {
        return new People(db.entityManager()).byId(letter.recipientId()).orElseThrow();
    }

    private static WritersPage.Model model(Letter letter, @Nullable Integer asks) {
        return model(letter, asks, null, null);
    }

    private static WritersPage.Model model(
            Letter letter, @Nullable Integer asks, @Nullable LocalDate waitsUntil, @Nullable Long lateDays) {
        Recipient to = to(letter);
        List<LetterEvent> steps = letter.events().stream()
                .filter(event -> event.to() == LetterState.POSTED || event.reason() != null)
                .toList();
        return new WritersPage.Model(
                "/letters/x",
                to,
                letter.state(),
                WritersPage.reason(letter, to),
                letter.writtenOn(),
                "Marta",
                steps,
                steps.stream()
                        .filter(event -> event.to() == LetterState.POSTED)
                        .findFirst()
                        .orElse(null),
                to.facility(),
                asks,
                null,
                0,
                null,
                null,
                false,
                false,
                waitsUntil,
                false,
                lateDays,
                List.of(),
                "",
                List.of());
    }

    private static Document draw(String template, Object model, String language) {
        StringOutput html = new StringOutput();
        TemplateEngine.createPrecompiled(ContentType.Html)
                .render(template + ".jte", Map.of("view", Views.of(language, true), "page", model), html);
        return Jsoup.parse(html.toString());
    }

    @Test
    void while_readers_are_late_their_writers_read_how_late_and_not_how_quick_they_mostly_are() {
        UUID id = house.arrived(UUID.randomUUID() + "@example.org", Keeping.UNTIL_POSTED);
        assertThat(words(id, null, "en")).contains("Mostly within three days.").doesNotContain("now wait");
        assertThat(words(id, 6L, "en")).contains("Letters now wait 6 days").doesNotContain("Mostly within");
        assertThat(words(id, 6L, "ru")).contains("ждут этого 6 дней");
    }

    private static String words(UUID id, @Nullable Long lateDays, String language) {
        return db.fromTransaction(em -> draw(
                        "compose/letter", model(house.letters.byId(id).orElseThrow(), null, null, lateDays), language)
                .text());
    }

    @Test
    void the_page_says_posted_and_how_long_word_took_and_never_delivered() {
        UUID id = posted();
        Document unknown = db.fromTransaction(
                em -> draw("compose/letter", model(house.letters.byId(id).orElseThrow(), null), "en"));
        assertThat(unknown.select(".airmail").text())
                .contains("Posted on", "from Berlin", "We do not know yet how long post to this place takes");
        Document known = db.fromTransaction(em -> {
            Letter letter = house.letters.byId(id).orElseThrow();
            to(letter).facility().heard(new Heard(3, 12, 9), 0);
            Document drawn = draw("compose/letter", model(letter, null), "en");
            to(letter).facility().heard(null, 0);
            return drawn;
        });
        assertThat(known.select(".airmail").text())
                .contains(
                        "Post to this place has taken 3 to 12 weeks",
                        "from 9 answers",
                        "We cannot know when a letter is handed over.");
        assertThat(known.text()).doesNotContainIgnoringCase("delivered");
    }

    @Test
    void a_letter_that_waits_for_its_day_says_so_in_each_language() {
        UUID id = house.ready(UUID.randomUUID() + "@example.org", Keeping.UNTIL_POSTED);
        for (String tag : Languages.TAGS) {
            db.inTransaction(em -> {
                Letter letter = house.letters.byId(id).orElseThrow();
                assertThat(draw("compose/letter", model(letter, null, LocalDate.of(2027, 3, 14), null), tag)
                                .select("p.told")
                                .text())
                        .contains(Views.of(tag, true).date(LocalDate.of(2027, 3, 14)));
                assertThat(draw("compose/letter", model(letter, null), tag).select("p.told"))
                        .isEmpty();
            });
        }
    }

    @Test
    void the_question_has_three_buttons_in_each_language_on_its_page_and_at_the_letter() {
        UUID id = posted();
        for (String tag : Languages.TAGS) {
            db.inTransaction(em -> {
                Letter letter = house.letters.byId(id).orElseThrow();
                Document asked = draw("compose/survey", new SurveyPages.Model("x", to(letter), 6), tag);
                assertThat(asked.select("form[method=post][action$=/surveys/x] button[name=answer]"))
                        .hasSize(3);
                assertThat(asked.text()).doesNotContain("survey.");
                Document atTheLetter = draw("compose/letter", model(letter, 12), tag);
                assertThat(atTheLetter.select("section[aria-labelledby=survey] button"))
                        .hasSize(3);
                assertThat(draw("compose/letter", model(letter, null), tag).select("section[aria-labelledby=survey]"))
                        .isEmpty();
                assertThat(draw("compose/survey", new SurveyPages.Model("x", to(letter), null), tag)
                                .select("button[name=answer]"))
                        .isEmpty();
            });
        }
    }

    @Test
    void that_somebody_died_is_read_once_it_is_sure() {
        UUID back = posted();
        house.on(back, letter -> letter.comeBack(Reason.DECEASED, Actor.staff(1), house.now()));
        UUID waiting = house.ready(UUID.randomUUID() + "@example.org", Keeping.UNTIL_POSTED);
        house.on(waiting, letter -> letter.hold(Reason.DIED, Actor.staff(1), house.now()));
        db.inTransaction(em -> {
            for (UUID id : List.of(back, waiting)) {
                Letter letter = house.letters.byId(id).orElseThrow();
                assertThat(draw("compose/letter", model(letter, null), "en").text())
                        .doesNotContain("has died");
                to(letter).ended(Fate.DIED, LocalDate.of(2026, 11, 22), "a lawyer");
                assertThat(draw("compose/letter", model(letter, null), "en").text())
                        .contains("has died");
                em.clear();
            }
        });
    }
}
