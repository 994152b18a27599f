package org.postern.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The same words to three people are read as one, without scripts; what a reader learns of a country warns from then on. */
class AlikeJourney {
    private static final String WORDS = "Сегодня над рекой всё утро стояла радуга";
    private static final String BODY = "\n\n" + WORDS + ", и весь двор вышел смотреть. Соседская девочка считала цвета"
            + " и каждый раз сбивалась на пятом.\n\nКот боится грозы и сидит под столом, а я читаю ему вслух про море,"
            + " чтобы он не скучал. Завтра пойду на почту, потом на рынок за яблоками: обещают тёплый день.";

    private static RunningPostern postern;
    private static Chromium chromium;

    @BeforeAll
    static void open() {
        postern = RunningPostern.onH2(Map.of());
        chromium = Chromium.start();
    }

    @AfterAll
    static void close() {
        chromium.close();
        postern.close();
    }

    @Test
    void one_decision_for_the_same_words_and_a_word_that_warns_from_now_on() throws IOException {
        Deeds plain = new Deeds(postern, chromium, 1280, false);
        Eye eye = new Eye(postern.origin());
        write(plain, "vera-solodova", "Здравствуйте, Вера!", true);
        write(plain, "gleb-tishin", "Здравствуйте, Глеб!", false);
        write(plain, "alena-vasilkova", "Добрый день!", false);
        Page reader = eye.on(new Readers(postern, plain).readUntil(WORDS));
        eye.look(reader, "desk-review-letter-alike", "en", Eye.WIDTHS);
        plain.press(reader, "Open them together");
        String together = reader.url();
        eye.look(reader, "desk-alike", "en", Eye.WIDTHS);
        judge(eye, together);

        assertThat(reader.locator("article.letter").count()).isEqualTo(3);
        assertThat(reader.locator("article.letter mark").count()).isPositive();
        Locator photo = reader.locator("details[open] .page-pic img");
        assertThat(photo.count()).as("the photo is seen on its page").isPositive();
        String address = postern.origin() + photo.first().getAttribute("src");
        assertThat(reader.request().get(address).headers()).containsEntry("content-type", "image/png");
        Locator ticks = reader.locator("input[name=seen]");
        assertThat(ticks.count()).isEqualTo(3);
        ticks.nth(2).uncheck();
        reader.locator("summary:has-text('if you ask for changes')").click();
        reader.locator("#advice").fill("Nothing of this may be lost");
        reader.locator("button[name=decision][value=refuse]").click();
        plain.see(reader, "Choose why they are refused");
        eye.look(reader, "desk-alike-missing", "en", Eye.WIDTHS);
        assertThat(reader.locator("input[name=seen]:checked").count()).isEqualTo(2);
        assertThat(reader.locator("#advice").inputValue()).isEqualTo("Nothing of this may be lost");
        reader.locator("button[name=decision][value=approve]").click();
        plain.see(reader, "Decided on all of them.");

        reader.navigate(postern.origin() + "/desk/words/ru");
        reader.locator("#words").fill("warn-words радуг*\nmax-pages 1 | nobody | 2026-11-02");
        plain.press(reader, "Save these words");
        plain.see(reader, "Line 1 is no list of words");
        eye.look(reader, "desk-words-wrong", "en", Eye.WIDTHS);
        reader.locator("#words").fill("warn-words радуг* | a letter from IK-6 | 2026-11-02");
        plain.press(reader, "Save these words");
        plain.see(reader, "They warn from now on");
        judge(eye, postern.origin() + "/desk/words/ru");
        reader.waitForTimeout(2_500);
        Page writer = plain.write("/en/people/vera-solodova/letter", "Радуга!" + BODY, "Марта", "ru", "");
        writer.locator("button[name=preview]").click();
        plain.see(writer, "радуга");
        assertThat(eye.findings()).isEmpty();
    }

    private static void write(Deeds deeds, String to, String greeting, boolean photo) throws IOException {
        Page page = deeds.write("/en/people/" + to + "/letter", greeting + BODY, "Марта", "ru", "");
        if (photo) {
            page.locator("input[type=file]")
                    .setInputFiles(new FilePayload("IMG_0004.jpg", "image/jpeg", CameraFile.taken()));
        }
        page.locator("button[name=send]").click();
        deeds.see(page, "code");
        page.close();
    }

    /** What a machine can judge needs scripts: the same member once more. */
    private static void judge(Eye eye, String address) {
        Page page = eye.on(new Deeds(postern, chromium, 1280, true).lookInAs("moderator"));
        page.navigate(address);
        eye.judge(page, address, List.of(390, 1280));
        page.close();
    }
}
