package org.postern.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import org.awaitility.Awaitility;

/** What people do on the pages, by the words that they read there. */
final class Deeds {
    private final RunningPostern postern;
    private final Chromium chromium;
    private final int width;
    private final boolean javaScript;

    Deeds(RunningPostern postern, Chromium chromium, int width, boolean javaScript) {
        this.postern = postern;
        this.chromium = chromium;
        this.width = width;
        this.javaScript = javaScript;
    }

    Page somebody() {
        BrowserContext context = chromium.person(width, javaScript);
        context.setDefaultTimeout(20_000);
        return context.newPage();
    }

    // --- the supporter ------------------------------------------------------------------------------------------

    /** Fills the writing desk at a path such as {@code /en/people/x/letter}; sends nothing yet. */
    Page write(String path, String words, String signedAs, String language, String email) {
        Page page = somebody();
        page.navigate(postern.origin() + path);
        page.locator("#body").fill(words);
        page.locator("#signedAs").fill(signedAs);
        page.locator("#language").selectOption(language);
        page.locator("#email").fill(email);
        return page;
    }

    void press(Page page, String button) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button))
                .click();
    }

    void see(Page page, String words) {
        assertThat(page.locator("main")).containsText(words);
    }

    /** @return the link in the mail to this address, once a mail with these words is there */
    String linkInMail(Page page, String to, String words) {
        return Awaitility.await("a mail to " + to + ": " + words)
                .atMost(Duration.ofSeconds(40))
                .pollInterval(Duration.ofMillis(500))
                .until(
                        () -> {
                            page.navigate(postern.origin() + "/demo/mail");
                            Locator mail = page.locator("article")
                                    .filter(new Locator.FilterOptions().setHasText(to))
                                    .filter(new Locator.FilterOptions().setHasText(words));
                            return mail.count() == 0
                                    ? ""
                                    : mail.first().locator("a").first().getAttribute("href");
                        },
                        link -> !link.isEmpty());
    }

    // --- the desk -----------------------------------------------------------------------------------------------

    /** Looks in by the strip of the demo. */
    Page lookInAs(String role) {
        Page page = somebody();
        page.navigate(postern.origin() + "/en/safety");
        page.locator("form[action='/demo/sessions'] button[value='" + role + "']")
                .click();
        see(page, "What waits for you");
        return page;
    }

    /** Reads letters, oldest first, until the one with these words is read; approves each. */
    void approveUntil(String words) {
        Page page = new Readers(postern, this).readUntil(words);
        Chromium.shot(page, "reading-room-" + width);
        Readers.approve(page);
    }

    /**
     * Claims what is ready for a country, one kind of envelope after the other, until the letter with these words is in
     * the stack.
     */
    Stack claim(String country, String words) throws IOException {
        Page page = lookInAs("printer");
        for (int i = 0; i < 6; i++) {
            page.navigate(postern.origin() + "/desk/batches");
            Chromium.shot(page, "print-room-" + width);
            take(page, country);
            awaitSet(page);
            byte[] pdf = download(page);
            page.reload();
            if (PdfText.says(pdf, words)) {
                return new Stack(page, pdf);
            }
        }
        throw new AssertionError("The letter is in no stack: " + words);
    }

    /** A pile of one country is taken by its button; of several by its form, where one can be chosen. */
    private static void take(Page page, String country) {
        Locator piles = page.locator("form[action='/desk/batches']");
        Locator alone = piles.filter(
                new Locator.FilterOptions().setHas(page.locator("input[name=country][value='" + country + "']")));
        if (alone.count() > 0) {
            alone.first().locator("button").click();
        } else {
            Locator chosen = page.locator("details")
                    .filter(new Locator.FilterOptions().setHas(page.locator("option[value='" + country + "']")))
                    .first();
            chosen.locator("summary").click();
            chosen.locator("select").selectOption(country);
            chosen.locator("button").click();
        }
        page.waitForURL("**/desk/batches/*");
    }

    /** Waits as a volunteer does: where scripts run the page turns by itself, elsewhere one looks again. */
    void awaitSet(Page batch) {
        Locator take = batch.locator("form[action$='/files/set.zip'] button").first();
        if (javaScript) {
            take.waitFor(new Locator.WaitForOptions().setTimeout(120_000));
            return;
        }
        for (int i = 0; i < 120 && take.count() == 0; i++) {
            batch.waitForTimeout(1_000);
            batch.reload();
        }
    }

    /** A volunteer's batch: its page, and the letters that were downloaded from it. */
    record Stack(Page page, byte[] pdf) {}

    /** @return the batch's letters, as the volunteer's browser saves them */
    byte[] download(Page batch) {
        return download(batch, "letters.pdf");
    }

    /** @param name of a file of the set, e.g. {@code addresses.pdf} */
    byte[] download(Page batch, String name) {
        return download(batch, batch.locator("button[formaction$='/files/" + name + "']"));
    }

    /** @return everything in one ZIP, by the one large button */
    byte[] downloadAll(Page batch) {
        return download(
                batch, batch.locator("form[action$='/files/set.zip'] button").first());
    }

    byte[] download(Page page, Locator button) {
        Download file = page.waitForDownload(button::click);
        try {
            return Files.readAllBytes(file.path());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
