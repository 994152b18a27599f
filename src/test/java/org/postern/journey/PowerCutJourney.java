package org.postern.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.postern.TestFolders;

/** The server is killed between any two steps of a letter's way, as a power cut kills; nothing acknowledged is lost. */
class PowerCutJourney {
    private static final String TO_VERA = "/en/people/vera-solodova/letter";

    private static final String MARK = "барсук вышел ровно в полночь";

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
        Path files = TestFolders.untilTheEnd("postern-journey-pg-");
        try (EmbeddedPostgres database = Postgres.start(files);
                RunningPostern postern = RunningPostern.start(Postgres.settings(database))) {
            goThroughPowerCuts(postern);
            assertNothingIsReadable(files);
            assertThat(Disk.filesThatSay(postern.home(), MARK)).isEmpty();
            database.close();
            aFaultOfOursIsSaidKindly(postern);
        }
    }

    /** Without its database no page can be made but the one that says so. */
    private static void aFaultOfOursIsSaidKindly(RunningPostern postern) {
        Eye eye = new Eye(postern.origin());
        Page page = eye.on(new Deeds(postern, chromium, 390, true).somebody());
        for (String language : List.of("en", "fa")) {
            Response answer = Objects.requireNonNull(page.navigate(postern.origin() + "/" + language + "/people"));
            assertThat(answer.status()).isEqualTo(500);
            assertThat(page.locator("h1").innerText())
                    .isEqualTo(Eye.messages(language).getProperty("error.500.title"));
            String reference = page.locator("p.hint").innerText().replaceFirst("(?s).*?([0-9a-f]{8}).*", "$1");
            assertThat(postern.log()).contains("Fault " + reference);
            assertThat(page.content()).doesNotContain("Exception", "jakarta", "\tat ");
            eye.look(page, "error-500-" + language, language, Eye.NARROW);
            eye.judge(page, "error-500-" + language, Eye.NARROW);
        }
        assertThat(eye.findings()).isEmpty();
    }

    @Test
    void nothing_is_lost_on_the_embedded_database() throws IOException {
        try (RunningPostern postern = RunningPostern.onH2(Map.of())) {
            goThroughPowerCuts(postern);
            assertNothingIsReadable(postern.home());
        }
    }

    /** The words went through drafts, reviews and a batch; no file of either process holds them in clear. */
    private static void assertNothingIsReadable(Path folder) throws IOException {
        assertThat(Disk.filesThatSay(folder, MARK)).isEmpty();
        assertThat(Disk.filesThatSay(folder, "vera-solodova"))
                .as("looking finds what is not secret")
                .isNotEmpty();
    }

    private static void goThroughPowerCuts(RunningPostern postern) throws IOException {
        Deeds deeds = new Deeds(postern, chromium, 390, false);
        Page writer = deeds.write(TO_VERA, "Здравствуйте! " + MARK + ".", "Марта", "ru", "cut@example.org");
        deeds.press(writer, "See the page");
        deeds.see(writer, "Nothing stops this letter");
        cutPower(postern);

        writer.reload();
        assertThat(writer.locator("#body").inputValue()).contains(MARK);
        deeds.press(writer, "Send to our readers");
        deeds.see(writer, "in your mailbox");
        cutPower(postern);

        String link = deeds.linkInMail(writer, "cut@example.org", "one button");
        writer.navigate(postern.origin() + link.replace(postern.origin(), ""));
        deeds.press(writer, "Yes, send it on its way");
        deeds.see(writer, "Received");
        String myPage = writer.url();
        cutPower(postern);

        deeds.approveUntil(MARK);
        cutPower(postern);

        writer.navigate(myPage);
        deeds.see(writer, "Ready to print");
        Deeds.Stack stack = deeds.claim("RU", MARK);
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
