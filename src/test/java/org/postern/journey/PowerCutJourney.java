package org.postern.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The server is killed between any two steps of a letter's way, as a power cut kills; nothing acknowledged is lost. */
class PowerCutJourney {
    private static final String TO_VERA = "/en/people/vera-solodova/letter";

    private static Chromium chromium;

    @BeforeAll
    static void open() {
        chromium = Chromium.start();
    }

    @AfterAll
    static void close() {
        chromium.close();
    }

    @Test
    void nothing_is_lost_on_postgresql() throws IOException {
        try (EmbeddedPostgres database = Postgres.start();
                RunningPostern postern = RunningPostern.start(Postgres.settings(database))) {
            goThroughPowerCuts(postern);
        }
    }

    @Test
    void nothing_is_lost_on_the_embedded_database() throws IOException {
        try (RunningPostern postern = RunningPostern.onH2(Map.of())) {
            goThroughPowerCuts(postern);
        }
    }

    private static void goThroughPowerCuts(RunningPostern postern) throws IOException {
        Deeds deeds = new Deeds(postern, chromium, 390, false);
        String mark = "барсук вышел ровно в полночь";
        Page writer = deeds.write(TO_VERA, "Здравствуйте! " + mark + ".", "Марта", "ru", "cut@example.org");
        deeds.press(writer, "See the page");
        deeds.see(writer, "Nothing stops this letter");
        cutPower(postern);

        writer.reload();
        assertThat(writer.locator("#body").inputValue()).contains(mark);
        deeds.press(writer, "Send to our readers");
        deeds.see(writer, "in your mailbox");
        cutPower(postern);

        String link = deeds.linkInMail(writer, "cut@example.org", "one button");
        writer.navigate(postern.origin() + link.replace(postern.origin(), ""));
        deeds.press(writer, "Yes, send it on its way");
        deeds.see(writer, "Received");
        String myPage = writer.url();
        cutPower(postern);

        deeds.approveUntil(mark);
        cutPower(postern);

        writer.navigate(myPage);
        deeds.see(writer, "Ready to print");
        Deeds.Stack stack = deeds.claim("RU", mark);
        Page batch = stack.page();
        cutPower(postern);

        batch.reload();
        assertThat(deeds.download(batch)).as("the same file again").isEqualTo(stack.pdf());
        batch.reload();
        batch.locator("button[formaction$='/printing'][value=all]").click();
        batch.locator("button[formaction$='/posting'][value=all]").click();
        deeds.see(batch, "osted");
        cutPower(postern);

        writer.navigate(myPage);
        deeds.see(writer, "Posted on");
        assertThat(deeds.linkInMail(writer, "cut@example.org", "the day")).contains("/messages/");
        Page desk = deeds.lookInAs("organiser");
        deeds.see(desk, "The watches: all quiet");
    }

    private static void cutPower(RunningPostern postern) {
        postern.kill();
        postern.startAgain();
    }
}
