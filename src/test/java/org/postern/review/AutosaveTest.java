package org.postern.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;
import org.postern.TestDatabase;
import org.postern.letter.LetterState;
import org.postern.letter.NotNow;
import org.postern.web.Views;

/** What is kept while a translator types. */
@Tag("database")
@ParameterizedClass
@MethodSource("org.postern.TestDatabase#both")
class AutosaveTest {
    private static final long TOMAS = 21;
    private static final long IRINA = 22;

    private final TestDatabase db;
    private final ReadersHouse room;
    private UUID id;

    AutosaveTest(TestDatabase db) {
        this.db = db;
        this.room = new ReadersHouse(db);
        this.id = new UUID(0, 0);
    }

    @BeforeEach
    void aTranslatorHasALetter() {
        db.sql("update letter set state = 'WITHDRAWN', claimed_by = null, claimed_until = null");
        db.sql("delete from print_site_route");
        room.siteServes("QA");
        id = room.atTranslator("", "One.\n\nTwo.\n\nThree.", null, TOMAS);
    }

    private String keep(long fence, Map<Integer, String> paragraphs) {
        return db.fromTransaction(
                em -> room.translate.keep(id, TOMAS, fence, new Typing(null, paragraphs), room.house.now()));
    }

    private String kept() {
        return db.fromTransaction(em -> room.house
                .letters
                .translationOf(room.house.letters.byId(id).orElseThrow())
                .orElse(""));
    }

    @Test
    void a_form_that_lacks_a_paragraph_takes_none_away() {
        keep(room.fence(id), Map.of(1, "Раз.", 2, "Два.", 3, "Три."));
        keep(room.fence(id), Map.of(1, "Раз!"));
        assertThat(kept()).isEqualTo("Раз!\n\nДва.\n\nТри.");
        keep(room.fence(id), Map.of());
        assertThat(kept()).isEqualTo("Раз!\n\nДва.\n\nТри.");
        keep(room.fence(id), Map.of(3, "Три!", 9, "Девять."));
        assertThat(kept()).isEqualTo("Раз!\n\nДва.\n\nТри!");
    }

    @Test
    void a_paragraph_that_was_emptied_is_empty_and_the_others_keep_their_places() {
        keep(room.fence(id), Map.of(1, "Раз.", 2, "Два.", 3, "Три."));
        keep(room.fence(id), Map.of(1, "Раз.", 2, "", 3, "Три."));
        assertThat(room.atWork(id, TOMAS).rows())
                .extracting(Translations.Row::translation)
                .containsExactly("Раз.", "", "Три.");
        assertThat(room.atWork(id, TOMAS).translated()).isEqualTo(2);
    }

    @Test
    void what_is_saved_can_be_seen_as_the_page_that_would_be_printed() {
        assertThat(room.atWork(id, TOMAS).proof())
                .as("nothing is translated yet")
                .isNull();
        keep(room.fence(id), Map.of(1, "Раз.", 2, "", 3, ""));
        Proof proof = Objects.requireNonNull(room.atWork(id, TOMAS).proof());
        assertThat(proof.picture(1).orElseThrow()).startsWith(0x89, 'P', 'N', 'G');
        assertThat(proof.picture(0)).isEmpty();
        assertThat(proof.picture(proof.pictures() + 1)).isEmpty();
    }

    @Test
    void a_page_of_an_old_claim_saves_nothing() {
        long old = room.fence(id);
        keep(old, Map.of(1, "Раз.", 2, "Два.", 3, "Три."));
        db.inTransaction(em -> room.house.letters.lock(id).orElseThrow().release());
        db.inTransaction(em -> room.decide.claim(id, LetterState.IN_TRANSLATION, IRINA, room.house.now()));
        assertThatThrownBy(() -> keep(old, Map.of(1, "Поздно."))).isInstanceOf(NotNow.class);
        db.inTransaction(em -> room.house.letters.lock(id).orElseThrow().release());
        db.inTransaction(em -> room.decide.claim(id, LetterState.IN_TRANSLATION, TOMAS, room.house.now()));
        assertThatThrownBy(() -> keep(old, Map.of(1, "Поздно.")))
                .as("the same member, another claim")
                .isInstanceOf(NotNow.class);
        assertThat(kept()).startsWith("Раз.");
    }

    @Test
    void the_page_says_when_it_was_saved_or_that_it_was_not() {
        assertThat(said("now")).isEqualTo("Saved 18:41");
        assertThat(said("late")).startsWith("Not saved").contains("Copy your text");
        assertThat(said("busy")).startsWith("Not saved just now");
    }

    private static String said(String how) {
        StringOutput html = new StringOutput();
        TemplateEngine.createPrecompiled(ContentType.Html)
                .render(
                        "review/draft.jte",
                        Map.of(
                                "view",
                                Views.of("en", true, "translator"),
                                "page",
                                new TranslateLetter.Saved(how, Instant.parse("2026-11-23T17:41:20Z"))),
                        html);
        return Jsoup.parse(html.toString()).text();
    }
}
