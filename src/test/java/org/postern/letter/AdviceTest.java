package org.postern.letter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.postern.letter.Advice.About;
import org.postern.letter.Advice.Passage;

class AdviceTest {
    private static final Passage WAR = new Passage("the war", About.TOPIC, "One line can lose\nthe whole letter.");
    private static final Passage NUMBER = new Passage("+49 341 5550 142", About.PERSONAL, "");
    private static final Advice ADVICE =
            new Advice("The bees are wonderful.", "Shorter, please.", Set.of(About.LENGTH), List.of(NUMBER, WAR));

    @Test
    void what_was_told_is_read_again_whole() {
        assertThat(Advice.parse(ADVICE.text())).isEqualTo(ADVICE);
    }

    @Test
    void advice_of_earlier_days_is_still_read() {
        assertThat(Advice.parse("kind\u001fwords\u001fTOPIC CASE"))
                .isEqualTo(new Advice("kind", "words", Set.of(About.TOPIC, About.CASE)));
        assertThat(Advice.parse("just words")).isEqualTo(new Advice("", "just words", Set.of()));
    }

    @Test
    void signs_that_part_the_text_cannot_be_typed_into_it() {
        Passage odd = new Passage("a\u001eb", null, "c\u001dd\u001f");
        assertThat(Advice.parse(new Advice("", "", Set.of(), List.of(odd)).text())
                        .passages())
                .containsExactly(new Passage("ab", null, "cd"));
    }

    @Test
    void each_passage_stands_in_its_paragraph_in_the_order_of_the_letter() {
        String body = "Dear Vera,\n\nPeople speak of the war.\n\nMy number is +49 341 5550 142. Bees!";

        Advised advised = Advised.of(ADVICE, body);

        assertThat(advised.rows())
                .containsExactly(
                        new Advised.Row("People speak of ", WAR, "."),
                        new Advised.Row("My number is ", NUMBER, ". Bees!"));
        assertThat(advised.mended()).isEmpty();
    }

    @Test
    void what_the_writer_took_out_is_mended() {
        Advised advised = Advised.of(ADVICE, "the war");

        assertThat(advised.rows()).containsExactly(new Advised.Row("", WAR, ""));
        assertThat(advised.mended()).containsExactly(NUMBER);
    }

    @Test
    void a_tick_alone_is_advice_and_kindness_alone_is_none() {
        assertThat(new Advice("", "", Set.of(), List.of(NUMBER)).isEmpty()).isFalse();
        assertThat(new Advice("Lovely.", "", Set.of()).isEmpty()).isTrue();
    }
}
