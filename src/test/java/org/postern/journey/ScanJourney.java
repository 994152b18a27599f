package org.postern.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postern.typeset.FontFolders;
import org.postern.typeset.Paper;
import org.postern.typeset.Sheet;
import org.postern.typeset.Typesetter;
import org.postern.vault.PieceCode;

/** A volunteer scans the evening's letters on a telephone, with and without JavaScript; one comes back. */
class ScanJourney {

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_volunteer_scans_the_evenings_letters(boolean javaScript) throws IOException {
        try (RunningPostern postern = RunningPostern.onH2(Map.of());
                Chromium chromium = Chromium.start()) {
            Eye eye = new Eye(postern.origin());
            comesBack(postern, chromium, eye, evening(postern, chromium, eye, javaScript));
            assertThat(eye.findings()).isEmpty();
        }
    }

    /** @return the code of a letter that is in the post */
    private static String evening(RunningPostern postern, Chromium chromium, Eye eye, boolean javaScript)
            throws IOException {
        Deeds deeds = new Deeds(postern, chromium, 390, javaScript);
        String words = javaScript ? "js" : "plain";
        Page page = printed(postern, deeds);
        List<String> codes = page.locator("table.stack td.code").allInnerTexts();
        assertThat(codes).hasSizeGreaterThanOrEqualTo(2);
        page.navigate(postern.origin() + "/desk/scan");
        assertThat(page.locator("#code")).isFocused();
        eye.look(page, "scan-empty-" + words, "en", Eye.WIDTHS);
        page.setViewportSize(390, 900);

        type(page, codes.get(0).replace("-", "").toLowerCase(Locale.ROOT));
        says(page, "good", "Posted.");
        assertThat(page.locator(".answer")).containsText("1 of " + codes.size());
        assertThat(page.locator("#code")).isFocused();
        eye.look(page, "scan-posted-" + words, "en", Eye.WIDTHS);
        if (javaScript) {
            eye.judge(page, "scan-posted", Eye.WIDTHS);
        }
        type(page, codes.get(0));
        says(page, "late", "posted before");
        eye.look(page, "scan-twice-" + words, "en", Eye.NARROW);
        type(page, PieceCode.random().text());
        says(page, "blocks", "Unknown code");
        String slip = codes.get(1).replaceFirst("^.", codes.get(1).startsWith("7") ? "8" : "7");
        type(page, slip);
        says(page, "blocks", "A slip in the code");
        eye.look(page, "scan-slip-" + words, "en", Eye.NARROW);

        page.locator("nav a[href*='mode=spoiled']").click();
        type(page, codes.get(1));
        says(page, "late", "Is its paper destroyed?");
        eye.look(page, "scan-spoiled-" + words, "en", Eye.WIDTHS);
        page.setViewportSize(390, 900);
        deeds.press(page, "I destroyed the paper");
        says(page, "good", "Print it again");
        type(page, codes.get(1));
        says(page, "late", "counted before");

        page.locator("nav a[href*='mode=posted']").click();
        page.locator("#photo").setInputFiles(new FilePayload("letters.png", "image/png", photo(codes)));
        page.locator("form:has(#code) button.primary").click();
        assertThat(page.locator(".answer")).hasCount(codes.size());
        assertThat(page.locator(".answer").filter(new Locator.FilterOptions().setHasText("posted before")))
                .hasCount(1);
        assertThat(page.locator(".answer").filter(new Locator.FilterOptions().setHasText("To print again")))
                .hasCount(1);
        eye.look(page, "scan-photo-" + words, "en", Eye.WIDTHS);
        if (javaScript) {
            eye.judge(page, "scan-photo", Eye.NARROW);
        }
        return codes.get(0);
    }

    private static Page printed(RunningPostern postern, Deeds deeds) {
        Page page = deeds.lookInAs("printer");
        page.navigate(postern.origin() + "/desk/batches");
        Locator groups = page.locator("form[action='/desk/batches'] button[name=letters]");
        int most = 0;
        for (int i = 1; i < groups.count(); i++) {
            if (number(groups.nth(i)) > number(groups.nth(most))) {
                most = i;
            }
        }
        groups.nth(most).click();
        page.waitForURL("**/desk/batches/*");
        deeds.awaitSet(page);
        deeds.download(page);
        page.reload();
        page.locator("button[value=all][formaction$='/printing']").click();
        return page;
    }

    private static int number(Locator button) {
        return Integer.parseInt(button.getAttribute("value"));
    }

    private static void type(Page page, String code) {
        page.locator("#code").fill(code);
        page.locator("#code").press("Enter");
    }

    private static void says(Page page, String tone, String words) {
        assertThat(page.locator(".answer." + tone)).containsText(words);
    }

    /** Labels on a table, as a telephone sees them. */
    private static byte[] photo(List<String> codes) {
        Sheet sheet = Typesetter.withFonts(FontFolders.parse(""), null).sheet(Paper.A4, "en");
        for (int i = 0; i < codes.size(); i++) {
            sheet.code(30, 30 + 40 * i, 14, codes.get(i));
        }
        return sheet.png(0, 150);
    }

    private static void comesBack(RunningPostern postern, Chromium chromium, Eye eye, String code) {
        Deeds deeds = new Deeds(postern, chromium, 390, true);
        Page page = deeds.lookInAs("organiser");
        page.navigate(postern.origin() + "/desk/scan?mode=returned");
        type(page, code);
        says(page, "late", "Why did it come back?");
        eye.look(page, "scan-return", "en", Eye.WIDTHS);
        eye.judge(page, "scan-return", Eye.WIDTHS);
        page.setViewportSize(390, 900);
        page.locator("input[value=INSUFFICIENT_ADDRESS]").check();
        page.locator("form:has(input[name=why]) input[type=file]")
                .setInputFiles(new FilePayload("envelope.png", "image/png", photo(List.of(code))));
        page.locator("form:has(input[name=why]) button").click();
        says(page, "good", "Taken back.");
        type(page, code);
        says(page, "late", "taken back before");
        page.navigate(postern.origin() + "/desk");
        page.locator("main a[href='/desk/addresses']").first().click();
        deeds.see(page, "the address was not enough");
        eye.look(page, "addresses", "en", Eye.WIDTHS);
        eye.judge(page, "addresses", Eye.WIDTHS);
        assertThat(page.request()
                        .get(postern.origin()
                                + page.locator("a[href$='.jpg']").first().getAttribute("href"))
                        .headers())
                .containsEntry("content-type", "image/jpeg");
        page.locator("section:has(a[href$='.jpg']) input[name=source]").first().fill("Her lawyer, by telephone");
        page.locator("section:has(a[href$='.jpg']) form button").first().click();
        deeds.see(page, "Noted.");
    }
}
