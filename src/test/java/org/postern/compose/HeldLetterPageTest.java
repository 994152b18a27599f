package org.postern.compose;

import static org.assertj.core.api.Assertions.assertThat;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.postern.TestDatabase;
import org.postern.directory.People;
import org.postern.directory.Recipient;
import org.postern.letter.Actor;
import org.postern.letter.House;
import org.postern.letter.Keeping;
import org.postern.letter.Letter;
import org.postern.letter.LetterState;
import org.postern.letter.LetterState.Reason;
import org.postern.web.Languages;
import org.postern.web.Views;

/** What a writer reads on the letter's own page while it is held. */
@Tag("database")
class HeldLetterPageTest {
    @AutoClose
    static final TestDatabase db = TestDatabase.h2();

    static final House house = new House(db);

    static Iterable<Reason> reasons() {
        return LetterState.HELD.reasons();
    }

    @ParameterizedTest
    @MethodSource("reasons")
    void it_says_that_it_waits_and_why_in_each_language(Reason why) {
        UUID id = house.ready(UUID.randomUUID() + "@example.org", Keeping.UNTIL_POSTED);
        house.on(id, letter -> letter.hold(why, Actor.CLOCK, house.now()));
        for (String tag : Languages.TAGS) {
            Document page = db.fromTransaction(em -> page(house.letters.byId(id).orElseThrow(), tag));
            assertThat(page.select("section.told p")).hasSize(2);
            assertThat(page.select("section.told").text()).doesNotContain("letter.held", why.name());
        }
    }

    private static Document page(Letter letter, String tag) {
        StringOutput html = new StringOutput();
        Recipient to = new People(db.entityManager()).byId(letter.recipientId()).orElseThrow();
        WritersPage.Model model = new WritersPage.Model(
                "/letters/x",
                to,
                letter.state(),
                letter.reason(),
                letter.writtenOn(),
                "Marta",
                letter.events().stream()
                        .filter(event -> event.to() == LetterState.HELD)
                        .toList(),
                null,
                to.facility(),
                null,
                null,
                0,
                null,
                null,
                true,
                true,
                null,
                false,
                null,
                List.of(),
                "",
                List.of());
        TemplateEngine.createPrecompiled(ContentType.Html)
                .render("compose/letter.jte", Map.of("view", Views.of(tag, true), "page", model), html);
        return Jsoup.parse(html.toString());
    }
}
